import { useEffect, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { PeopleList } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { AcquaintanceLook, PersonNamed } from '../../messaging/protocol.ts';
import { OpenDashboard } from './OpenDashboard.tsx';

interface Props {
  list: PeopleList;
  onFailure: (error: unknown) => void;
}

/** An open list of people: who of them is saved, and a tick for each who knows the list's person. */
export default function People({ list, onFailure }: Props) {
  const [seen, setSeen] = useState<AcquaintanceLook | null>(null);
  const [person, setPerson] = useState<{ id: string; name: string } | null>(null);
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const [noting, setNoting] = useState(false);
  const [said, setSaid] = useState('');
  const [noted, setNoted] = useState(false);

  async function look(): Promise<void> {
    try {
      const found = await call('acquaintances.look', { list });
      setSeen(found);
      if (found.subject !== null) setPerson(found.subject);
      setTicked(new Set(found.people.filter((one) => !one.tied).flatMap(certain)));
    } catch (error) {
      onFailure(error);
    }
  }
  useEffect(() => void look(), [list]);
  if (seen === null) return <main class="elsewhere" aria-busy="true" />;

  const saved = seen.people.filter(({ contacts }) => contacts.length > 0);
  const shown = saved.filter(({ contacts }) => !contacts.some(({ id }) => id === person?.id));
  const chosen = shown.flatMap(({ contacts }) => contacts).filter(({ id }) => ticked.has(id));
  const people = [...new Set(chosen.map(({ id }) => id))];

  async function note(): Promise<void> {
    if (person === null || people.length === 0) return;
    setNoting(true);
    try {
      const done = await call('acquaintances.choose', { list, of: person.id, people });
      setSaid(
        done === null ? t('people_gone') : t('people_noted', { count: people.length, name: person.name }),
      );
      setNoted(done !== null);
      await look();
    } catch (error) {
      onFailure(error);
    }
    setNoting(false);
  }

  async function takeBack(): Promise<void> {
    if (person === null) return;
    try {
      await call('acquaintances.refuse', { id: person.id, url: list.url, refused: true });
      setNoted(false);
      setSaid(t('named_tookBack'));
      await look();
    } catch (error) {
      onFailure(error);
    }
  }

  return (
    <>
      <main class="people" data-screen="people">
        <div class="pad stack">
          <h1>{heading(list, seen, saved.length)}</h1>
          <p role="status" class="quiet">
            {said}
          </p>
          {list.of !== undefined && seen.subject === null && <p>{t('people_unknownPerson')}</p>}
          {list.of === undefined && saved.length > 1 && (
            <label>
              <span>{t('people_who')}</span>
              <select
                value={person?.id ?? ''}
                onChange={({ currentTarget: { value } }) =>
                  setPerson(saved.flatMap(certainContacts).find(({ id }) => id === value) ?? null)
                }
              >
                <option value="" />
                {saved.flatMap(certainContacts).map(({ id, name }) => (
                  <option key={id} value={id}>
                    {name}
                  </option>
                ))}
              </select>
            </label>
          )}
          {person !== null && shown.length > 0 && (
            <fieldset class="stack">
              <legend>{t('people_tick', { name: person.name })}</legend>
              {shown.map((one) => (
                <Ticks
                  key={`${one.name}${one.url}`}
                  person={one}
                  ticked={ticked}
                  onTick={(id, on) => {
                    const after = new Set(ticked);
                    if (on) after.add(id);
                    else after.delete(id);
                    setTicked(after);
                  }}
                />
              ))}
            </fieldset>
          )}
          {(list.of === undefined ? saved.length < 2 : seen.subject !== null && shown.length === 0) && (
            <p class="quiet">{t('people_nobody')}</p>
          )}
        </div>
      </main>
      <footer class="sticky-bar">
        {noted ? (
          <button type="button" class="plain" onClick={() => void takeBack()}>
            {t('named_takeBack')}
          </button>
        ) : (
          <OpenDashboard to="today" class="button plain" label={t('popup_openDashboard')} />
        )}
        {person !== null && people.length > 0 && (
          <button type="button" class="primary push" disabled={noting} onClick={() => void note()}>
            {t('people_note', { count: people.length })}
          </button>
        )}
      </footer>
    </>
  );
}

/** One person of the list: a box, or one for each contact who may be meant. */
function Ticks({
  person: { name, contacts, tied },
  ticked,
  onTick,
}: {
  person: PersonNamed;
  ticked: ReadonlySet<string>;
  onTick: (id: string, on: boolean) => void;
}) {
  const boxes = contacts.map((contact) => (
    <label key={contact.id} class="check">
      <input
        type="checkbox"
        checked={tied || ticked.has(contact.id)}
        disabled={tied}
        onChange={({ currentTarget }) => onTick(contact.id, currentTarget.checked)}
      />
      <span class="check-text">
        <strong dir="auto">{contact.name}</strong>{' '}
        <span class="muted small" dir="auto">
          {tied ? t('people_tied') : contact.detail}
        </span>
      </span>
    </label>
  ));
  if (contacts.length === 1) return <>{boxes}</>;
  return (
    <fieldset class="stack">
      <legend dir="auto">{t('people_mayBe', { name })}</legend>
      {boxes}
    </fieldset>
  );
}

function heading(list: PeopleList, { subject, people }: AcquaintanceLook, saved: number): string {
  const [count, title] = [people.length, list.title ?? ''];
  if (subject !== null) return t('people_know', { count, name: subject.name, saved });
  if (list.kind === 'connections' || title === '') return t('people_title', { count });
  return t(`people_${list.kind}`, { count, title, saved });
}

/** Of whom it is clear which contact is meant. */
function certainContacts({ contacts }: PersonNamed): PersonNamed['contacts'] {
  return contacts.length === 1 ? contacts : [];
}

function certain(person: PersonNamed): string[] {
  return certainContacts(person).map(({ id }) => id);
}

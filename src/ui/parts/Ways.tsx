import { Route } from 'lucide';
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { factText, t } from '../../browser/text.ts';
import type { Fact } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { onEvent } from '../../messaging/events.ts';
import type { Ways as Answer, Input } from '../../messaging/protocol.ts';
import { Icon } from './Icon.tsx';

interface Props {
  of: Input<'contact.ways'>;
  /** The person who is asked about. */
  name: string;
  goals: readonly { id: string; title: string }[];
  /** A link to a contact. */
  person: (id: string, name: string) => ComponentChildren;
  /** Of the heading; in the sheet and on the map it stands below another. */
  heading?: 'h2' | 'h3';
}

/** Acquaintances that stand open; the others are behind a click. */
const SHOWN = 4;

/** Whom to ask about somebody, by name and with what it rests on; then whom they know. */
export default function Ways({ of, ...words }: Props) {
  const ways = useWays(of);
  return ways === null ? null : <WaysWords ways={ways} unsaved={'through' in of} {...words} />;
}

/** The same where the answer is at hand. `unsaved`: the person is not saved, and a page names the contacts. */
export function WaysWords({
  ways,
  name,
  goals,
  person,
  heading: Heading = 'h3',
  unsaved = false,
}: Omit<Props, 'of'> & { ways: Answer; unsaved?: boolean }) {
  const nameOf = (id: string) => ways.names.find((one) => one.id === id)?.name;
  const words = (facts: readonly Fact[]) =>
    facts.map((fact) => factText(fact, goals, (id) => nameOf(id) ?? (id === '' ? name : undefined)));
  /** A text in which the first mention of a contact is the link to them; before it, where it does not name them. */
  const linked = (text: string, id: string) => {
    const shown = nameOf(id) ?? t('contact_unknown');
    const at = text.indexOf(shown);
    return (
      <>
        {at > 0 && text.slice(0, at)}
        {person(id, shown)}
        {at < 0 ? ` ${text}` : text.slice(at + shown.length)}
      </>
    );
  };
  return (
    <div class="stack ways">
      <div class="sentence">
        <Icon of={Route} />
        <div>
          <Heading>{t('ways_title', { name })}</Heading>
          {ways.own !== null && <p>{words([ways.own])}</p>}
          {ways.paths.length === 0 ? (
            <p class="quiet">{t(ways.own === null ? 'ways_none' : 'ways_noneElse', { name })}</p>
          ) : (
            <>
              {unsaved && <p class="quiet">{t('ways_unsaved', { name })}</p>}
              <ol class="lines">
                {ways.paths.map(({ through: [first = ''], facts }) => (
                  <li key={first}>{linked(words(facts).join(' '), first)}</li>
                ))}
              </ol>
            </>
          )}
        </div>
      </div>
      {ways.superspreader !== null && (
        <p>
          <strong>{t('superspreader')}</strong> <span class="quiet">{words([ways.superspreader])}</span>
        </p>
      )}
      {ways.doors.map(({ goalId, count }) => (
        <p key={goalId} class="quiet">
          {factText({ key: 'factDoorFor', values: { count, goal: goalId } }, goals)}
        </p>
      ))}
      {ways.count > 0 && !unsaved && (
        <details class="more" open={ways.count <= SHOWN}>
          <summary>{t('ways_acquaintances', { count: ways.count })}</summary>
          <ul class="lines">
            {ways.acquaintances.map(({ contactId, fact }) => (
              <li key={contactId}>{linked(words([fact]).join(' '), contactId)}</li>
            ))}
          </ul>
        </details>
      )}
    </div>
  );
}

/**
 * The answer, asked for again after changes: what else stands of a person is there before, and without it. `null`: none
 * is there yet, or nobody is asked about.
 */
export function useWays(of: Input<'contact.ways'> | null): Answer | null {
  const [answered, setAnswered] = useState<{ key: string; ways: Answer | null } | null>(null);
  const key = JSON.stringify(of);
  useEffect(() => {
    if (of === null) return;
    let left = false;
    const load = () =>
      call('contact.ways', of).then(
        (ways) => !left && setAnswered({ key, ways }),
        () => undefined,
      );
    void load();
    const stop = onEvent((event) => {
      const analysed = event.kind === 'job' && event.job.kind === 'analyse' && event.job.state === 'done';
      if (event.kind === 'changed' || analysed) void load();
    });
    return () => {
      left = true;
      stop();
    };
  }, [key]);
  return answered?.key === key ? answered.ways : null;
}

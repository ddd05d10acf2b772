import { useEffect, useState } from 'preact/hooks';
import type { Tie } from '../../../core/model/index.ts';
import { call } from '../../../messaging/client.ts';
import type { ContactRow } from '../../../messaging/protocol.ts';
import { useRowsOf } from '../../data.ts';
import { Combobox } from '../../parts/Combobox.tsx';
import { t } from '../../text.ts';
import { linkToContact } from '../rooms.ts';

const KINDS = ['introduced', 'introducedBy', 'knows'] as const;
type Kind = (typeof KINDS)[number];

/** Who brought this contact and the user together, whom this contact introduced, and whom they know. */
export function Introductions({
  contactId,
  ties,
  onTie,
}: {
  contactId: string;
  ties: readonly Tie[];
  onTie: (tie: Tie) => void;
}) {
  const among = ties.filter(({ from, to }) => from !== 'me' && to !== 'me');
  const others = among.map(({ from, to }) => (from === contactId ? to : from));
  const { byId } = useRowsOf(others.length === 0 ? null : others);
  const [kind, setKind] = useState<Kind>('introducedBy');
  const [typed, setTyped] = useState('');
  const found = useFound(typed, contactId);

  function add(otherId: string): void {
    setTyped('');
    if (otherId === '') return;
    if (kind === 'introducedBy') onTie({ from: otherId, to: contactId, kind: 'introduced' });
    else onTie({ from: contactId, to: otherId, kind });
  }
  const lines = KINDS.map((name) => ({
    name,
    ids: among.flatMap(({ from, to, kind }) => {
      if (name === 'knows') return kind === 'knows' ? [from === contactId ? to : from] : [];
      if (kind !== 'introduced') return [];
      return name === 'introduced' ? (from === contactId ? [to] : []) : to === contactId ? [from] : [];
    }),
  })).filter(({ ids }) => ids.length > 0);
  return (
    <div class="stack">
      {lines.map(({ name, ids }) => (
        <p key={name}>
          <span class="muted">{t(`introductions_${name}`)}</span>{' '}
          {ids.map((id, at) => (
            <span key={id}>
              {at > 0 && ', '}
              <a href={linkToContact(id)} dir="auto">
                {byId.get(id)?.name ?? t('contact_unknown')}
              </a>
            </span>
          ))}
        </p>
      ))}
      <div class="stack">
        <label>
          <span>{t('introductions_kind')}</span>
          <select
            value={kind}
            onChange={({ currentTarget: { value } }) => setKind(KINDS.find((name) => name === value) ?? kind)}
          >
            {KINDS.map((name) => (
              <option key={name} value={name}>
                {t(`introductions_${name}`)}
              </option>
            ))}
          </select>
        </label>
        <Combobox
          label={t('introductions_who')}
          value=""
          onTyped={setTyped}
          options={() => found.map(({ id, name, title }) => ({ value: id, name, detail: title }))}
          onChange={add}
        />
      </div>
    </div>
  );
}

/** Contacts for what is typed, without the one that is open. */
function useFound(typed: string, contactId: string): ContactRow[] {
  const [found, setFound] = useState<ContactRow[]>([]);
  useEffect(() => {
    let left = false;
    if (typed.trim() === '') setFound([]);
    else
      call('contact.search', { query: typed.slice(0, 200), limit: 8 }).then(
        ({ rows }) => !left && setFound(rows.filter(({ id }) => id !== contactId)),
        // Nobody is offered; the field stays usable.
        () => !left && setFound([]),
      );
    return () => {
      left = true;
    };
  }, [typed, contactId]);
  return found;
}

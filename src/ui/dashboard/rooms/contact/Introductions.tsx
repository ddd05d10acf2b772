import { X } from 'lucide';
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { formatDay, t } from '../../../../browser/text.ts';
import { tieKey } from '../../../../core/merge/join.ts';
import type { Tie } from '../../../../core/model/index.ts';
import { call } from '../../../../messaging/client.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { useRowsOf } from '../../../data.ts';
import { Combobox } from '../../../parts/Combobox.tsx';
import { Icon } from '../../../parts/Icon.tsx';
import { siteOf } from '../../../parts/siteOf.ts';
import { linkToContact } from '../../links.ts';

const KINDS = ['introduced', 'introducedBy', 'knows'] as const;
type Kind = (typeof KINDS)[number];
/** How ties are listed: what pages say stands apart from what the user says. */
const LINES = [...KINDS, 'onPages'] as const;
type Line = (typeof LINES)[number];

/** Who brought this contact and the user together, whom this contact introduced, and whom they know. */
export function Introductions({
  contactId,
  ties,
  onTie,
  onRemove,
}: {
  contactId: string;
  ties: readonly Tie[];
  onTie: (tie: Tie) => void;
  /** `name`: of the person at the other end. */
  onRemove: (tie: Tie, name: string) => void;
}) {
  const among = ties.filter(({ from, to }) => from !== 'me' && to !== 'me');
  const others = among.map((tie) => otherEnd(tie, contactId));
  const { byId } = useRowsOf(others.length === 0 ? null : others);
  const [kind, setKind] = useState<Kind>('introducedBy');
  const [typed, setTyped] = useState('');
  const found = useFound(typed, contactId);
  const place = useRef<HTMLDivElement>(null);
  const removing = useRef<{ key: string; at: number } | null>(null);
  useLayoutEffect(() => {
    const gone = removing.current;
    if (gone === null || ties.some((tie) => tieKey(tie) === gone.key)) return;
    removing.current = null;
    // Its button had the focus: whoever works by keyboard goes on at the next one, or at the field below.
    if (document.activeElement !== document.body) return;
    place.current?.querySelectorAll<HTMLElement>('.chip > button, select')[gone.at]?.focus();
  }, [ties]);

  function add(otherId: string): void {
    setTyped('');
    if (otherId === '') return;
    if (kind === 'introducedBy') onTie({ from: otherId, to: contactId, kind: 'introduced' });
    else onTie({ from: contactId, to: otherId, kind });
  }
  const lines = LINES.map((name) => ({
    name,
    ties: among.filter((tie) => relationOf(tie, contactId) === name),
  })).filter((line) => line.ties.length > 0);
  /** How many ties stand above those of a kind. */
  const before = (name: Line) =>
    lines
      .slice(
        0,
        lines.findIndex((line) => line.name === name),
      )
      .reduce((count, line) => count + line.ties.length, 0);
  return (
    <div class="stack" ref={place}>
      {lines.map(({ name, ties: some }) => (
        <div key={name}>
          <span class="muted">{t(`introductions_${name}`)}</span>
          <ul class="chips">
            {some.map((tie, at) => {
              const id = otherEnd(tie, contactId);
              const person = byId.get(id)?.name ?? t('contact_unknown');
              return (
                <li key={id} class="chip">
                  <a href={linkToContact(id)} dir="auto">
                    {person}
                  </a>
                  {name === 'onPages' && <small class="muted">{pageOf(tie)}</small>}
                  <button
                    type="button"
                    aria-label={t('introductions_remove', {
                      relation: t(`introductions_${name}`),
                      name: person,
                    })}
                    onClick={() => {
                      removing.current = { key: tieKey(tie), at: before(name) + at };
                      onRemove(tie, person);
                    }}
                  >
                    <Icon of={X} />
                  </button>
                </li>
              );
            })}
          </ul>
        </div>
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

function otherEnd({ from, to }: Tie, contactId: string): string {
  return from === contactId ? to : from;
}

/** How a tie reads from this contact. */
function relationOf({ from, kind, sources }: Tie, contactId: string): Line {
  if (kind === 'knows')
    return sources === undefined || sources.some(({ relation }) => relation === 'said') ? 'knows' : 'onPages';
  return from === contactId ? 'introduced' : 'introducedBy';
}

/** The page that said so last, and when. */
function pageOf({ sources = [] }: Tie): string {
  const [{ url, site = '', on } = { on: '', url: undefined }] = sources;
  return on === ''
    ? ''
    : t('named_page', { site: url === undefined ? site : siteOf(url), day: formatDay(on) });
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

import { useEffect, useId, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import { call } from '../../messaging/client.ts';
import type { ContactRow } from '../../messaging/protocol.ts';
import { errorText } from '../errorText.ts';
import { matchedWords } from '../parts/matchedWords.ts';
import { OpenDashboard, openDashboard } from './OpenDashboard.tsx';

const FOUND_SHOWN = 6;
/** Letters from which what is typed may name a company. */
const COMPANY_FROM = 3;

/**
 * Finds a contact by a few letters: arrow keys walk, Enter opens the contact in the dashboard.
 * @param focused the field has the keyboard at once: nothing else can be done here
 */
export function QuickSearch({ focused }: { focused: boolean }) {
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (focused) field.current?.focus({ preventScroll: true });
  }, [focused]);
  /** What was typed when these were found. */
  const [asked, setAsked] = useState('');
  const [query, setQuery] = useState('');
  const [found, setFound] = useState<readonly ContactRow[] | null>(null);
  const [active, setActive] = useState(0);
  const [failure, setFailure] = useState('');

  useEffect(() => {
    if (query.trim() === '') {
      setFound(null);
      return;
    }
    let left = false;
    call('contact.search', { query, limit: FOUND_SHOWN }).then(
      ({ rows }) => {
        if (left) return;
        setFound(rows);
        setAsked(query);
        setActive(0);
        setFailure('');
      },
      (error) => !left && setFailure(errorText(error)),
    );
    return () => {
      left = true;
    };
  }, [query]);

  const open = ({ id: contact }: ContactRow) =>
    void openDashboard(`contacts?contact=${encodeURIComponent(contact)}`);
  const optionId = (at: number) => `${id}-${at}`;
  function onKeyDown(event: KeyboardEvent): void {
    if (found === null || found.length === 0) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setActive((active + (event.key === 'ArrowDown' ? 1 : -1) + found.length) % found.length);
    } else if (event.key === 'Enter') {
      event.preventDefault();
      const row = found[active];
      if (row) open(row);
    } else if (event.key === 'Escape') {
      // The list goes, what is typed stays.
      event.preventDefault();
      setFound(null);
    }
  }

  return (
    <div class="lookup">
      <label>
        <span class="hidden">{t('popup_search')}</span>
        <input
          ref={field}
          type="text"
          role="combobox"
          autocomplete="off"
          placeholder={t('popup_search')}
          aria-expanded={found !== null && found.length > 0}
          aria-controls={`${id}-found`}
          aria-activedescendant={found?.[active] ? optionId(active) : undefined}
          maxLength={200}
          value={query}
          onInput={({ currentTarget }) => setQuery(currentTarget.value)}
          onKeyDown={onKeyDown}
        />
      </label>
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <div class="found" id={`${id}-found`} role="listbox" tabIndex={-1} aria-label={t('popup_search')}>
        {found?.map((row, at) => (
          // The keyboard walks through the field itself.
          <div
            key={row.id}
            id={optionId(at)}
            role="option"
            tabIndex={-1}
            aria-selected={at === active}
            onMouseDown={({ button }) => button === 0 && open(row)}
          >
            <span class="name" dir="auto">
              {row.name}
            </span>
            <span class="quiet">{[row.title, row.company].filter(Boolean).join(' · ')}</span>
            {matchedWords(row, asked) && (
              <span class="quiet" dir="auto">
                {matchedWords(row, asked)}
              </span>
            )}
          </div>
        ))}
      </div>
      {found !== null && query.trim().length >= COMPANY_FROM && (
        <p class="small">
          <OpenDashboard
            to={`company/${encodeURIComponent(query.trim())}`}
            class=""
            label={t('company_ask', { company: query.trim() })}
          />
        </p>
      )}
      {found !== null && found.length === 0 && (
        <p class="quiet" role="status">
          {t('popup_searchNothing')}
        </p>
      )}
    </div>
  );
}

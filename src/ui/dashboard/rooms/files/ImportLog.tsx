import { useState } from 'preact/hooks';
import { formatDay, formatNumber, t } from '../../../../browser/text.ts';
import type { LogPreview } from '../../../../messaging/files.ts';
import type { Input } from '../../../../messaging/protocol.ts';

/** What calendars and mailboxes say of the contacts: who, how often, since when; and whose addresses are the user's. */
export function ImportLog({
  log,
  onRead,
}: {
  log: LogPreview;
  onRead: (more: Omit<Input<'import.read'>, 'id'>) => void;
}) {
  const [own, setOwn] = useState(log.own.join(', '));
  const typed = [...new Set(own.split(/[\s,;]+/).filter((address) => address.includes('@')))];
  return (
    <section class="stack">
      <h2>{t('importLog_title')}</h2>
      <p class="muted measure">{t('importLog_why')}</p>
      {log.rows.length > 0 && <Rows log={log} />}
      {log.unknown > 0 && <p class="muted">{t('importLog_unknown', { count: log.unknown })}</p>}
      {log.byName > 0 && (
        <label class="check">
          <input
            type="checkbox"
            checked={log.takesNames}
            onChange={({ currentTarget }) => onRead({ byName: currentTarget.checked })}
          />
          <span>
            {t('importLog_byName', { count: log.byName })}
            <span class="hint">{t('importLog_byNameWhy')}</span>
          </span>
        </label>
      )}
      {log.read > 0 && (
        <form
          class="row"
          onSubmit={(event) => {
            event.preventDefault();
            onRead({ ownAddresses: typed.slice(0, 20) });
          }}
        >
          <label>
            {t('importLog_own')}
            <input
              type="text"
              inputMode="email"
              autocomplete="off"
              spellcheck={false}
              maxLength={2_000}
              value={own}
              onInput={({ currentTarget }) => setOwn(currentTarget.value)}
            />
            <span class="hint">{t(`importLogOwn_${log.ownBy}`)}</span>
          </label>
          <button type="submit" disabled={typed.join() === log.own.join()}>
            {t('importLog_countAgain')}
          </button>
        </form>
      )}
    </section>
  );
}

function Rows({ log: { rows, contacts } }: { log: LogPreview }) {
  return (
    <>
      <div class="table-scroll">
        <table class="import-log">
          <thead>
            <tr>
              {(['name', 'meetings', 'sent', 'received', 'first', 'last'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`importLogColumn_${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map((row, at) => (
              <tr key={at}>
                <th scope="row" dir="auto">
                  {row.name}
                </th>
                <td>{formatNumber(row.meetings)}</td>
                <td>{formatNumber(row.sent)}</td>
                <td>{formatNumber(row.received)}</td>
                <td>{row.first && formatDay(row.first)}</td>
                <td>{row.last && formatDay(row.last)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {contacts > rows.length && (
        <p class="muted small">{t('importLog_more', { count: contacts - rows.length })}</p>
      )}
    </>
  );
}

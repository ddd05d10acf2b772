import { useState } from 'preact/hooks';
import { functionName, industryName } from '../../core/taxonomy/index.ts';
import { fold } from '../../core/text/fold.ts';
import type { ContactRow, Network } from '../../messaging/protocol.ts';
import { useRows } from '../data.ts';
import { errorText } from '../errorText.ts';
import { currentLanguage, formatNumber, t } from '../text.ts';

/** All contacts, searchable; read page by page so that a large network does not block. */
export default function Contacts({ network }: { network: Network }) {
  const { rows, goals, complete, failure } = useRows();
  const [query, setQuery] = useState('');

  if (failure)
    return (
      <p class="error" role="alert">
        {errorText(failure)}
      </p>
    );
  if (rows.length === 0 && !complete) return <p class="muted">{t('loading')}</p>;
  if (rows.length === 0) return <p>{t('contacts_empty')}</p>;
  const shown = rows
    .filter((row) => matches(row, query))
    .sort((a, b) => a.name.localeCompare(b.name, currentLanguage()));
  return (
    <>
      <label class="search">
        <span>{t('contacts_search')}</span>
        <input type="search" value={query} onInput={({ currentTarget }) => setQuery(currentTarget.value)} />
      </label>
      <p class="muted" role="status">
        {t('contacts_shown', { count: shown.length })}
      </p>
      <table>
        <thead>
          <tr>
            <th scope="col">{t('field_name')}</th>
            <th scope="col">{t('column_function')}</th>
            <th scope="col">{t('column_industry')}</th>
            <th scope="col">{t('column_layer')}</th>
            <th scope="col">{t('column_fit')}</th>
          </tr>
        </thead>
        <tbody>
          {shown.slice(0, ROWS_SHOWN).map((row) => (
            <Row key={row.id} row={row} goals={goals} network={network} />
          ))}
        </tbody>
      </table>
      {shown.length > ROWS_SHOWN && (
        <p class="muted">{t('contacts_more', { count: shown.length - ROWS_SHOWN })}</p>
      )}
    </>
  );
}

/** Rows drawn at once; more are found by searching. */
const ROWS_SHOWN = 200;

function Row({ row, goals, network }: { row: ContactRow; goals: readonly string[]; network: Network }) {
  const language = currentLanguage();
  const unknown = <span class="muted">{t('notKnown')}</span>;
  return (
    <tr>
      <th scope="row">
        <a href={row.url} target="_blank" rel="noopener noreferrer">
          {row.name}
        </a>
        <span class="muted">{[row.title, row.company].filter(Boolean).join(' · ')}</span>
      </th>
      <td>{row.isco4 === null ? unknown : functionName(row.isco4, language)}</td>
      <td>{row.nace2 === null ? unknown : industryName(row.nace2, language)}</td>
      <td>
        <span class={`layer layer-${row.layer}`}>{t(`layer_${row.layer}`)}</span>
      </td>
      <td>
        {row.fits.length === 0 && unknown}
        {row.fits.map((fit, at) => (
          <p key={goals[at]}>
            {network.goals.find(({ id }) => id === goals[at])?.title}:{' '}
            {fit === null ? t('notEnoughKnown') : formatNumber(fit)}
          </p>
        ))}
      </td>
    </tr>
  );
}

/** Every word of the query begins a word of the row; accents do not matter. */
function matches(row: ContactRow, query: string): boolean {
  const text = ` ${fold([row.name, row.title, row.company, row.place, ...row.tags].join(' '))}`;
  return fold(query)
    .split(' ')
    .every((word) => text.includes(` ${word}`));
}

import { t } from '../../../../browser/text.ts';
import type { ContactRow } from '../../../../messaging/protocol.ts';
import { linkTo } from '../../links.ts';
import { BulkActions } from '../../shared/BulkActions.tsx';
import { handOver } from '../../shared/handedOver.ts';

interface Props {
  selected: ReadonlySet<string>;
  rows: readonly ContactRow[];
  onClear: () => void;
}

/** What can be done with the contacts that are selected on a map; nothing while none is. */
export function MapSelection({ selected, rows, onClear }: Props) {
  if (selected.size === 0) return null;
  const ids = [...selected];
  return (
    <section class="selection-bar" aria-label={t('map_selection')}>
      <p role="status">
        <strong>{t('selection_count', { count: ids.length })}</strong>
      </p>
      <a class="button" href={linkTo('contacts', [], { picked: '1' })} onClick={() => handOver(ids)}>
        {t('map_showInContacts')}
      </a>
      <BulkActions ids={ids} rows={rows} onDone={onClear} />
      <button type="button" class="plain" onClick={onClear}>
        {t('selection_clear')}
      </button>
    </section>
  );
}

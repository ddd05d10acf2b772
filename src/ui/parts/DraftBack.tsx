import { t } from '../../browser/text.ts';

/** Says that what stands in a form is what was typed before and never saved, with a way out of it. */
export function DraftBack({ onDiscard }: { onDiscard: () => void }) {
  return (
    <p class="row draft-back" role="status">
      <span>{t('draft_back')}</span>
      <button type="button" class="plain" onClick={onDiscard}>
        {t('draft_discard')}
      </button>
    </p>
  );
}

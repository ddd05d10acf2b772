import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';

/** Copies the report of a page that was not read: its structure, without any word of it. */
export function CopyReport({ report }: { report: string }) {
  const [said, setSaid] = useState<'pageReport_copied' | 'pageReport_notCopied' | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(report);
      setSaid('pageReport_copied');
    } catch {
      setSaid('pageReport_notCopied');
    }
  }
  return (
    <details class="more report">
      <summary>{t('pageReport_why')}</summary>
      <p class="muted small">{t('pageReport_what')}</p>
      <button type="button" onClick={() => void copy()}>
        {t('pageReport_copy')}
      </button>
      <p class="muted small" role="status">
        {said !== null && t(said)}
      </p>
    </details>
  );
}

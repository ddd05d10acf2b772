import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { Network } from '../../../../messaging/protocol.ts';
import { useAnalysis, useRowsOf } from '../../../data.ts';
import { errorText } from '../../../errorText.ts';
import { offerDownload } from '../../shared/transfer.ts';
import { reportContent, reportIds } from './reportContent.ts';

/** The strategic picture as one page to print or to show. */
export function ReportFile({ network }: { network: Network }) {
  const { state, failure } = useAnalysis();
  const analysis = state?.analysis ?? null;
  const rows = useRowsOf(analysis === null ? [] : reportIds(analysis));
  const [message, setMessage] = useState('');

  async function take(): Promise<void> {
    if (analysis === null) return;
    try {
      const { months } = await call('analysis.months', {});
      const content = reportContent(analysis, network, rows, months);
      const { name, html } = await call('export.report', { content });
      offerDownload(name, new Blob([html], { type: 'text/html;charset=utf-8' }));
      setMessage(t('files_done', { name }));
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  return (
    <section class="stack report-offer">
      <h2>{t('report_offer')}</h2>
      <p class="measure">{t('report_what')}</p>
      <div class="row">
        <button type="button" disabled={analysis === null} onClick={take}>
          {t('report_take')}
        </button>
        <p role="status" class="muted">
          {failure !== null
            ? errorText(failure)
            : analysis === null && state !== null
              ? t('report_notYet')
              : message}
        </p>
      </div>
    </section>
  );
}

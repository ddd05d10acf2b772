import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../../../browser/text.ts';
import { call } from '../../../../../messaging/client.ts';
import { CopyButton } from './CopyButton.tsx';
import { Step } from './Step.tsx';

/** A code that was just made, until the person has kept it. */
export function KeepCode({ code, onKept }: { code: string; onKept: () => void }) {
  return (
    <Step title={t('sync_keepTitle')}>
      <p>{t('sync_keepWhy')}</p>
      <CodeShown code={code} />
      <div class="row">
        <button type="button" class="primary" onClick={onKept}>
          {t('sync_kept')}
        </button>
      </div>
    </Step>
  );
}

/** The code, and the line with which a further device is set up; both can be copied. */
export function CodeShown({ code }: { code: string }) {
  const [line, setLine] = useState<string | null>(null);
  useEffect(() => {
    call('sync.code', {}).then(
      (kept) => setLine(kept?.line ?? null),
      // The code itself stands there.
      () => undefined,
    );
  }, [code]);
  return (
    <div class="stack">
      <p class="sync-code">
        <code>{code}</code>
      </p>
      <div class="row">
        <CopyButton text={code} label={t('sync_copyCode')} />
        {line !== null && <CopyButton text={line} label={t('sync_copyLine')} />}
      </div>
      {line !== null && <p class="hint">{t('sync_copyLineWhy')}</p>}
    </div>
  );
}

import { Copy } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../../../../browser/text.ts';
import { Icon } from '../../../../parts/Icon.tsx';

/** Copies a text, and says so. */
export function CopyButton({ text, label }: { text: string; label: string }) {
  const [said, setSaid] = useState<'sync_copied' | 'sync_notCopied' | null>(null);
  async function copy(): Promise<void> {
    try {
      await navigator.clipboard.writeText(text);
      setSaid('sync_copied');
    } catch {
      setSaid('sync_notCopied');
    }
  }
  return (
    <>
      <button type="button" onClick={() => void copy()}>
        <Icon of={Copy} />
        {label}
      </button>
      <span class="muted small" role="status">
        {said !== null && t(said)}
      </span>
    </>
  );
}

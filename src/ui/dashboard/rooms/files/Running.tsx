import { t } from '../../../../browser/text.ts';
import type { MessageKey } from '../../../../core/model/index.ts';

export interface Step {
  /** Key of the sentence that says what goes on. */
  key: MessageKey;
  done: number;
  /** `null` while it is not known. */
  total: number | null;
}

/** A long step of this room, in its own place: what goes on, how far it is, and a way out. */
export function Running({ step, onCancel }: { step: Step; onCancel: () => void }) {
  const text = t(step.key, { count: step.done, total: step.total ?? 0 });
  return (
    <div class="running card" tabIndex={-1}>
      <p role="status">{text}</p>
      <progress aria-label={text} max={step.total ?? 1} {...(step.total !== null && { value: step.done })} />
      <button type="button" onClick={onCancel}>
        {t('cancel')}
      </button>
    </div>
  );
}

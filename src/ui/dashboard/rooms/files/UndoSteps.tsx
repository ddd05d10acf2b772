import { useEffect, useState } from 'preact/hooks';
import { formatDay, t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { UndoStep } from '../../../../messaging/files.ts';
import { errorText } from '../../../errorText.ts';

/** Earlier imports and merges, each of which can be taken back as a whole. */
export function UndoSteps({ kind }: { kind?: UndoStep['kind'] }) {
  const [steps, setSteps] = useState<UndoStep[]>([]);
  const [message, setMessage] = useState('');
  // Read once: a record may hold thousands of contacts, too much to be read with every change.
  useEffect(() => {
    call('undo.list', {}).then(
      (answer) => setSteps(answer.steps),
      (error: unknown) => setMessage(errorText(error)),
    );
  }, []);
  const shown = steps.filter((step) => kind === undefined || step.kind === kind);

  async function takeBack(step: UndoStep): Promise<void> {
    setMessage(t('loading'));
    try {
      const { restored } = await call('undo.run', { id: step.id });
      setMessage(
        restored === 0
          ? t('undo_nothing')
          : t(step.kind === 'merge' ? 'merge_undone' : 'import_undone', { count: restored }),
      );
      setSteps((last) => last.filter(({ id }) => id !== step.id));
    } catch (error) {
      setMessage(errorText(error));
    }
  }

  if (shown.length === 0 && message === '') return null;
  return (
    <section class="stack">
      <h2>{t(kind === 'merge' ? 'undo_merges' : 'undo_steps')}</h2>
      <p role="status">{message}</p>
      <ul class="steps">
        {shown.map((step) => (
          <li key={step.id}>
            <span class="step-words">
              <span dir="auto">{step.label}</span>
              <span class="muted small">
                {t(`undoStep_${step.kind}`, {
                  day: formatDay(step.at),
                  created: step.created,
                  changed: step.changed,
                })}
              </span>
            </span>
            <button type="button" class="plain" onClick={() => takeBack(step)}>
              {t('undo_takeBack')}
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}

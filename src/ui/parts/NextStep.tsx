import { Check } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { OwnWords } from '../../core/model/index.ts';
import { Icon } from './Icon.tsx';
import { today } from './today.ts';

interface Props {
  step: OwnWords['nextStep'];
  /** `null`: there is none any more. `based` is the step that was there before; `now`: its field is left. */
  onChange: (
    step: NonNullable<OwnWords['nextStep']> | null,
    based: NonNullable<OwnWords['nextStep']> | null,
    now: boolean,
  ) => Promise<unknown>;
  /** The step was taken: goes into the log, with today's date. */
  onDone?: ((text: string) => void) | undefined;
}

/** What the user wants to do next with this contact, and by when. Written while it is typed. */
export function NextStep({ step, onChange, onDone }: Props) {
  const [text, setText] = useState(step?.text ?? '');
  /** As typed this moment, and the step that the background knows of from here. */
  const typed = useRef({ text: step?.text ?? '', due: step?.due });
  const based = useRef(step);
  const onTheWay = useRef(0);
  /** Each key is sent: a popup may be gone with the next click, and runs nothing any more then. */
  function write(leaves: boolean): void {
    const words = typed.current.text.trim().slice(0, 500);
    const { due } = typed.current;
    const next = words === '' ? undefined : { text: words, ...(due ? { due } : {}) };
    const began = based.current;
    const nothing = next?.text === began?.text && next?.due === began?.due;
    if (nothing && !(leaves && onTheWay.current > 0)) return;
    based.current = next;
    onTheWay.current += 1;
    void onChange(next ?? null, began ?? null, leaves).finally(() => {
      onTheWay.current -= 1;
    });
  }
  useEffect(() => {
    // What is typed here is newer than an answer to what was typed before.
    if (onTheWay.current > 0) return;
    based.current = step;
    // Blanks at the end are on their way to the next word.
    if (typed.current.text.trim() !== (step?.text ?? '')) {
      typed.current.text = step?.text ?? '';
      setText(typed.current.text);
    }
    typed.current.due = step?.due;
  }, [step?.text, step?.due]);
  const due = typed.current.due;
  const late = due !== undefined && due !== '' && due < today();
  return (
    <div class="next-step">
      <label>
        <span>{t('field_nextStep')}</span>
        <input
          value={text}
          maxLength={500}
          dir="auto"
          placeholder={t('nextStep_example')}
          onInput={({ currentTarget }) => {
            typed.current.text = currentTarget.value;
            setText(currentTarget.value);
            write(false);
          }}
          onBlur={() => write(true)}
        />
      </label>
      <label class={late ? 'late' : undefined}>
        <span>{late ? t('nextStep_late') : t('nextStep_due')}</span>
        <input
          type="date"
          value={due ?? ''}
          disabled={text.trim() === ''}
          onChange={({ currentTarget }) => {
            typed.current.due = currentTarget.value;
            write(true);
          }}
        />
      </label>
      {step !== undefined && onDone !== undefined && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            const done = typed.current.text.trim().slice(0, 500) || step.text;
            typed.current = { text: '', due: undefined };
            based.current = undefined;
            setText('');
            onDone(done);
          }}
        >
          <Icon of={Check} />
          {t('nextStep_done')}
        </button>
      )}
    </div>
  );
}

import { Check } from 'lucide';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { OwnWords } from '../../core/model/index.ts';
import { t } from '../text.ts';
import { Icon } from './Icon.tsx';
import { today } from './today.ts';
import { useWriting } from './writing.ts';

interface Props {
  step: OwnWords['nextStep'];
  /** `null`: there is none any more. `based` is the step that was there before. */
  onChange: (step: NonNullable<OwnWords['nextStep']> | null, based: OwnWords['nextStep']) => Promise<unknown>;
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
  const writing = useWriting(() => {
    const words = typed.current.text.trim().slice(0, 500);
    const { due } = typed.current;
    const next = words === '' ? undefined : { text: words, ...(due ? { due } : {}) };
    if (next?.text === based.current?.text && next?.due === based.current?.due) return;
    const began = based.current;
    based.current = next;
    onTheWay.current += 1;
    void onChange(next ?? null, began).finally(() => {
      onTheWay.current -= 1;
    });
  });
  useEffect(() => {
    // What is typed here is newer than an answer to what was typed before.
    if (writing.waits() || onTheWay.current > 0) return;
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
            writing.touch();
          }}
          onBlur={writing.flush}
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
            writing.touch();
            writing.flush();
          }}
        />
      </label>
      {step !== undefined && onDone !== undefined && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            writing.flush();
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

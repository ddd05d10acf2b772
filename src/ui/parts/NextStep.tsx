import { Check } from 'lucide';
import { useState } from 'preact/hooks';
import type { OwnWords } from '../../core/model/index.ts';
import { t } from '../text.ts';
import { Icon } from './Icon.tsx';
import { today } from './today.ts';

interface Props {
  step: OwnWords['nextStep'];
  /** `null`: there is none any more. */
  onChange: (step: OwnWords['nextStep'] | null) => void;
  /** The step was taken: goes into the log, with today's date. */
  onDone: (text: string) => void;
}

/** What the user wants to do next with this contact, and by when. */
export function NextStep({ step, onChange, onDone }: Props) {
  const [text, setText] = useState(step?.text ?? '');
  const late = step?.due !== undefined && step.due < today();
  const set = (next: { text: string; due?: string | undefined }) => {
    const words = next.text.trim().slice(0, 500);
    onChange(words === '' ? null : { text: words, ...(next.due ? { due: next.due } : {}) });
  };
  return (
    <div class="next-step">
      <label>
        <span>{t('field_nextStep')}</span>
        <input
          value={text}
          maxLength={500}
          placeholder={t('nextStep_example')}
          onInput={({ currentTarget }) => setText(currentTarget.value)}
          onChange={({ currentTarget }) => set({ text: currentTarget.value, due: step?.due })}
        />
      </label>
      <label class={late ? 'late' : undefined}>
        <span>{late ? t('nextStep_late') : t('nextStep_due')}</span>
        <input
          type="date"
          value={step?.due ?? ''}
          disabled={text.trim() === ''}
          onChange={({ currentTarget }) => set({ text, due: currentTarget.value })}
        />
      </label>
      {step !== undefined && (
        <button
          type="button"
          class="plain"
          onClick={() => {
            setText('');
            onDone(step.text);
          }}
        >
          <Icon of={Check} />
          {t('nextStep_done')}
        </button>
      )}
    </div>
  );
}

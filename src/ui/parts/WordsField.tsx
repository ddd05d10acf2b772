import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';

interface Props {
  label: string;
  value: readonly string[];
  onChange: (words: string[]) => void;
}

/** Several words or names in one line, separated by commas; told are the distinct ones, at most 500 characters each. */
export function WordsField({ label, value, onChange }: Props) {
  // The text as typed: a comma at its end is on its way to the next word.
  const [text, setText] = useState(value.join(', '));
  return (
    <label>
      <span>{label}</span>
      <input
        value={text}
        maxLength={2000}
        onInput={({ currentTarget }) => {
          setText(currentTarget.value);
          onChange(wordsOf(currentTarget.value));
        }}
      />
      <span class="hint">{t('goal_commas')}</span>
    </label>
  );
}

function wordsOf(text: string): string[] {
  const words = text.split(/[,;]/).map((part) => part.trim().slice(0, 500));
  return [...new Set(words)].filter((word) => word !== '');
}

import { useState } from 'preact/hooks';
import { formatMonth, t } from '../../browser/text.ts';
import { parseDate } from '../../core/text/dates.ts';

/**
 * A month or a year, typed as people write it: `2019`, `03/2019`, `März 2019`. `value` and what `onChange` is told
 * are `YYYY`, `YYYY-MM` or empty; what is no date is told to nobody and keeps the form from being sent.
 */
export function MonthField({
  label,
  value,
  onChange,
}: {
  label: string;
  value: string;
  onChange: (date: string) => void;
}) {
  /** What is typed, and the date that it stands for: when another comes from elsewhere, that is shown. */
  const [typed, setTyped] = useState({ text: '', of: '' });
  const shown = typed.of === value && typed.text !== '' ? typed.text : formatMonth(value);
  const isDate = shown.trim() === '' || parseDate(shown) !== null;
  return (
    <label>
      <span>{label}</span>
      <input
        maxLength={30}
        placeholder="2019"
        autocomplete="off"
        value={shown}
        ref={(input) => input?.setCustomValidity(isDate ? '' : t('edit_badDate', { text: shown }))}
        onInput={({ currentTarget }) => {
          const text = currentTarget.value;
          const read = text.trim() === '' ? '' : parseDate(text);
          setTyped({ text, of: read ?? value });
          if (read !== null && read !== value) onChange(read);
        }}
      />
    </label>
  );
}

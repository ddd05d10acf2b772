import { useState } from 'preact/hooks';
import { currentLanguage, t } from '../../browser/text.ts';
import { birthdayOf } from '../../core/model/own.ts';

/** A birthday as it is typed: texts, of which a day is made at the end. */
export interface TypedBirthday {
  day: string;
  month: string;
  year: string;
}

/** The parts of a birthday; all empty for none. */
export function birthdayParts(birthday: string | undefined): TypedBirthday {
  if (birthday === undefined) return { day: '', month: '', year: '' };
  const year = birthday.startsWith('-') ? '' : birthday.slice(0, 4);
  return { day: String(Number(birthday.slice(-2))), month: String(Number(birthday.slice(-5, -3))), year };
}

/** The birthday that was typed; `null` for none, `undefined` when there is no such day. */
export function typedBirthday({ day, month, year }: TypedBirthday): string | null | undefined {
  if (day.trim() === '' && month === '' && year.trim() === '') return null;
  if (!/^\d{1,2}$/.test(day.trim()) || !/^(\d{4})?$/.test(year.trim())) return undefined;
  const born = birthdayOf(year.trim() === '' ? null : Number(year), Number(month), Number(day));
  // A year that nobody is born in is a slip of the hand here.
  return born === null || (year.trim() !== '' && born.startsWith('-')) ? undefined : born;
}

/** A birthday in words; without its year where that is not known. */
export function birthdayWords(birthday: string): string {
  const known = !birthday.startsWith('-');
  const date = new Date(`${known ? birthday.slice(0, 4) : '2000'}-${birthday.slice(-5)}T00:00:00Z`);
  return new Intl.DateTimeFormat(currentLanguage(), {
    day: 'numeric',
    month: 'long',
    ...(known && { year: 'numeric' }),
    timeZone: 'UTC',
  }).format(date);
}

/** Day, month and, where it is known, year. */
export function BirthdayField({
  value,
  onChange,
}: {
  value: TypedBirthday;
  onChange: (value: TypedBirthday) => void;
}) {
  const [months] = useState(() =>
    Array.from({ length: 12 }, (_, at) =>
      new Intl.DateTimeFormat(currentLanguage(), { month: 'long', timeZone: 'UTC' }).format(
        new Date(Date.UTC(2000, at, 1)),
      ),
    ),
  );
  const number = (part: 'day' | 'year', digits: number) => (
    <label>
      <span>{t(`birthday_${part}`)}</span>
      <input
        inputMode="numeric"
        maxLength={digits}
        value={value[part]}
        autocomplete="off"
        onInput={({ currentTarget }) => onChange({ ...value, [part]: currentTarget.value })}
      />
    </label>
  );
  return (
    <fieldset class="birthday">
      <legend>{t('field_birthday')}</legend>
      <div class="birthday-parts">
        {number('day', 2)}
        <label>
          <span>{t('birthday_month')}</span>
          <select
            value={value.month}
            onChange={({ currentTarget }) => onChange({ ...value, month: currentTarget.value })}
          >
            <option value="">–</option>
            {months.map((name, at) => (
              <option key={name} value={String(at + 1)}>
                {name}
              </option>
            ))}
          </select>
        </label>
        {number('year', 4)}
      </div>
    </fieldset>
  );
}

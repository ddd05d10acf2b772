import { useEffect, useState } from 'preact/hooks';
import { currentLanguage, t } from '../../browser/text.ts';
import type { Place } from '../../core/model/index.ts';
import { functionName, industryName, type Language } from '../../core/taxonomy/index.ts';
import { countryOf, parsePlace } from '../../core/text/places.ts';
import { Combobox } from './Combobox.tsx';
import { matchOptions, type Option } from './matchOptions.ts';

interface FieldProps {
  label: string;
  /** A code, or empty for nothing. */
  value: string;
  /** The code, and the user's own words that it was chosen by. */
  onChange: (code: string, typed?: string) => void;
  /** The user's own words that the code was chosen by before. */
  wrote?: string | undefined;
  hint?: string | undefined;
  labelHidden?: boolean | undefined;
}

/** Chooses a function: one of the 436 unit groups of ISCO-08, by its name or by any title. */
export function FunctionField(props: FieldProps) {
  const [options, load] = useOptions('functionOptions');
  return (
    <Combobox
      {...props}
      options={options}
      onEnter={load}
      display={props.value === '' ? '' : functionName(props.value, currentLanguage())}
      placeholder={t('field_functionExample')}
    />
  );
}

/** Chooses an industry: one of the 88 divisions of NACE Rev. 2, by its name or by a site's label. */
export function IndustryField(props: FieldProps) {
  const [options, load] = useOptions('industryOptions');
  return (
    <Combobox
      {...props}
      options={options}
      onEnter={load}
      display={props.value === '' ? '' : industryName(props.value, currentLanguage())}
      placeholder={t('field_industryExample')}
    />
  );
}

interface PlaceProps extends Pick<FieldProps, 'label' | 'hint' | 'labelHidden'> {
  value: Place | undefined;
  onChange: (place: Place | undefined) => void;
}

/** A place as people write it, `Hamburg, Germany`; type-ahead over countries, and what was understood below. */
export function PlaceField({ value, onChange, hint, ...rest }: PlaceProps) {
  const understood = value === undefined ? undefined : placeWords(value);
  return (
    <Combobox
      {...rest}
      ownText
      value={value?.text ?? ''}
      options={countryEndings}
      placeholder={t('field_placeExample')}
      // Always one line: a line that came with leaving the field would move the button under the pointer.
      hint={understood ?? hint ?? t('field_placeHint')}
      onChange={(text) => onChange(parsePlace(text) ?? undefined)}
    />
  );
}

/** City, region and country by their names; `undefined` when only the text is known. */
function placeWords({ city, region, country }: Place): string | undefined {
  const name = country && new Intl.DisplayNames(currentLanguage(), { type: 'region' }).of(country);
  const words = [city, region, name].filter((word) => word !== undefined);
  return words.length === 0 ? undefined : words.join(' · ');
}

/** Completes the last part of what is typed to a country's name. */
function countryEndings(typed: string): Option[] {
  const at = typed.lastIndexOf(',');
  const last = typed.slice(at + 1).trim();
  if (last.length < 2 || countryOf(last) !== undefined) return [];
  const before = at < 0 ? '' : `${typed.slice(0, at).trim()}, `;
  return matchOptions(countries(currentLanguage()), last)
    .filter(({ rank }) => rank <= 2)
    .slice(0, 6)
    .map(({ option }) => ({ value: before + option.name, name: before + option.name }));
}

const countryNames = new Map<Language, Option[]>();

function countries(language: Language): Option[] {
  let names = countryNames.get(language);
  if (names === undefined) {
    const display = new Intl.DisplayNames(language, { type: 'region', fallback: 'none' });
    names = [];
    for (let first = 65; first <= 90; first++) {
      for (let second = 65; second <= 90; second++) {
        const code = String.fromCharCode(first, second);
        const name = display.of(code);
        if (name !== undefined && countryOf(code) === code) names.push({ value: code, name });
      }
    }
    countryNames.set(language, names);
  }
  return names;
}

/** Options of a taxonomy, loaded when the field is first entered. */
function useOptions(kind: 'functionOptions' | 'industryOptions'): [readonly Option[], () => void] {
  const language = currentLanguage();
  const [asked, setAsked] = useState(false);
  const [options, setOptions] = useState<readonly Option[]>([]);
  useEffect(() => {
    let left = false;
    if (asked) void import('./taxonomyOptions.ts').then((made) => !left && setOptions(made[kind](language)));
    return () => {
      left = true;
    };
  }, [asked, kind, language]);
  return [options, () => setAsked(true)];
}

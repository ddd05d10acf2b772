import { INDUSTRY_LABELS } from '../../core/tables/industryLabels.ts';
import { TITLE_LEXICON } from '../../core/tables/titles.ts';
import {
  familyName,
  functionFamily,
  functionName,
  ISCO_UNIT_GROUPS,
  industryName,
  industrySector,
  type Language,
  NACE_CODES,
  sectorName,
} from '../../core/taxonomy/index.ts';
import { officialFunctionName } from '../../core/taxonomy/officialNames.ts';
import type { Option } from './matchOptions.ts';
import { looksForeign, writtenPhrase } from './writtenPhrase.ts';

const made = new Map<string, readonly Option[]>();

/**
 * The 436 unit groups of ISCO-08 by name, in alphabetical order; found also by the other language's name, by
 * their family and by the titles of the lexicon. Loaded when a field asks for it, as the lexicon is large.
 */
export function functionOptions(language: Language): readonly Option[] {
  return keep(`function-${language}`, () => {
    const titles = phrasesByCode(TITLE_LEXICON);
    const other = language === 'en' ? 'de' : 'en';
    return ISCO_UNIT_GROUPS.map((code) => {
      const family = functionFamily(code);
      return {
        value: code,
        name: functionName(code, language),
        detail: family === null ? undefined : familyName(family, language),
        spellings: titles.get(code),
        write: written(language),
        also: [
          officialFunctionName(code, language),
          ...(family === null ? [] : [familyName(family, language)]),
        ],
        foreign: [functionName(code, other), officialFunctionName(code, other)],
      };
    });
  });
}

/** The 88 divisions of NACE Rev. 2 by name, in alphabetical order; found also by sector and by sites' labels. */
export function industryOptions(language: Language): readonly Option[] {
  return keep(`industry-${language}`, () => {
    const labels = phrasesByCode(INDUSTRY_LABELS);
    return NACE_CODES.map((code) => {
      const sector = industrySector(code);
      return {
        value: code,
        name: industryName(code, language),
        detail: sector === null ? undefined : sectorName(sector, language),
        spellings: labels.get(code),
        write: written(language),
        also: sector === null ? [] : [sectorName(sector, language)],
        foreign: [industryName(code, language === 'en' ? 'de' : 'en')],
      };
    });
  });
}

function written(language: Language): NonNullable<Option['write']> {
  return (spelling) => ({
    text: writtenPhrase(spelling, language),
    foreign: looksForeign(spelling, language),
  });
}

function keep(key: string, make: () => Option[]): readonly Option[] {
  let options = made.get(key);
  if (options === undefined) {
    options = make().sort((a, b) => a.name.localeCompare(b.name, key.slice(-2)));
    made.set(key, options);
  }
  return options;
}

/** `code: phrase, phrase` lines; phrases that stand for a word's end (`-entwickler`) are no names to look for. */
function phrasesByCode(lexicon: string): Map<string, string[]> {
  return new Map(
    lexicon
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', phrases = ''] = line.split(': ', 2);
        return [code, phrases.split(', ').filter((phrase) => phrase !== '' && !phrase.startsWith('-'))];
      }),
  );
}

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

const made = new Map<string, readonly Option[]>();

/**
 * The 436 unit groups of ISCO-08 by name, in alphabetical order; found also by the other language's name, by
 * their family and by the titles of the lexicon. Loaded when a field asks for it, as the lexicon is large.
 */
export function functionOptions(language: Language): readonly Option[] {
  return keep(`function-${language}`, () => {
    const titles = phrasesByCode(TITLE_LEXICON);
    return ISCO_UNIT_GROUPS.map((code) => {
      const family = functionFamily(code);
      return {
        value: code,
        name: functionName(code, language),
        detail: family === null ? undefined : familyName(family, language),
        spellings: titles.get(code),
        also: [
          functionName(code, language === 'en' ? 'de' : 'en'),
          officialFunctionName(code, 'en'),
          officialFunctionName(code, 'de'),
          ...(family === null ? [] : [familyName(family, language)]),
        ],
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
        also: [
          industryName(code, language === 'en' ? 'de' : 'en'),
          ...(sector === null ? [] : [sectorName(sector, language)]),
        ],
      };
    });
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

import { currentLanguage, t } from '../../../browser/text.ts';
import type { Goal, Place, StressChange } from '../../../core/model/index.ts';
import { functionName, industryName } from '../../../core/taxonomy/index.ts';
import { parsePlace } from '../../../core/text/places.ts';

/** What can change in a stress test, in the order in which it is asked. */
export const CHANGES = ['company', 'function', 'industry', 'place'] as const;
export type ChangePart = (typeof CHANGES)[number];

/** The query of a change for the address: `{industry: '86', company: 'yes'}`; `yes` is a change to anywhere else. */
export function queryOf(change: StressChange): Record<string, string> {
  const query: Record<string, string> = {};
  if (change.company !== undefined) query.company = change.company === true ? ANYWHERE : change.company.to;
  if (change.function !== undefined)
    query.function = change.function === true ? ANYWHERE : change.function.isco;
  if (change.industry !== undefined)
    query.industry = change.industry === true ? ANYWHERE : change.industry.nace2;
  if (change.place !== undefined) query.place = change.place === true ? ANYWHERE : change.place.place.text;
  return query;
}

/** Reads a change back from the address; a part that cannot be read is left out. */
export function changeOf(query: Readonly<Record<string, string>>): StressChange {
  const change: StressChange = {};
  const { company, function: isco, industry, place } = query;
  if (company) change.company = company === ANYWHERE ? true : { to: company.slice(0, 500) };
  if (isco) {
    if (isco === ANYWHERE) change.function = true;
    else if (/^\d{1,4}$/.test(isco)) change.function = { isco };
  }
  if (industry) {
    if (industry === ANYWHERE) change.industry = true;
    else if (/^\d{2}$/.test(industry)) change.industry = { nace2: industry };
  }
  if (place) {
    const read = place === ANYWHERE ? null : parsePlace(place);
    if (place === ANYWHERE) change.place = true;
    else if (read !== null) change.place = { place: read };
  }
  return change;
}

/** Says in an address that something changes, without saying to what. */
const ANYWHERE = 'yes';

/** The change that a goal's target asks for; empty when the target names no field and no place. */
export function changeForGoal({ target }: Goal): StressChange {
  const [company] = target.companies;
  return {
    ...(company !== undefined && { company: { to: company } }),
    ...(target.isco !== undefined && { function: { isco: target.isco } }),
    ...(target.nace2 !== undefined && { industry: { nace2: target.nace2 } }),
    ...(target.place !== undefined && { place: { place: target.place } }),
  };
}

export function isEmpty(change: StressChange): boolean {
  return CHANGES.every((part) => change[part] === undefined);
}

/** Whether two changes ask for the same. */
export function sameChange(a: StressChange, b: StressChange): boolean {
  return JSON.stringify(Object.entries(queryOf(a))) === JSON.stringify(Object.entries(queryOf(b)));
}

/** What changes, as the object of “if you changed your …”: “industry and place”. */
export function changeWords(change: StressChange): string {
  return list(CHANGES.filter((part) => change[part] !== undefined).map((part) => t(`change_${part}`)));
}

/** What changes, as a heading: “Employer and industry”. */
export function changeNames(change: StressChange): string {
  const names = CHANGES.filter((part) => change[part] !== undefined).map((part) => t(`changeLabel_${part}`));
  // English writes nouns small within a heading.
  return list(names.map((name, at) => (at > 0 && currentLanguage() === 'en' ? name.toLowerCase() : name)));
}

/** Where the change leads: “Hospitals, Berlin”; empty where it leads just anywhere else. */
export function aimWords(change: StressChange): string {
  const language = currentLanguage();
  return [
    typeof change.function === 'object' && functionName(change.function.isco, language),
    typeof change.industry === 'object' && industryName(change.industry.nace2, language),
    typeof change.company === 'object' && change.company.to,
    typeof change.place === 'object' && placeWords(change.place.place),
  ]
    .filter((words) => words !== false)
    .join(' · ');
}

/** The sentence on who stays: with names or nobody, and where the change leads if it leads somewhere. */
export function stayKey(
  stay: number,
  aim: string,
): 'test_stayNames' | 'test_stayNobody' | 'test_stayNamesAim' | 'test_stayNobodyAim' {
  if (aim === '') return stay > 0 ? 'test_stayNames' : 'test_stayNobody';
  return stay > 0 ? 'test_stayNamesAim' : 'test_stayNobodyAim';
}

/** A place in the fewest words that name it. */
export function placeWords({ text, city, country }: Place): string {
  if (city) return city;
  return (country && new Intl.DisplayNames(currentLanguage(), { type: 'region' }).of(country)) || text;
}

/** Words as the language lists them: “a, b and c”. */
export function list(words: readonly string[]): string {
  return new Intl.ListFormat(currentLanguage(), { type: 'conjunction' }).format(words);
}

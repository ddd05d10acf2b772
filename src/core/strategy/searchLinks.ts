import type { Goal, NextMove } from '../model/index.ts';
import {
  type FunctionFamily,
  functionFamily,
  type IndustrySector,
  industrySector,
  type Language,
} from '../taxonomy/index.ts';
import { cut } from '../text/whitespace.ts';
import { levelOf } from './viewpoint.ts';

type Words = Partial<Record<Language, string>>;

/** Words that people of a family of functions write in their titles; the families' own names are too long to find anybody. */
const TITLE_WORDS: Partial<Record<FunctionFamily, Words>> = {
  generalManagement: { en: 'Managing Director', de: 'Geschäftsführung' },
  operations: { en: 'Operations', de: 'Produktion' },
  finance: { en: 'Finance', de: 'Finanzen' },
  humanResources: { en: 'HR', de: 'Personal' },
  strategy: { en: 'Strategy', de: 'Strategie' },
  marketing: { en: 'Marketing', de: 'Marketing' },
  sales: { en: 'Sales', de: 'Vertrieb' },
  software: { en: 'Software', de: 'Software' },
  itOperations: { en: 'IT', de: 'IT' },
  engineering: { en: 'Engineer', de: 'Ingenieur' },
  technicians: { en: 'Technician', de: 'Techniker' },
  design: { en: 'Design', de: 'Design' },
  science: { en: 'Scientist', de: 'Forschung' },
  medicine: { en: 'Physician', de: 'Medizin' },
  care: { en: 'Nursing', de: 'Pflege' },
  education: { en: 'Teacher', de: 'Lehre' },
  law: { en: 'Legal', de: 'Recht' },
  social: { en: 'Social work', de: 'Soziales' },
  media: { en: 'Media', de: 'Medien' },
  government: { en: 'Public sector', de: 'Verwaltung' },
  administration: { en: 'Administration', de: 'Büroleitung' },
  logistics: { en: 'Logistics', de: 'Logistik' },
  hospitality: { en: 'Hospitality', de: 'Gastronomie' },
  security: { en: 'Security', de: 'Sicherheit' },
  construction: { en: 'Construction', de: 'Bau' },
  crafts: { en: 'Production', de: 'Fertigung' },
  agriculture: { en: 'Agriculture', de: 'Landwirtschaft' },
  elementary: { en: 'Services', de: 'Dienste' },
};

/** The same for sectors of industry. */
const SECTOR_WORDS: Partial<Record<IndustrySector, Words>> = {
  agriculture: { en: 'agriculture', de: 'Landwirtschaft' },
  resources: { en: 'mining', de: 'Bergbau' },
  consumerGoods: { en: 'consumer goods', de: 'Konsumgüter' },
  materials: { en: 'materials', de: 'Werkstoffe' },
  chemistry: { en: 'pharma', de: 'Pharma' },
  machinery: { en: 'machinery', de: 'Maschinenbau' },
  vehicles: { en: 'automotive', de: 'Automobil' },
  energy: { en: 'energy', de: 'Energie' },
  construction: { en: 'construction', de: 'Bau' },
  trade: { en: 'retail', de: 'Handel' },
  transport: { en: 'logistics', de: 'Logistik' },
  hospitality: { en: 'hotel', de: 'Hotel' },
  media: { en: 'media', de: 'Medien' },
  information: { en: 'software', de: 'Software' },
  finance: { en: 'bank', de: 'Bank' },
  property: { en: 'real estate', de: 'Immobilien' },
  advice: { en: 'consulting', de: 'Beratung' },
  research: { en: 'research', de: 'Forschung' },
  services: { en: 'services', de: 'Dienstleistung' },
  government: { en: 'government', de: 'Behörde' },
  education: { en: 'education', de: 'Bildung' },
  health: { en: 'hospital', de: 'Klinik' },
  social: { en: 'social services', de: 'Wohlfahrt' },
  culture: { en: 'culture', de: 'Kultur' },
  associations: { en: 'NGO', de: 'Verband' },
};

/** Words of leading titles, and of people who stand between groups. */
const LEADING: Words = { en: 'Head', de: 'Leitung' };
const BETWEEN: Words = { en: 'Board', de: 'Beirat' };

export type SearchFor = Pick<
  NextMove,
  'role' | 'isco' | 'nace2' | 'seniority' | 'company' | 'skill' | 'place'
> & { words?: Goal['words'] };

/**
 * People searches on LinkedIn and XING for somebody of a kind, in the words of a language. They are addresses only:
 * nothing is opened or fetched. Empty when there is nothing to search by.
 */
export function searchLinks(wanted: SearchFor, language: Language): NextMove['links'] {
  const words = searchWords(wanted, language);
  if (words === '') return [];
  const query = encodeURIComponent(words.toWellFormed());
  return [
    {
      site: 'linkedin',
      url: `https://www.linkedin.com/search/results/people/?keywords=${query}&origin=GLOBAL_SEARCH_HEADER`,
    },
    { site: 'xing', url: `https://www.xing.com/search/members?keywords=${query}` },
  ];
}

/** At most five words or names: each more leaves fewer people who match all. */
function searchWords(
  { role, isco, nace2, seniority, company, skill, place, words }: SearchFor,
  language: Language,
): string {
  const family = isco === undefined ? null : functionFamily(isco);
  const sector = nace2 === undefined ? null : industrySector(nace2);
  const leads = role === 'mentor' || (seniority !== undefined && levelOf(seniority) >= levelOf('lead'));
  // The user's own words find better than the names of a family.
  const title = skill ?? (family === null ? undefined : (words?.function ?? TITLE_WORDS[family]?.[language]));
  const field =
    company ?? (sector === null ? undefined : (words?.industry ?? SECTOR_WORDS[sector]?.[language]));
  const where =
    place === undefined
      ? undefined
      : (place.city ?? place.region ?? (place.country && countryName(place.country, language)) ?? place.text);
  const named = [title, field, where].filter((word) => word !== undefined && word !== '');
  if (named.length === 0 && !leads) return '';
  const all = [leads ? LEADING[language] : role === 'doorOpener' ? BETWEEN[language] : undefined, ...named];
  return cut([...new Set(all.filter((word) => word !== undefined))].join(' '), 200);
}

function countryName(code: string, language: Language): string {
  return new Intl.DisplayNames(language, { type: 'region' }).of(code) ?? code;
}

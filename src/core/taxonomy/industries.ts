import { NACE_DIVISIONS } from './naceDivisions.ts';

export type Language = 'en' | 'de';

/** Industry sectors for people: divisions of NACE Rev. 2 grouped by what outsiders would call one world. */
export const INDUSTRY_SECTORS = {
  agriculture: { en: 'Agriculture and forestry', de: 'Land- und Forstwirtschaft' },
  resources: { en: 'Mining and raw materials', de: 'Bergbau und Rohstoffe' },
  consumerGoods: { en: 'Food and consumer goods', de: 'Lebensmittel und Konsumgüter' },
  materials: { en: 'Materials and packaging', de: 'Werkstoffe und Verpackung' },
  chemistry: { en: 'Chemicals and pharmaceuticals', de: 'Chemie und Pharma' },
  machinery: { en: 'Machinery, electronics, devices', de: 'Maschinen, Elektronik, Geräte' },
  vehicles: { en: 'Automotive and aerospace', de: 'Automobil, Luft- und Raumfahrt' },
  energy: { en: 'Energy, water, waste', de: 'Energie, Wasser, Entsorgung' },
  construction: { en: 'Construction', de: 'Bau' },
  trade: { en: 'Retail and wholesale', de: 'Handel' },
  transport: { en: 'Transport and logistics', de: 'Verkehr und Logistik' },
  hospitality: { en: 'Hotels, restaurants, travel', de: 'Hotels, Gastronomie, Reisen' },
  media: { en: 'Media and advertising', de: 'Medien und Werbung' },
  information: { en: 'Software, internet, telecoms', de: 'Software, Internet, Telekommunikation' },
  finance: { en: 'Banking and insurance', de: 'Banken und Versicherungen' },
  property: { en: 'Real estate', de: 'Immobilien' },
  advice: { en: 'Consulting, law, engineering offices', de: 'Beratung, Recht, Ingenieurbüros' },
  research: { en: 'Research', de: 'Forschung' },
  services: { en: 'Business and personal services', de: 'Dienstleistungen' },
  government: { en: 'Government and international bodies', de: 'Staat und internationale Organisationen' },
  education: { en: 'Education', de: 'Bildung' },
  health: { en: 'Health care', de: 'Gesundheit' },
  social: { en: 'Care and social work', de: 'Pflege und Soziales' },
  culture: { en: 'Culture, sport, leisure', de: 'Kultur, Sport, Freizeit' },
  associations: { en: 'Associations and churches', de: 'Verbände und Kirchen' },
} as const;
export type IndustrySector = keyof typeof INDUSTRY_SECTORS;

interface Division {
  section: string;
  sector: IndustrySector;
  en: string;
  de: string;
}

const divisions: ReadonlyMap<string, Division> = new Map(
  NACE_DIVISIONS.split('\n').map((line) => {
    const [code = '', section = '', sector = '', en = '', de = ''] = line.split('|');
    return [code, { section, sector: sector as IndustrySector, en, de }];
  }),
);

/** All 88 divisions of NACE Rev. 2, two digits, in the order of the classification. */
export const NACE_CODES: readonly string[] = [...divisions.keys()];

/** The division (two digits) of a NACE code of any depth, with or without dots; `null` if there is none. */
export function naceDivision(code: string): string | null {
  const division = code
    .trim()
    .replace(/^[A-U]/, '')
    .slice(0, 2);
  return divisions.has(division) ? division : null;
}

/** Plain name of an industry; the code itself when it is not one of NACE Rev. 2. */
export function industryName(code: string, language: Language): string {
  const division = divisions.get(naceDivision(code) ?? '');
  return division?.[language] ?? code;
}

/** The sector of an industry, or `null` for an unknown code. */
export function industrySector(code: string): IndustrySector | null {
  return divisions.get(naceDivision(code) ?? '')?.sector ?? null;
}

/** Name of a sector for people. */
export function sectorName(sector: IndustrySector, language: Language): string {
  return INDUSTRY_SECTORS[sector][language];
}

/** The NACE section (letter) of an industry, or `null`. */
export function naceSection(code: string): string | null {
  return divisions.get(naceDivision(code) ?? '')?.section ?? null;
}

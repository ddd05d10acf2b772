import { FUNCTION_NAMES } from './functionNames.ts';
import type { Language } from './industries.ts';

/** Function families for people: what somebody does, in words that stand on business cards. */
export const FUNCTION_FAMILIES = {
  generalManagement: { en: 'General management', de: 'Unternehmensführung' },
  operations: { en: 'Operations and production management', de: 'Betriebs- und Produktionsleitung' },
  finance: { en: 'Finance and accounting', de: 'Finanzen und Rechnungswesen' },
  humanResources: { en: 'Human resources', de: 'Personal' },
  strategy: { en: 'Strategy, organisation, projects', de: 'Strategie, Organisation, Projekte' },
  marketing: { en: 'Marketing and communication', de: 'Marketing und Kommunikation' },
  sales: { en: 'Sales and purchasing', de: 'Vertrieb und Einkauf' },
  software: { en: 'Software and data', de: 'Software und Daten' },
  itOperations: { en: 'IT operations and support', de: 'IT-Betrieb und Support' },
  engineering: { en: 'Engineering', de: 'Ingenieurwesen' },
  technicians: { en: 'Technicians and control', de: 'Technik und Prozesssteuerung' },
  design: { en: 'Architecture and design', de: 'Architektur und Gestaltung' },
  science: { en: 'Science and statistics', de: 'Wissenschaft und Statistik' },
  medicine: { en: 'Medicine and therapy', de: 'Medizin und Therapie' },
  care: { en: 'Nursing and care', de: 'Pflege und Betreuung' },
  education: { en: 'Teaching', de: 'Lehre und Unterricht' },
  law: { en: 'Law', de: 'Recht' },
  social: { en: 'Social work, psychology, religion', de: 'Soziales, Psychologie, Seelsorge' },
  media: { en: 'Media, arts, languages', de: 'Medien, Kunst, Sprachen' },
  government: { en: 'Public service', de: 'Öffentlicher Dienst' },
  administration: { en: 'Office and administration', de: 'Büro und Verwaltung' },
  logistics: { en: 'Logistics and transport', de: 'Logistik und Verkehr' },
  hospitality: {
    en: 'Hospitality, travel, personal services',
    de: 'Gastgewerbe, Reise, persönliche Dienste',
  },
  security: { en: 'Security, police, armed forces', de: 'Sicherheit, Polizei, Militär' },
  construction: { en: 'Construction trades', de: 'Bauhandwerk' },
  crafts: { en: 'Crafts and production', de: 'Handwerk und Fertigung' },
  agriculture: { en: 'Farming, forestry, fishing', de: 'Land-, Forst- und Fischwirtschaft' },
  elementary: { en: 'Helpers and cleaning', de: 'Hilfs- und Reinigungstätigkeiten' },
} as const;
export type FunctionFamily = keyof typeof FUNCTION_FAMILIES;

/** Family by ISCO-08 prefix; the longest prefix decides. */
const FAMILY_BY_PREFIX: Readonly<Record<FunctionFamily, string>> = {
  generalManagement: '1 11 112 1349',
  operations: '13 131 132 134 312 14 143 1219',
  finance: '1211 241 331 431 3313 4311 4312 1346 3311 3312 3315 4211 4212 4213 4214 2412 2413',
  humanResources: '1212 2423 2424 3333 4416 4313',
  strategy: '1213 242 2421 2422 122',
  marketing: '1222 2431 2432 3332',
  sales: '1221 142 243 2433 2434 332 52 3339 3334 3323 3322 3324 5244',
  software: '133 25 251 2521 1330',
  itOperations: '35 252 2522 2523 2529',
  engineering: '214 215 1223',
  technicians: '31 313 352 3118',
  design: '216 2166 3432 2165',
  science: '21 211 212 213 2631 2632 3111 314 3212 2120 3314',
  medicine: '22 32 221 223 224 226 225 324 325 321 2250 1342 3254 323',
  care: '222 322 53 532 1343 1341 531',
  education: '23 1345 5312 5311',
  law: '261 3411',
  social: '263 2635 3412 3413 2634 2636 1344',
  media: '26 262 264 265 34 343 3431 3433 3435 3521 2654 2642 2643 2641',
  government: '111 335 1112',
  administration: '4 33 334 41 42 44 422 3341 3342 3343 4110',
  logistics: '1324 3331 432 83 315 833 832 831 835 933 8350 4323 9621',
  hospitality: '141 51 94 511 512 513 514 516 342 3434 4221 4224 1431',
  security: '0 54 3355 541 01 02 03',
  construction: '71 711 712 713 7411 1323 3112 3123 8342 9312 9313',
  crafts: '7 8 72 73 74 75 81 82 932',
  agriculture: '6 92 61 62 63 1311 1312 3142 3143 2132',
  elementary: '9 91 95 96 93 515',
};

/** Turned round for look-up by prefix. */
const familyByPrefix = new Map<string, FunctionFamily>();
for (const [family, prefixes] of Object.entries(FAMILY_BY_PREFIX)) {
  for (const prefix of prefixes.split(' ')) familyByPrefix.set(prefix, family as FunctionFamily);
}

export interface Group {
  en: string;
  de: string;
}

const groups = readGroups(FUNCTION_NAMES);

/** Reads a table of lines `code|English|German`. */
export function readGroups(table: string): ReadonlyMap<string, Group> {
  return new Map(
    table
      .trim()
      .split('\n')
      .map((line) => {
        const [code = '', en = '', de = ''] = line.split('|');
        return [code, { en, de }];
      }),
  );
}

/** All 436 unit groups of ISCO-08, four digits, in the order of the classification. */
export const ISCO_UNIT_GROUPS: readonly string[] = [...groups.keys()].filter((code) => code.length === 4);

/** The deepest known group (one to four digits) of an ISCO-08 code; `null` if even its first digit is unknown. */
export function iscoGroup(code: string): string | null {
  for (let length = Math.min(4, code.length); length > 0; length--) {
    const prefix = code.slice(0, length);
    if (groups.has(prefix)) return prefix;
  }
  return null;
}

/** Name of a function in plain words; the code itself when it is not one of ISCO-08. */
export function functionName(code: string, language: Language): string {
  return groups.get(code)?.[language] ?? code;
}

/** The family of a function by its ISCO-08 code of any depth, or `null` for an unknown code. */
export function functionFamily(code: string): FunctionFamily | null {
  for (let length = Math.min(4, code.length); length > 0; length--) {
    const family = familyByPrefix.get(code.slice(0, length));
    if (family !== undefined) return family;
  }
  return null;
}

/** Name of a family for people. */
export function familyName(family: FunctionFamily, language: Language): string {
  return FUNCTION_FAMILIES[family][language];
}

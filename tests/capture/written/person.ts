import fc from 'fast-check';
import type { Education, Place, Position } from '../../../src/core/model/index.ts';

/** A language of a page: how it writes dates, and what it calls things. */
export interface Locale {
  code: string;
  months: readonly string[];
  today: string;
  dash: string;
  /** `4 years 3 months`, as a page shows it. */
  duration: (years: number, months: number) => string;
  fullTime: string;
  hybrid: string;
  headings: { about: string; experience: string; education: string; skills: string; languages: string };
  connections: (count: string) => string;
  followers: (count: string) => string;
  contactInfo: string;
  degree: (degree: number) => string;
  places: readonly Place[];
}

const DUTCH_GERMAN_DASH = '–';

export const LOCALES: readonly Locale[] = [
  {
    code: 'en',
    months: 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' '),
    today: 'Present',
    dash: ' - ',
    duration: (years, months) => `${years} yrs ${months} mos`,
    fullTime: 'Full-time',
    hybrid: 'Hybrid',
    headings: {
      about: 'About',
      experience: 'Experience',
      education: 'Education',
      skills: 'Skills',
      languages: 'Languages',
    },
    connections: (count) => `${count} connections`,
    followers: (count) => `${count} followers`,
    contactInfo: 'Contact info',
    degree: (degree) => `${degree}${['', 'st', 'nd', 'rd'][degree]}`,
    places: [
      { text: 'Leeds, England, United Kingdom', city: 'Leeds', region: 'England', country: 'GB' },
      { text: 'Cork, Ireland', city: 'Cork', country: 'IE' },
    ],
  },
  {
    code: 'de',
    months: 'Jan. Feb. März Apr. Mai Juni Juli Aug. Sept. Okt. Nov. Dez.'.split(' '),
    today: 'Heute',
    dash: DUTCH_GERMAN_DASH,
    duration: (years, months) => `${years} Jahre ${months} Monate`,
    fullTime: 'Vollzeit',
    hybrid: 'Vor Ort',
    headings: {
      about: 'Info',
      experience: 'Berufserfahrung',
      education: 'Ausbildung',
      skills: 'Kenntnisse',
      languages: 'Sprachen',
    },
    connections: (count) => `${count} Kontakte`,
    followers: (count) => `${count} Follower`,
    contactInfo: 'Kontaktinfo',
    degree: (degree) => `${degree}.`,
    places: [
      {
        text: 'Köln, Nordrhein-Westfalen, Deutschland',
        city: 'Köln',
        region: 'Nordrhein-Westfalen',
        country: 'DE',
      },
      { text: 'Graz, Österreich', city: 'Graz', country: 'AT' },
    ],
  },
  {
    code: 'fr',
    months: 'janv. févr. mars avr. mai juin juil. août sept. oct. nov. déc.'.split(' '),
    today: 'aujourd’hui',
    dash: ' - ',
    duration: (years, months) => `${years} ans ${months} mois`,
    fullTime: 'Temps plein',
    hybrid: 'Sur site',
    headings: {
      about: 'Infos',
      experience: 'Expérience',
      education: 'Formation',
      skills: 'Compétences',
      languages: 'Langues',
    },
    connections: (count) => `${count} relations`,
    followers: (count) => `${count} abonnés`,
    contactInfo: 'Coordonnées',
    degree: (degree) => (degree === 1 ? '1er' : `${degree}e`),
    places: [
      {
        text: 'Lyon, Auvergne-Rhône-Alpes, France',
        city: 'Lyon',
        region: 'Auvergne-Rhône-Alpes',
        country: 'FR',
      },
      { text: 'Lausanne, Suisse', city: 'Lausanne', country: 'CH' },
    ],
  },
  {
    code: 'es',
    months: 'ene. feb. mar. abr. may. jun. jul. ago. sept. oct. nov. dic.'.split(' '),
    today: 'actualidad',
    dash: ' - ',
    duration: (years, months) => `${years} años ${months} meses`,
    fullTime: 'Jornada completa',
    hybrid: 'Híbrido',
    headings: {
      about: 'Acerca de',
      experience: 'Experiencia',
      education: 'Educación',
      skills: 'Aptitudes',
      languages: 'Idiomas',
    },
    connections: (count) => `${count} contactos`,
    followers: (count) => `${count} seguidores`,
    contactInfo: 'Información de contacto',
    degree: (degree) => `${degree}.º`,
    places: [
      { text: 'Bilbao, País Vasco, España', city: 'Bilbao', region: 'País Vasco', country: 'ES' },
      { text: 'Lima, Perú', city: 'Lima', country: 'PE' },
    ],
  },
  {
    code: 'it',
    months: 'gen feb mar apr mag giu lug ago set ott nov dic'.split(' '),
    today: 'Presente',
    dash: ' - ',
    duration: (years, months) => `${years} anni ${months} mesi`,
    fullTime: 'A tempo pieno',
    hybrid: 'Ibrido',
    headings: {
      about: 'Informazioni',
      experience: 'Esperienza',
      education: 'Formazione',
      skills: 'Competenze',
      languages: 'Lingue',
    },
    connections: (count) => `${count} collegamenti`,
    followers: (count) => `${count} follower`,
    contactInfo: 'Informazioni di contatto',
    degree: (degree) => `${degree}°`,
    places: [
      { text: 'Torino, Piemonte, Italia', city: 'Torino', region: 'Piemonte', country: 'IT' },
      { text: 'Monaco, Germania', city: 'Monaco', country: 'DE' },
    ],
  },
  {
    code: 'nl',
    months: 'jan. feb. mrt. apr. mei jun. jul. aug. sep. okt. nov. dec.'.split(' '),
    today: 'heden',
    dash: ' - ',
    duration: (years, months) => `${years} jaar ${months} maanden`,
    fullTime: 'Fulltime',
    hybrid: 'Op locatie',
    headings: {
      about: 'Info',
      experience: 'Ervaring',
      education: 'Opleiding',
      skills: 'Vaardigheden',
      languages: 'Talen',
    },
    connections: (count) => `${count} connecties`,
    followers: (count) => `${count} volgers`,
    contactInfo: 'Contactgegevens',
    degree: (degree) => `${degree}e`,
    places: [
      { text: 'Utrecht, Utrecht, Nederland', city: 'Utrecht', region: 'Utrecht', country: 'NL' },
      { text: 'Gent, België', city: 'Gent', country: 'BE' },
    ],
  },
  {
    code: 'pl',
    months: 'sty lut mar kwi maj cze lip sie wrz paź lis gru'.split(' '),
    today: 'obecnie',
    dash: ' – ',
    duration: (years, months) => `${years} lat ${months} mies.`,
    fullTime: 'Pełny etat',
    hybrid: 'Hybrydowo',
    headings: {
      about: 'O mnie',
      experience: 'Doświadczenie',
      education: 'Wykształcenie',
      skills: 'Umiejętności',
      languages: 'Języki',
    },
    connections: (count) => `${count} kontakty`,
    followers: (count) => `${count} obserwujących`,
    contactInfo: 'Informacje kontaktowe',
    degree: (degree) => `${degree}.`,
    places: [
      { text: 'Kraków, Małopolskie, Polska', city: 'Kraków', region: 'Małopolskie', country: 'PL' },
      { text: 'Brno, Czechy', city: 'Brno', country: 'CZ' },
    ],
  },
  {
    code: 'pt',
    months: 'jan. fev. mar. abr. mai. jun. jul. ago. set. out. nov. dez.'.split(' '),
    today: 'o momento',
    dash: ' - ',
    duration: (years, months) => `${years} anos ${months} meses`,
    fullTime: 'Tempo integral',
    hybrid: 'Presencial',
    headings: {
      about: 'Sobre',
      experience: 'Experiência',
      education: 'Formação acadêmica',
      skills: 'Competências',
      languages: 'Idiomas',
    },
    connections: (count) => `${count} conexões`,
    followers: (count) => `${count} seguidores`,
    contactInfo: 'Informações de contato',
    degree: (degree) => `${degree}º`,
    places: [
      { text: 'Recife, Pernambuco, Brasil', city: 'Recife', region: 'Pernambuco', country: 'BR' },
      { text: 'Braga, Portugal', city: 'Braga', country: 'PT' },
    ],
  },
];

/** An employer with one role or several, most recent first. */
export interface Job {
  company: string;
  companySlug: string | null;
  roles: {
    title: string;
    start: string;
    end: string | null;
    place: string | null;
    description: string | null;
  }[];
}

/** An invented person, in the words of one language. */
export interface Person {
  locale: Locale;
  slug: string;
  memberId: string;
  name: { full: string; given: string; family: string };
  pronouns: string | null;
  headline: string;
  place: Place | null;
  jobs: Job[];
  education: Education[];
  skills: string[];
  languages: { name: string; level: string | null }[];
  about: string | null;
  connections: number | null;
  followers: number | null;
  degree: 1 | 2 | 3 | null;
}

const NAMES = [
  ['Odile', 'Marchand'],
  ['Bruno', 'von Hagen'],
  ['Zofia', 'Wróbel'],
  ['Iker', 'Etxeberria'],
  ['Sinéad', 'O’Dowd'],
  ['Jan-Piet', 'van der Velde'],
  ['Chiara', 'Dell’Orso'],
  ['Åse', 'Nygård'],
] as const;
const TITLES = [
  'Head of Grid Planning',
  'Leiterin Einkauf & Logistik',
  'Ingénieure méthodes',
  'Jefe de obra',
  'Managing Director, Nordics',
  'QA',
  'Projektleiter (m/w/d)',
  'Analityk danych',
];
const COMPANIES = [
  'Vallgrund Energi AB',
  'Öhler & Söhne GmbH',
  'L’Atelier du Rail',
  'Puerto Norte, S.A.',
  'Kite & Harbour',
  '3Delta',
  'Studio 1998',
];
const HEADLINES = [
  'I help the grid breathe | Speaker',
  'Leiterin Einkauf bei Öhler & Söhne GmbH',
  'Chargée de mission chez L’Atelier du Rail',
  'Building bridges, literally',
  'Data · Rail · People',
  'Founder @ 3Delta',
];
/** The roles that some of the headlines tell. */
export const HEADLINE_ROLES: Readonly<Record<string, { title: string; company: string }>> = {
  'Leiterin Einkauf bei Öhler & Söhne GmbH': { title: 'Leiterin Einkauf', company: 'Öhler & Söhne GmbH' },
  'Chargée de mission chez L’Atelier du Rail': { title: 'Chargée de mission', company: 'L’Atelier du Rail' },
  'Founder @ 3Delta': { title: 'Founder', company: '3Delta' },
};
const SCHOOLS = [
  'Universidad de la Costa',
  'TU Bergstadt',
  'École des Quais',
  'Hanford College',
  'ETH Zürich',
];
const DEGREES = [
  ['Master of Science - MS', 'Hydrology'],
  ['Diplom-Ingenieurin', 'Maschinenbau'],
  ['Licence', undefined],
  [undefined, undefined],
  ['MBA', 'Finance, General'],
] as const;
const SKILLS = [
  'Python',
  'Strategischer Einkauf',
  'C++',
  'Gestion de projet',
  'SAP S/4HANA',
  'Public Speaking',
];
const LANGUAGES = [
  ['English', 'Native or bilingual proficiency'],
  ['Deutsch', 'Verhandlungssicher'],
  ['Français', null],
  ['Español', 'Competencia básica profesional'],
] as const;
const TEXTS = [
  'Hamburg Port Expansion',
  'I came for the turbines and stayed for the people.',
  'Seit 2015 im Bahnverkehr.\nDavor: zehn Jahre Messtechnik, 2005 - 2015.',
  'Trois idées :\n- mesurer\n- comprendre\n- décider',
];

const date = fc
  .tuple(fc.integer({ min: 1988, max: 2025 }), fc.option(fc.integer({ min: 1, max: 12 }), { freq: 6 }))
  .map(([year, month]) => (month === null ? String(year) : `${year}-${String(month).padStart(2, '0')}`));

/** Two dates of one precision, in order. */
const span = fc.tuple(date, fc.integer({ min: 0, max: 9 }), fc.boolean()).map(([start, years, current]) => {
  const end = `${Number(start.slice(0, 4)) + years}${start.slice(4)}`;
  return { start, end: current ? null : end };
});

const role = fc
  .record({
    title: fc.constantFrom(...TITLES),
    span,
    place: fc.option(fc.constantFrom('Remagen, Deutschland', 'Lyon', 'Greater Leeds Area')),
    description: fc.option(fc.constantFrom(...TEXTS)),
  })
  .map(({ span: dates, ...rest }) => ({ ...rest, ...dates }));

const job: fc.Arbitrary<Job> = fc.record({
  company: fc.constantFrom(...COMPANIES),
  companySlug: fc.option(fc.constantFrom('vallgrund', '81234')),
  roles: fc.array(role, { minLength: 1, maxLength: 3 }),
});

const school: fc.Arbitrary<Education> = fc
  .record({
    school: fc.constantFrom(...SCHOOLS),
    degree: fc.constantFrom(...DEGREES),
    years: fc.option(fc.tuple(fc.integer({ min: 1980, max: 2015 }), fc.integer({ min: 1, max: 8 }))),
  })
  .map(({ school: name, degree: [degree, field], years }) => ({
    school: name,
    ...(degree !== undefined && { degree }),
    ...(field !== undefined && { field }),
    ...(years !== null && { start: String(years[0]), end: String(years[0] + years[1]) }),
  }));

/** Any invented person. */
export const person: fc.Arbitrary<Person> = fc.constantFrom(...LOCALES).chain((locale) =>
  fc.record({
    locale: fc.constant(locale),
    slug: fc.constantFrom('odile-marchand', 'p-4711', 'jürgen-süß', 'xxy'),
    memberId: fc.constantFrom('ACoAAB1x2y3Zabcdef', 'ACoAABx_-9kLmNoPq'),
    name: fc.constantFrom(...NAMES).map(([given, family]) => ({ full: `${given} ${family}`, given, family })),
    pronouns: fc.option(fc.constantFrom('She/Her', 'er/ihm', 'elle')),
    headline: fc.constantFrom(...HEADLINES),
    place: fc.option(fc.constantFrom(...locale.places), { freq: 5 }),
    jobs: fc.array(job, { maxLength: 3 }),
    education: fc.uniqueArray(school, { maxLength: 3, selector: (entry) => entry.school }),
    skills: fc.uniqueArray(fc.constantFrom(...SKILLS), { maxLength: 4 }),
    languages: fc.uniqueArray(
      fc.constantFrom(...LANGUAGES).map(([name, level]) => ({ name, level })),
      { maxLength: 3, selector: (entry) => entry.name },
    ),
    about: fc.option(fc.constantFrom(...TEXTS)),
    connections: fc.option(fc.integer({ min: 1, max: 500 })),
    followers: fc.option(fc.integer({ min: 501, max: 2_900_000 })),
    degree: fc.option(fc.constantFrom(1, 2, 3)),
  }),
);

/** The person's positions as the profile holds them. */
export function positionsOf(
  { jobs }: Person,
  options: { urls?: boolean; descriptions?: boolean; places?: boolean } = {},
): Position[] {
  const { urls = true, descriptions = true, places = true } = options;
  return jobs.flatMap(({ company, companySlug, roles }) =>
    roles.map(({ title, start, end, place, description }) => ({
      title,
      company,
      ...(urls && companySlug !== null && { companyUrl: `https://www.linkedin.com/company/${companySlug}/` }),
      start,
      end,
      ...(places && place !== null && { location: place }),
      ...(descriptions && description !== null && { description }),
    })),
  );
}

/** `Apr. 2023`, or the year alone. */
export function dateText({ months }: Locale, day: string): string {
  const [year = '', month] = day.split('-');
  return month === undefined ? year : `${months[Number(month) - 1]} ${year}`;
}

/** `Apr. 2023–Heute`. */
export function spanText(locale: Locale, start: string, end: string | null): string {
  return `${dateText(locale, start)}${locale.dash}${end === null ? locale.today : dateText(locale, end)}`;
}

/** Text as HTML, line breaks as `<br>`. */
export function html(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('"', '&quot;')
    .replaceAll('\n', '<br>');
}

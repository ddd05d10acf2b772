import { createContact } from '../../core/merge/index.ts';
import type { Contact, OwnWords, Profile, Tie } from '../../core/model/index.ts';

const GIVEN = words(
  'Ada Jörg Zoë Bo Mia José Anna Liu Ömer Chloé Jan Ines Tarek Wanda Pavel Noor Lotte Emil Greta Hugo Ivana Kofi Lena Matteo Nils Olga Paul Rosa Sven Tilda',
);
const FAMILY = words(
  'Bergner Castell Dornfeld Eichwald Falkner Grünau Hollmann Iversen Jansky Kessel Lindqvist Morandi Nordmann Ostrow Pelzer Quandel Rautner Solberg Tannert Ulbrich Vossen Wieland Yıldız Zeller Åström Brück',
);
const TITLES: readonly string[] = [
  'Data Engineer',
  'Leiterin Einkauf',
  'Head of Data Platforms',
  'Nurse',
  'Chief Financial Officer',
  'Projektleiter Bau',
  'Product Owner',
  'Rechtsanwältin',
  'Recruiter',
  'Professor für Informatik',
  'Sales Manager',
  'UX Designer',
  'Steuerberater',
  'Geschäftsführer',
  'Teacher',
  'Ärztin',
  'Journalist',
  'Supply Chain Manager',
  'Werkstudent Marketing',
  'Partner',
];
const KINDS = words(
  'Klinikum Versicherung Stadtwerke Universität Maschinenbau Sparkasse Verlag Software Logistik Hotel Pharma Energie',
);
const PLACES: readonly (readonly [string, string])[] = [
  ['Hamburg', 'DE'],
  ['Berlin', 'DE'],
  ['München', 'DE'],
  ['Wien', 'AT'],
  ['Zürich', 'CH'],
  ['London', 'GB'],
  ['Paris', 'FR'],
  ['Boston', 'US'],
];
const SKILLS = words(
  'SQL Python Negotiation FHIR Kubernetes Budgeting Teaching Design Sales Statistics Welding Law',
);
const ABOUT =
  'This person is invented, as are the companies named here. The text stands in for what people write about themselves: where they come from, what they care for, whom they help. ';

/**
 * The i-th of any number of synthetic contacts, always the same one; some 2.8 KB, as measured of saved profiles.
 * Names repeat, companies have some dozen people each.
 */
export function syntheticContact(i: number, of: number): Contact {
  const random = randomFrom(i + 1);
  const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T;
  const companies = Math.max(4, Math.round(of / 25));
  const company = () => `${pick(KINDS)} ${pick(FAMILY)} ${Math.floor(random() * companies) % 97}`;
  const [given, family] = [pick(GIVEN), pick(FAMILY)];
  const [city, country] = pick(PLACES);
  let year = 2026 - Math.floor(random() * 4);
  const positions: Profile['positions'] = Array.from({ length: 2 + Math.floor(random() * 3) }, (_, at) => {
    const end = year;
    year -= 1 + Math.floor(random() * 4);
    return {
      title: pick(TITLES),
      company: company(),
      start: `${year}-0${1 + Math.floor(random() * 9)}`,
      end: at === 0 ? null : `${end}`,
      description: ABOUT,
    };
  });
  const id = `synthetic-${i}`;
  const contact = createContact({
    id,
    deviceId: 'synthetic',
    now: new Date(Date.UTC(2026, 0, 1) + (i % 300) * 86_400_000).toISOString(),
    provenance: { name: 'card', positions: 'card' },
    reader: 'linkedin@1',
    profile: {
      key: { site: 'linkedin', id },
      url: `https://www.linkedin.com/in/${id}/`,
      name: { full: `${given} ${family}`, given, family },
      headline: `${positions[0]?.title} at ${positions[0]?.company}`,
      location: { text: `${city}, ${country}`, city, country },
      positions,
      education: [{ school: `Universität ${pick(FAMILY)}`, start: `${year - 5}`, end: `${year}` }],
      skills: Array.from({ length: 8 }, () => pick(SKILLS)),
      languages: [{ name: 'German' }, { name: 'English' }],
      about: ABOUT.repeat(4),
      connections: Math.floor(random() * 500),
      followers: Math.floor(random() ** 6 * 20_000),
      mutualConnections: Math.floor(random() * 30),
    },
  });
  return { ...contact, own: ownWords(contact.own, i, random) };
}

function ownWords(own: OwnWords, i: number, random: () => number): OwnWords {
  const words: OwnWords = { ...own };
  if (random() < 0.2) words.tags = [`group ${i % 12}`];
  if (random() < 0.1) words.note = 'Met at a conference; knows the field well. Synthetic note.';
  if (random() < 0.01) words.nextStep = { text: 'Ask for twenty minutes', due: '2026-12-12' };
  if (random() < 0.01) words.rhythmDays = 90;
  return words;
}

/** The tie of the i-th synthetic contact, for a third of them. */
export function syntheticTie(i: number): Tie | null {
  const random = randomFrom(i + 7_919);
  if (random() > 1 / 3) return null;
  return {
    from: 'me',
    to: `synthetic-${i}`,
    kind: 'knows',
    strength: (['weak', 'moderate', 'strong'] as const)[Math.floor(random() * 3)] ?? 'weak',
    lastContact: `202${4 + (i % 3)}-0${1 + (i % 9)}-15`,
  };
}

function words(text: string): readonly string[] {
  return text.split(' ');
}

/** Numbers 0 to 1, the same for the same start (mulberry32). */
function randomFrom(start: number): () => number {
  let state = Math.imul(start, 0x9e3779b9) | 0;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** A language in which pages are written, with what its pages call things. */
export interface Tongue {
  code: string;
  labels: {
    about: string;
    positions: string;
    education: string;
    skills: string;
    languages: string;
    publications: string;
    contact: string;
    team: string;
    home: string;
    present: string;
    postsBy: string;
  };
  introduction: (name: string) => string;
  jobs: readonly (readonly [title: string, company: string])[];
  studies: readonly (readonly [degree: string, school: string])[];
  spoken: readonly (readonly [name: string, level: string])[];
  skills: readonly string[];
  places: readonly string[];
  about: readonly string[];
  topics: readonly string[];
  given: readonly string[];
  family: readonly string[];
}

export interface Job {
  title: string;
  company: string;
  start: string;
  /** `null`: until today. */
  end: string | null;
}

export interface Study {
  degree: string;
  school: string;
  start: string;
  end: string;
}

/** Somebody who does not exist, with what a page may tell of them. */
export interface Invented {
  name: string;
  given: string;
  family: string;
  /** How an address spells the name: lower case, Latin letters. */
  slug: string;
  title: string;
  jobs: Job[];
  studies: Study[];
  spoken: { name: string; level: string }[];
  skills: string[];
  place: string;
  about: string;
  tongue: Tongue;
}

/** A repeatable source of choices (mulberry32). */
export interface Dice {
  next(): number;
  pick<T>(list: readonly T[]): T;
  some<T>(list: readonly T[], count: number): T[];
  chance(share: number): boolean;
}

/** Choices that a seed decides. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0;
  const next = (): number => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
  const pick = <T>(list: readonly T[]): T => {
    const item = list[Math.floor(next() * list.length)];
    if (item === undefined) throw new Error('Nothing to pick from.');
    return item;
  };
  return {
    next,
    pick,
    chance: (share) => next() < share,
    some(list, count) {
      const rest = [...list];
      return Array.from({ length: Math.min(count, list.length) }, () =>
        rest.splice(Math.floor(next() * rest.length), 1),
      ).flat();
    },
  };
}

/** Somebody invented, in one of the languages. */
export function inventPerson(dice: Dice, tongue: Tongue): Invented {
  const given = dice.pick(tongue.given);
  const family = dice.pick(tongue.family);
  const isEastern = ['zh', 'ja', 'ko'].includes(tongue.code);
  const name = isEastern ? `${family}${given}` : `${given} ${family}`;
  const jobs: Job[] = [];
  let year = 2025 - Math.floor(dice.next() * 6);
  for (const [title, company] of dice.some(tongue.jobs, 1 + Math.floor(dice.next() * 3))) {
    const end = jobs.length === 0 ? null : String(year);
    year -= 1 + Math.floor(dice.next() * 5);
    jobs.push({ title, company, start: String(year), end });
  }
  const studies = dice.some(tongue.studies, 1 + Math.floor(dice.next() * 2)).map(([degree, school]) => {
    const end = String(year);
    year -= 2 + Math.floor(dice.next() * 3);
    return { degree, school, start: String(year), end };
  });
  const [first] = jobs;
  return {
    name,
    given,
    family,
    slug: slugOf(name) || `p${Math.floor(dice.next() * 9_000)}`,
    title: first?.title ?? '',
    jobs,
    studies,
    spoken: dice.some(tongue.spoken, 2).map(([language, level]) => ({ name: language, level })),
    skills: dice.some(tongue.skills, 4),
    place: dice.pick(tongue.places),
    about: dice.pick(tongue.about),
    tongue,
  };
}

/** `Jürgen Öz` as `juergen-oez`; empty for scripts that an address does not spell. */
export function slugOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/ä/g, 'ae')
    .replace(/ö/g, 'oe')
    .replace(/ü/g, 'ue')
    .replace(/ß/g, 'ss')
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(/[^a-z]+/g, '-')
    .replace(/^-|-$/g, '');
}

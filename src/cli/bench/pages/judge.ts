import type { ExtractResult } from '../../../capture/site.ts';
import { ownValue } from '../../../core/text/table.ts';
import { OTHER_PAGES } from './otherPages.ts';
import type { Template, Truth, WrittenPage } from './page.ts';
import { diceOf, type Invented, inventPerson, type Tongue } from './people.ts';
import { PERSONAL_PAGES } from './personalPages.ts';
import { SCRIPTS, TONGUES } from './tongues.ts';

export interface GeneratedPage extends WrittenPage {
  template: string;
  heldOut: boolean;
  /** Its language, as in `lang`. */
  language: string;
}

/** Every template in every language it is written in, `rounds` times; the same seed writes the same pages. */
export function generatePages(seed: number, rounds: number): GeneratedPage[] {
  return [...PERSONAL_PAGES, ...OTHER_PAGES].flatMap((template, at) =>
    tonguesOf(template).flatMap((tongue, language) =>
      Array.from({ length: rounds }, (_, round) =>
        generate(template, tongue, seed + at * 10_007 + language * 101 + round),
      ),
    ),
  );
}

/** One page of a template; the same seed writes the same page. */
export function generate(template: Template, tongue: Tongue, seed: number): GeneratedPage {
  const dice = diceOf(seed);
  const people: Invented[] = [];
  for (let tries = 0; people.length < 4 && tries < 60; tries++) {
    const person = inventPerson(dice, tongue);
    if (
      !people.some(
        ({ name, given, family }) =>
          name === person.name || given === person.given || family === person.family,
      )
    )
      people.push(person);
  }
  const [person, ...others] = people;
  if (person === undefined) throw new Error('Nobody was invented.');
  return {
    ...template.write(person, dice, others),
    template: template.name,
    heldOut: template.heldOut,
    language: tongue.code,
  };
}

function tonguesOf(template: Template): Tongue[] {
  return template.scripts ? [...TONGUES, ...SCRIPTS] : [...TONGUES];
}

export interface Verdict {
  /** The right person, or rightly none with the right names to choose from. */
  right: boolean;
  /** Values of the person's fields that are right, and that there are or were read. */
  fields: number;
  outOf: number;
  /** What is wrong, for a person who mends the reader. */
  faults: string[];
}

/** Compares what was read with what is right. */
export function judge(result: ExtractResult, { person, candidates }: Truth): Verdict {
  if (person === null) {
    const names = result.ok ? [] : (result.candidates ?? []).map(({ profile }) => profile.name.full);
    const isRight = !result.ok && (candidates === undefined || sameSet(names, candidates));
    const shown = result.ok
      ? `read as ${result.profile.name.full}`
      : `offers ${names.join(', ')} for ${candidates?.join(', ')}`;
    return { right: isRight, fields: 0, outOf: 0, faults: isRight ? [] : [shown] };
  }
  if (!result.ok) {
    const offered = result.candidates?.map(({ profile }) => profile.name.full).join(', ') ?? '';
    return { right: false, fields: 0, outOf: 0, faults: [`refused: ${result.reason} ${offered}`] };
  }
  const { profile } = result;
  const right = same(profile.name.full, person.name);
  const faults = right ? [] : [`name ${profile.name.full} for ${person.name}`];
  let fields = 0;
  let outOf = 0;
  const compare = (what: string, found: unknown, wanted: unknown): void => {
    outOf++;
    if (same(found, wanted)) fields++;
    else faults.push(`${what} ${JSON.stringify(found)} for ${JSON.stringify(wanted)}`);
  };
  const lists = (what: string, found: readonly object[], wanted: readonly object[] | undefined): void => {
    if (wanted === undefined) return;
    for (let at = 0; at < Math.max(found.length, wanted.length); at++) {
      const entry = wanted[at];
      if (entry === undefined) compare(`${what}[${at}]`, found[at], undefined);
      else
        for (const [key, value] of Object.entries(entry))
          compare(`${what}[${at}].${key}`, ownValue<unknown>({ ...found[at] }, key), value);
    }
  };
  lists('positions', profile.positions, person.positions);
  lists('education', profile.education, person.education);
  lists('languages', profile.languages, person.languages);
  lists(
    'skills',
    profile.skills.map((name) => ({ name })),
    person.skills?.map((name) => ({ name })),
  );
  return { right, fields, outOf, faults };
}

function same(a: unknown, b: unknown): boolean {
  return (
    a === b ||
    (typeof a === 'string' &&
      typeof b === 'string' &&
      a.normalize('NFC').trim() === b.normalize('NFC').trim())
  );
}

function sameSet(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && [...a].sort().join('|') === [...b].sort().join('|');
}

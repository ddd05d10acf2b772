import type fc from 'fast-check';
import type { Profile } from '../../../src/core/model/index.ts';
import { type CardStyle, cardStyle, writeCards } from './linkedinCards.ts';
import { type Person, positionsOf } from './person.ts';

/** A kind of page: how it can be written, and what of the person it shows. */
export interface PageCase<Style> {
  name: string;
  style: fc.Arbitrary<Style>;
  write(person: Person, style: Style): { url: string; page: string; profile: Profile };
}

const cards: PageCase<CardStyle> = {
  name: 'LinkedIn, page of cards',
  style: cardStyle,
  write(person, style) {
    return {
      url: linkedinUrl(person),
      page: writeCards(person, style),
      profile: { ...linkedinProfile(person), memberId: person.memberId },
    };
  },
};

export const CASES = [cards] as const;

function linkedinUrl({ slug }: Person): string {
  return new URL(`https://www.linkedin.com/in/${encodeURIComponent(slug)}/`).href;
}

/** What every generation of LinkedIn shows of a person. */
function linkedinProfile(person: Person): Profile {
  return {
    key: { site: 'linkedin', id: person.slug },
    url: linkedinUrl(person),
    name: person.name,
    headline: person.headline,
    ...(person.place !== null && { location: person.place }),
    positions: positionsOf(person),
    education: person.education,
    skills: person.skills,
    languages: person.languages.map(({ name, level }) => ({ name, ...(level !== null && { level }) })),
    ...(person.about !== null && { about: person.about }),
    ...(person.connections !== null && { connections: person.connections }),
    ...(person.followers !== null && { followers: person.followers }),
    ...(person.degree !== null && { degree: person.degree }),
  };
}

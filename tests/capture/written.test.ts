import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import type { Profile } from '../../src/core/model/index.ts';
import { parsePage } from './fixtures.ts';
import { cardStyle, writeCards } from './written/linkedinCards.ts';
import { type Person, person, positionsOf } from './written/person.ts';

const RUNS = { seed: 20261124, numRuns: 300 };

function readPage(page: string, url: string): Profile {
  const result = extractProfile(parsePage(page, url), url);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.profile;
}

/** What every generation of LinkedIn shows of a person. */
function linkedinProfile(shown: Person): Profile {
  return {
    key: { site: 'linkedin', id: shown.slug },
    url: new URL(`https://www.linkedin.com/in/${encodeURIComponent(shown.slug)}/`).href,
    name: shown.name,
    headline: shown.headline,
    ...(shown.place !== null && { location: shown.place }),
    positions: positionsOf(shown),
    education: shown.education,
    skills: shown.skills,
    languages: shown.languages.map(({ name, level }) => ({ name, ...(level !== null && { level }) })),
    ...(shown.about !== null && { about: shown.about }),
    ...(shown.connections !== null && { connections: shown.connections }),
    ...(shown.followers !== null && { followers: shown.followers }),
    ...(shown.degree !== null && { degree: shown.degree }),
  };
}

describe('a page written of an invented person is read back whole', () => {
  it('LinkedIn, pages of cards', () => {
    fc.assert(
      fc.property(person, cardStyle, (shown, style) => {
        const url = `https://www.linkedin.com/in/${encodeURIComponent(shown.slug)}/`;
        const own = shown.jobs.length > 0 || style.badge === 'none';
        const { positions, ...rest } = linkedinProfile(shown);
        const profile = readPage(writeCards(shown, style), url);
        expect(own ? profile : { ...profile, positions }).toEqual({
          ...rest,
          positions,
          memberId: shown.memberId,
        });
      }),
      RUNS,
    );
  });
});

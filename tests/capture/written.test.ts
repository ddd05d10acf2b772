import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { parsePage } from './fixtures.ts';
import { CASES, type PageCase } from './written/cases.ts';
import { person } from './written/person.ts';

/** Invented persons for each kind of page, every one written in a style of its own. */
const RUNS = { seed: 20261124, numRuns: 60 };

it.each(CASES.map((kind) => [kind.name, kind as PageCase<unknown>] as const))(
  '%s: a page written of an invented person is read back whole',
  (_, { style, write }) => {
    fc.assert(
      fc.property(person, style, (shown, how) => {
        const { url, page, profile } = write(shown, how);
        const result = extractProfile(parsePage(page, url), url);
        expect(result.ok ? result.profile : result.reason).toEqual(profile);
      }),
      RUNS,
    );
  },
  60_000,
);

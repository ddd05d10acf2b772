import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LAYERS, ROLES } from '../../../src/core/model/index.ts';
import { ContactFinder, type Surroundings } from '../../../src/ui/dashboard/rooms/contacts/finder.ts';
import { rowWindow } from '../../../src/ui/dashboard/rooms/contacts/rowWindow.ts';
import {
  COLUMNS,
  DISTANCES,
  filtersOf,
  LAST_CONTACTS,
  queryOf,
  sortedBy,
  unfiltered,
  type View,
  viewOf,
} from '../../../src/ui/dashboard/rooms/contacts/view.ts';
import { makeRow } from './row.ts';

const around: Surroundings = { goals: ['g1', 'g2'], today: '2026-11-24', language: 'en', picked: null };
const rows = [
  makeRow({
    id: 'a',
    name: 'Özlem Arslan',
    layer: 'operational',
    fits: [10, 90],
    roles: [0, 0],
    functionDistance: 0,
    industryDistance: 0,
  }),
  makeRow({
    id: 'b',
    name: 'Ben Zander',
    country: 'AT',
    tags: ['team'],
    fits: [80, null],
    roles: [1 << ROLES.indexOf('mentor'), 0],
    serves: [true, false],
    lastContact: '2026-11-20',
  }),
  makeRow({
    id: 'c',
    name: 'Ödön Zeller',
    isco4: null,
    nace2: null,
    functionDistance: null,
    fits: [null, null],
    roles: [0, 0],
    lastContact: '2024-01-01',
    seen: '2025-11-23',
    layerKnown: false,
  }),
  makeRow({
    id: 'd',
    name: 'anna berg',
    isco4: '1330',
    nace2: '65',
    functionDistance: 1,
    industryDistance: 0.35,
    fits: [49, 0],
    roles: [0, 0],
    note: 'met at the fair in Altona',
  }),
];

function found(query: Record<string, string>, surroundings: Partial<Surroundings> = {}): string {
  const finder = new ContactFinder();
  finder.update(rows);
  return finder
    .find(viewOf(query), { ...around, ...surroundings })
    .map(({ id }) => id)
    .join('');
}

describe('finding contacts', () => {
  it.each([
    ['sorts by name, accents and case aside', {}, 'dbca'],
    ['searches the notes', { q: 'alton' }, 'd'],
    ['filters by layer; one that is not known is none', { layer: 'strategic' }, 'db'],
    ['filters by function family', { function: 'itOperations' }, ''],
    ['filters by industry sector', { industry: 'finance' }, 'd'],
    ['filters by goal: who serves it', { goal: 'g1' }, 'b'],
    ['filters by role toward the goal', { goal: 'g1', role: 'mentor' }, 'b'],
    ['filters by role toward another goal', { goal: 'g2', role: 'mentor' }, ''],
    ['filters by the quarter of the map', { distance: 'dailyWork' }, 'a'],
    ['filters by unknown distance', { distance: 'unknown' }, 'c'],
    ['filters by country', { country: 'AT' }, 'b'],
    ['filters by tag', { tag: 'team' }, 'b'],
    ['filters by last contact', { last: '30' }, 'b'],
    ['filters by a last contact longer ago', { last: 'longer' }, 'c'],
    ['filters by no known contact', { last: 'unknown' }, 'da'],
    ['filters by how long nothing was read of them', { unseen: '12' }, 'c'],
    ['sorts by the best fit', { sort: '-fit' }, 'abdc'],
    ['sorts by the fit to a goal', { sort: '-fit', goal: '' }, 'abdc'],
    ['sorts by last contact', { sort: '-last' }, 'bcda'],
  ])('%s', (_, query, expected) => {
    expect(found(query as Record<string, string>)).toBe(expected);
  });

  it('shows those who were handed over, and everybody when that is forgotten', () => {
    expect(found({ picked: '1' }, { picked: new Set(['a', 'd']) })).toBe('da');
    expect(found({ picked: '1' })).toBe('dbca');
  });

  it('finds the same whether rows came at once or in parts, and follows a change', () => {
    const finder = new ContactFinder();
    finder.update(rows.slice(0, 2));
    finder.update(rows);
    const names = (q: string) => finder.find(viewOf({ q }), around).map(({ id }) => id);
    expect(names('z')).toEqual(['b', 'c']);
    // Letter by letter, back, and another word: what was found before must not narrow what it may not.
    for (const [q, expected] of [
      ['ze', ['c']],
      ['zel', ['c']],
      ['zelx', []],
      ['z', ['b', 'c']],
      ['zander', ['b']],
      ['zeller', ['c']],
    ] as const)
      expect(names(q)).toEqual(expected);
    finder.update([{ ...(rows[0] as (typeof rows)[0]), name: 'Zora Neu' }, ...rows.slice(1)]);
    expect(names('zora')).toEqual(['a']);
    finder.update([
      ...rows.slice(0, 1),
      { ...(rows[1] as (typeof rows)[0]), note: 'zeppelin' },
      ...rows.slice(2),
    ]);
    expect(names('zepp')).toEqual(['b']);
    finder.update(rows.slice(1));
    expect(names('zora')).toEqual([]);
    expect(names('')).toEqual(['d', 'b', 'c']);
  });
});

describe('the view in the address', () => {
  const view: fc.Arbitrary<View> = fc
    .record({
      q: fc.string({ maxLength: 40 }),
      family: fc.constantFrom(null, 'software' as const, 'law' as const),
      sector: fc.constantFrom(null, 'health' as const),
      layer: fc.constantFrom(null, ...LAYERS),
      goal: fc.constantFrom(null, 'g1'),
      role: fc.constantFrom(null, ...ROLES),
      distance: fc.constantFrom(null, ...DISTANCES),
      country: fc.constantFrom(null, 'DE'),
      tag: fc.constantFrom(null, 'a & b=c', 'käse'),
      last: fc.constantFrom(null, ...LAST_CONTACTS),
      unseen: fc.constantFrom(null, '6', '18'),
      picked: fc.boolean(),
      sort: fc.constantFrom('name' as const, 'fit' as const, 'last' as const),
      descending: fc.boolean(),
      columns: fc.subarray([...COLUMNS]),
    })
    .map((made) => (made.goal === null ? { ...made, role: null } : made));

  it('is the same after the way through an address', () => {
    fc.assert(
      fc.property(view, (made) => {
        const query = Object.fromEntries(new URLSearchParams(new URLSearchParams(queryOf(made)).toString()));
        expect(viewOf(query)).toEqual(made);
      }),
    );
  });

  it('understands any address, and leaves out what it does not know', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('q', 'sort', 'layer', 'goal', 'columns', 'country', 'x'), fc.string()),
        (query) => {
          expect(() => new ContactFinder().find(viewOf(query), around)).not.toThrow();
        },
      ),
    );
    expect(viewOf({ layer: 'best', sort: 'worth', country: 'Germany' })).toEqual(viewOf({}));
  });

  it('says nothing for the usual view', () => expect(queryOf(viewOf({}))).toEqual({}));

  it('names and clears the filters, and keeps order and columns', () => {
    const filtered = viewOf({ q: 'x', layer: 'personal', tag: 'team', sort: '-fit', columns: 'fit' });
    expect(filtersOf(filtered)).toEqual(['layer', 'tag']);
    expect(unfiltered(filtered)).toEqual(viewOf({ sort: '-fit', columns: 'fit' }));
  });

  it('turns an order round with the second choice of its column', () => {
    const byFit = sortedBy(viewOf({}), 'fit');
    expect([byFit.sort, byFit.descending]).toEqual(['fit', true]);
    expect(sortedBy(byFit, 'fit').descending).toBe(false);
    expect(sortedBy(byFit, 'name').descending).toBe(false);
  });
});

describe('the window of rows', () => {
  it('is always full, never beyond the last row, and holds the scroll position', () => {
    fc.assert(
      fc.property(
        fc.nat(100_000),
        fc.integer({ min: -100, max: 6_000_000 }),
        fc.integer({ min: 56, max: 2000 }),
        (count, top, height) => {
          const { first, shown, shift } = rowWindow(count, 56, top, height);
          expect(first + shown).toBeLessThanOrEqual(count);
          expect(shift).toBeGreaterThanOrEqual(0);
          expect(shown * 56 - shift).toBeGreaterThanOrEqual(Math.min(height, count * 56));
          if (top >= 0 && top <= count * 56 - height) expect(first * 56 + shift).toBe(top);
        },
      ),
    );
  });
});

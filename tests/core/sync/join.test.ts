import { readFileSync } from 'node:fs';
import { stripTypeScriptTypes } from 'node:module';
import { join as path } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import * as canonicalModule from '../../../src/core/sync/canonical.ts';
import type { Json, State } from '../../../src/core/sync/index.ts';
import { elder, standsFor } from '../../../src/core/sync/into.ts';
import * as joinModule from '../../../src/core/sync/join.ts';
import * as stampModule from '../../../src/core/sync/stamp.ts';
import { type Rules, runHistory, viewOf } from './histories.ts';

const rules: Rules = { ...joinModule, ...stampModule };
const { compareStamps, parseStamp, printStamp } = stampModule;

const device = fc.constantFrom('aaaaaaaa', 'bbbbbbbb', 'cccccccc');
const stamp = fc.tuple(fc.nat(5), fc.nat(2), device);
const register = fc.record({ stamp, value: fc.constantFrom<Json>(null, 'a', 'b', '2020', ['x']) });
const state = fc
  .record({
    life: fc.integer({ min: 1, max: 2 }),
    dead: fc.oneof({ weight: 4, arbitrary: fc.constant(false) }, fc.constant(true)),
    registers: fc.array(fc.tuple(fc.constantFrom('a', 'b', 'createdAt'), register), { maxLength: 4 }),
  })
  .map(
    ({ life, dead, registers }): State =>
      dead ? { ...rules.NOTHING, life, dead } : { life, dead, registers: new Map(registers), note: null },
  );

/** What must hold of the laws and of what is meant, for these rules; throws at the first that does not. */
function checkMeaning({ join, writeNote, addVersion, shownNote, nextStamp, NOTHING }: Rules): void {
  const at = (wall: number, device: string) => ({ wall, device });
  const said = (value: Json, stamp: stampModule.Stamp): State => ({
    ...NOTHING,
    registers: new Map([['p', { stamp, value }]]),
  });
  const value = (state: State) => state.registers.get('p')?.value;

  // A clock ten years ahead does not win against what was written after it had been seen.
  const ahead = nextStamp(undefined, at(10_000_000, 'aaaaaaaa'));
  const after = nextStamp(ahead, at(1_000, 'bbbbbbbb'));
  expect(value(join(said('ahead', ahead), said('after', after)))).toBe('after');
  expect(value(join(said('after', after), said('ahead', ahead)))).toBe('after');
  // Among writers who knew nothing of each other the later one wins, whichever file comes first.
  expect(value(join(said('new', [2, 0, 'aaaaaaaa']), said('old', [1, 0, 'bbbbbbbb'])))).toBe('new');
  expect(value(join(said('old', [1, 0, 'bbbbbbbb']), said('new', [2, 0, 'aaaaaaaa'])))).toBe('new');
  // Of two with one stamp (a copied browser profile) the same one wins everywhere.
  expect(value(join(said('a', [1, 0, 'aaaaaaaa']), said('b', [1, 0, 'aaaaaaaa'])))).toBe('b');
  expect(value(join(said('b', [1, 0, 'aaaaaaaa']), said('a', [1, 0, 'aaaaaaaa'])))).toBe('b');
  // To forget wins over an edit that knew nothing of it, however much later; what came back wins over both.
  const forgotten: State = { ...NOTHING, dead: true };
  expect(join(said('late', [9, 0, 'aaaaaaaa']), forgotten)).toEqual(forgotten);
  const back: State = { ...said('back', [3, 0, 'bbbbbbbb']), life: 2 };
  expect(value(join(join(said('late', [9, 0, 'aaaaaaaa']), forgotten), back))).toBe('back');
  expect(join(join(said('late', [9, 0, 'aaaaaaaa']), back), forgotten).dead).toBe(false);
  // Two notes that knew nothing of each other both stand, and the next one replaces both.
  const first = writeNote(null, 'first', at(1, 'aaaaaaaa'));
  const [mine, theirs] = [
    writeNote(first, 'mine', at(2, 'aaaaaaaa')),
    writeNote(first, 'theirs', at(3, 'bbbbbbbb')),
  ];
  const noted = (note: joinModule.Note): State => ({ ...NOTHING, note });
  const both = join(noted(mine), noted(theirs)).note;
  expect(shownNote(both)).toBe('theirs\n\nmine');
  const replaced = writeNote(both, 'both', at(1, 'cccccccc'));
  expect(shownNote(join(noted(mine), join(noted(replaced), noted(theirs))).note)).toBe('both');
  // A version that was read but not replaced stays beside the other.
  expect(shownNote(addVersion(mine, 'of the other', at(9, 'cccccccc')))).toBe('of the other\n\nmine');
  // The day on which somebody was first saved is the earliest that any device knows.
  const created = (value: Json, stamp: stampModule.Stamp): State => ({
    ...NOTHING,
    registers: new Map([['createdAt', { stamp, value }]]),
  });
  const day = join(created('2020', [1, 0, 'aaaaaaaa']), created('2024', [5, 0, 'bbbbbbbb']));
  expect(day.registers.get('createdAt')?.value).toBe('2020');
}

/** The histories of a seed; answers what went wrong. */
function runHistories(of: Rules, from: number, count: number): string[] {
  const wrong: string[] = [];
  for (let seed = from; seed < from + count && wrong.length === 0; seed++)
    for (const fault of runHistory(of, seed)) wrong.push(`history ${seed}: ${fault}`);
  return wrong;
}

describe('join', () => {
  it('is commutative, associative and idempotent', () => {
    fc.assert(
      fc.property(state, state, state, (a, b, c) => {
        const { join } = rules;
        expect(viewOf(join(a, b))).toBe(viewOf(join(b, a)));
        expect(viewOf(join(a, join(b, c)))).toBe(viewOf(join(join(a, b), c)));
        expect(viewOf(join(a, a))).toBe(viewOf(a));
      }),
      { seed: 1, numRuns: 2_000 },
    );
  });

  it('says what is meant', () => checkMeaning(rules));

  it('leads four devices to one view over 5 000 histories, and loses no note', () => {
    expect(runHistories(rules, 1, 5_000)).toEqual([]);
  });
});

describe('a mutant of the rules is found', () => {
  const source = path(import.meta.dirname, '../../../src/core/sync');

  it.each([
    ['what arrives last wins', 'join.ts', 'return later >= 0 ? a : b;', 'return b;'],
    ['the older wins', 'join.ts', 'return later >= 0 ? a : b;', 'return later <= 0 ? a : b;'],
    ['an edit wins over forgetting', 'join.ts', 'a.dead || b.dead', 'a.dead && b.dead'],
    ['the lesser life wins', 'join.ts', 'a.life > b.life ? a : b', 'a.life < b.life ? a : b'],
    ['a version that was not seen is dropped', 'join.ts', '|| !sawIt(theirs, head[0])', ''],
    ['a version comes back', 'join.ts', 'compareStamps(seen, stamp) >= 0', 'compareStamps(seen, stamp) > 99'],
    ['part of what was seen is forgotten', 'join.ts', 'seen: joinSeen(a.seen, b.seen)', 'seen: a.seen'],
    ['the day of saving is the last one', 'join.ts', 'earlier < 0 ? a : b', 'earlier > 0 ? a : b'],
    [
      'equal stamps are decided by who comes first',
      'join.ts',
      '|| (one < other ? -1 : one > other ? 1 : 0);\n  // What',
      ';\n  // What',
    ],
    ['the wall clock alone counts', 'stamp.ts', 'known === undefined || now > known[0]', 'true'],
  ])('%s', (_, file, from, to) => {
    const text = readFileSync(path(source, file), 'utf8');
    expect(text.replaceAll(/\s+/g, ' '), `${file} no longer says it so`).toContain(
      from.replaceAll(/\s+/g, ' '),
    );
    const mutant: Rules = { ...rules, ...run(spaced(text, from, to)) };
    const faults = () => {
      checkMeaning(mutant);
      expect(runHistories(mutant, 1, 300)).toEqual([]);
    };
    expect(faults).toThrow();
  });
});

/** Runs a module's text; what it imports is the program's own. */
function run(text: string): Partial<Rules> {
  const modules = { './canonical.ts': canonicalModule, './stamp.ts': stampModule };
  const plain = stripTypeScriptTypes(text)
    .replaceAll(/^import (\{[^}]*\}) from ('[^']+');/gm, 'const $1 = modules[$2];')
    .replaceAll(/^export /gm, '');
  const names = [...text.matchAll(/^export (?:function|const) (\w+)/gm)].map(([, name]) => name);
  return new Function('modules', `${plain}\nreturn { ${names.join(', ')} };`)(modules) as Partial<Rules>;
}

/** Replaces a piece of code however the formatter has broken its lines. */
function spaced(text: string, from: string, to: string): string {
  const pattern = from
    .split(/\s+/)
    .map((word) => word.replaceAll(/[.*+?^${}()|[\]\\]/g, '\\$&'))
    .join('\\s+');
  return text.replace(new RegExp(pattern), to);
}

describe('merged contacts', () => {
  const lookUp = (into: Record<string, string>) => (id: string) =>
    new Map(Object.entries(into)).get(id) ?? null;

  it.each([
    ['nobody', {}, 'a', 'a'],
    ['one step', { a: 'b' }, 'a', 'b'],
    ['two steps', { a: 'b', b: 'c' }, 'a', 'c'],
    ['both ways at once: the smallest id stays', { a: 'b', b: 'a' }, 'b', 'a'],
    ['into a circle', { d: 'c', c: 'b', b: 'c' }, 'd', 'b'],
    ['itself', { a: 'a' }, 'a', 'a'],
  ])('%s', (_, into, id, stays) => {
    expect(standsFor(id, lookUp(into))).toBe(stays);
  });

  it('keep the elder, and of two of one age the smaller id', () => {
    const [old, young] = [
      { id: 'z', createdAt: '2020-01-01T00:00:00Z' },
      { id: 'a', createdAt: '2021-01-01T00:00:00Z' },
    ];
    expect([elder(old, young), elder(young, old)]).toEqual([old, old]);
    expect(elder({ ...young, id: 'b' }, young).id).toBe('a');
  });
});

describe('stamps', () => {
  it('are written and read without loss, and their order is kept', () => {
    fc.assert(
      fc.property(fc.tuple(fc.nat(8.64e15), fc.nat(1e6), fc.stringMatching(/^[0-9a-f]{8}$/)), (one) => {
        const read = parseStamp(printStamp(one));
        expect(read).toEqual(one);
      }),
      { seed: 2 },
    );
    expect(parseStamp('no stamp')).toEqual([0, 0, '']);
  });

  it('grow with every write, whatever the clock says', () => {
    fc.assert(
      fc.property(stamp, fc.integer(), (known, wall) => {
        const next = rules.nextStamp(known, { wall, device: 'aaaaaaaa' });
        expect(compareStamps(next, known)).toBeGreaterThan(0);
      }),
      { seed: 3 },
    );
  });
});

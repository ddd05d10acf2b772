import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Contact, OwnWords, Profile } from '../../src/core/model/index.ts';
import type { MergeChoices } from '../../src/messaging/files.ts';
import { choose, createMerges } from '../../src/services/mergeContacts.ts';
import { changeSettings } from '../../src/storage/me.ts';
import { makeContact, makeEnvironment } from '../make.ts';

const FIELDS = ['headline', 'location', 'industry', 'about'] as const;
const EDITED = ['name', 'headline', 'location', 'positions'] as const;

/** Somebody who says of each field a word of their own, or nothing, and whom the user typed over in some. */
const side = (word: string) =>
  fc
    .record({
      said: fc.subarray([...FIELDS]),
      typed: fc.subarray([...EDITED]),
      note: fc.boolean(),
    })
    .map(({ said, typed, note }): Contact => {
      const of = (field: string, text: string): unknown =>
        field === 'location'
          ? { text }
          : field === 'name'
            ? { full: text }
            : field === 'positions'
              ? [{ title: text }]
              : text;
      const profile: Partial<Profile> = Object.fromEntries(said.map((field) => [field, of(field, word)]));
      const made = makeContact(
        {
          key: { site: 'web', id: word },
          url: `https://example.org/${word}`,
          name: { full: word },
          positions: [{ title: word }],
          ...profile,
        },
        word,
      );
      const edits = Object.fromEntries(
        typed.map((field) => [field, of(field, `typed ${word}`)]),
      ) as OwnWords['edits'];
      return { ...made, own: { ...made.own, ...(note && { note: word }), edits } };
    });
const word = fc.constantFrom('kept' as const, 'other' as const);
const words = fc.constantFrom('kept' as const, 'other' as const, 'both' as const);
const choices: fc.Arbitrary<MergeChoices> = fc.record(
  {
    name: word,
    headline: word,
    location: word,
    industry: word,
    about: word,
    url: word,
    positions: words,
    note: words,
  },
  { requiredKeys: [] },
);

it('each field is the chosen one’s, said or typed or neither, and all others are as they were joined', () => {
  fc.assert(
    fc.property(side('joined'), side('kept'), side('other'), choices, (merged, kept, other, chosen) => {
      const before = structuredClone(merged);
      const made = choose(merged, kept, other, chosen);
      expect(merged).toEqual(before);
      const of = (choice: 'kept' | 'other' | 'both' | undefined) =>
        choice === 'kept' ? kept : choice === 'other' ? other : merged;
      const { profile, own } = made;
      for (const field of FIELDS) {
        expect(profile[field]).toEqual(of(chosen[field]).profile[field]);
        expect(field in profile).toBe(field in of(chosen[field]).profile);
      }
      expect([profile.name, profile.positions]).toEqual([
        of(chosen.name).profile.name,
        of(chosen.positions).profile.positions,
      ]);
      expect([profile.key, profile.url]).toEqual([of(chosen.url).profile.key, of(chosen.url).profile.url]);
      expect([own.note, 'note' in own]).toEqual([of(chosen.note).own.note, 'note' in of(chosen.note).own]);
      for (const field of EDITED) {
        const from = of(chosen[field]).own.edits;
        expect([own.edits[field], field in own.edits]).toEqual([from[field], field in from]);
      }
      const { profile: _, own: __, ...rest } = made;
      const { profile: ___, own: ____, ...whole } = merged;
      expect(rest).toEqual(whole);
    }),
    { numRuns: 120 },
  );
});

describe('pairs that may be one person', () => {
  async function open() {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    const put = (id: string, name: string, site = 'web') =>
      db.put(
        'contacts',
        makeContact({ key: { site, id }, url: `https://example.org/${id}`, name: { full: name } }, id),
      );
    for (const [name, ...ids] of [
      ['Ada Blum', 'a1', 'a2'],
      ['Bo Stein', 'b1', 'b2'],
      ['Cem Kaya', 'c1', 'c2'],
      ['Dora Einzig', 'd1'],
    ] as const)
      for (const [i, id] of ids.entries()) await put(id, name, ['linkedin', 'xing'][i] ?? 'web');
    return { environment, db, merges: createMerges(environment) };
  }
  const idsOf = ({ pairs }: { pairs: { a: Contact; b: Contact }[] }) =>
    pairs.map(({ a, b }) => [a.id, b.id].toSorted().join(' '));

  it('are shown part by part, whole, with why', async () => {
    const { merges, db } = await open();
    const all = await merges.suggest({ from: 0, limit: 10 });
    expect([all.total, idsOf(all).toSorted()]).toEqual([3, ['a1 a2', 'b1 b2', 'c1 c2']]);
    expect(all.pairs[0]?.reasons.length).toBeGreaterThan(0);
    expect(await db.get('contacts', all.pairs[0]?.a.id ?? '')).toEqual(all.pairs[0]?.a);
    for (const from of [0, 1, 2, 3]) {
      const part = await merges.suggest({ from, limit: 2 });
      expect(part).toEqual({ total: 3, pairs: all.pairs.slice(from, from + 2) });
    }
  });

  it('are looked for anew when something has changed, and only then', async () => {
    const { merges, db, environment } = await open();
    await merges.suggest({ from: 0, limit: 10 });
    const reads = vi.spyOn(IDBObjectStore.prototype, 'getAll');
    await merges.suggest({ from: 0, limit: 10 });
    const again = reads.mock.contexts.filter((store) => (store as IDBObjectStore).name === 'contacts').length;
    expect(again).toBe(0);
    reads.mockRestore();
    expect(await merges.dismiss({ a: 'b2', b: 'b1' })).toBeNull();
    expect(idsOf(await merges.suggest({ from: 0, limit: 10 })).toSorted()).toEqual(['a1 a2', 'c1 c2']);
    // Who is gone without a trace is shown in no pair.
    await db.delete('contacts', 'a2');
    const left = await merges.suggest({ from: 0, limit: 10 });
    expect([left.total, idsOf(left)]).toEqual([2, ['c1 c2']]);
    await changeSettings(db, environment.world, (settings) => ({ ...settings, quiet: true }));
    expect((await merges.suggest({ from: 0, limit: 10 })).total).toBe(1);
  });

  it('are called two persons once each, the last ten thousand', async () => {
    const { merges, db, environment } = await open();
    const known = async () => {
      const settings = await changeSettings(db, environment.world, (settings) => settings);
      return settings.notDuplicates;
    };
    await merges.dismiss({ a: 'x', b: 'y' });
    await merges.dismiss({ a: 'a1', b: 'a2' });
    await merges.dismiss({ a: 'y', b: 'x' });
    const [first, last, ...more] = await known();
    expect([more, first?.includes('a1'), last?.includes('x')]).toEqual([[], true, true]);
  });

  it('become one by the user’s choices; of two of whom one is gone nothing is made', async () => {
    const { merges, db } = await open();
    expect(await merges.run({ kept: 'a1', other: 'nobody', choices: {} })).toBeNull();
    expect(await merges.run({ kept: 'a1', other: 'a2', choices: { url: 'other' } })).toEqual({
      undo: expect.stringMatching(/^id-/),
    });
    expect((await db.get('contacts', 'a1'))?.profile.url).toBe('https://example.org/a2');
    expect(await db.get('contacts', 'a2')).toBeUndefined();
  });
});

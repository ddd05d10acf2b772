import { describe, expect, it } from 'vitest';
import { joinContacts, mergeTies, redirectTies } from '../../../src/core/merge/join.ts';
import { type Contact, MOST_LISTS, type Tie } from '../../../src/core/model/index.ts';
import { makeContact } from '../../make.ts';

const AT = { now: '2026-11-24T10:00:00.000Z', deviceId: 'd9' };
const day = (n: number) => `2026-01-${String(n).padStart(2, '0')}`;
const instant = (n: number) => `${day(n)}T00:00:00.000Z`;

function contact(id: string, own: Partial<Contact['own']> = {}, more: Partial<Contact> = {}): Contact {
  const made = makeContact({}, id);
  return { ...made, own: { ...made.own, ...own }, ...more };
}

const joined = (kept: Contact, other: Contact) => joinContacts(kept, other, AT);

describe('two contacts who become one', () => {
  it('has the keys and addresses of both, once, and stands where the kept one stood', () => {
    const kept = contact(
      'a',
      {},
      { keys: ['web:1', 'web:2'], emails: ['k@example.org'], rev: 2, createdAt: instant(5) },
    );
    const other = contact(
      'b',
      {},
      { keys: ['web:2', 'web:3'], emails: ['k@example.org', 'o@example.org'], rev: 6, createdAt: instant(3) },
    );
    expect(joined(kept, other)).toMatchObject({
      id: 'a',
      keys: ['web:1', 'web:2', 'web:3'],
      emails: ['k@example.org', 'o@example.org'],
      rev: 7,
      createdAt: instant(3),
      updatedAt: AT.now,
      deviceId: 'd9',
    });
    expect(joined(other, kept)).toMatchObject({ id: 'b', rev: 7, createdAt: instant(3) });
  });

  it('follows the page that was read later, whichever is kept', () => {
    const read = (id: string, headline: string, at: number, provenance: Contact['provenance']) => {
      const made = contact(id, {}, { provenance });
      return {
        ...made,
        profile: { ...made.profile, headline, key: { site: 'web', id } },
        source: { ...made.source, capturedAt: instant(at) },
      };
    };
    const early = read('a', 'early', 1, { headline: 'import', about: 'card' });
    const late = read('b', 'late', 2, { headline: 'jsonLd' });
    for (const one of [joined(early, late), joined(late, early)]) {
      expect(one.profile.headline).toBe('late');
      expect(one.provenance).toEqual({ headline: 'jsonLd', about: 'card' });
    }
    expect(joined(early, late).profile.key).toEqual({ site: 'web', id: 'a' });
    expect(joined(late, early).profile.key).toEqual({ site: 'web', id: 'b' });
    const same = read('b', 'of the other', 1, {});
    expect(joined(early, same).profile.headline).toBe('of the other');
  });

  it('tells what happened to both in the order of time, and that they became one', () => {
    const happened = (...days: number[]) =>
      days.map((n) => ({ at: instant(n), kind: 'headline' as const, to: String(n) }));
    const events = joined(
      contact('a', {}, { events: happened(1, 4) }),
      contact('b', {}, { events: happened(2, 3) }),
    ).events;
    expect(events.map(({ to }) => to)).toEqual(['1', '2', '3', '4', undefined]);
    expect(events.at(-1)).toEqual({ at: AT.now, kind: 'merge', from: 'Leyla Brandt' });
  });

  it('keeps the notes of both, each once, and no empty one', () => {
    const noteOf = (kept?: string, other?: string) =>
      joined(
        contact('a', kept === undefined ? {} : { note: kept }),
        contact('b', other === undefined ? {} : { note: other }),
      ).own.note;
    expect(noteOf('tea', 'rows')).toBe('tea\n\nrows');
    expect(noteOf('tea', 'tea')).toBe('tea');
    expect(noteOf('tea')).toBe('tea');
    expect(noteOf(undefined, 'rows')).toBe('rows');
    expect(noteOf('tea', '')).toBe('tea');
    expect(noteOf()).toBeUndefined();
    expect(noteOf('x'.repeat(20_000), 'y')).toHaveLength(20_000);
  });

  it('keeps what each looks for and offers, each once', () => {
    const own = joined(
      contact('a', { looksFor: 'a mentor', offer: 'time' }),
      contact('b', { looksFor: 'a flat', offer: 'time' }),
    ).own;
    expect([own.looksFor, own.offer]).toEqual(['a mentor; a flat', 'time']);
    const none = joined(contact('a', { offer: '' }), contact('b')).own;
    expect([none.looksFor, none.offer]).toEqual([undefined, '']);
  });

  it('keeps the log of both, the newest first, each line once', () => {
    const met = { day: day(3), text: 'lunch', kind: 'met' as const };
    const own = joined(
      contact('a', { log: [met, { day: day(1), text: 'first' }] }),
      contact('b', {
        log: [
          { day: day(5), text: 'last' },
          met,
          { ...met, kind: 'called' },
          { ...met, text: 'tea' },
          { ...met, day: day(2) },
        ],
      }),
    ).own;
    expect(own.log.map(({ day: on, text, kind }) => [on, text, kind])).toEqual([
      [day(5), 'last', undefined],
      [day(3), 'lunch', 'met'],
      [day(3), 'lunch', 'called'],
      [day(3), 'tea', 'met'],
      [day(2), 'lunch', 'met'],
      [day(1), 'first', undefined],
    ]);
  });

  it('takes of single words, of roles, lists and boards that of the kept one, and the other’s where it says nothing', () => {
    const own = joined(
      contact('a', {
        layer: 'personal',
        tags: ['one', 'two'],
        roles: [{ goalId: 'g', role: 'mentor', is: true }],
        lists: [['l', 1]],
        boards: [['g', 'asked', 1]],
        edits: { headline: 'kept' },
      }),
      contact('b', {
        layer: 'beyond',
        hub: true,
        tags: ['two', 'three'],
        roles: [
          { goalId: 'g', role: 'mentor', is: false },
          { goalId: 'g', role: 'peer', is: false },
          { goalId: 'h', role: 'mentor', is: false },
        ],
        lists: [
          ['l', 9],
          ['m', 9],
        ],
        boards: [
          ['g', 'met', 9],
          ['h', 'met', 9],
        ],
        edits: { headline: 'other', skills: ['SQL'] },
      }),
    ).own;
    expect(own).toMatchObject({
      layer: 'personal',
      hub: true,
      tags: ['one', 'two', 'three'],
      roles: [
        { goalId: 'g', role: 'mentor', is: true },
        { goalId: 'g', role: 'peer', is: false },
        { goalId: 'h', role: 'mentor', is: false },
      ],
      lists: [
        ['l', 1],
        ['m', 9],
      ],
      boards: [
        ['g', 'asked', 1],
        ['h', 'met', 9],
      ],
      edits: { headline: 'kept', skills: ['SQL'] },
    });
    expect(Object.keys(joined(contact('a'), contact('b')).own).sort()).toEqual(['edits', 'log', 'tags']);
  });

  it.each<[string, number, (n: number) => Partial<Contact['own']>]>([
    ['tags', 50, (n) => ({ tags: [`t${n}`] })],
    ['log', 1_000, (n) => ({ log: [{ day: day(9), text: `line ${n}` }] })],
    ['roles', 500, (n) => ({ roles: [{ goalId: `g${n}`, role: 'mentor', is: true }] })],
    ['lists', MOST_LISTS, (n) => ({ lists: [[`l${n}`, n]] })],
    ['boards', 500, (n) => ({ boards: [[`g${n}`, 'asked', n]] })],
  ])('has at most so many %s', (field, most, one) => {
    const word = field as 'tags' | 'log' | 'roles' | 'lists' | 'boards';
    const many = (from: number, to: number) =>
      Array.from({ length: to - from }, (_, at) => one(from + at)[word] ?? []).flat();
    const has = (own: unknown[]) => ({ [word]: own }) as Partial<Contact['own']>;
    // The first half with the kept one, of which the last stands with the other, too.
    const kept = contact('a', has(many(0, most / 2)));
    const full = joined(kept, contact('b', has(many(most / 2 - 1, most)))).own;
    expect(full[word]).toHaveLength(most);
    expect(full[word]).toEqual(expect.arrayContaining(many(0, most)));
    const more = joined(kept, contact('b', has(many(most / 2 - 1, most + 1)))).own;
    expect(more[word]).toHaveLength(most);
  });

  it('has the typed addresses of either, with those that the other’s pages show', () => {
    const typed = contact(
      'a',
      { edits: { emails: ['typed@example.org'] } },
      { emails: ['hidden@example.org'] },
    );
    const shown = contact('b', {}, { emails: ['shown@example.org'] });
    for (const one of [joined(typed, shown), joined(shown, typed)])
      expect([...(one.own.edits.emails ?? [])].sort()).toEqual(['shown@example.org', 'typed@example.org']);
    expect(joined(shown, contact('c')).own.edits.emails).toBeUndefined();
  });

  it('has what pages named of both, and nothing where none did', () => {
    const named = {
      url: 'https://example.org/a',
      on: day(1),
      relation: 'colleague' as const,
      named: 3,
      unsaved: 1,
    };
    expect(joined(contact('a'), contact('b', {}, { namedOnPages: [named] })).namedOnPages).toEqual([named]);
    expect(joined(contact('a'), contact('b'))).not.toHaveProperty('namedOnPages');
  });
});

describe('two accounts of one tie', () => {
  const tie = (more: Partial<Tie> = {}): Tie => ({ from: 'a', to: 'b', kind: 'knows', ...more });

  it.each<[string, Partial<Tie>, Partial<Tie>, Partial<Tie>]>([
    [
      'the first day of connection',
      { connectedOn: day(2) },
      { connectedOn: day(1) },
      { connectedOn: day(1) },
    ],
    ['the day that one of them knows', {}, { connectedOn: day(1) }, { connectedOn: day(1) }],
    ['the day that the known one says', { connectedOn: day(1) }, {}, { connectedOn: day(1) }],
    ['the earliest year', { since: '2010' }, { since: '2008' }, { since: '2008' }],
    ['the last contact', { lastContact: day(1) }, { lastContact: day(2) }, { lastContact: day(2) }],
    [
      'the last contact that was known',
      { lastContact: day(3) },
      { lastContact: day(2) },
      { lastContact: day(3) },
    ],
    ['the larger count', { messages: 3 }, { messages: 5 }, { messages: 5 }],
    ['the count of one of them', {}, { messages: 5 }, { messages: 5 }],
    ['the count that was known', { messages: 3 }, {}, { messages: 3 }],
    [
      'a known strength and label',
      { strength: 'weak', label: 'personal' },
      { strength: 'strong', label: 'dayToDay' },
      { strength: 'weak', label: 'personal' },
    ],
    ['a strength that was not known', {}, { strength: 'strong' }, { strength: 'strong' }],
    ['nothing', {}, {}, {}],
  ])('keep %s', (_, known, news, merged) => {
    expect(mergeTies(tie(known), tie(news))).toStrictEqual(tie(merged));
  });

  it('keep who says so: a tie without sources is the user’s word', () => {
    const source = {
      relation: 'coauthor' as const,
      url: 'https://example.org/p',
      on: day(4),
      matchedBy: 'name' as const,
    };
    const said = { relation: 'said', on: day(4), matchedBy: 'user' };
    for (const merged of [
      mergeTies(tie({ sources: [source] }), tie()),
      mergeTies(tie(), tie({ sources: [source] })),
    ]) {
      expect(merged.sources).toHaveLength(2);
      expect(merged.sources).toEqual(expect.arrayContaining([source, said]));
    }
  });

  it('are pointed over to the one who stays, each once and none to itself', () => {
    const ties = [
      tie({ from: 'x', to: 'm', messages: 1 }),
      tie({ from: 'y', to: 'm', messages: 4 }),
      tie({ from: 'm', to: 'x' }),
      tie({ from: 'x', to: 'y' }),
      tie({ from: 'x', to: 'm', kind: 'introduced' }),
    ];
    expect(redirectTies(ties, 'x', 'y')).toStrictEqual([
      tie({ from: 'y', to: 'm', messages: 4 }),
      tie({ from: 'm', to: 'y' }),
      tie({ from: 'y', to: 'm', kind: 'introduced' }),
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import {
  type Contact,
  type Digest,
  type LightRow,
  packRows,
  type Settings,
  type Tie,
} from '../../src/core/model/index.ts';
import { CONTACT_STORES, deleteContacts, putContact } from '../../src/storage/contacts.ts';
import { forgetWithin } from '../../src/storage/forget.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { questionRow } from '../../src/storage/questions.ts';
import type { UndoRow } from '../../src/storage/schema.ts';
import { getSettings, getState, putState } from '../../src/storage/state.ts';
import { type Commit, write } from '../../src/storage/transaction.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../make.ts';

const person = (id: string, changes: Partial<Contact> = {}): Contact => ({
  ...makeContact({ key: { site: 'web', id }, name: { full: `${id} klee` }, positions: [] }, id),
  ...changes,
});
const ada = person('ada', { emails: ['ada@example.org'] });
const knows = (from: string, to: string): Tie => ({ from, to, kind: 'knows' });
const page = (contactId: string) => ({
  contactId,
  at: NOW,
  url: 'https://example.org/a',
  reader: 'r@1',
  profile: person(contactId).profile,
  provenance: {},
});
const question = (subject: string, ...candidates: string[]) =>
  questionRow({
    subject,
    candidates,
    source: { relation: 'colleague', site: 'web', url: 'https://example.org/a', on: '2026-11-24' },
  });
const own = (id: string) => ({ id, rev: 1, own: ada.own });
const step = (parts: Partial<UndoRow>, id = 'step'): UndoRow => ({
  id,
  at: NOW,
  label: '',
  created: [],
  before: [],
  ties: { before: [], created: [] },
  ...parts,
});

let databases = 0;
async function open() {
  const db = await openDatabase(`forget-${databases++}`);
  const commits: Commit[] = [];
  const world = {
    now: () => new Date(NOW),
    id: () => 'id',
    wrote: (commit: Commit) => void commits.push(commit),
  };
  const forget = (persons: readonly Contact[] = [ada], except?: string) =>
    write(db, world, [...CONTACT_STORES], async (writing) => {
      await deleteContacts(
        writing,
        persons.map(({ id }) => id),
      );
      await forgetWithin(writing, persons, except);
    });
  const save = (...people: Contact[]) =>
    write(db, world, [...CONTACT_STORES], async (writing) => {
      for (const one of people) await putContact(writing, one.keys, () => one);
    });
  /** What is left of steps when Ada is forgotten. */
  const left = async (rows: readonly UndoRow[], persons?: readonly Contact[], except?: string) => {
    for (const row of rows) await db.put('undo', row);
    await forget(persons, except);
    return db.getAll('undo');
  };
  return { db, commits, forget, save, left };
}

describe('a step that could be taken back', () => {
  it.each<[string, Partial<UndoRow>, Partial<UndoRow>]>([
    ['whom it created', { created: ['ada', 'bea'] }, { created: ['bea'] }],
    ['whom it changed', { before: [ada, person('bea')] }, { before: [person('bea')] }],
    [
      'ties, at either end',
      {
        ties: {
          before: [knows('ada', 'x'), knows('bea', 'x')],
          created: [knows('x', 'ada'), knows('x', 'bea')],
        },
      },
      { ties: { before: [knows('bea', 'x')], created: [knows('x', 'bea')] } },
    ],
    [
      'what took the place of ties',
      { ties: { before: [], after: [knows('ada', 'x'), knows('me', 'bea')], created: [] } },
      { ties: { before: [], after: [knows('me', 'bea')], created: [] } },
    ],
    [
      'questions, as subject and as one who may be meant',
      {
        questions: {
          before: [question('ada', 'bea'), question('bea', 'ada', 'cem'), question('bea', 'cem')],
          created: [question('bea', 'ada').id, question('bea', 'cem').id],
        },
      },
      { questions: { before: [question('bea', 'cem')], created: [question('bea', 'cem').id] } },
    ],
    ['own words', { kind: 'setMany', own: [own('ada'), own('bea')] }, { kind: 'setMany', own: [own('bea')] }],
    [
      'pages',
      { kind: 'forgetMany', captures: [page('ada'), page('bea')] },
      { kind: 'forgetMany', captures: [page('bea')] },
    ],
    [
      'pages that went over',
      {
        moved: [
          ['ada', NOW],
          ['bea', NOW],
        ],
      },
      { moved: [['bea', NOW]] },
    ],
    [
      'contacts that it took away',
      { kind: 'forgetMany', removed: [ada, person('bea')] },
      { kind: 'forgetMany', removed: [person('bea')] },
    ],
  ])('names them no more: %s', async (_, before, after) => {
    expect(await (await open()).left([step(before)])).toEqual([step(after)]);
    // Of a step that was about them alone nothing is left.
    const alone = structuredClone(step(before));
    const without = (items: unknown[] | undefined, kept: unknown[] | undefined) =>
      items?.splice(
        0,
        items.length,
        ...items.filter((item) => !JSON.stringify(kept).includes(JSON.stringify(item))),
      );
    const wanted = step(after);
    without(alone.created, wanted.created);
    without(alone.before, wanted.before);
    without(alone.ties.before, wanted.ties.before);
    without(alone.ties.created, wanted.ties.created);
    without(alone.ties.after, wanted.ties.after);
    without(alone.own, wanted.own);
    without(alone.captures, wanted.captures);
    without(alone.moved, wanted.moved);
    without(alone.removed, wanted.removed);
    without(alone.questions?.before, wanted.questions?.before);
    without(alone.questions?.created, wanted.questions?.created);
    expect(await (await open()).left([alone])).toEqual([]);
  });

  /** Everything in which a step can name somebody. */
  const NAMED: ((id: string) => Partial<UndoRow>)[] = [
    (id) => ({ created: [id] }),
    (id) => ({ before: [person(id)] }),
    (id) => ({ removed: [person(id)] }),
    (id) => ({ own: [own(id)] }),
    (id) => ({ captures: [page(id)] }),
    (id) => ({ moved: [[id, NOW]] }),
    (id) => ({ ties: { before: [knows(id, 'me')], created: [] } }),
    (id) => ({ ties: { before: [], created: [knows('me', id)] } }),
    (id) => ({ ties: { before: [], created: [], after: [knows('me', id)] } }),
    (id) => ({ questions: { before: [question(id, 'cem')], created: [] } }),
  ];
  const pairs = NAMED.flatMap((one, at) => NAMED.slice(at + 1).map((other) => [one, other] as const));
  const both = (one: Partial<UndoRow>, other: Partial<UndoRow>) =>
    step({ ...one, ...other, ...(one.ties && other.ties && { ties: together(one.ties, other.ties) }) });
  const together = (one: UndoRow['ties'], other: UndoRow['ties']): UndoRow['ties'] => ({
    before: [...one.before, ...other.before],
    created: [...one.created, ...other.created],
    ...((one.after ?? other.after) && { after: [...(one.after ?? []), ...(other.after ?? [])] }),
  });

  it('is kept for others, and cleared of them, in whatever two things it names people', async () => {
    const { left, db } = await open();
    const rows = pairs.flatMap(([one, other], at) => [
      { ...both(one('bea'), other('bea')), id: `others ${at}` },
      { ...both(one('ada'), other('ada')), id: `them ${at}` },
      { ...both(one('ada'), other('bea')), id: `first ${at}` },
      { ...both(one('bea'), other('ada')), id: `second ${at}` },
    ]);
    const after = new Map((await left(rows)).map((row) => [row.id, row]));
    for (const [at, [one, other]] of pairs.entries()) {
      expect(after.get(`others ${at}`)).toEqual({ ...both(one('bea'), other('bea')), id: `others ${at}` });
      expect(after.has(`them ${at}`)).toBe(false);
      for (const [name, kept] of [
        [`first ${at}`, other('bea')],
        [`second ${at}`, one('bea')],
      ] as const)
        expect(after.get(name)).toMatchObject({ id: name, ...kept });
    }
    expect(JSON.stringify(await db.getAll('undo'))).not.toMatch(/ada/);
  });

  it.each<[string, Partial<UndoRow>]>([
    ['a list', { kind: 'setMany', own: [own('ada')], list: { id: 'l', name: 'Choir' } }],
    ['the own profile', { created: ['ada'], me: makeMe() }],
    ['that there was no own profile', { created: ['ada'], me: null }],
    ['goals', { created: ['ada'], goals: ['g1'] }],
  ])('is kept for what else it did: %s', async (_, parts) => {
    const { left } = await open();
    const [row] = await left([step(parts)]);
    expect(row).toEqual(step({ ...parts, created: [], ...(parts.own && { own: [] }) }));
  });

  it('goes with the last of its rows, and stays as long as one of them says something', async () => {
    const { left } = await open();
    const rows = [
      step({ created: ['ada'] }, 'both'),
      step({ before: [ada] }, 'both/1'),
      step({ created: ['ada'] }, 'one'),
      step({ before: [person('bea')] }, 'one/1'),
      step({ created: ['ada', 'bea'] }, 'other'),
    ];
    expect((await left(rows)).map(({ id, created }) => [id, created])).toEqual([
      ['one', []],
      ['one/1', []],
      ['other', ['bea']],
    ]);
  });

  it.each([
    ['ada klee.vcf', ''],
    ['Klee, ADA (2).vcf', ''],
    ['ada.vcf', 'ada.vcf'],
    ['adaklee.vcf', 'adaklee.vcf'],
    ['Connections.csv', 'Connections.csv'],
  ])('by the name of a file: %s becomes %s', async (label, after) => {
    const { left } = await open();
    expect(await left([step({ label, created: ['bea'] })])).toEqual([
      step({ label: after, created: ['bea'] }),
    ]);
  });

  it('knows them by every id under which a step held them', async () => {
    const { left } = await open();
    const rows = [
      // Merged into Ada once, under a key that is hers now; and somebody before that one, under an address.
      step({ kind: 'setMany', own: [own('older'), own('oldest'), own('bea')] }, 'a'),
      step({ before: [person('older', { keys: ['web:ada', 'web:older'] })] }, 'b'),
      step(
        {
          kind: 'forgetMany',
          removed: [person('oldest', { keys: ['web:older'], emails: [] }), person('bea')],
        },
        'c',
      ),
      step(
        {
          created: ['by-address'],
          before: [person('by-address', { keys: ['x:y'], emails: ['ada@example.org'] })],
        },
        'd',
      ),
    ];
    expect(await left(rows)).toEqual([
      step({ kind: 'setMany', own: [own('bea')] }, 'a'),
      step({ kind: 'forgetMany', removed: [person('bea')] }, 'c'),
    ]);
  });

  it.each<[string, UndoRow[], string[]]>([
    [
      'of one of the two',
      [
        step({
          kind: 'merge',
          before: [person('bea')],
          removed: [ada],
          ties: { before: [knows('bea', 'cem')], created: [] },
        }),
      ],
      [],
    ],
    ['of the one who stayed', [step({ kind: 'merge', before: [ada], removed: [person('bea')] })], []],
    ['of others', [step({ kind: 'merge', before: [person('bea')], removed: [person('cem')] })], ['step']],
    [
      'of others, with a tie to them',
      [
        step({
          kind: 'merge',
          before: [person('bea')],
          removed: [person('cem')],
          ties: { before: [knows('ada', 'bea')], created: [] },
        }),
      ],
      ['step'],
    ],
    ['no merge', [step({ kind: 'edit', before: [ada, person('bea')] })], ['step']],
  ])('a merge can be taken back no more: %s', async (_, rows, expected) => {
    expect((await (await open()).left(rows)).map(({ id }) => id)).toEqual(expected);
  });

  it('that forgets them is left as it is, with all its rows', async () => {
    const { left } = await open();
    const rows = [
      step({ before: [ada] }, 'this'),
      step({ created: ['ada'] }, 'this/1'),
      step({ created: ['ada'] }, 'that'),
    ];
    expect((await left(rows, [ada], 'this')).map(({ id }) => id)).toEqual(['this', 'this/1']);
  });
});

describe('what the settings hold', () => {
  const settings = async (
    changes: Partial<Settings>,
    prepare: (stage: Awaited<ReturnType<typeof open>>) => Promise<unknown> = async () => {},
  ) => {
    const stage = await open();
    const { db, forget, commits } = stage;
    await putState(db, 'settings', { ...(await getSettings(db)), ...changes });
    await prepare(stage);
    const before = commits.length;
    await forget();
    const logged = commits.at(-1)?.changes.some(({ store, id }) => store === 'settings' && id === 'settings');
    expect(commits).toHaveLength(before + 1);
    return { left: await getSettings(db), logged };
  };

  it.each<[string, Partial<Settings>, Partial<Settings> | null]>([
    [
      'pairs',
      { notDuplicates: ['ada bea', 'bea ada', 'bea cem', 'adam bea'] },
      { notDuplicates: ['bea cem', 'adam bea'] },
    ],
    [
      'moves, wherever they name them',
      {
        moves: {
          'ask:g1:ada': 'never',
          'introduction:ada>bea': 'never',
          'x|ada/y': 'never',
          'a,ada': 'never',
          'ask:g1:adam': 'never',
        },
      },
      { moves: { 'ask:g1:adam': 'never' } },
    ],
    [
      'nothing of them',
      { notDuplicates: ['bea cem'], moves: { 'ask:g1:bea': '2027-01-01' }, quiet: true },
      null,
    ],
  ])('of them goes: %s', async (_, held, expected) => {
    const { left, logged } = await settings(held);
    expect(left).toMatchObject(expected ?? held);
    expect(Object.keys(left.moves)).toEqual(Object.keys(expected?.moves ?? held.moves ?? {}));
    expect(logged).toBe(expected !== null);
  });

  const at = (company: string, more: Partial<Contact['profile']> = {}) => ({
    positions: [{ company }],
    ...more,
  });
  const employed = (id: string, profile: Partial<Contact['profile']>) =>
    person(id, { profile: { ...person(id).profile, ...profile } });
  const digest = (id: string, more: Partial<Digest>): Digest => ({ id, name: id, seen: 0, ...more });
  const row = (id: string, more: Partial<LightRow>): LightRow => ({ id, tags: [], ...more }) as LightRow;
  type Stage = Awaited<ReturnType<typeof open>>;
  const derived =
    (rows: LightRow[], digests: Digest[], segment = 0) =>
    async ({ db }: Stage) => {
      await db.put('segments', { segment, revision: 1, version: 'v', rows: packRows(rows) });
      await db.put('digests', {
        segment,
        revision: 1,
        lines: digests.map((one) => JSON.stringify(one)).join('\n'),
      });
    };

  it.each<[string, (stage: Stage) => Promise<unknown>, boolean]>([
    ['nobody else is there', async () => {}, false],
    [
      'the user is there',
      async ({ db }) => putState(db, 'me', makeMe({ positions: [{ company: 'ACME GmbH' }] })),
      true,
    ],
    [
      'the user names it',
      async ({ db }) => putState(db, 'me', makeMe({ headline: 'I left Acme', positions: [] })),
      true,
    ],
    [
      'the user is elsewhere',
      async ({ db }) => putState(db, 'me', makeMe({ positions: [{ title: 'Acme' }] })),
      false,
    ],
    ['a goal names it', async ({ db }) => db.put('goals', makeGoal({ companies: ['Acme'] })), true],
    ['a goal names another', async ({ db }) => db.put('goals', makeGoal({ companies: ['Acmeon'] })), false],
    ['somebody is employed there', derived([row('bea', {})], [digest('bea', { employer: 'Acme AG' })]), true],
    [
      'somebody was there once',
      derived([row('bea', {})], [digest('bea', { steps: [{ company: 'x' }, { company: 'Acme' }] })]),
      true,
    ],
    [
      'somebody’s title names it',
      derived([row('bea', { title: 'Head of Acme' })], [digest('bea', {})]),
      true,
    ],
    ['somebody’s list says so', derived([row('bea', { company: 'Acme Nord' })], [digest('bea', {})]), true],
    [
      'only they themselves are',
      derived([row('ada', { title: 'at Acme', company: 'Acme' })], [digest('ada', { employer: 'Acme' })]),
      false,
    ],
    [
      'others are elsewhere',
      derived(
        [row('bea', { company: 'Beispiel', title: 'Head' })],
        [digest('bea', { employer: 'Beispiel', steps: [{}] })],
      ),
      false,
    ],
    [
      'somebody of a later page of lists is',
      async (stage) => {
        for (let segment = 0; segment < 33; segment++) await derived([], [], segment)(stage);
        await derived([row('bea', {})], [digest('bea', { employer: 'Acme' })], 33)(stage);
      },
      true,
    ],
    [
      'somebody is of whom nothing is derived yet',
      async ({ db, save }) => {
        await save(employed('bea', at('Acme')));
        await db.clear('segments');
      },
      true,
    ],
    [
      'somebody of many of whom nothing is derived yet says so in a headline',
      async ({ db, save }) => {
        await save(person('cem'), employed('bea', { headline: 'once at ACME' }));
        await db.clear('pending');
        await db.put('pending', { id: [1, 0], ids: ['ada', 'cem', 'bea', 'gone'] });
      },
      true,
    ],
    ['nobody of those who wait is', async ({ save }) => save(employed('bea', at('Beispiel'))), false],
  ])('of a company at which they were stays only with a reason: %s', async (_, prepare, stays) => {
    const stage = await open();
    const { db, save, forget } = stage;
    const companies = { acme: '62', beispiel: '86' } as const;
    await putState(db, 'settings', {
      ...(await getSettings(db)),
      companies,
      companiesAsked: ['acme', 'other'],
    });
    const gone = employed('ada', at('Acme GmbH'));
    await save(gone);
    await db.clear('pending');
    await prepare(stage);
    await forget([gone]);
    expect(await getSettings(db)).toMatchObject({
      companies: stays ? companies : { beispiel: '86' },
      companiesAsked: stays ? ['acme', 'other'] : ['other'],
    });
    expect(Object.keys((await getSettings(db)).companies)).toHaveLength(stays ? 2 : 1);
  });

  it.each<[string, Partial<Contact['profile']>]>([
    ['a former position', { positions: [{ company: 'Beispiel' }, { company: 'acme', end: '2010' }] }],
    ['a title', { positions: [{ title: 'Speaker of Acme' }] }],
    ['the headline', { headline: 'Acme alumna' }],
  ])('of a company of which they spoke goes with them: %s', async (_, profile) => {
    const { db, forget } = await open();
    await putState(db, 'settings', { ...(await getSettings(db)), companies: { acme: '62' } });
    await forget([employed('ada', profile)]);
    expect((await getSettings(db)).companies).toEqual({});
    expect(await getSettings(db)).not.toHaveProperty('companiesAsked');
  });
});

describe('what else is known of somebody who is forgotten', () => {
  it('what was typed about them goes, under every name of theirs', async () => {
    const { db, forget } = await open();
    const draft = (subject: string) => ({ kind: 'note' as const, subject, text: 'typed', at: NOW });
    const rows = step({ before: [person('older', { keys: ['web:ada', 'web:older'] })] });
    await db.put('undo', rows);
    await putState(
      db,
      'drafts',
      ['ada', 'web:ada', 'ada@example.org', 'older', 'web:older', 'bea', 'web:bea'].map(draft),
    );
    await forget();
    expect((await getState(db, 'drafts'))?.map(({ subject }) => subject)).toEqual(['bea', 'web:bea']);
  });

  it('the analysis goes, and whoever holds something of them hears of it', async () => {
    const { db, forget, commits } = await open();
    await putState(db, 'analysis', { version: 'v', analysis: {} } as never);
    await forget([]);
    expect([await getState(db, 'analysis'), commits.at(-1)?.forgotten]).toEqual([expect.anything(), false]);
    await forget();
    expect([await getState(db, 'analysis'), commits.at(-1)?.forgotten]).toEqual([undefined, true]);
  });
});

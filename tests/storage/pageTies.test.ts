import { expect, it } from 'vitest';
import type { Contact, Tie, TieQuestion } from '../../src/core/model/index.ts';
import {
  answerQuestion,
  choosePageTies,
  refusePage,
  refuseTie,
  welcomeTie,
  writePageTies,
} from '../../src/storage/acquaintances.ts';
import { putContact } from '../../src/storage/contacts.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { listQuestions, putQuestion } from '../../src/storage/questions.ts';
import { listTies, putTie } from '../../src/storage/ties.ts';
import { write } from '../../src/storage/transaction.ts';
import type { Writing } from '../../src/storage/writing.ts';
import { makeContact, NOW } from '../make.ts';

const PAGE = 'https://pages.example/ada';
const OTHER_PAGE = 'https://pages.example/other';
const STORES = ['contacts', 'captures', 'ties', 'questions'] as const;
const said = { relation: 'colleague', site: 'web', url: PAGE, on: '2026-11-24' } as const;
const source = { ...said, matchedBy: 'name' } as const;
const elsewhere = { ...source, url: OTHER_PAGE };
/** Of a page of which the contact knows nothing. */
const unheard = { ...source, url: `${PAGE}/unheard` };
const named = { url: PAGE, on: '2026-11-24', relation: 'colleague', named: 3, unsaved: 1 } as const;
const byUser = { relation: 'said', on: '2026-11-24', matchedBy: 'user' } as const;

let databases = 0;
/** Ada, Bea, Cem and Dora, with the ties and questions given. */
async function open(ties: readonly Tie[] = [], questions: readonly TieQuestion[] = []) {
  let last = 0;
  const world = { now: () => new Date(NOW), id: () => `id-${++last}` };
  const db = await openDatabase(`page-ties-${databases++}`);
  const within = <Answer>(work: (writing: Writing) => Promise<Answer> | Answer) =>
    write(db, world, [...STORES], async (writing) => work(writing));
  await within(async (writing) => {
    for (const id of ['ada', 'bea', 'cem', 'dora'])
      await putContact(writing, [`web:${id}`], () =>
        makeContact({ key: { site: 'web', id }, name: { full: id } }, id),
      );
    for (const tie of ties) putTie(writing, tie);
    for (const question of questions) putQuestion(writing, question);
  });
  const contact = async (id: string) => (await db.get('contacts', id)) as Contact;
  const hear = async (page: { ties?: string[]; asks?: string[][] }, options = {}, known?: Contact) => {
    const subject = known ?? (await contact('ada'));
    return within((writing) =>
      writePageTies(
        writing,
        subject,
        {
          ties: new Map((page.ties ?? []).map((id) => [id, source])),
          questions: (page.asks ?? []).map((candidates) => ({ candidates, source: said })),
          named,
        },
        options,
      ),
    );
  };
  const pairs = async () => (await listTies(db)).map(({ from, to, kind }) => `${from} ${kind} ${to}`).sort();
  const asked = async () =>
    (await listQuestions(db))
      .map(({ subject, candidates, answer }) => [subject, ...candidates, answer ?? '?'].join(' '))
      .sort();
  return { db, world, within, contact, hear, pairs, asked };
}
const knows = (from: string, to: string, more: Partial<Tie> = {}): Tie => ({
  from,
  to,
  kind: 'knows',
  ...more,
});
const no = (subject: string, ...candidates: string[]): TieQuestion => ({
  subject,
  candidates,
  source: said,
  answer: 'no',
});
const maybe = (subject: string, ...candidates: string[]): TieQuestion => ({
  subject,
  candidates,
  source: said,
});

it.each<
  [string, { ties?: Tie[]; questions?: TieQuestion[]; page: object; chosen?: boolean }, object, string[]]
>([
  ['a new one', { page: { ties: ['bea'] } }, { added: 1, asked: 0 }, ['ada knows bea']],
  ['several', { page: { ties: ['bea', 'cem'] } }, { added: 2, asked: 0 }, ['ada knows bea', 'ada knows cem']],
  ['nobody to themselves', { page: { ties: ['ada'] } }, { added: 0, asked: 0 }, []],
  ['nobody who is gone', { page: { ties: ['gone', 'bea'] } }, { added: 1, asked: 0 }, ['ada knows bea']],
  [
    'none beside one of the other direction',
    { ties: [knows('bea', 'ada')], page: { ties: ['bea'] } },
    { added: 0, asked: 0 },
    ['bea knows ada'],
  ],
  [
    'one beside an introduction',
    { ties: [knows('bea', 'ada', { kind: 'introduced' })], page: { ties: ['bea'] } },
    { added: 1, asked: 0 },
    ['ada knows bea', 'bea introduced ada'],
  ],
  [
    'none that the user took back',
    { questions: [no('ada', 'bea')], page: { ties: ['bea', 'cem'] } },
    { added: 1, asked: 0 },
    ['ada knows cem'],
  ],
  [
    'none that the user took back from the other side',
    { questions: [no('bea', 'ada')], page: { ties: ['bea'] } },
    { added: 0, asked: 0 },
    [],
  ],
  [
    'one of several that were not meant by a name',
    { questions: [no('ada', 'bea', 'cem')], page: { ties: ['bea'] } },
    { added: 1, asked: 0 },
    ['ada knows bea'],
  ],
  [
    'one of several that are asked about',
    { questions: [maybe('ada', 'bea', 'cem')], page: { ties: ['bea'] } },
    { added: 1, asked: 0 },
    ['ada knows bea'],
  ],
  [
    'one that the user took back and now chose',
    { questions: [no('ada', 'bea')], page: { ties: ['bea'] }, chosen: true },
    { added: 1, asked: 0 },
    ['ada knows bea'],
  ],
])('a page ties its person: %s', async (_what, { ties, questions, page, chosen }, done, expected) => {
  const { hear, pairs } = await open(ties, questions);
  expect(await hear(page, chosen === undefined ? {} : { chosen })).toEqual(done);
  expect(await pairs()).toEqual(expected);
});

it.each<[string, { ties?: Tie[]; questions?: TieQuestion[]; asks: string[][] }, number, string[]]>([
  ['which of two', { asks: [['bea', 'cem']] }, 1, ['ada bea cem ?']],
  [
    'each set once',
    {
      asks: [
        ['bea', 'cem'],
        ['cem', 'dora'],
      ],
    },
    2,
    ['ada bea cem ?', 'ada cem dora ?'],
  ],
  ['not of its person', { asks: [['ada', 'bea']] }, 1, ['ada bea ?']],
  ['nobody but its person', { asks: [['ada']] }, 0, []],
  ['not where one is known', { ties: [knows('cem', 'ada')], asks: [['bea', 'cem']] }, 0, []],
  ['where the user knows one', { ties: [knows('me', 'ada')], asks: [['bea', 'cem']] }, 1, ['ada bea cem ?']],
  ['not again', { questions: [no('ada', 'bea', 'cem')], asks: [['bea', 'cem']] }, 0, ['ada bea cem no']],
  [
    'again where another set was answered',
    { questions: [no('ada', 'bea', 'cem')], asks: [['bea', 'cem', 'dora']] },
    1,
    ['ada bea cem dora ?', 'ada bea cem no'],
  ],
  [
    'again where fewer were answered',
    { questions: [no('ada', 'bea', 'cem', 'dora')], asks: [['bea', 'cem']] },
    1,
    ['ada bea cem ?', 'ada bea cem dora no'],
  ],
  [
    'once more what is open',
    { questions: [maybe('ada', 'bea', 'cem')], asks: [['bea', 'cem']] },
    1,
    ['ada bea cem ?'],
  ],
])('a page asks who is meant: %s', async (_what, { ties, questions, asks }, count, expected) => {
  const { hear, asked } = await open(ties, questions);
  expect(await hear({ asks })).toEqual({ added: 0, asked: count });
  expect(await asked()).toEqual(expected);
});

it('a page that the user took back is not heard, unless the user chose from it', async () => {
  const { hear, pairs, asked, contact } = await open([], [no('ada', 'bea')]);
  const refused = { ...(await contact('ada')), namedOnPages: [{ ...named, refused: true }] };
  const page = { ties: ['bea'], asks: [['cem', 'dora']] };
  expect(await hear(page, {}, refused)).toEqual({ added: 0, asked: 0 });
  expect([await pairs(), await asked()]).toEqual([[], ['ada bea no']]);
  expect(await hear({ ties: ['bea'] }, { chosen: true }, refused)).toEqual({ added: 1, asked: 0 });
  // What was chosen is no refusal any more.
  expect([await pairs(), await asked()]).toEqual([['ada knows bea'], []]);
});

it('a choice hears the page again, asks nothing, and writes nothing for nobody', async () => {
  const { db, world, pairs, asked, contact } = await open([], [no('ada', 'bea')]);
  const page = {
    ties: new Map([['bea', source]]),
    questions: [{ candidates: ['cem', 'dora'], source: said }],
    named,
  };
  expect(await choosePageTies(db, world, 'gone', page)).toBeNull();
  expect(await pairs()).toEqual([]);
  expect(await choosePageTies(db, world, 'ada', page)).toEqual({ added: 1, asked: 0 });
  await refusePage(db, world, { id: 'ada', url: PAGE, listen: false });
  expect(await pairs()).toEqual([]);
  expect(await choosePageTies(db, world, 'ada', page)).toEqual({ added: 1, asked: 0 });
  expect([await pairs(), await asked()]).toEqual([['ada knows bea'], []]);
  expect((await contact('ada')).namedOnPages).toEqual([named]);
});

it('a page that is taken back takes with it what it alone said', async () => {
  const { db, world, within, hear, asked, contact } = await open(
    [
      knows('ada', 'bea', { sources: [source] }),
      knows('cem', 'ada', { sources: [source, elsewhere] }),
      knows('ada', 'dora', { sources: [source], strength: 'strong' }),
      knows('me', 'ada', { sources: [byUser] }),
      knows('bea', 'ada', { kind: 'introduced' }),
      knows('bea', 'cem', { sources: [source] }),
      knows('dora', 'ada', { sources: [unheard] }),
    ],
    [
      maybe('ada', 'bea', 'cem'),
      no('ada', 'dora'),
      maybe('bea', 'ada', 'cem'),
      { ...maybe('ada', 'cem', 'dora'), source: { ...said, url: OTHER_PAGE } },
    ],
  );
  const ada = await contact('ada');
  await within(async (writing) => {
    await putContact(writing, ['web:ada'], () => ({
      ...ada,
      namedOnPages: [named, { ...named, url: OTHER_PAGE, refused: true }],
    }));
  });
  const before = await listTies(db);
  expect(await refusePage(db, world, { id: 'gone', url: PAGE, listen: false })).toBeUndefined();
  expect(await refusePage(db, world, { id: 'ada', url: unheard.url, listen: false })).toBeUndefined();
  expect(await listTies(db)).toEqual(before);
  const refused = await refusePage(db, world, { id: 'ada', url: PAGE, listen: false });
  expect(refused?.namedOnPages?.map((page) => page.refused)).toEqual([true, true]);
  expect((await listTies(db)).map(({ from, to, sources }) => [from, to, sources]).sort()).toEqual([
    ['ada', 'dora', undefined],
    ['bea', 'ada', undefined],
    ['bea', 'cem', [source]],
    ['cem', 'ada', [elsewhere]],
    ['dora', 'ada', [unheard]],
    ['me', 'ada', [byUser]],
  ]);
  expect(await asked()).toEqual(['ada cem dora ?', 'ada dora no', 'bea ada cem ?']);
  const heard = await refusePage(db, world, { id: 'ada', url: PAGE, listen: true });
  expect(heard?.namedOnPages).toEqual([named, { ...named, url: OTHER_PAGE, refused: true }]);
  expect(await hear({ ties: ['bea'] }, {}, heard)).toEqual({ added: 1, asked: 0 });
  // Once it is heard, to hear it takes nothing away.
  const again = await listTies(db);
  await refusePage(db, world, { id: 'ada', url: PAGE, listen: true });
  expect(await listTies(db)).toEqual(again);
});

it.each<[string, string | null, boolean, string[], string[]]>([
  ['one of them', 'cem', true, ['ada knows cem'], []],
  ['none of them', null, true, [], ['ada bea cem no']],
  ['somebody else', 'dora', false, [], ['ada bea cem ?']],
  ['somebody who is gone', 'gone', false, [], ['ada bea cem ?']],
])('the answer to a question: %s', async (_what, answer, done, ties, questions) => {
  const { db, world, pairs, asked } = await open([], [maybe('ada', 'bea', 'cem')]);
  const [id] = (await db.getAllKeys('questions')) as [string];
  expect(await answerQuestion(db, world, 'no question', answer)).toBe(false);
  expect(await answerQuestion(db, world, id, answer)).toBe(done);
  expect([await pairs(), await asked()]).toEqual([ties, questions]);
  const [tie] = await listTies(db);
  if (tie !== undefined) expect(tie.sources).toEqual([{ ...said, matchedBy: 'user' }]);
});

it('the answer to a question is one source more of a tie that is there, and the user’s word stays', async () => {
  const { db, world } = await open([knows('cem', 'ada')], [maybe('ada', 'bea', 'cem')]);
  const [id] = (await db.getAllKeys('questions')) as [string];
  await answerQuestion(db, world, id, 'cem');
  const ties = await listTies(db);
  expect(ties.map(({ from, to }) => [from, to])).toEqual([['cem', 'ada']]);
  expect(ties[0]?.sources).toHaveLength(2);
  expect(ties[0]?.sources).toEqual(expect.arrayContaining([byUser, { ...said, matchedBy: 'user' }]));
});

it.each<[string, Tie, string[]]>([
  ['that a page speaks of', knows('ada', 'bea', { sources: [source] }), ['ada bea no']],
  ['that page and user speak of', knows('ada', 'bea', { sources: [byUser, source] }), ['ada bea no']],
  ['of the user’s word alone', knows('ada', 'bea', { sources: [byUser] }), []],
  ['of no source', knows('ada', 'bea'), []],
  ['of another kind', knows('ada', 'bea', { kind: 'introduced', sources: [source] }), []],
  ['from the user', knows('me', 'bea', { sources: [source] }), []],
  ['to the user', knows('ada', 'me', { sources: [source] }), []],
])('a tie taken away %s is refused, or not', async (_what, tie, expected) => {
  const { within, asked } = await open();
  await within((writing) => refuseTie(writing, tie));
  expect(await asked()).toEqual(expected);
});

it.each<[string, Tie, string[]]>([
  ['of the same two', knows('ada', 'bea'), ['ada bea cem no', 'ada dora no', 'cem ada bea ?']],
  ['of the other direction', knows('bea', 'ada'), ['ada bea cem no', 'ada dora no', 'cem ada bea ?']],
  [
    'of another kind',
    knows('ada', 'bea', { kind: 'introduced' }),
    ['ada bea cem no', 'ada bea no', 'ada dora no', 'cem ada bea ?'],
  ],
  ['from the user', knows('me', 'bea'), ['ada bea cem no', 'ada bea no', 'ada dora no', 'cem ada bea ?']],
  ['to the user', knows('ada', 'me'), ['ada bea cem no', 'ada bea no', 'ada dora no', 'cem ada bea ?']],
])('a tie that is wanted ends the refusal: %s', async (_what, tie, expected) => {
  const { within, asked } = await open(
    [],
    [no('ada', 'bea'), no('ada', 'bea', 'cem'), no('ada', 'dora'), maybe('cem', 'ada', 'bea')],
  );
  await within((writing) => welcomeTie(writing, tie));
  expect(await asked()).toEqual(expected);
});

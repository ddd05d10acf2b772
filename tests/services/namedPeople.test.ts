import { beforeAll, describe, expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { type Acquaintance, LIMITS, type PeopleList, type Profile } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { listTies } from '../../src/storage/ties.ts';
import { makeCapture, makeEnvironment, makeMe, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const TODAY = NOW.slice(0, 10);
const MEMBER = 'ACoAAYvonneAalto12';
const address = (id: string) => `https://www.linkedin.com/in/${id}/`;
const named = (name: string, id?: string, relation: Acquaintance['relation'] = 'commonContact') => ({
  name,
  relation,
  ...(id !== undefined && { url: address(id) }),
});

async function open(me: Parameters<typeof makeMe>[0] = { profileUrl: address('kim-sommer') }) {
  const made = makeEnvironment();
  let now = NOW;
  const world = { ...made.environment.world, now: () => new Date(now) };
  const background = createBackground({ ...made.environment, world, identify: personOf });
  const handlers = handlersOf(background);
  await handlers['me.set']({ me: makeMe(me) }, POPUP);
  const db = await background.database;
  const page = (
    name: string,
    id: string,
    changes: Partial<Profile> = {},
    acquaintances?: Acquaintance[],
  ) => ({
    ...makeCapture({ key: { site: 'linkedin', id }, url: address(id), name: { full: name }, ...changes }),
    ...(acquaintances && { acquaintances }),
  });
  const save = async (...of: Parameters<typeof page>) =>
    (await handlers['contact.save']({ capture: page(...of) }, POPUP)).id;
  const ties = async () =>
    (await listTies(db)).map(({ from, to, sources }) => [
      from,
      to,
      sources?.map(({ matchedBy }) => matchedBy),
    ]);
  return { handlers, background, db, page, save, ties, at: (instant: string) => (now = instant) };
}

/** An invented network: two bear one name, one is known by a member's id, one by two addresses. */
async function network(me?: Parameters<typeof makeMe>[0]) {
  const opened = await open(me);
  const { save } = opened;
  const ids = {
    x: await save('Xaver Yoldas', 'xaver'),
    a: await save('Anna Müller', 'anna-1', { positions: [], headline: 'Cooks' }),
    b: await save('Anna Müller', 'anna-2', { positions: [{ title: 'Nurse' }] }),
    w: await save('Wanda Wu', 'wanda', {
      memberId: 'ACoAAWandaWanda123',
      positions: [{ company: 'Astwerk' }],
    }),
    g: await save('Greta Gut', 'greta', {
      key: { site: 'scholar', id: 'gretagutAAAAJ' },
      url: 'https://scholar.google.com/citations?user=gretagutAAAAJ',
    }),
    y: await save('Yvonne Aalto', 'yvonne', { memberId: MEMBER, positions: [] }),
  };
  return { ...opened, ...ids, nameOf: new Map(Object.entries(ids).map(([name, id]) => [id, name])) };
}

const list = (people: Acquaintance[], changes: Partial<PeopleList> = {}): PeopleList => ({
  kind: 'connections',
  url: 'https://www.linkedin.com/search/results/people/?connectionOf=y',
  site: 'linkedin',
  of: { site: 'linkedin', id: MEMBER },
  people,
  ...changes,
});
const bare = (people: Acquaintance[]): PeopleList => {
  const { of: _, ...nobodys } = list(people, { kind: 'members', url: 'https://example.org/team' });
  return nobodys;
};

describe('whom a name on a page means', () => {
  let known: Awaited<ReturnType<typeof network>>;
  beforeAll(async () => {
    known = await network();
  });
  /** By the letters of the network; `self`: left out. */
  const meant = async (person: Acquaintance) => {
    const { people } = await known.handlers['acquaintances.look']({ list: list([person]) }, POPUP);
    return (
      people.map(({ contacts }) => contacts.map(({ id }) => known.nameOf.get(id)).join(' ')).join() ||
      (people.length === 0 ? 'self' : 'nobody')
    );
  };

  it.each<[what: string, person: Acquaintance, meant: string]>([
    ['one who bears it alone', named('Xaver Yoldas'), 'x'],
    ['whose address it leads to, whatever the name', named('Somebody Else', 'xaver'), 'x'],
    ['whose address it leads to, though others bear the name', named('Anna Müller', 'anna-2'), 'b'],
    ['whose member’s id it leads to', named('W. W.', 'ACoAAWandaWanda123'), 'w'],
    ['several who bear it', named('Anna Müller'), 'a b'],
    ['several, where the link is another kind of id', named('Anna Müller', 'ACoAAsomebodyelse99'), 'a b'],
    ['nobody, where it leads to another on the same site', named('Xaver Yoldas', 'xaver-77'), 'nobody'],
    ['nobody, where the member’s id is another', named('Wanda Wu', 'ACoAAsomebodyelse99'), 'nobody'],
    [
      'one who bears it, where the link leads to a site of the same initial',
      { ...named('Greta Gut'), url: 'https://stackoverflow.com/users/77/other' },
      'g',
    ],
    [
      'one who bears it, where the link leads to another site',
      { ...named('Xaver Yoldas'), url: 'https://www.xing.com/profile/Xaver_Other' },
      'x',
    ],
    [
      'one who bears it, where the link is nobody’s',
      { ...named('Xaver Yoldas'), url: 'https://example.org/' },
      'x',
    ],
    ['nobody of a name that nobody bears', named('Nora Nirgends'), 'nobody'],
    ['nobody of a link that nobody has', named('Nora Nirgends', 'nora'), 'nobody'],
    ['the page’s own person by the address', named('Y. A.', 'yvonne'), 'self'],
    ['the page’s own person by the member’s id', named('Y. A.', MEMBER), 'self'],
    ['the page’s own person by the name', named('Yvonne Aalto'), 'self'],
    ['the user by the address', named('K. S.', 'kim-sommer'), 'self'],
    ['the user by the name', named('Kim Sommer'), 'self'],
    ['a namesake of the user', named('Kim Sommer', 'kim-2'), 'nobody'],
  ])('%s', async (_, person, whom) => {
    expect(await meant(person)).toBe(whom);
  });

  it('shows them with what they do, with the link, without the user, each contact once', async () => {
    const { handlers, x, a, b, w, y } = known;
    const look = await handlers['acquaintances.look'](
      {
        list: list([
          named('Xaver Yoldas', 'xaver'),
          named('Xaver Yoldas'),
          named('Anna Müller'),
          named('Anna Müller'),
          named('Kim Sommer'),
          named('Wanda Wu'),
          named('Nora Nirgends'),
          named('Nora Nirgends'),
        ]),
      },
      POPUP,
    );
    const both = [
      { id: a, name: 'Anna Müller', detail: 'Cooks' },
      { id: b, name: 'Anna Müller', detail: 'Nurse' },
    ].sort((one, other) => (one.id < other.id ? -1 : 1));
    const people = look.people.map(({ contacts, ...person }) => ({
      ...person,
      contacts: contacts.toSorted((one, other) => (one.id < other.id ? -1 : 1)),
    }));
    expect({ ...look, people }).toEqual({
      subject: { id: y, name: 'Yvonne Aalto' },
      refused: false,
      people: [
        {
          name: 'Xaver Yoldas',
          url: address('xaver'),
          contacts: [
            { id: x, name: 'Xaver Yoldas', detail: 'Head of Data Platforms · Klinikum Musterstadt' },
          ],
          tied: false,
        },
        { name: 'Anna Müller', contacts: both, tied: false },
        { name: 'Anna Müller', contacts: both, tied: false },
        { name: 'Wanda Wu', contacts: [{ id: w, name: 'Wanda Wu', detail: 'Astwerk' }], tied: false },
        { name: 'Nora Nirgends', contacts: [], tied: false },
        { name: 'Nora Nirgends', contacts: [], tied: false },
      ],
    });
  });

  it('is looked at without writing anything, and without anybody on the page', async () => {
    const { handlers, db } = known;
    const before = await db.count('changes');
    expect(await handlers['acquaintances.look']({ list: list([]) }, POPUP)).toMatchObject({ people: [] });
    expect(await handlers['acquaintances.look']({ list: bare([named('Wanda Wu')]) }, POPUP)).toMatchObject({
      subject: null,
      refused: false,
      people: [{ name: 'Wanda Wu' }],
    });
    const capture = known.page('Otto Other', 'otto', {}, [
      named('Otto Other'),
      named('Otto Other', 'otto-2'),
      named('Wanda Wu'),
    ]);
    const look = await handlers['acquaintances.look']({ capture }, POPUP);
    // Who is not saved is known by the page’s own words.
    expect([look.subject, look.people.map(({ name }) => name)]).toEqual([null, ['Otto Other', 'Wanda Wu']]);
    const { acquaintances: _, ...silent } = capture;
    expect((await handlers['acquaintances.look']({ capture: silent }, POPUP)).people).toEqual([]);
    expect(await db.count('changes')).toBe(before);
  });
});

it('nobody is the user where the user has no name, and nobody bears no name', async () => {
  const { handlers, page } = await network({ name: undefined as never, profileUrl: undefined });
  const look = await handlers['acquaintances.look'](
    {
      capture: page('Otto Other', 'otto', {}, [
        named('Kim Sommer'),
        named('...'),
        named('me'),
        named('subject'),
      ]),
    },
    POPUP,
  );
  expect(look.people.map(({ name, contacts }) => [name, contacts])).toEqual([
    ['Kim Sommer', []],
    ['...', []],
    ['me', []],
    ['subject', []],
  ]);
});

it('a name that too many bear means nobody, one fewer each of them', async () => {
  const { save, handlers } = await open();
  const looked = async () =>
    (await handlers['acquaintances.look']({ list: bare([named('Anna Müller')]) }, POPUP)).people[0]?.contacts;
  for (let i = 0; i < LIMITS.candidates; i++) await save('Anna Müller', `anna-${i}`);
  expect(await looked()).toHaveLength(LIMITS.candidates);
  await save('Anna Müller', 'anna-more');
  expect(await looked()).toEqual([]);
});

describe('what is known already', () => {
  it('is told of ties of acquaintance in either direction, of no others', async () => {
    const { handlers, x, w, y, a, b, page } = await network();
    await handlers['contact.setTie']({ tie: { from: x, to: y, kind: 'knows' } }, POPUP);
    await handlers['contact.setTie']({ tie: { from: y, to: w, kind: 'introduced' } }, POPUP);
    await handlers['contact.setTie']({ tie: { from: y, to: a, kind: 'knows' } }, POPUP);
    const people = [
      named('Xaver Yoldas'),
      named('Wanda Wu'),
      named('Anna Müller', 'anna-1'),
      named('Anna Müller'),
    ];
    for (const of of [{ list: list(people) }, { capture: page('Yvonne Aalto', 'yvonne', {}, people) }]) {
      const look = await handlers['acquaintances.look'](of, POPUP);
      // Of several nobody knows which: none of them is tied.
      expect(look.people.map(({ name, tied }) => [name, tied])).toEqual([
        ['Xaver Yoldas', true],
        ['Wanda Wu', false],
        ['Anna Müller', true],
        ['Anna Müller', false],
      ]);
    }
    const other = await handlers['acquaintances.look'](
      { capture: page('Wanda Wu', 'wanda', {}, people) },
      POPUP,
    );
    expect(other.people.map(({ tied }) => tied)).not.toContain(true);
    expect(b).not.toBe(a);
  });

  it('is what the user took back of this page, and of no other', async () => {
    const { handlers, save, page, y } = await network();
    await save('Yvonne Aalto', 'yvonne', {}, [named('Xaver Yoldas')]);
    const look = (capture: ReturnType<typeof page>) => handlers['acquaintances.look']({ capture }, POPUP);
    const capture = page('Yvonne Aalto', 'yvonne', {}, [named('Xaver Yoldas')]);
    expect((await look(capture)).refused).toBe(false);
    const refuse = { id: y, url: address('yvonne'), refused: true };
    expect((await handlers['acquaintances.refuse'](refuse, POPUP))?.contact.id).toBe(y);
    expect((await look(capture)).refused).toBe(true);
    expect(
      (await look(page('Yvonne Aalto', 'yvonne', { url: `${address('yvonne')}more` }, []))).refused,
    ).toBe(false);
    await handlers['acquaintances.refuse']({ id: y, url: address('yvonne'), refused: false }, POPUP);
    expect((await look(capture)).refused).toBe(false);
  });
});

describe('what is ticked on a list', () => {
  const choose = (
    { handlers }: Awaited<ReturnType<typeof open>>,
    of: string,
    from: PeopleList,
    people: string[],
  ) => handlers['acquaintances.choose']({ list: from, of, people }, POPUP);

  it('becomes a tie by the surest that the list says of each, and nothing else does', async () => {
    const known = await network();
    const { x, a, b, w, y, ties, db } = known;
    const people = [
      named('Xaver Yoldas', undefined, 'colleague'),
      named('Xaver Yoldas', 'xaver', 'coauthor'),
      named('Xaver Yoldas'),
      named('Anna Müller'),
      named('Anna Müller', 'anna-1', 'coauthor'),
      named('Wanda Wu', undefined, 'colleague'),
      named('Nora Nirgends'),
    ];
    expect(await choose(known, y, list(people), [x, a, b, 'nobody', y])).toEqual({ added: 3 });
    expect((await ties()).toSorted()).toEqual(
      [
        [y, x, ['address']],
        [y, a, ['address']],
        [y, b, ['user']],
      ].toSorted(),
    );
    const [tie] = (await listTies(db)).filter(({ to }) => to === x);
    expect(tie?.sources).toEqual([
      { relation: 'coauthor', site: 'linkedin', url: list([]).url, on: TODAY, matchedBy: 'address' },
    ]);
    // Ticked again they are no news; who was ticked before is not taken away.
    expect(await choose(known, y, list(people), [x, w])).toEqual({ added: 1 });
    expect(await ties()).toContainEqual([y, w, ['user']]);
    expect((await db.get('contacts', y))?.namedOnPages).toEqual([
      { url: list([]).url, on: TODAY, relation: 'colleague', named: 5, unsaved: 1 },
    ]);
  });

  it('of a list that is nobody’s ties whom the user names to the others', async () => {
    const known = await network();
    const { x, a, b, w, ties, db } = known;
    const people = [named('Xaver Yoldas'), named('Anna Müller'), named('Wanda Wu', 'wanda')];
    const refused = { kind: 'badMessage' };
    await expect(choose(known, known.y, bare(people), [x])).rejects.toMatchObject(refused);
    await expect(choose(known, 'nobody', bare(people), [x])).rejects.toMatchObject(refused);
    expect(await choose(known, w, bare(people), [x, b, w])).toEqual({ added: 2 });
    expect(await ties()).toEqual([
      [w, x, ['user']],
      [w, b, ['user']],
    ]);
    // One of several who bear a name does not know the other by that name.
    expect(await choose(known, a, bare(people), [])).toEqual({ added: 0 });
    const counts = async (id: string) =>
      (await db.get('contacts', id))?.namedOnPages?.map((page) => page.named);
    expect([await counts(w), await counts(a), await counts(x)]).toEqual([[2], [2], undefined]);
  });

  it('is for nobody but the list’s own person', async () => {
    const known = await network();
    const { x, y, ties } = known;
    const people = [named('Xaver Yoldas')];
    const stranger = list(people, { of: { site: 'linkedin', id: 'ACoAAsomebodyelse99' } });
    for (const [of, from] of [
      [x, list(people)],
      [y, stranger],
    ] as const)
      await expect(choose(known, of, from, [x])).rejects.toMatchObject({ kind: 'badMessage' });
    // Named by the address instead of the member's id it is the same person.
    expect(await choose(known, y, list(people, { of: { site: 'linkedin', id: 'yvonne' } }), [x])).toEqual({
      added: 1,
    });
    expect(await ties()).toEqual([[y, x, ['user']]]);
    expect(await choose(known, y, list([named('Kim Sommer')]), [x])).toEqual({ added: 0 });
  });
});

describe('how many acquaintances there are', () => {
  it.each<[relation: Acquaintance['relation'], said: number | undefined, kept: number]>([
    ['commonContact', 14, 14],
    ['commonContact', 1, 2],
    ['commonContact', undefined, 2],
    // The number on a profile is of common contacts alone.
    ['colleague', 14, 2],
  ])('is what a page of the kind %s says: %s', async (relation, mutualConnections, kept) => {
    const { save, db } = await network();
    const id = await save('Otto Other', 'otto', { ...(mutualConnections && { mutualConnections }) }, [
      named('Xaver Yoldas', undefined, relation),
      named('Nora Nirgends', undefined, relation),
    ]);
    expect((await db.get('contacts', id))?.namedOnPages).toMatchObject([
      { named: kept, unsaved: 1, relation },
    ]);
  });

  it('is nothing where a page names nobody', async () => {
    const { save, db } = await network();
    const id = await save('Otto Other', 'otto', { mutualConnections: 5 }, []);
    expect((await db.get('contacts', id))?.namedOnPages).toBeUndefined();
  });
});

describe('open questions', () => {
  it('stand the newest first, so many as are asked for, with their number', async () => {
    const { handlers, save, at, a, b, db } = await network();
    const days = ['2026-11-24', '2026-11-26', '2026-11-25', '2026-11-26'];
    const subjects: string[] = [];
    for (const [i, day] of days.entries()) {
      at(`${day}T10:00:00.000Z`);
      subjects.push(await save(`Subject ${'abcd'[i]}`, `subject-${i}`, {}, [named('Anna Müller')]));
    }
    const all = await handlers['questions.get']({ limit: 10 }, POPUP);
    expect([all.total, all.questions.map(({ source }) => source.on)]).toEqual([
      4,
      days.toSorted().toReversed(),
    ]);
    // Of one day in the order of their names.
    const names = all.questions.map(({ id, source }) => [source.on, id] as const);
    expect(names).toEqual(
      names.toSorted(([on, id], [day, other]) => day.localeCompare(on) || (id < other ? -1 : 1)),
    );
    const [first] = all.questions;
    expect(first).toMatchObject({
      subject: { detail: 'Head of Data Platforms · Klinikum Musterstadt' },
      source: { relation: 'commonContact', site: 'linkedin' },
    });
    expect(first?.candidates.toSorted((one, other) => (one.id === a ? -1 : other.id === a ? 1 : 0))).toEqual([
      { id: a, name: 'Anna Müller', detail: 'Cooks' },
      { id: b, name: 'Anna Müller', detail: 'Nurse' },
    ]);
    const some = await handlers['questions.get']({ limit: 3 }, POPUP);
    expect(some).toEqual({ total: 4, questions: all.questions.slice(0, 3) });
    // An answer takes one away; another's answer changes nothing.
    const answered = { id: String(first?.id), contact: null };
    expect(await handlers['questions.answer'](answered, POPUP)).toEqual({ settled: true });
    expect(await handlers['questions.answer']({ id: 'nothing', contact: a }, POPUP)).toEqual({
      settled: false,
    });
    expect(await handlers['questions.get']({ limit: 10 }, POPUP)).toEqual({
      total: 3,
      questions: all.questions.slice(1),
    });
    expect(await db.count('questions')).toBe(4);
  });
});

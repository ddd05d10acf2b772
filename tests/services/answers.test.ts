import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { LAYERS, type Profile } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const address = (id: string) => `https://www.linkedin.com/in/${id}/`;

async function open() {
  const made = makeEnvironment();
  let now = NOW;
  const world = { ...made.environment.world, now: () => new Date(now) };
  const background = createBackground({ ...made.environment, world, identify: personOf });
  const handlers = handlersOf(background);
  const save = async (id: string, profile: Partial<Profile> = {}, emails: string[] = []) => {
    const capture = makeCapture({
      key: { site: 'linkedin', id },
      url: address(id),
      name: { full: id },
      ...profile,
    });
    return (await handlers['contact.save']({ capture, emails }, POPUP)).id;
  };
  return { handlers, background, save, at: (instant: string) => (now = instant), made };
}

const TODAY = { relation: 'said', on: '2026-11-24', matchedBy: 'user' };

describe('what the user says of ties', () => {
  it('answers the contact whom it is about, with the tie', async () => {
    const { handlers, save } = await open();
    const [a, b] = [await save('ada'), await save('bea')];
    for (const tie of [
      { from: 'me', to: a, kind: 'knows', strength: 'strong' },
      { from: a, to: 'me', kind: 'introduced' },
    ] as const) {
      const view = await handlers['contact.setTie']({ tie }, POPUP);
      expect(view?.contact.id).toBe(a);
      expect(view?.ties).toContainEqual(tie);
    }
    const tie = { from: b, to: a, kind: 'knows' } as const;
    const view = await handlers['contact.setTie']({ tie }, POPUP);
    expect(view?.contact.id).toBe(b);
    // Of two contacts the day is kept on which the user said it.
    expect(view?.ties).toEqual([{ ...tie, sources: [TODAY] }]);
    const told = { ...TODAY, on: '2020-01-01' } as never;
    const again = await handlers['contact.setTie']({ tie: { ...tie, kind: 'introduced' } }, POPUP);
    expect(again?.ties).toContainEqual({ ...tie, kind: 'introduced' });
    const withSource = await handlers['contact.setTie'](
      { tie: { from: a, to: b, kind: 'knows', sources: [told] } },
      POPUP,
    );
    expect(withSource?.ties).toContainEqual({ from: a, to: b, kind: 'knows', sources: [told] });
  });

  it.each<[string, (a: string) => { from: string; to: string }]>([
    ['nobody', () => ({ from: 'me', to: 'nobody' })],
    ['nobody on the other side', (a) => ({ from: a, to: 'nobody' })],
    ['themselves', (a) => ({ from: a, to: a })],
    ['the user and the user', () => ({ from: 'me', to: 'me' })],
  ])('is refused of %s', async (_, ends) => {
    const { handlers, save, background } = await open();
    const a = await save('ada');
    expect(await handlers['contact.setTie']({ tie: { ...ends(a), kind: 'knows' } }, POPUP)).toBeNull();
    expect(await (await background.database).count('ties')).toBe(0);
  });

  it('changes only what the page changed, and keeps what pages say', async () => {
    const { handlers, save } = await open();
    const [a, b] = [await save('ada'), await save('bea')];
    const based = { from: a, to: b, kind: 'knows' } as const;
    await handlers['contact.setTie']({ tie: { ...based, label: 'personal' } }, POPUP);
    const view = await handlers['contact.setTie']({ tie: { ...based, strength: 'weak' }, based }, POPUP);
    expect(view?.ties).toEqual([{ ...based, label: 'personal', strength: 'weak', sources: [TODAY] }]);
    expect(await handlers['contact.removeTie'](based, POPUP)).toEqual({ removed: view?.ties[0] });
    expect(await handlers['contact.removeTie'](based, POPUP)).toEqual({ removed: null });
  });
});

describe('what is stored', () => {
  it('is counted, with the day since which somebody has not been looked at', async () => {
    const { handlers, save, at } = await open();
    expect(await handlers['privacy.get']({}, POPUP)).toEqual({
      contacts: 0,
      captures: 0,
      goals: 0,
      ties: 0,
      forgotten: 0,
      oldest: null,
      forReview: 0,
    });
    at('2025-05-20T10:00:00.000Z');
    await save('ada');
    at('2025-05-30T10:00:00.000Z');
    await save('bea');
    at(NOW);
    const cem = await save('cem');
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    await handlers['contact.setTie']({ tie: { from: 'me', to: cem, kind: 'knows' } }, POPUP);
    // Eighteen months before 24 November 2026 is a day in May 2025.
    expect(await handlers['privacy.get']({}, POPUP)).toMatchObject({
      contacts: 3,
      captures: 3,
      goals: 1,
      ties: 1,
      oldest: '2025-05-20',
      forReview: 1,
    });
    await handlers['settings.set']({ settings: { reviewMonths: 17 } }, POPUP);
    expect((await handlers['privacy.get']({}, POPUP)).forReview).toBe(2);
    await handlers['contact.forget']({ id: cem }, POPUP);
    expect((await handlers['privacy.get']({}, POPUP)).forgotten).toBeGreaterThan(0);
  });

  it('tags stand by how many carry them, then by name', async () => {
    const { handlers, save } = await open();
    for (const [id, add] of [
      ['ada', ['zebra', 'both']],
      ['bea', ['both', 'apple']],
    ] as const)
      await handlers['contact.tag']({ id: await save(id), add: [...add] }, POPUP);
    expect((await handlers['tags.get']({}, POPUP)).tags).toEqual([
      { name: 'both', count: 2 },
      { name: 'apple', count: 1 },
      { name: 'zebra', count: 1 },
    ]);
  });
});

describe('the state of the network', () => {
  const keys = async (handlers: Awaited<ReturnType<typeof open>>['handlers']) =>
    (await handlers['network.get']({}, POPUP)).sentences.map(({ key }) => key);

  it('says what is missing, and how many are saved where nothing else is to be said', async () => {
    const { handlers, save } = await open();
    expect(await keys(handlers)).toEqual(['factMeMissing', 'factGoalMissing', 'factNobodySaved']);
    await handlers['me.set']({ me: makeMe() }, POPUP);
    expect(await keys(handlers)).toEqual(['factGoalMissing', 'factNobodySaved']);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    expect(await keys(handlers)).toEqual(['factNobodySaved']);
    await save('ada');
    const network = await handlers['network.get']({}, POPUP);
    expect(network.sentences).toEqual([{ key: 'factSavedContacts', values: { count: 1 } }]);
    expect(network).toMatchObject({ contactCount: 1, lost: null, me: { name: 'Kim Sommer' } });
    expect(network.goals).toHaveLength(1);
    expect(network.settings).not.toHaveProperty('notDuplicates');
    await handlers['goal.set']({ goal: { ...makeGoal(), state: 'dropped' } }, POPUP);
    expect(await keys(handlers)).toEqual(['factGoalMissing']);
    await handlers['goal.delete']({ id: 'g1' }, POPUP);
    await handlers['me.unset']({}, POPUP);
    const without = await handlers['network.get']({}, POPUP);
    expect([without.goals, without.me]).toEqual([[], null]);
  });

  it('names the severest gap and the change that leaves least, of goals that stand', async () => {
    const { handlers, save, background } = await open();
    await handlers['me.set']({ me: makeMe({ isco4: '2521', nace2: '65' }) }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const id = await save('ada');
    await handlers['contact.setTie'](
      { tie: { from: 'me', to: id, kind: 'knows', strength: 'strong' } },
      POPUP,
    );
    await handlers['analysis.get']({}, POPUP);
    await expect.poll(async () => (await handlers['analysis.get']({}, POPUP)).state).toBe('current');
    const analysis = await background.analysis.last();
    const { sentences } = await handlers['network.get']({}, POPUP);
    const shares = analysis?.stressTest.map(({ share }) => share ?? 1) ?? [];
    expect(sentences[0]).toEqual(analysis?.blindSpots[0]?.facts[0]);
    const least = analysis?.stressTest.find(({ share }) => share === Math.min(...shares));
    expect(sentences[1]).toEqual(least?.facts[0]);
    expect(sentences.length).toBeLessThanOrEqual(3);
    await handlers['goal.delete']({ id: 'g1' }, POPUP);
    const after = (await handlers['network.get']({}, POPUP)).sentences;
    expect(after[0]?.key).toBe('factGoalMissing');
    expect(after).not.toContainEqual(sentences[0]);
  });
});

describe('single settings', () => {
  it('change what is named, and can be taken back', async () => {
    const { handlers } = await open();
    const twice = async <S>(set: (on: boolean) => Promise<S>) => [await set(true), await set(false)] as const;
    const [company, noCompany] = await twice((on) =>
      handlers['company.set']({ company: 'klinik', nace2: on ? '86' : null }, POPUP),
    );
    expect([company.companies, noCompany.companies]).toEqual([{ klinik: '86' }, {}]);
    const [move, noMove] = await twice((on) =>
      handlers['move.set']({ id: 'm', until: on ? 'never' : null }, POPUP),
    );
    expect([move.moves, noMove.moves]).toEqual([{ m: 'never' }, {}]);
    const [rhythm, noRhythm] = await twice((on) =>
      handlers['rhythm.set']({ layer: 'personal', days: on ? 30 : null }, POPUP),
    );
    expect([rhythm.rhythms, noRhythm.rhythms]).toEqual([{ personal: 30 }, {}]);
    const [view, noView] = await twice((on) =>
      handlers['view.set']({ name: 'v', query: on ? 'q' : null }, POPUP),
    );
    expect([view.views, noView.views]).toEqual([[{ name: 'v', query: 'q' }], []]);
    expect((await handlers['backup.when']({ everyDays: 7 }, POPUP)).backup).toEqual({
      everyDays: 7,
      everyChanges: null,
    });
    expect((await handlers['backup.when']({ everyChanges: 9 }, POPUP)).backup).toEqual({
      everyDays: 7,
      everyChanges: 9,
    });
  });

  it('keep the others of their kind, the newest last, and have an end', async () => {
    const { handlers } = await open();
    for (const layer of LAYERS) await handlers['rhythm.set']({ layer, days: 5 }, POPUP);
    const { rhythms } = await handlers['rhythm.set']({ layer: 'beyond', days: null }, POPUP);
    expect(rhythms).toEqual({ operational: 5, personal: 5, strategic: 5 });
    await handlers['company.asked']({ company: 'a' }, POPUP);
    await handlers['company.asked']({ company: 'b' }, POPUP);
    expect((await handlers['company.asked']({ company: 'a' }, POPUP)).companiesAsked).toEqual(['b', 'a']);
    for (let i = 0; i < 51; i++) await handlers['view.set']({ name: `v${i}`, query: 'q' }, POPUP);
    const { views } = await handlers['view.set']({ name: 'v7', query: 'other' }, POPUP);
    expect(views).toHaveLength(50);
    expect([views[0]?.name, views.at(-1)]).toEqual(['v1', { name: 'v7', query: 'other' }]);
  });
});

describe('who may be the person that is typed in', () => {
  it('is found by the page, the name and the address, and nobody else', async () => {
    const { handlers, save } = await open();
    const ada = await save('ada', { name: { full: 'Ada Blum' } }, ['ada@example.org']);
    await save('bea', { name: { full: 'Bea Blum' } });
    const alike = async (typed: object) =>
      (await handlers['contact.alike']({ name: '', ...typed }, POPUP)).alike.map(({ id, same }) => [
        id,
        same,
      ]);
    expect(await alike({ name: 'Blum, Ada' })).toEqual([[ada, false]]);
    expect(await alike({ email: ' ADA@example.org ' })).toEqual([[ada, false]]);
    expect(await alike({ url: address('ada') })).toEqual([[ada, true]]);
    expect(await alike({ name: 'Ada Blum', url: address('ada'), email: 'ada@example.org' })).toEqual([
      [ada, true],
    ]);
    expect(await alike({ name: 'Ada' })).toEqual([]);
    expect(await alike({ url: address('nobody') })).toEqual([]);
    expect(await alike({})).toEqual([]);
    await handlers['contact.edit']({ id: ada, edits: { name: { full: 'Ada Stein' } } }, POPUP);
    expect(await alike({ name: 'Ada Stein' })).toEqual([[ada, false]]);
  });

  it('are at most ten, with what is shown of them', async () => {
    const { handlers, save } = await open();
    for (let i = 0; i < 12; i++) await save(`ada${i}`, { name: { full: 'Ada Blum' } });
    const { alike } = await handlers['contact.alike']({ name: 'Ada Blum' }, POPUP);
    expect(alike).toHaveLength(10);
    expect(alike[0]).toMatchObject({
      name: 'Ada Blum',
      title: 'Head of Data Platforms',
      company: 'Klinikum Musterstadt',
    });
  });
});

describe('whom the user knows at a company', () => {
  it('is who is there, who was, and who knows somebody there, those whom the user knows first', async () => {
    const { handlers, save } = await open();
    const at = (company: string, end: string | null, start = '2015-02') => ({
      positions: [{ title: 'Nurse', company, start, end }],
    });
    const here = await save('here', at('Klinik Süd GmbH', null));
    const friend = await save('friend', at('Klinik Süd', null));
    const was = await save('was', at('KLINIK SÜD', '2019'));
    const outside = await save('outside', at('Laden', null));
    await save('stranger', at('Laden', null));
    await handlers['contact.setTie']({ tie: { from: 'me', to: friend, kind: 'knows' } }, POPUP);
    for (const to of [here, was])
      await handlers['contact.setTie']({ tie: { from: outside, to, kind: 'knows' } }, POPUP);
    await handlers['contact.setTie']({ tie: { from: friend, to: here, kind: 'knows' } }, POPUP);
    const found = await handlers['company.get'](
      { company: 'klinik süd', label: 'Hospitals and Health Care' },
      POPUP,
    );
    expect(found).toMatchObject({
      name: 'Klinik Süd GmbH',
      here: [
        { id: friend, name: 'friend', tied: true, from: 2015 },
        { id: here, name: 'here', tied: false, from: 2015 },
      ],
      were: [{ id: was, name: 'was', tied: false, from: 2015, to: 2019 }],
      know: [{ id: outside, name: 'outside', tied: false, whom: [{ id: here, name: 'here' }] }],
      counts: { here: 2, were: 1, know: 1 },
      labelled: '86',
    });
    expect(found.know[0]).not.toHaveProperty('from');
    expect((await handlers['company.get']({ company: 'klinik süd' }, POPUP)).labelled).toBeNull();
    expect(await handlers['company.get']({ company: '!!!' }, POPUP)).toMatchObject({
      name: '!!!',
      counts: { here: 0, were: 0, know: 0 },
    });
  });
});

describe('the same change to many', () => {
  it('adds and takes tags, keeps the others, and is one step', async () => {
    const { handlers, save } = await open();
    const ids = [await save('ada'), await save('bea')];
    await handlers['contact.tag']({ id: ids[0] as string, add: ['old', 'kept'] }, POPUP);
    const done = await handlers['contact.setMany'](
      { ids: [...ids, 'nobody'], addTags: ['new', 'kept'], removeTags: ['old'], own: { hub: true } },
      POPUP,
    );
    expect(done.changed).toBe(2);
    const own = async (id: string) => (await handlers['contact.get']({ id }, POPUP))?.contact.own;
    expect(await own(ids[0] as string)).toMatchObject({ tags: ['kept', 'new'], hub: true });
    expect(await own(ids[1] as string)).toMatchObject({ tags: ['new', 'kept'], hub: true });
    expect(await handlers['undo.run']({ id: done.undo }, POPUP)).toEqual({ restored: 2 });
    expect(await own(ids[0] as string)).toMatchObject({ tags: ['old', 'kept'] });
    expect((await own(ids[1] as string))?.hub).toBeUndefined();
  });
});

describe('lists and boards', () => {
  it('hold who is put there, where they are put', async () => {
    const { handlers, save } = await open();
    const [a, b, c] = [await save('ada'), await save('bea'), await save('cem')];
    const settings = await handlers['list.name']({ id: 'l', name: 'Thanks' }, POPUP);
    expect(settings.lists).toEqual([{ id: 'l', name: 'Thanks' }]);
    const place = async (id: string, spot: { before: string | null } | null) =>
      (await handlers['list.place']({ list: 'l', id, spot }, POPUP))?.was;
    expect(await place(a, { before: null })).toBeNull();
    expect(await place(b, { before: null })).toBeNull();
    expect(await place(c, { before: a })).toBeNull();
    const order = async () => (await handlers['list.get']({ list: 'l' }, POPUP)).order.map(({ id }) => id);
    expect(await order()).toEqual([c, a, b]);
    expect(await place(b, { before: a })).toEqual({ rank: 1 });
    expect(await order()).toEqual([c, b, a]);
    await place(c, null);
    expect(await order()).toEqual([b, a]);
    const added = await handlers['list.add']({ list: 'l', ids: [a, c] }, POPUP);
    expect(added.count).toBe(1);
    expect(await order()).toEqual([b, a, c]);
    expect((await handlers['list.name']({ id: 'l', name: 'Later' }, POPUP)).lists).toEqual([
      { id: 'l', name: 'Later' },
    ]);
    const removed = await handlers['list.remove']({ list: 'l' }, POPUP);
    expect([removed?.count, removed?.settings.lists]).toEqual([3, []]);
    expect(await order()).toEqual([]);
    expect(await handlers['list.remove']({ list: 'l' }, POPUP)).toBeNull();
    expect(
      await handlers['list.place']({ list: 'l', id: 'nobody', spot: { before: null } }, POPUP),
    ).toBeNull();
  });

  it('a board has each in one column', async () => {
    const { handlers, save } = await open();
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const [a, b] = [await save('ada'), await save('bea')];
    const put = (id: string, stage: 'toAsk' | 'asked' | null) =>
      handlers['board.place']({ goal: 'g1', id, stage }, POPUP);
    expect((await put(a, 'toAsk'))?.was).toBeNull();
    await put(b, 'toAsk');
    expect((await put(a, 'asked'))?.was).toEqual({ stage: 'toAsk', rank: 0 });
    const stages = async () => {
      const board = await handlers['board.get']({ goal: 'g1' }, POPUP);
      return Object.entries(board.stages).map(([stage, order]) => [stage, ...order.map(({ id }) => id)]);
    };
    expect(await stages()).toEqual([['toAsk', b], ['asked', a], ['met'], ['thanked']]);
    await put(a, null);
    expect(await stages()).toEqual([['toAsk', b], ['asked'], ['met'], ['thanked']]);
  });
});

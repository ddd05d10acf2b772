import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import type { Profile } from '../../src/core/model/index.ts';
import { toBase64 } from '../../src/exchange/bytes.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { getAnalysis } from '../../src/storage/analysis.ts';
import { putState } from '../../src/storage/state.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const DAY_MS = 86_400_000;

function open(name = `analysed-${Math.random()}`) {
  const { environment, events } = makeEnvironment(name);
  let now = NOW;
  const background = createBackground({
    ...environment,
    identify: personOf,
    world: { ...environment.world, id: () => crypto.randomUUID(), now: () => new Date(now) },
  });
  const handlers = handlersOf(background);
  const save = async (id: string, profile: Partial<Profile> = {}) => {
    const key = { site: 'linkedin', id };
    const url = `https://www.linkedin.com/in/${id}/`;
    return (
      await handlers['contact.save'](
        { capture: makeCapture({ key, url, name: { full: id }, ...profile }) },
        POPUP,
      )
    ).id;
  };
  const runs = () =>
    events.filter(
      (event) => event.kind === 'job' && event.job.kind === 'analyse' && event.job.state === 'done',
    ).length;
  return {
    background,
    handlers,
    save,
    runs,
    analysis: background.analysis,
    later: (ms: number) => (now = new Date(Date.parse(NOW) + ms).toISOString()),
  };
}

const RICH: [id: string, profile: Partial<Profile>][] = [
  [
    'ada',
    {
      skills: ['SQL', 'care'],
      education: [{ school: 'TU Hamburg' }],
      location: { text: 'Hamburg, Germany', city: 'Hamburg', region: 'Hamburg', country: 'DE' },
    },
  ],
  [
    'bea',
    {
      skills: ['SQL'],
      education: [{ school: 'TU Hamburg' }, { school: 'Uni Bremen' }],
      location: { text: 'Bremen', city: 'Bremen' },
    },
  ],
  [
    'cem',
    {
      positions: [
        { title: 'Surgeon', company: 'Spreeklinik', end: null },
        { title: 'Nurse', company: 'Klinikum Musterstadt', start: '2010', end: '2015' },
      ],
      location: { text: 'Elbe' },
    },
  ],
  ['dea', { positions: [], skills: [] }],
];

it('a network that is loaded is the one that was followed write by write', async () => {
  const name = `followed-${Math.random()}`;
  const first = open(name);
  await first.handlers['me.set']({ me: makeMe() }, POPUP);
  await first.handlers['goal.set']({ goal: makeGoal() }, POPUP);
  expect((await first.analysis.graph()).nodes).not.toContainEqual(expect.objectContaining({ label: 'ada' }));
  for (const [id, profile] of RICH) await first.save(id, profile);
  const gone = await first.save('gone');
  await first.handlers['contact.forget']({ id: gone }, POPUP);
  const loaded = open(name);
  expect(await loaded.analysis.graph()).toEqual(await first.analysis.graph());
  expect(await loaded.analysis.test({ company: true, place: true })).toEqual(
    await first.analysis.test({ company: true, place: true }),
  );
  expect(await loaded.analysis.current()).toEqual(await first.analysis.current());
  expect((await loaded.analysis.current())?.contacts).toBe(4);
  // Texts that many have are held once, and stay as they are.
  const digests = JSON.stringify((await loaded.analysis.graph()).nodes);
  for (const word of ['ada', 'bea', 'cem', 'dea']) expect(digests).toContain(word);
});

describe('the last analysis', () => {
  it('is there at the next start, and of no other way of analysing', async () => {
    const name = `stored-${Math.random()}`;
    const first = open(name);
    expect(await first.analysis.last()).toBeNull();
    await first.save('ada');
    const made = await first.analysis.current();
    expect(await first.analysis.current()).toBe(made);
    const next = open(name);
    expect(await next.analysis.last()).toEqual(made);
    expect(await next.analysis.get()).toEqual({ analysis: made, state: 'current' });
    expect([first.runs(), next.runs()]).toEqual([1, 0]);
    const { classifier } = await next.background.contexts.now();
    const db = await next.background.database;
    expect(await getAnalysis(db, `x/${classifier.version}`)).toBeNull();
  });

  it('that may name who was forgotten, or is of another network, is not shown any more', async () => {
    const { analysis, save, handlers, background } = open();
    const ada = await save('ada');
    await save('bea');
    await analysis.current();
    await handlers['contact.forget']({ id: ada }, POPUP);
    expect(await analysis.get()).toEqual({ analysis: null, state: 'computing' });
    expect((await analysis.current())?.contacts).toBe(1);
    await handlers['privacy.erase']({ everything: true }, POPUP);
    expect(await analysis.last()).toBeNull();
    expect((await analysis.current())?.contacts).toBe(0);
    expect(background.analysis).toBe(analysis);
  });

  it.each<[what: string, change: (opened: ReturnType<typeof open>) => Promise<unknown>]>([
    ['a contact', ({ save }) => save('bea')],
    ['the user', ({ handlers }) => handlers['me.set']({ me: makeMe() }, POPUP)],
    ['a goal', ({ handlers }) => handlers['goal.set']({ goal: makeGoal() }, POPUP)],
  ])('is stale when %s has changed, and current after it was made anew', async (_, change) => {
    const name = `changed-${Math.random()}`;
    const opened = open(name);
    const { analysis, save } = opened;
    await save('ada');
    const before = await analysis.current();
    await change(opened);
    expect(await analysis.get()).toEqual({ analysis: before, state: 'stale' });
    const after = await analysis.current();
    expect(after?.revision).toBeGreaterThan(before?.revision ?? 0);
    expect(await analysis.get()).toEqual({ analysis: after, state: 'current' });
    // It is what a background makes of it that begins now.
    const next = open(name);
    await next.handlers['settings.set']({ settings: { quiet: true } }, POPUP);
    expect({ ...(await next.analysis.current()), revision: 0 }).toEqual({ ...after, revision: 0 });
  });

  it('is toward a goal that came together with contacts', async () => {
    const { analysis, handlers } = open();
    expect((await analysis.current())?.coverage).toEqual([]);
    const files = {
      'Connections.csv':
        'First Name,Last Name,URL,Email Address,Company,Position,Connected On\nTom,Example,https://www.linkedin.com/in/tom,,Acme,Buyer,13 Mar 2024',
      'Job Seeker Preferences.csv':
        'Locations,Industries,Job Titles,Dream Companies\n"Berlin, Germany",Banking,Software Engineer,\n',
    };
    const all = Object.entries(files).map(([name, text]) => ({
      name,
      bytes: new TextEncoder().encode(text),
    }));
    const { id } = await handlers['import.begin'](
      { files: all.map(({ name, bytes }) => ({ name, size: bytes.length })) },
      POPUP,
    );
    for (const [file, { bytes }] of all.entries())
      await handlers['import.part']({ id, file, data: toBase64(bytes) }, POPUP);
    await handlers['import.read']({ id }, POPUP);
    expect(await handlers['import.confirm']({ id, goals: [0] }, POPUP)).toMatchObject({
      created: 1,
      goals: 1,
    });
    const after = await analysis.current();
    expect([after?.contacts, after?.coverage.length]).toEqual([1, 1]);
  });

  it('of yesterday is made anew by what holds today', async () => {
    const { analysis, save, handlers, later } = open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    await save('ada');
    const [move] = (await analysis.current())?.nextMoves ?? [];
    if (move === undefined) throw new Error('no move');
    await handlers['move.set']({ id: move.id, until: '2026-11-25' }, POPUP);
    const shown = async () => (await analysis.current())?.nextMoves.map(({ id }) => id);
    expect(await shown()).not.toContain(move.id);
    later(2 * DAY_MS);
    expect(await shown()).toContain(move.id);
  });
});

describe('what one person adds', () => {
  it('is not worked out where a large network would have to be loaded for it', async () => {
    const { background, handlers, save } = open();
    const id = await save('ada');
    const db = await background.database;
    const marginal = () => handlers['contact.marginal']({ id }, POPUP);
    await putState(db, 'contactCount', 10_001);
    expect(await marginal()).toBeNull();
    await putState(db, 'contactCount', 10_000);
    expect(await marginal()).not.toBeNull();
    // Once it is there it answers, however large it is.
    await putState(db, 'contactCount', 10_001);
    expect(await marginal()).not.toBeNull();
  });
});

describe('after a burst of writes', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
  const rest = async () => {
    for (let turn = 0; turn < 80; turn++) await new Promise((resolve) => setImmediate(resolve));
  };

  it('the analysis is made once, when the writes rest', async () => {
    const { analysis, save, runs } = open();
    await save('ada');
    vi.advanceTimersByTime(60_000);
    await rest();
    // Nobody has looked: nothing is made.
    expect(runs()).toBe(0);
    await analysis.current();
    for (const id of ['bea', 'cem']) {
      await save(id);
      vi.advanceTimersByTime(399);
      await rest();
    }
    expect(runs()).toBe(1);
    vi.advanceTimersByTime(1);
    await rest();
    expect([runs(), (await analysis.get()).state]).toEqual([2, 'current']);
  });

  it('a slow one waits as long as the last took, up to fifteen seconds', async () => {
    const { analysis, save, runs } = open();
    await save('ada');
    let clock = 0;
    vi.spyOn(performance, 'now').mockImplementation(() => (clock += 5_000));
    await analysis.current();
    await save('bea');
    vi.advanceTimersByTime(14_999);
    await rest();
    expect(runs()).toBe(1);
    vi.advanceTimersByTime(1);
    await rest();
    expect(runs()).toBe(2);
  });
});

it('months are told, none where there are none', async () => {
  const { handlers, background } = open();
  expect(await handlers['analysis.months']({}, POPUP)).toEqual({ months: [] });
  const months = [{ month: '2026-10' }] as never;
  await putState(await background.database, 'months', months);
  expect(await handlers['analysis.months']({}, POPUP)).toEqual({ months });
});

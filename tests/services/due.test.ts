import { describe, expect, it, vi } from 'vitest';
import type { Settings } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { createBackups, growthOf } from '../../src/services/backups.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { remind } from '../../src/services/reminders.ts';
import { changeBackupRecord } from '../../src/storage/state.ts';
import { makeCapture, makeEnvironment, NOW } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: null } as const;

let databases = 0;
function open(more: object = {}) {
  const { environment, events } = makeEnvironment(`due-${databases++}`);
  let now = NOW;
  const background = createBackground({
    ...environment,
    ...more,
    world: { ...environment.world, now: () => new Date(now) },
  });
  const handlers = handlersOf(background);
  const save = async (id: string) =>
    (
      await handlers['contact.save'](
        { capture: makeCapture({ key: { site: 'linkedin', id }, name: { full: id } }) },
        PAGE,
      )
    ).id;
  const own = (id: string, words: object) => handlers['contact.setOwn']({ id, own: words } as never, PAGE);
  const due = async (until: string) =>
    (await handlers['due.get']({ until }, PAGE)).due.map((item) => `${item.due} ${item.kind} ${item.name}`);
  return { handlers, background, events, save, own, due, at: (instant: string) => (now = instant) };
}

describe('what is due', () => {
  it.each<[what: string, own: object, expected: string[]]>([
    ['a step of that day', { nextStep: { text: 'Call', due: '2026-12-10' } }, ['2026-12-10 nextStep ada']],
    [
      'a step of an earlier day',
      { nextStep: { text: 'Call', due: '2026-01-01' } },
      ['2026-01-01 nextStep ada'],
    ],
    ['no step of the day after', { nextStep: { text: 'Call', due: '2026-12-11' } }, []],
    ['no step without a day', { nextStep: { text: 'Call' } }, []],
    ['a rhythm from the day of saving', { rhythmDays: 16 }, ['2026-12-10 keepInTouch ada']],
    ['no rhythm that is longer', { rhythmDays: 17 }, []],
    [
      'both, the earlier first',
      { rhythmDays: 10, nextStep: { text: 'Call', due: '2026-12-10' } },
      ['2026-12-04 keepInTouch ada', '2026-12-10 nextStep ada'],
    ],
    [
      'both, whatever is made first',
      { rhythmDays: 16, nextStep: { text: 'Call', due: '2026-12-01' } },
      ['2026-12-01 nextStep ada', '2026-12-10 keepInTouch ada'],
    ],
  ])('until a day is %s', async (_what, words, expected) => {
    const { save, own, due } = open();
    await own(await save('ada'), words);
    expect(await due('2026-12-10')).toEqual(expected);
  });

  it.each<[until: string, expected: string[]]>([
    // Putting off makes nothing earlier than it is.
    ['2026-11-30', ['2026-12-01 nextStep ada']],
    ['2026-12-01', ['2026-12-01 nextStep ada']],
    ['2026-12-05', ['2026-12-05 nextStep ada']],
    ['2026-12-11', []],
  ])('what was put off until %s comes then', async (until, expected) => {
    const { handlers, save, own, due } = open();
    const ada = await save('ada');
    await own(ada, { nextStep: { text: 'Call', due: '2026-12-01' } });
    await handlers['contact.snooze']({ id: ada, kind: 'nextStep', until }, PAGE);
    // Another kind of another contact is not put off by it.
    await handlers['contact.snooze']({ id: ada, kind: 'keepInTouch', until: '2030-01-01' }, PAGE);
    expect(await due('2026-12-10')).toEqual(expected);
    const { due: items } = await handlers['due.get']({ until: '2026-12-10' }, PAGE);
    expect(items.map(({ putOff }) => putOff)).toEqual(
      expected.map(() => (until > '2026-12-01' ? true : undefined)),
    );
  });

  it('is told by the first fifty, and by their number', async () => {
    const { handlers, save, own } = open();
    for (let i = 0; i < 52; i++) {
      const day = `${2026 + (i % 2)}-0${1 + (i % 9)}-01`;
      await own(await save(`p${i}`), { nextStep: { text: 'Call', due: day } });
    }
    const { due, count } = await handlers['due.get']({ until: '2028-01-01' }, PAGE);
    expect([due.length, count]).toEqual([50, 52]);
    const days = due.map((item) => item.due);
    expect(days).toEqual(days.toSorted());
    expect(days.filter((day) => day.startsWith('2026'))).toHaveLength(26);
  });

  it.each<[what: string, said: { lastContact?: string; reviewedOn?: string }, day: string]>([
    ['nothing else', {}, '2027-02-24'],
    ['contact later', { lastContact: '2026-12-05' }, '2027-03-05'],
    ['contact before', { lastContact: '2026-01-05' }, '2027-02-24'],
    ['a review later', { reviewedOn: '2027-01-10' }, '2027-04-10'],
    ['a review before', { reviewedOn: '2026-01-10', lastContact: '2026-01-05' }, '2027-02-24'],
    ['both, the contact later', { reviewedOn: '2027-01-10', lastContact: '2027-01-11' }, '2027-04-11'],
  ])('a review counts from the last of saving and %s', async (_what, { lastContact, reviewedOn }, day) => {
    const { handlers, save, own, at } = open();
    const ada = await save('ada');
    if (reviewedOn !== undefined) await own(ada, { reviewedOn });
    if (lastContact !== undefined)
      await handlers['contact.log']({ id: ada, text: 'Had lunch', day: lastContact }, PAGE);
    await handlers['settings.set']({ settings: { reviewMonths: 3 } }, PAGE);
    const before = new Date(Date.parse(`${day}T10:00:00.000Z`) - 86_400_000).toISOString();
    at(before);
    expect(await handlers['review.get']({}, PAGE)).toEqual({ due: [], count: 0 });
    at(`${day}T10:00:00.000Z`);
    expect(await handlers['review.get']({}, PAGE)).toEqual({
      due: [{ contactId: ada, name: 'ada', kind: 'review', text: '', due: day }],
      count: 1,
    });
    await handlers['contact.snooze']({ id: ada, kind: 'review', until: '2028-01-01' }, PAGE);
    expect((await handlers['review.get']({}, PAGE)).count).toBe(0);
  });
});

describe('a reminder', () => {
  it('that had nothing to tell, or failed, is no reminder of that day', async () => {
    const { handlers, background, save, own } = open();
    const told: string[][] = [];
    const look = () => remind(background, async ({ due }) => void told.push(due.map(({ name }) => name)));
    const ada = await save('ada');
    await own(ada, { nextStep: { text: 'Call', due: '2026-11-25' } });
    await handlers['settings.set']({ settings: { reminders: true } }, PAGE);
    expect(await look()).toBeNull();
    await own(ada, { nextStep: { text: 'Call', due: '2026-11-24' } });
    const broken = remind(background, async () => {
      throw new Error('no notification');
    });
    await expect(broken).rejects.toThrow('no notification');
    expect(await look()).toMatchObject([{ contactId: ada, due: '2026-11-24' }]);
    expect(await look()).toBeNull();
    expect(told).toEqual([['ada']]);
  });
});

describe('a backup', () => {
  const DAY = 86_400_000;
  const instant = (ms: number) => new Date(Date.parse(NOW) + ms).toISOString();
  it.each<
    [rhythm: Partial<Settings['backup']>, after: number, changes: number, first: boolean, due: boolean]
  >([
    [{}, 100 * DAY, 5, false, false],
    [{ everyDays: 7 }, 7 * DAY - 1, 5, false, false],
    [{ everyDays: 7 }, 7 * DAY, 5, false, true],
    [{ everyDays: 7 }, 7 * DAY, 0, false, false],
    [{ everyDays: 7 }, 0, 1, true, true],
    [{ everyChanges: 3 }, 0, 2, false, false],
    [{ everyChanges: 3 }, 0, 3, false, true],
    [{ everyChanges: 3 }, 100 * DAY, 2, true, false],
    [{ everyDays: 7, everyChanges: 3 }, 0, 3, false, true],
    [{ everyDays: 7, everyChanges: 3 }, 7 * DAY, 1, false, true],
  ])(
    'by the rhythm %o, %i ms and %i changes later (the first: %s), is due: %s',
    async (rhythm, after, changes, first, due) => {
      const { handlers, background, at } = open();
      await handlers['backup.when']({ everyDays: null, everyChanges: null, ...rhythm }, PAGE);
      const { changesSince } = await handlers['backup.state']({}, PAGE);
      const db = await background.database;
      await changeBackupRecord(db, () => ({ at: first ? null : NOW, seq: changesSince }));
      for (let i = 0; i < changes; i++)
        await handlers['settings.set']({ settings: { quiet: i % 2 === 0 } }, PAGE);
      at(instant(after));
      expect(await handlers['backup.state']({}, PAGE)).toEqual({
        lastAt: first ? null : NOW,
        changesSince: changes,
        due,
        automatic: false,
        encrypted: false,
        failure: null,
        leftOut: {},
      });
    },
  );

  it('is made of everything once, told as a job, and what fails is said until one succeeds', async () => {
    let [broken, runs] = [true, 0];
    const files = {
      allowed: async () => true,
      save: async (_name: string, _type: string, pieces: AsyncIterable<unknown>) => {
        runs += 1;
        for await (const _ of pieces);
        if (broken) throw new TypeError('no room');
      },
    };
    const { handlers, background, events, save } = open({ files });
    const backups = createBackups(background);
    await save('ada');
    const told = vi.spyOn(console, 'error').mockImplementation(() => {});
    expect(await backups.now()).toMatchObject({ failure: 'backup_failed', lastAt: null, automatic: true });
    expect(told).toHaveBeenCalledTimes(1);
    told.mockRestore();
    broken = false;
    // Asked for twice at a time, it is made once.
    await Promise.all([backups.now(), backups.now()]);
    expect(runs).toBe(2);
    const after = await backups.state();
    expect(after).toMatchObject({ failure: null, lastAt: NOW, changesSince: 0, due: false });
    expect(await handlers['backup.state']({}, PAGE)).toEqual(after);
    await backups.now();
    expect(runs).toBe(3);
    const jobs = events.flatMap((event) => (event.kind === 'job' ? [event.job] : []));
    expect(jobs.map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'backup running',
      'backup failed',
      'backup running',
      'backup done',
      'backup running',
      'backup done',
    ]);
  });

  it('is larger by what sealing adds', () => {
    expect(growthOf(undefined)).toBe(1);
    expect(growthOf('passphrase')).toBe(1.001);
    expect(growthOf({ work: 18 } as never)).toBe(1.001);
    expect(growthOf({ salt: '' } as never)).toBeCloseTo(1.334, 3);
  });
});

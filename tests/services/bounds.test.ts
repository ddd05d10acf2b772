import { afterEach, describe, expect, it, vi } from 'vitest';
import { LIMITS } from '../../src/core/model/index.ts';
import { FAILURES } from '../../src/messaging/errors.ts';
import { createBackground } from '../../src/services/background.ts';
import { failureOf, handlersOf } from '../../src/services/handlers.ts';
import { changeSettings } from '../../src/storage/me.ts';
import { StorageUnavailable, type UnavailableKind } from '../../src/storage/unavailable.ts';
import { makeCapture, makeEnvironment, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const DAY_MS = 86_400_000;

/** A background whose clock can be set. */
function open(name = `bounds-${Math.random()}`) {
  const { environment, events } = makeEnvironment(name);
  const clock = { now: new Date(NOW) };
  const background = createBackground({
    ...environment,
    world: { ...environment.world, id: () => crypto.randomUUID(), now: () => clock.now },
  });
  return { background, handlers: handlersOf(background), clock, events };
}

const capture = (id: string, title = 'Nurse') =>
  makeCapture({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    positions: [{ title, company: 'Klinikum Musterstadt', end: null }],
  });

afterEach(() => void vi.restoreAllMocks());

describe('the analysis', () => {
  it('of yesterday is not today’s', async () => {
    const { background, handlers, clock } = open();
    await handlers['contact.save']({ capture: capture('ada') }, POPUP);
    const first = await background.analysis.current();
    expect((await background.analysis.get()).state).toBe('current');
    clock.now = new Date(Date.parse(NOW) + DAY_MS);
    expect((await background.analysis.get()).state).toBe('stale');
    expect((await background.analysis.current())?.at).not.toBe(first?.at);
  });

  it('of a state that cannot be analysed is tried once, and again after the next write', async () => {
    vi.spyOn(console, 'error').mockImplementation(() => {});
    const name = `failing-${Math.random()}`;
    const first = open(name);
    await first.handlers['contact.save']({ capture: capture('ada') }, POPUP);
    const db = await first.background.database;
    const [digests] = await db.getAll('digests');
    await db.put('digests', { ...(digests ?? { segment: 0, revision: 1 }), lines: 'no JSON' });
    const { background, handlers, events } = open(name);
    const tried = () =>
      events.filter(({ kind, ...event }) => kind === 'job' && 'job' in event && event.job.state === 'failed')
        .length;
    await expect(background.analysis.current()).rejects.toThrow();
    for (let i = 0; i < 5; i++)
      expect(await background.analysis.get()).toEqual({ analysis: null, state: 'none' });
    expect(tried()).toBe(1);
    await db.put('digests', digests as never);
    await handlers['contact.save']({ capture: capture('bea') }, POPUP);
    expect((await background.analysis.current())?.contacts).toBe(2);
  });
});

describe('rows in memory', () => {
  it('are not set back by news of an older write', async () => {
    const { background, handlers } = open();
    const { id } = await handlers['contact.save']({ capture: capture('ada') }, POPUP);
    const titles = async () => (await background.rows.rowsOf([id])).rows.map(({ title }) => title);
    expect(await titles()).toEqual(['Nurse']);
    const db = await background.database;
    const older = {
      rows: (await db.getAll('segments'))[0] as never,
      digests: (await db.getAll('digests'))[0] as never,
    };
    await handlers['contact.save']({ capture: capture('ada', 'Surgeon') }, POPUP);
    expect(await titles()).toEqual(['Surgeon']);
    background.rows.follow({
      revision: 1,
      changes: [],
      derived: { segments: [older], put: [], removed: [], pending: false },
      replaced: false,
      forgotten: false,
    });
    expect(await titles()).toEqual(['Surgeon']);
  });

  it('hold what is written while they are being read', async () => {
    const name = `reading-${Math.random()}`;
    const first = open(name);
    const { id } = await first.handlers['contact.save']({ capture: capture('ada') }, POPUP);
    for (let turns = 0; turns < 12; turns++) {
      const { background, handlers } = open(name);
      const reading = background.rows.search('x', 1);
      for (let turn = 0; turn < turns; turn++) await new Promise((resolve) => setImmediate(resolve));
      await handlers['contact.save']({ capture: capture('ada', `Title ${turns}`) }, POPUP);
      await reading;
      expect((await background.rows.rowsOf([id])).rows.map(({ title }) => title)).toEqual([`Title ${turns}`]);
    }
  });
});

it.each([
  ['backup', 'full', true],
  ['backup', 'withoutNotes', false],
  ['csv', 'full', false],
] as const)('a %s, %s, counts as a backup: %s', async (format, redaction, counts) => {
  const { handlers } = open();
  await handlers['contact.save']({ capture: capture('ada') }, POPUP);
  const { id } = await handlers['export.begin']({ format, redaction }, POPUP);
  while (!(await handlers['export.next']({ id }, POPUP)).last);
  expect((await handlers['backup.state']({}, POPUP)).lastAt).toBe(counts ? NOW : null);
});

it('takes no more addresses than the list of people never saved holds', async () => {
  const { handlers, background } = open();
  const address = (i: number) => `https://www.linkedin.com/in/p${i}/`;
  const doNotSave = Array.from({ length: LIMITS.doNotSave - 1 }, (_, i) => address(i));
  await changeSettings(await background.database, background.world, (known) => ({ ...known, doNotSave }));
  const add = (i: number) => handlers['doNotSave.add']({ address: address(i) }, POPUP);
  expect((await add(LIMITS.doNotSave)).doNotSave).toHaveLength(LIMITS.doNotSave);
  await expect(add(LIMITS.doNotSave + 1)).rejects.toMatchObject({ kind: 'tooLarge' });
  // Who is on it already is no more.
  expect((await add(0)).doNotSave).toHaveLength(LIMITS.doNotSave);
});

it('counts whom nothing new was heard of for as long as the user has said', async () => {
  const { handlers, clock } = open();
  await handlers['contact.save']({ capture: capture('ada') }, POPUP);
  await handlers['settings.set']({ settings: { reviewMonths: 2 } }, POPUP);
  const forReview = async () => (await handlers['privacy.get']({}, POPUP)).forReview;
  clock.now = new Date(Date.parse(NOW) + 55 * DAY_MS);
  expect(await forReview()).toBe(0);
  clock.now = new Date(Date.parse(NOW) + 65 * DAY_MS);
  expect(await forReview()).toBe(1);
  await handlers['contact.save']({ capture: capture('ada') }, POPUP);
  expect(await forReview()).toBe(0);
});

it('tells each kind of unavailable storage by a kind of its own', () => {
  const kinds: Record<UnavailableKind, string> = {
    newerVersion: 'storageNewer',
    full: 'storageFull',
    blocked: 'storageBlocked',
    private: 'storagePrivate',
    missingStore: 'storageMissing',
    missingIndex: 'storageIndex',
    damagedRow: 'storageRow',
    broken: 'storageBroken',
  };
  for (const [kind, failure] of Object.entries(kinds)) {
    expect(failureOf(new StorageUnavailable(kind as UnavailableKind))).toBe(failure);
    expect(FAILURES).toContain(failure);
  }
});

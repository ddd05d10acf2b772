import { afterEach, describe, expect, it, vi } from 'vitest';
import { isTriedAgain, ODD } from '../../../src/services/sync/oddFiles.ts';
import { runRound } from '../../../src/services/sync/round.ts';
import { joinSpace } from '../../../src/services/sync/setUp.ts';
import { FILE_LIMITS } from '../../../src/sync/file.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { makeDevice, PLACE } from './devices.ts';

describe('a round goes first', () => {
  afterEach(() => {
    vi.useRealTimers();
  });

  /** A device in step whose next listing is answered when the test says so. */
  async function waiting() {
    const carrier = new MemoryCarrier();
    const laptop = await makeDevice('Laptop', carrier);
    await laptop.save('ada');
    await laptop.setUp();
    const list = carrier.list;
    const answer = Promise.withResolvers<void>();
    Object.assign(carrier, { list: (path: string[]) => answer.promise.then(() => list(path)) });
    let over = false;
    return {
      laptop,
      answer,
      look: () => over,
      watch: () =>
        laptop.background.sync.goesFirst().then(() => {
          over = true;
        }),
    };
  }
  const aMoment = () => new Promise((resolve) => setImmediate(resolve));

  it('until it is over', async () => {
    const { laptop, answer, look, watch } = await waiting();
    await watch();
    expect(look()).toBe(true);
    const again = await waiting();
    const round = again.laptop.round();
    for (let i = 0; i < 20; i++) await aMoment();
    const watched = again.watch();
    await aMoment();
    expect(again.look()).toBe(false);
    again.answer.resolve();
    await Promise.all([round, watched]);
    answer.resolve();
    await laptop.round();
  });

  it('for three seconds at most: a server that is silent keeps nothing from being derived', async () => {
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    const { laptop, answer, look, watch } = await waiting();
    const round = laptop.round();
    for (let i = 0; i < 20; i++) await aMoment();
    const watched = watch();
    vi.advanceTimersByTime(2_900);
    await aMoment();
    expect(look()).toBe(false);
    vi.advanceTimersByTime(200);
    await watched;
    answer.resolve();
    await round;
  });
});

describe('taking over a large network', () => {
  const taken = async (shownFirst: number) => {
    const carrier = new MemoryCarrier();
    const laptop = await makeDevice('Laptop', carrier, { partRecords: 10 });
    for (let i = 0; i < 50; i++) await laptop.save(`p${i}`);
    const code = await laptop.setUp();
    const tablet = await makeDevice('Tablet', carrier);
    await joinSpace(tablet.db, carrier, { place: PLACE, name: 'Tablet', code });
    const shown: number[] = [];
    await runRound({
      ...{ db: tablet.db, world: tablet.background.world, carrier, random: Math.random, shownFirst },
      show: async () => void shown.push(await tablet.db.count('contacts')),
    });
    expect(await tablet.view()).toEqual(await laptop.view());
    return shown;
  };

  it('shows the first of them, once, before more are taken over', async () => {
    expect(await taken(20)).toEqual([20]);
  });

  it('of which less remains than was shown is not held up', async () => {
    expect(await taken(30)).toEqual([]);
  });
});

describe('a file that did not open', () => {
  const at = Date.parse('2026-11-28T10:00:00.000Z');
  const row = { name: 'x', state: 'odd' as const, by: 'y', firstSeen: new Date(at).toISOString() };
  const LONG = FILE_LIMITS.sealed + 1;

  it.each([
    ['is not asked for again at once', { bytes: 100, listed: 100, tries: 1 }, 100, 1_000, false],
    ['whose length has changed is', { bytes: 100, listed: 100, tries: 1 }, 120, 1_000, true],
    ['in whose place something else came is', { bytes: 13, listed: 100, tries: 1 }, 100, 1_000, true],
    ['but not for ever', { bytes: 13, listed: 100, tries: ODD.tries }, 100, 1_000, false],
    ['is after an hour', { bytes: 100, listed: 100, tries: 1 }, 100, ODD.againMs + 1, true],
    ['longer than any of ours never is', { bytes: 0, listed: LONG, tries: 1 }, LONG, ODD.againMs + 1, false],
  ])('%s', (_, known, length, later, again) => {
    expect(isTriedAgain({ ...row, ...known }, length, at + later)).toBe(again);
  });
});

import { describe, expect, it } from 'vitest';
import { TROUBLES } from '../../src/core/sync/index.ts';
import type { SyncState } from '../../src/messaging/sync.ts';
import { refusalSentence, syncSentences } from '../../src/messaging/syncSentences.ts';

const IN_STEP: SyncState = {
  place: { kind: 'webdav', address: 'https://example.org/dav', user: 'kim' },
  space: 's',
  device: 'd',
  name: 'Laptop',
  devices: [],
  last: '2026-11-24T09:58:00.000Z',
  waiting: 0,
  working: null,
  trouble: null,
  offset: 0,
  apart: 0,
  newCode: null,
};
const MINUTE = 60_000;
const said = (changes: Partial<SyncState>) =>
  syncSentences(
    { ...IN_STEP, ...changes },
    { when: (instant) => `when ${instant}`, day: (instant) => `day ${instant}` },
  );

describe('what the person is told of keeping devices in step', () => {
  it.each<[string, Partial<SyncState>, string, object]>([
    ['all is well', {}, 'sync_inStep', { when: `when ${IN_STEP.last}` }],
    [
      'all is well with others, too',
      { devices: [{ id: 'x', name: 'Phone', seen: '2026-11-20', missing: 0 }] },
      'sync_inStep',
      { when: `when ${IN_STEP.last}` },
    ],
    ['something waits', { waiting: 3 }, 'sync_waiting', { count: 3 }],
    ['nothing has gone well yet', { last: null }, 'sync_waiting', { count: 0 }],
    [
      'what stands there is taken over',
      { working: { what: 'takeOver', done: 2, total: 9 } },
      'sync_takingOver',
      { done: 2, total: 9 },
    ],
    [
      'nobody knows yet how much that is',
      { working: { what: 'takeOver', done: 2, total: null } },
      'sync_inStep',
      { when: `when ${IN_STEP.last}` },
    ],
    [
      'what stands here is written there',
      { working: { what: 'publish', done: 4, total: 9 } },
      'sync_publishing',
      { done: 4 },
    ],
    [
      'a round goes on, of which nobody needs to know',
      { working: { what: 'round', done: 1, total: 2 } },
      'sync_inStep',
      { when: `when ${IN_STEP.last}` },
    ],
  ])('%s', (_, changes, key, values) => {
    expect(said(changes)).toEqual([{ key, values, asks: false }]);
  });

  it.each(TROUBLES)('trouble comes before all else, and asks for the person unless it passes: %s', (kind) => {
    const since = '2026-11-20T08:00:00.000Z';
    const working = { what: 'publish', done: 4, total: 9 } as const;
    expect(said({ trouble: { kind, since }, waiting: 5, working })).toEqual([
      {
        key: `sync_trouble_${kind}`,
        values: { count: 5, day: `day ${since}`, by: '', many: 0, of: 0 },
        asks: !['offline', 'busy', 'server', 'lossy'].includes(kind),
      },
    ]);
  });

  it('trouble tells by whom and of how many', () => {
    const trouble = {
      kind: 'massForget',
      since: '2026-11-20T08:00:00.000Z',
      by: 'Phone',
      count: 40,
      of: 100,
    };
    const [sentence] = said({ trouble: trouble as never });
    expect(sentence?.values).toMatchObject({ by: 'Phone', many: 40, of: 100 });
  });

  it('a device whose files never arrived is named, and no other; nobody claims then that all are in step', () => {
    const device = { id: 'x', name: 'Phone', seen: '2026-11-20' };
    const others = [
      { ...device, missing: 2 },
      { ...device, name: 'Tablet', missing: 0 },
    ];
    expect(said({ devices: others })).toEqual([
      { key: 'sync_gap', values: { name: 'Phone', count: 2 }, asks: true },
    ]);
  });

  it.each([
    ['going', 'sync_codeGoing'],
    ['unseen', 'sync_codeUnseen'],
  ] as const)('a new code that is %s asks for the person', (newCode, key) => {
    expect(said({ newCode }).slice(1)).toEqual([{ key, values: {}, asks: true }]);
  });

  it('clocks that are days apart, whichever is ahead', () => {
    for (const apart of [3 * 86_400_000, -3 * 86_400_000])
      expect(said({ apart }).slice(1)).toEqual([
        { key: 'sync_clockApart', values: { count: 3 }, asks: false },
      ]);
  });

  it.each<[minutes: number, key: string, count: number]>([
    [-119, 'sync_clockAhead', 119],
    [119, 'sync_clockBehind', 119],
    [1.6, 'sync_clockBehind', 2],
    [-120, 'sync_clockAheadHours', 2],
    [120, 'sync_clockBehindHours', 2],
    [170, 'sync_clockBehindHours', 3],
  ])('a clock that is off by %s minutes', (minutes, key, count) => {
    expect(said({ offset: minutes * MINUTE }).slice(1)).toEqual([{ key, values: { count }, asks: false }]);
  });
});

describe('why an attempt came to nothing', () => {
  it.each([...TROUBLES, 'badAddress', 'badCode', 'wrongCode', 'nothingThere'] as const)(
    'is told of a server by its kind, of a folder in words of its own where a server is meant: %s',
    (trouble) => {
      const inFolder = ['permission', 'odd', 'server'].includes(trouble) ? 'folder' : 'trouble';
      expect(refusalSentence(trouble)).toBe(`sync_trouble_${trouble}`);
      expect(refusalSentence(trouble, 'webdav')).toBe(`sync_trouble_${trouble}`);
      expect(refusalSentence(trouble, 's3')).toBe(`sync_trouble_${trouble}`);
      expect(refusalSentence(trouble, 'folder')).toBe(`sync_${inFolder}_${trouble}`);
    },
  );

  it('is told of the place that was chosen', () => {
    const trouble = { kind: 'odd', since: '2026-11-20T08:00:00.000Z' } as const;
    const place = { kind: 'folder', address: 'Documents', user: '' } as const;
    expect(said({ trouble, place })[0]?.key).toBe('sync_folder_odd');
  });
});

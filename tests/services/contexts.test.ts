import { describe, expect, it, vi } from 'vitest';
import { createClassifier } from '../../src/core/classify/index.ts';
import { type Contact, type OwnWords, type Profile, Settings, type Tie } from '../../src/core/model/index.ts';
import { Contexts } from '../../src/services/context.ts';
import { correctionsKey, deriverOf, deriverVersion } from '../../src/services/derive.ts';
import type { Environment } from '../../src/services/environment.ts';
import { changeGoal } from '../../src/storage/goals.ts';
import { changeMe, changeSettings } from '../../src/storage/me.ts';
import { openDatabase } from '../../src/storage/open.ts';
import { makeContact, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const DAY_MS = 86_400_000;

function open(more: Partial<Environment> = {}) {
  const { environment } = makeEnvironment();
  let now = NOW;
  const world = { ...environment.world, now: () => new Date(now) };
  const given = { ...environment, world, ...more };
  const contexts = new Contexts(given);
  const wrote = (store: 'me' | 'goals' | 'settings' | 'contacts' | 'ties') =>
    contexts.follow({ changes: [{ store }] as never });
  return {
    contexts,
    given,
    wrote,
    later: (ms: number) => {
      now = new Date(Date.parse(NOW) + ms).toISOString();
    },
  };
}

describe('what readings depend on', () => {
  it('is gathered once, until the user, a goal or a setting changes, the day ends, or another database is there', async () => {
    const { contexts, given, wrote, later } = open();
    let known = await contexts.now();
    const isNew = async () => {
      const before = known;
      known = await contexts.now();
      return known !== before;
    };
    expect(await isNew()).toBe(false);
    for (const store of ['contacts', 'ties'] as const)
      expect([wrote(store), await isNew()]).toEqual([false, false]);
    for (const store of ['me', 'goals', 'settings'] as const)
      expect([wrote(store), await isNew()]).toEqual([true, true]);
    expect(contexts.follow({ changes: [{ store: 'ties' }, { store: 'goals' }] as never })).toBe(true);
    expect(contexts.follow({ changes: [] })).toBe(false);
    known = await contexts.now();
    later(13 * 3_600_000);
    expect(await isNew()).toBe(false);
    later(14 * 3_600_000);
    expect(await isNew()).toBe(true);
    expect(await isNew()).toBe(false);
    given.database = openDatabase(`another-${Math.random()}`);
    expect(await isNew()).toBe(true);
  });

  it('that could not be gathered is tried anew by whoever asks next', async () => {
    let broken = true;
    const { contexts } = open({
      classifier: async (companies) => {
        if (broken) throw new Error('no worker');
        return createClassifier({ companies });
      },
    });
    expect(contexts.health).toBeNull();
    await expect(contexts.now()).rejects.toThrow('no worker');
    expect(contexts.health).toBeNull();
    broken = false;
    expect((await contexts.now()).classifier.health).toBe(contexts.health);
    expect(contexts.health).not.toBeNull();
  });

  it('a failure of before does not take away what was gathered since', async () => {
    const fails: (() => void)[] = [];
    const { contexts, wrote } = open({
      classifier: (companies) =>
        fails.length === 0
          ? new Promise((_, reject) => fails.push(() => reject(new Error('no worker'))))
          : Promise.resolve(createClassifier({ companies })),
    });
    const first = contexts.now();
    await vi.waitFor(() => expect(fails).toHaveLength(1));
    wrote('me');
    const known = await contexts.now();
    fails[0]?.();
    await expect(first).rejects.toThrow();
    expect(await contexts.now()).toBe(known);
  });

  it('is named by the user, the goals that stand and the week, and by nothing else', async () => {
    const { contexts, given, wrote, later } = open();
    const db = await given.database;
    const key = async () => {
      wrote('me');
      return (await contexts.now()).key;
    };
    const keys = [await key()];
    expect(keys[0]).toMatch(/^[0-9a-f]{16}$/);
    const changes = async (change: () => unknown) => {
      await change();
      const next = await key();
      const isNew = !keys.includes(next);
      keys.push(next);
      return isNew;
    };
    const goal = (id: string, more = {}) =>
      changeGoal(db, given.world, id, () => makeGoal({}, { id, ...more }));
    expect(await changes(() => goal('dropped', { state: 'dropped' }))).toBe(false);
    expect(
      await changes(() =>
        changeSettings(db, given.world, (known) => ({ ...known, quiet: true, moves: { m: 'never' } })),
      ),
    ).toBe(false);
    expect(await changes(() => changeMe(db, given.world, () => makeMe()))).toBe(true);
    expect(await changes(() => goal('g1'))).toBe(true);
    expect(await changes(() => goal('g1', { weight: 3 }))).toBe(true);
    expect(await changes(() => later(7 * DAY_MS))).toBe(true);
    expect(await changes(() => later(7 * DAY_MS + 3_600_000))).toBe(false);
  });

  it('is the user with their career, the goals that stand, and what they chose', async () => {
    const { contexts, given, wrote } = open();
    const db = await given.database;
    expect((await contexts.now()).strategy).toEqual({ me: null, goals: [], now: new Date(NOW), moves: {} });
    await changeMe(db, given.world, () => makeMe());
    for (const [id, state] of [
      ['g1', 'active'],
      ['g2', 'dropped'],
      ['g3', 'reached'],
    ] as const)
      await changeGoal(db, given.world, id, () => makeGoal({}, { id, state }));
    await changeSettings(db, given.world, (known) => ({
      ...known,
      language: 'de',
      hoursPerMonth: 3,
      moves: { m: 'never' },
    }));
    wrote('settings');
    const { strategy, settings } = await contexts.now();
    expect(strategy).toMatchObject({ moves: { m: 'never' }, hoursPerMonth: 3, language: 'de' });
    expect(strategy.goals.map(({ id }) => id)).toEqual(['g1']);
    expect([strategy.me?.profile.name, strategy.me?.career.current.function?.isco4.slice(0, 1)]).toEqual([
      'Kim Sommer',
      '2',
    ]);
    expect(settings.language).toBe('de');
  });
});

describe('a classifier that is asked again and again', () => {
  const counted = async () => {
    const career = vi.fn();
    const { contexts } = open({
      classifier: async (companies) => {
        const classifier = createClassifier({ companies });
        return {
          ...classifier,
          career: (...of) => {
            career(of[0].headline);
            return classifier.career(...of);
          },
        };
      },
    });
    const { classifier } = await contexts.now();
    const ask = (n: number, own?: Parameters<typeof classifier.career>[1]) =>
      classifier.career({ ...makeContact().profile, headline: `Nurse ${n}` }, own);
    return { ask, career };
  };

  it('remembers the last eight people, and forgets who was not asked about for longest', async () => {
    const { ask, career } = await counted();
    const first = ask(1);
    for (let n = 2; n <= 8; n++) ask(n);
    expect(ask(1)).toBe(first);
    expect(career).toHaveBeenCalledTimes(8);
    // The ninth takes the place of the second: the first was asked about since.
    ask(9);
    expect(ask(1)).toBe(first);
    expect(career).toHaveBeenCalledTimes(9);
    ask(2);
    expect(career).toHaveBeenCalledTimes(10);
  });

  it('takes another word of the user’s for another question', async () => {
    const { ask, career } = await counted();
    for (const own of [
      undefined,
      {},
      { isco4: '2221' },
      { nace2: '86' },
      { seniority: 'lead' as const },
      { isco4: '2212' },
    ]) {
      const found = ask(1, own as never);
      expect(ask(1, own as never)).toBe(found);
    }
    expect(career).toHaveBeenCalledTimes(5);
  });
});

describe('a light row', () => {
  const row = (
    profile: Partial<Profile>,
    own: Partial<OwnWords> = {},
    ties: Partial<Tie>[] = [],
    more: Partial<Contact> = {},
  ) => {
    const contact = { ...makeContact(profile), ...more };
    const { derive } = deriverOf({
      classifier: createClassifier({ companies: {} }),
      settings: Settings.parse({}),
    });
    return derive({ ...contact, own: { ...contact.own, ...own } }, ties as Tie[]).row;
  };
  const post = { title: 'Nurse', company: 'Klinikum', end: null };

  it.each<[what: string, row: object, shown: object]>([
    ['the present post', row({ positions: [post], headline: 'h' }), { title: 'Nurse', company: 'Klinikum' }],
    [
      'the headline without a title',
      row({ positions: [{ company: 'Klinikum', end: null }], headline: 'h' }),
      { title: 'h', company: 'Klinikum' },
    ],
    ['the headline without a post', row({ positions: [], headline: 'h' }), { title: 'h', company: '' }],
    [
      'nothing without any',
      row({ positions: [] }),
      { title: '', company: '', note: '', emails: '', country: null },
    ],
    [
      'the town',
      row({ location: { text: 'Hamburg, Germany', city: 'Hamburg', country: 'DE' } }),
      { place: 'Hamburg', country: 'DE' },
    ],
    ['the place without a town', row({ location: { text: 'Elbe' } }), { place: 'Elbe', country: null }],
    ['no place', row({}), { place: '', country: null }],
    [
      'what the user typed over it',
      row({ headline: 'h', positions: [] }, { edits: { headline: 'typed', name: { full: 'Typed' } } }),
      { title: 'typed', name: 'Typed' },
    ],
    [
      'the beginning of a note',
      row({}, { note: 'n'.repeat(600), tags: ['t'] }),
      { note: 'n'.repeat(500), tags: ['t'] },
    ],
    [
      'three addresses',
      row({}, {}, [], { emails: ['a@x.org', 'b@x.org', 'c@x.org', 'd@x.org'] }),
      { emails: 'a@x.org b@x.org c@x.org' },
    ],
    [
      'a step with a day',
      row({}, { nextStep: { text: 'Call', due: '2026-12-01' } }),
      { nextStep: { text: 'Call', due: '2026-12-01' } },
    ],
    [
      'a step without a day',
      row({}, { nextStep: { text: 'Call' } }),
      { nextStep: { text: 'Call', due: null } },
    ],
    [
      'no step, rhythm or review',
      row({}),
      { nextStep: null, rhythmDays: null, reviewedOn: null, lastContact: null },
    ],
    [
      'rhythm and review',
      row({}, { rhythmDays: 30, reviewedOn: '2026-01-01' }),
      { rhythmDays: 30, reviewedOn: '2026-01-01' },
    ],
    [
      'when it was made, changed and seen',
      row({}, {}, [], { createdAt: 'c', updatedAt: 'u' }),
      { createdAt: 'c', updatedAt: 'u', seen: NOW.slice(0, 10), id: 'c1', url: makeContact().profile.url },
    ],
    [
      'the user’s own codes',
      row({}, { isco4: '2221', nace2: '86', seniority: 'lead' }),
      { isco4: '2221', nace2: '86', seniority: 'lead' },
    ],
    [
      'no codes where nothing is known',
      row({ positions: [] }),
      { isco4: null, nace2: null, seniority: null },
    ],
  ])('shows %s', (_, made, shown) => {
    expect(made).toMatchObject(shown);
  });

  it.each<[what: string, ties: (string | undefined)[], log: OwnWords['log'], day: string | null]>([
    ['none', [], [], null],
    ['none of a tie that says none', [undefined], [], null],
    ['of a tie', ['2026-02-02', undefined], [], '2026-02-02'],
    ['of the later tie', ['2026-03-03', '2026-02-02', '2026-01-01'], [], '2026-03-03'],
    ['of the log', [], [{ day: '2026-01-01', text: 'x' }], '2026-01-01'],
    [
      'of the log, notes aside',
      [],
      [
        { day: '2026-05-05', text: 'x', kind: 'note' },
        { day: '2026-01-01', text: 'x', kind: 'met' },
      ],
      '2026-01-01',
    ],
    ['of the log after the tie', ['2026-01-01'], [{ day: '2026-04-04', text: 'x' }], '2026-04-04'],
    ['of the tie after the log', ['2026-05-05'], [{ day: '2026-04-04', text: 'x' }], '2026-05-05'],
  ])('tells the last contact: %s', (_, ties, log, day) => {
    expect(
      row(
        {},
        { log },
        ties.map((lastContact) => ({
          from: 'me',
          to: 'c1',
          kind: 'knows',
          ...(lastContact && { lastContact }),
        })),
      ).lastContact,
    ).toBe(day);
  });
});

it('corrections are the same in whatever order they were made, and another version with each', () => {
  const classifier = createClassifier({ companies: {} });
  const [one, other] = [
    { acme: '62', klinik: '86' },
    { klinik: '86', acme: '62' },
  ];
  expect(correctionsKey(one)).toBe(correctionsKey(other));
  expect(correctionsKey(one)).toBe('[["acme","62"],["klinik","86"]]');
  expect(deriverVersion(classifier, one)).toBe(deriverVersion(classifier, other));
  const versions = [{}, one, { acme: '62' }, { acme: '64' }].map((companies) =>
    deriverVersion(classifier, companies),
  );
  expect(new Set(versions).size).toBe(4);
  for (const version of versions) {
    expect(version).toMatch(/^.+\/\d+\/\d+\/[0-9a-f]{12}$/);
    expect(version.startsWith(`${classifier.version}/`)).toBe(true);
  }
  expect(deriverVersion({ ...classifier, version: 'next' }, {})).not.toBe(deriverVersion(classifier, {}));
});

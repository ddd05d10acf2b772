import { describe, expect, it, vi } from 'vitest';
import { createClassifier } from '../../src/core/classify/index.ts';
import type { Profile } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { Contexts } from '../../src/services/context.ts';
import { deriverOf } from '../../src/services/derive.ts';
import { Deriving } from '../../src/services/deriving.ts';
import type { Environment } from '../../src/services/environment.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { setSettings } from '../../src/services/network.ts';
import { getState, putState } from '../../src/storage/state.ts';
import { makeCapture, makeContact, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

/** People who are saved and derived, and the work of a background that begins after that. */
async function saved(...people: Partial<Profile>[]) {
  const { environment } = makeEnvironment();
  const first = createBackground(environment);
  const handlers = handlersOf(first);
  const ids: string[] = [];
  for (const [i, profile] of people.entries()) {
    const capture = makeCapture({
      key: { site: 'linkedin', id: `p${i}` },
      url: `https://www.linkedin.com/in/p${i}/`,
      ...profile,
    });
    ids.push((await handlers['contact.save']({ capture }, POPUP)).id);
  }
  await first.deriving.run();
  const db = await environment.database;
  const begin = (more: Partial<Environment> = {}, giveWay?: () => Promise<void>) => {
    const jobs: string[] = [];
    const given: Environment = {
      ...environment,
      announce: (event) => {
        if (event.kind !== 'job') return;
        const told = `${event.job.id} ${event.job.kind} ${event.job.state}`;
        if (jobs.at(-1) !== told) jobs.push(told);
      },
      ...more,
    };
    const contexts = new Contexts(given);
    const world: Environment['world'] = {
      ...given.world,
      deriver: async () => deriverOf(await contexts.now()),
    };
    return { deriving: new Deriving({ ...given, world }, contexts, giveWay), jobs };
  };
  /** Who is derived while this goes on. */
  const derivedBy = async (work: () => Promise<unknown>) => {
    const puts = vi.spyOn(IDBObjectStore.prototype, 'put');
    await work();
    const careers = puts.mock.calls.filter(
      (_, i) => (puts.mock.contexts[i] as IDBObjectStore).name === 'careers',
    );
    puts.mockRestore();
    return careers.map(([row]) => (row as { contactId: string }).contactId).toSorted();
  };
  return { environment, db, ids, begin, derivedBy };
}
const next: Environment['classifier'] = async (companies) => ({
  ...createClassifier({ companies }),
  version: 'next',
});
const at = (company: string, more: Partial<Profile> = {}): Partial<Profile> => ({
  positions: [{ title: 'CFO', company, end: null }],
  ...more,
});

describe('what is to be derived again', () => {
  it('is nobody while all is as it should be, and nobody hears of it', async () => {
    const { begin, derivedBy, db } = await saved({}, {});
    const { deriving, jobs } = begin();
    const revision = await getState(db, 'revision');
    expect(await deriving.isLeft()).toBe(false);
    expect(await derivedBy(() => deriving.run())).toEqual([]);
    expect([jobs, await getState(db, 'revision'), await getState(db, 'deriving')]).toEqual([
      [],
      revision,
      undefined,
    ]);
  });

  it('is everybody for another model, once', async () => {
    const { begin, derivedBy, db, ids } = await saved({}, {});
    const { deriving, jobs } = begin({ classifier: next });
    expect(await derivedBy(() => deriving.run())).toEqual(ids);
    expect(jobs).toEqual(['classify classify running', 'classify classify done']);
    expect((await db.getAll('segments')).map(({ version }) => version.split('/')[0])).toEqual(['next']);
    expect(await derivedBy(() => deriving.run())).toEqual([]);
    expect(jobs).toHaveLength(2);
    expect(await deriving.isLeft()).toBe(false);
  });

  it.each<[what: string, people: Partial<Profile>[], company: string, concerned: number[]]>([
    ['who is there now', [at('Acme GmbH'), at('Laden')], 'acme', [0]],
    [
      'who was there',
      [
        at('Laden'),
        {
          positions: [
            { company: 'Laden', end: null },
            { company: 'ACME', end: '2019' },
          ],
        },
      ],
      'acme',
      [1],
    ],
    ['whose headline says so', [{ positions: [], headline: 'CFO at Acme' }, at('Laden')], 'acme', [0]],
    ['nobody', [at('Laden'), { positions: [] }], 'acme', []],
  ])('is of a correction: %s', async (_, people, company, concerned) => {
    const { environment, begin, derivedBy, ids, db } = await saved(...people);
    await setSettings(environment, { companies: { [company]: '62' } });
    const { deriving } = begin();
    expect(await deriving.isLeft()).toBe(true);
    expect(await derivedBy(() => deriving.run())).toEqual(concerned.map((i) => ids[i]).toSorted());
    expect(await getState(db, 'derivedWith')).toEqual({ [company]: '62' });
    expect(await deriving.isLeft()).toBe(false);
    const versions = new Set((await db.getAll('segments')).map(({ version }) => version));
    expect(versions.size).toBe(1);
    // Taken back, it concerns the same.
    await setSettings(environment, { companies: {} });
    const again = begin().deriving;
    expect(await again.isLeft()).toBe(true);
    expect(await derivedBy(() => again.run())).toEqual(concerned.map((i) => ids[i]).toSorted());
  });

  it('is of two corrections only what differs', async () => {
    const { environment, begin, derivedBy, ids } = await saved(at('Acme'), at('Laden'), at('Werk'));
    await setSettings(environment, { companies: { acme: '62', laden: '47' } });
    await begin().deriving.run();
    await setSettings(environment, { companies: { laden: '47', werk: '25', acme: '62' } });
    expect(await derivedBy(() => begin().deriving.run())).toEqual([ids[2]]);
  });

  it('is everybody of a part whose digests are gone', async () => {
    const { environment, begin, derivedBy, ids, db } = await saved(at('Acme'), at('Laden'));
    await db.clear('digests');
    await setSettings(environment, { companies: { acme: '62' } });
    expect(await derivedBy(() => begin().deriving.run())).toEqual(ids.toSorted());
  });

  it('is nobody while the model cannot be read, and stays to be done', async () => {
    const { begin, derivedBy, db } = await saved({});
    await putState(db, 'deriving', true);
    const damaged: Environment['classifier'] = async (companies) => ({
      ...createClassifier({ companies }),
      version: 'words',
      health: 'damaged',
    });
    const { deriving } = begin({ classifier: damaged });
    expect(await derivedBy(() => deriving.run())).toEqual([]);
    expect(await deriving.isLeft()).toBe(true);
    const after = begin().deriving;
    await after.run();
    expect(await after.isLeft()).toBe(false);
  });
});

describe('what an earlier background left', () => {
  it('is known by what waits, by the mark, and by a correction', async () => {
    const { begin, db, environment } = await saved({});
    const left = () => begin().deriving.isLeft();
    expect(await left()).toBe(false);
    await db.put('pending', { id: 'c9' } as never);
    expect(await left()).toBe(true);
    await db.clear('pending');
    await putState(db, 'deriving', true);
    expect(await left()).toBe(true);
    await putState(db, 'deriving', undefined);
    await setSettings(environment, { companies: { acme: '62' } });
    expect(await left()).toBe(true);
  });

  it('is left as long as something goes first, and known to the next', async () => {
    const { begin, db } = await saved({}, {});
    const gate = Promise.withResolvers<void>();
    const held = vi.fn(() => gate.promise);
    const { deriving } = begin({ classifier: next }, held);
    const running = deriving.run();
    expect(deriving.run()).toBe(running);
    await vi.waitFor(() => expect(held).toHaveBeenCalled());
    expect((await db.getAll('segments')).some(({ version }) => version.startsWith('next/'))).toBe(false);
    gate.resolve();
    await running;
    // Before what waits, and before each part.
    expect(held.mock.calls.length).toBeGreaterThan(1);
    expect((await db.getAll('segments')).every(({ version }) => version.startsWith('next/'))).toBe(true);
  });

  it('is marked before the first of an update is derived, for whoever is killed in it', async () => {
    const { begin, db } = await saved({}, {});
    let asked = 0;
    const { deriving } = begin({ classifier: next }, async () => {
      asked += 1;
      if (asked === 1) return;
      expect(await getState(db, 'deriving')).toBe(true);
      throw new Error('killed');
    });
    await expect(deriving.run()).rejects.toThrow('killed');
    expect(await begin({ classifier: next }).deriving.isLeft()).toBe(true);
  });

  it('is told in one line, that ends as it ended, and begun anew by whoever asks next', async () => {
    const { begin, db } = await saved({});
    await db.put('contacts', { ...makeContact({}, 'late'), keys: ['late'] });
    await db.put('pending', { id: 'late' } as never);
    let broken = true;
    const { deriving, jobs } = begin({
      classifier: async (companies) => {
        if (broken) throw new Error('no worker');
        return createClassifier({ companies });
      },
    });
    await expect(deriving.run()).rejects.toThrow('no worker');
    expect(jobs).toEqual([]);
    broken = false;
    await deriving.run();
    expect(jobs).toEqual(['classify classify running', 'classify classify done']);
    expect([await db.count('pending'), await deriving.isLeft()]).toEqual([0, false]);
  });
});

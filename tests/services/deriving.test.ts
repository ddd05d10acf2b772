import { expect, it } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import type { Database } from '../../src/storage/schema.ts';
import { makeCapture, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

/** The database, with `before` awaited ahead of each single value that is read. */
function watched(db: Database, before: (key: unknown) => Promise<void>): Database {
  return new Proxy(db, {
    get(target, name) {
      if (name === 'get')
        return async (store: 'state', key: string) => {
          await before(key);
          return target.get(store, key);
        };
      const value: unknown = Reflect.get(target, name);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}

it('hears of a change also while it looks for the last time', async () => {
  const { environment } = makeEnvironment();
  let atEnd: (() => Promise<unknown>) | null = null;
  const database = environment.database.then((db) =>
    watched(db, async (key) => {
      // Whether a mark is left to be taken away: the last that a run asks.
      if (key !== 'deriving' || atEnd === null) return;
      const once = atEnd;
      atEnd = null;
      await once();
    }),
  );
  const background = createBackground({ ...environment, database });
  const handlers = handlersOf(background);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
  const correct = (nace2: string) =>
    handlers['company.set']({ company: 'klinikum musterstadt', nace2 }, POPUP);
  atEnd = () => correct('85');
  await background.deriving.run();
  expect(atEnd).toBeNull();
  expect((await handlers['rows.of']({ ids: [id] }, POPUP)).rows[0]?.nace2).toBe('85');
});

it('tells how far it is, never backward, up to the last', async () => {
  const { environment, events } = makeEnvironment();
  const background = createBackground(environment);
  const handlers = handlersOf(background);
  await handlers['contact.save']({ capture: makeCapture() }, POPUP);
  events.length = 0;
  await handlers['company.set']({ company: 'klinikum musterstadt', nace2: '85' }, POPUP);
  await background.deriving.run();
  const done = events.flatMap((event) => (event.kind === 'job' && event.job.total ? [event.job] : []));
  expect(done.length).toBeGreaterThan(0);
  expect(done.map(({ done }) => done)).toEqual(done.map(({ done }) => done).toSorted((a, b) => a - b));
  expect(done.at(-1)).toMatchObject({ done: 1, total: 1, state: 'done' });
});

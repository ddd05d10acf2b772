import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

/** A background over a database of this name, with the browser's small store handed in. */
function open(name: string, store: { witness?: unknown }) {
  const { environment } = makeEnvironment(name);
  const background = createBackground({
    ...environment,
    world: { ...environment.world, id: () => crypto.randomUUID() },
    witness: {
      read: async () => store.witness,
      write: async (witness) => {
        store.witness = witness;
      },
    },
  });
  const handlers = handlersOf(background);
  return {
    handlers,
    lost: async () => (await handlers['network.get']({}, POPUP)).lost,
    /** Lets the witness be written that waits for the end of a burst. */
    async settle() {
      await vi.advanceTimersByTimeAsync(1_500);
      for (let turn = 0; turn < 50; turn++) await new Promise((resolve) => setImmediate(resolve));
      expect(store.witness).toBeDefined();
    },
  };
}

describe('a database that is empty though contacts were there', () => {
  it('is told from a new beginning, from one that the user emptied, and told until it is answered', async () => {
    const store: { witness?: unknown } = {};
    const first = open(`lost-1-${Math.random()}`, store);
    expect(await first.lost()).toBeNull();
    const { id } = await first.handlers['contact.save']({ capture: makeCapture() }, POPUP);
    await first.settle();
    expect(store.witness).toMatchObject({ count: 1 });

    const emptied = open(`lost-2-${Math.random()}`, store);
    expect(await emptied.lost()).toEqual({ count: 1, at: '2026-11-24T10:00:00.000Z' });
    // A setting alone is no answer: the loss is still told at the next start.
    await emptied.handlers['settings.set']({ settings: { quiet: true } }, POPUP);
    await emptied.settle();
    expect(store.witness).toMatchObject({ count: 1 });
    await emptied.handlers['loss.dismiss']({}, POPUP);
    expect(await emptied.lost()).toBeNull();
    expect(store.witness).toMatchObject({ count: 0 });

    await first.handlers['contact.forget']({ id }, POPUP);
    await first.settle();
    expect(await first.lost()).toBeNull();
  });

  it('is not told of a store that holds something else', async () => {
    for (const witness of [null, 'x', {}, { database: 'a', count: '7', at: '' }])
      expect(await open(`odd-${Math.random()}`, { witness }).lost()).toBeNull();
  });
});

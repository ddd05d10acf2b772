import { expect, it, vi } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

/** A background whose small store is `store`; `killed` throws before the step of that number, and for ever after. */
function open(name: string, store: { witness?: unknown }, killed: { at: number; step: number }) {
  const alive = () => {
    killed.step += 1;
    if (killed.step >= killed.at) throw new Error('killed');
  };
  const { environment } = makeEnvironment(name);
  const background = createBackground({
    ...environment,
    world: {
      ...environment.world,
      id: () => crypto.randomUUID(),
      now() {
        // Each write asks for the time: a killed background begins none.
        alive();
        return environment.world.now();
      },
    },
    witness: {
      read: async () => store.witness,
      write: async (witness) => {
        alive();
        store.witness = witness;
        alive();
      },
    },
  });
  return { background, handlers: handlersOf(background) };
}

it.each([1, 2, 3, 4, 5, 6, 7, 8])(
  'erasing everything, killed before step %i, is told by nobody as a loss',
  async (at) => {
    const name = `erase-${at}-${Math.random()}`;
    const store: { witness?: unknown } = {};
    const never = { at: Number.POSITIVE_INFINITY, step: 0 };
    const first = open(name, store, never);
    await first.handlers['contact.save']({ capture: makeCapture() }, POPUP);
    await first.background.loss.dismiss();
    expect(store.witness).toMatchObject({ count: 1 });

    const killed = { at: Number.POSITIVE_INFINITY, step: 0 };
    const second = open(name, store, killed);
    killed.at = at;
    killed.step = 0;
    // What is cut off in the middle of its work says so.
    vi.spyOn(console, 'error').mockImplementation(() => {});
    await second.handlers['privacy.erase']({ everything: true }, POPUP).catch(() => null);
    killed.at = 0;

    const third = open(name, store, never);
    const { contactCount, lost } = await third.handlers['network.get']({}, POPUP);
    expect(lost).toBeNull();
    // All of it or nothing.
    expect([0, 1]).toContain(contactCount);
    expect(await (await third.background.database).count('captures')).toBe(contactCount);
  },
);

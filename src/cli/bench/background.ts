import type { Page } from 'playwright-core';
import { type ExtensionBrowser, until } from '../chromium.ts';

/** How often the background is looked at; its heap is. */
const EVERY_MS = 100;
/** The background's own clock ticks so often. */
const TICK_MS = 5;

export interface Watched {
  /** Megabytes of the background's heap at its highest. */
  heap: number;
  /** The heap with the buffers that lie beside it. */
  memory: number;
  /** The same above what it was at the beginning. */
  rise: number;
  /** The longest time in milliseconds that nobody else had a turn in the background. */
  blocked: number;
}

interface HeapUsage {
  usedSize?: number;
  backingStorageSize?: number;
}

function withBuffers({ usedSize = 0, backingStorageSize = 0 }: HeapUsage = {}): number {
  return usedSize + backingStorageSize;
}

/** Watches a page: megabytes of its heap, with the buffers beside it, at its highest until the answer is called. */
export async function watchPage(browser: ExtensionBrowser, page: Page): Promise<() => Promise<number>> {
  const session = await browser.context.newCDPSession(page);
  let most = 0;
  const look = async () => {
    most = Math.max(most, withBuffers(await session.send('Runtime.getHeapUsage')));
  };
  await look();
  const timer = setInterval(() => void look().catch(() => {}), EVERY_MS);
  return async () => {
    clearInterval(timer);
    await session.detach();
    return Math.round(most / 2 ** 20);
  };
}

/**
 * Watches the background until the answer is called: its heap, and how long it lets nobody else have a turn.
 * `sweep`: what nobody holds any more is collected before each look.
 */
export async function watchBackground(
  browser: ExtensionBrowser,
  page: Page,
  { sweep = false } = {},
): Promise<() => Promise<Watched>> {
  const session = await browser.context.newCDPSession(page);
  const target = await until('the background', async () => {
    const { targetInfos } = await session.send('Target.getTargets');
    return targetInfos.find(({ type, url }) => type === 'service_worker' && url.startsWith(browser.origin));
  });
  const { sessionId } = await session.send('Target.attachToTarget', {
    targetId: target.targetId,
    flatten: false,
  });
  let [first, peak, last, most] = [0, 0, 0, 0];
  const asked = new Map<number, (value: unknown) => void>();
  session.on('Target.receivedMessageFromTarget', ({ message }) => {
    const { id, result } = JSON.parse(message) as {
      id?: number;
      result?: HeapUsage & { result?: { value?: unknown } };
    };
    const used = result?.usedSize ?? 0;
    first ||= used;
    peak = Math.max(peak, used);
    most = Math.max(most, withBuffers(result));
    asked.get(id ?? -1)?.(result?.result?.value);
  });
  const tell = (method: string, params: object = {}) =>
    session
      .send('Target.sendMessageToTarget', {
        sessionId,
        message: JSON.stringify({ id: ++last, method, params }),
      })
      .catch(() => {});
  const evaluate = async (expression: string): Promise<unknown> => {
    const answer = new Promise((resolve) => asked.set(last + 1, resolve));
    await tell('Runtime.evaluate', { expression, returnByValue: true });
    return answer;
  };
  if (sweep) await tell('HeapProfiler.enable');
  await evaluate(`globalThis.longest = 0; globalThis.tick = performance.now(); globalThis.ticking = setInterval(() => {
    const now = performance.now();
    longest = Math.max(longest, now - tick - ${TICK_MS});
    tick = now;
  }, ${TICK_MS}); 0`);
  const look = () => {
    if (sweep) void tell('HeapProfiler.collectGarbage');
    void tell('Runtime.getHeapUsage');
  };
  look();
  await until('the first look at the heap', async () => first || undefined);
  const timer = setInterval(look, sweep ? 5 * EVERY_MS : EVERY_MS);
  return async () => {
    clearInterval(timer);
    const blocked = Number(await evaluate('clearInterval(ticking); longest'));
    await session.detach();
    const megabytes = (bytes: number) => Math.round(bytes / 2 ** 20);
    return {
      heap: megabytes(peak),
      memory: megabytes(most),
      rise: megabytes(peak - first),
      blocked: Math.round(blocked),
    };
  };
}

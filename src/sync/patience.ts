import { type Carrier, CarrierError } from './carrier.ts';

/** Pauses between the tries of one round. */
const PAUSES_MS = [1_000, 4_000, 15_000];

/** The carrier, asked again where a server stumbled or a line broke; every other answer stands. */
export function patient(
  carrier: Carrier,
  pause: (ms: number) => Promise<void>,
  pauses: readonly number[] = PAUSES_MS,
): Carrier {
  const retried =
    <Sent extends unknown[], Answer>(ask: (...sent: Sent) => Promise<Answer>) =>
    async (...sent: Sent): Promise<Answer> => {
      for (let attempt = 0; ; attempt++) {
        try {
          return await ask(...sent);
        } catch (error) {
          const wait = pauses[attempt];
          if (wait === undefined || !(error instanceof CarrierError)) throw error;
          if (error.kind !== 'server' && error.kind !== 'offline') throw error;
          await pause(wait);
        }
      }
    };
  return {
    makeFolder: retried(carrier.makeFolder),
    list: retried(carrier.list),
    get: retried(carrier.get),
    put: retried(carrier.put),
    remove: retried(carrier.remove),
  };
}

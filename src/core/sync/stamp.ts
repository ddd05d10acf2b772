/** When a value was written, and by which device: milliseconds, a count within them, the device. */
export type Stamp = readonly [ms: number, count: number, device: string];

/** The time that a device takes for true, and its name among the devices. */
export interface DeviceClock {
  /** Milliseconds since 1970, corrected by what the carrier says of this computer's clock. */
  wall: number;
  device: string;
}

/** Less than 0: `a` is the older; more than 0: the newer. Total: two different stamps are never equal. */
export function compareStamps(a: Stamp, b: Stamp): number {
  return a[0] - b[0] || a[1] - b[1] || (a[2] < b[2] ? -1 : a[2] > b[2] ? 1 : 0);
}

export function laterStamp(a: Stamp, b: Stamp): Stamp {
  return compareStamps(a, b) >= 0 ? a : b;
}

/**
 * The stamp of a value that replaces the one of `known`: later than it, whatever the clocks say. A device whose clock
 * is years ahead can so neither lock the others out nor win for ever.
 */
export function nextStamp(known: Stamp | undefined, { wall, device }: DeviceClock): Stamp {
  const now = Math.max(0, Math.floor(wall));
  if (known === undefined || now > known[0]) return [now, 0, device];
  if (known[1] + 1 < MOST_COUNT) return [known[0], known[1] + 1, device];
  return [known[0] + 1, 0, device];
}
/** One more would be printed as no stamp. */
const MOST_COUNT = 36 ** 8;

/** As it is stored and sent: `mbk3f9a0.0.9f3a11c2`, both numbers to the base of 36. */
export function printStamp([ms, count, device]: Stamp): string {
  return `${ms.toString(36)}.${count.toString(36)}.${device}`;
}

export const STAMP = /^[0-9a-z]{1,11}\.[0-9a-z]{1,8}\.[0-9a-f]{8}$/;

/** The last instant that there is (ECMA-262): what claims to be later is no day, and could not be followed by one. */
const LAST_MS = 8.64e15;

/** What `printStamp` has written; what is none, or is of no day, reads as the oldest stamp of all. */
export function parseStamp(text: string): Stamp {
  if (!STAMP.test(text)) return [0, 0, ''];
  const [ms = '', count = '', device = ''] = text.split('.');
  const at = Number.parseInt(ms, 36);
  return at > LAST_MS ? [0, 0, ''] : [at, Number.parseInt(count, 36), device];
}

/** Reading and writing of the model file's parts; both sides stand together so that they stay each other's mirror. */

/** CRC-32 (IEEE 802.3, as in zip and PNG). */
export function crc32(bytes: Uint8Array): number {
  let crc = 0xffffffff;
  for (let at = 0; at < bytes.length; at++) {
    crc = (CRC_TABLE[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
const CRC_TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let crc = byte;
  for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
  return crc >>> 0;
});

/**
 * Rising numbers as their differences in Rice's code (Rice 1979): of each difference the lower `k` bits, and the rest
 * as so many ones and a zero; `k` fits the mean difference and is the first byte.
 */
export function writeRising(sorted: ArrayLike<number>): Uint8Array {
  const last = sorted.length > 0 ? (sorted[sorted.length - 1] as number) : 0;
  const lower = Math.max(0, Math.floor(Math.log2(last / Math.max(1, sorted.length) || 1)));
  const bytes: number[] = [lower];
  let filled = 8;
  const bit = (value: number) => {
    if (filled === 8) {
      bytes.push(0);
      filled = 0;
    }
    bytes[bytes.length - 1] = (bytes[bytes.length - 1] as number) | (value << filled++);
  };
  let previous = 0;
  for (let at = 0; at < sorted.length; at++) {
    const difference = (sorted[at] as number) - previous;
    if (difference < 0) throw new RangeError('the numbers must rise');
    previous = sorted[at] as number;
    for (let rest = Math.floor(difference / 2 ** lower); rest > 0; rest--) bit(1);
    bit(0);
    for (let place = 0; place < lower; place++) bit(Math.floor(difference / 2 ** place) & 1);
  }
  return Uint8Array.from(bytes);
}

/** The numbers that `writeRising` wrote. Throws `RangeError` when there are fewer than `count`. */
export function readRising(bytes: Uint8Array, count: number): Uint32Array {
  const numbers = new Uint32Array(count);
  const lower = bytes[0] ?? 0;
  const end = bytes.length * 8;
  let at = 8;
  /** The next `many` bits, the lowest first. */
  const take = (many: number): number => {
    if (at + many > end) throw new RangeError('the numbers end too early');
    let value = 0;
    for (let taken = 0; taken < many; ) {
      const from = at & 7;
      const now = Math.min(8 - from, many - taken);
      value += (((bytes[at >> 3] as number) >> from) & ((1 << now) - 1)) * 2 ** taken;
      taken += now;
      at += now;
    }
    return value;
  };
  let value = 0;
  for (let index = 0; index < count; index++) {
    let rest = 0;
    while (take(1) === 1) rest++;
    value += rest * 2 ** lower + take(lower);
    numbers[index] = value;
  }
  return numbers;
}

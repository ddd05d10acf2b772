/** Reading and writing of the model file's parts; both sides stand together so that they stay each other's mirror. */

/** CRC-32 (IEEE 802.3, as in zip and PNG), four bytes at a time (Kounavis and Berry 2005). */
export function crc32(bytes: Uint8Array): number {
  tables ??= crcTables();
  const [table0, table1, table2, table3] = tables;
  let crc = 0xffffffff;
  let at = 0;
  for (const end = bytes.length - 3; at < end; at += 4) {
    crc ^=
      (bytes[at] as number) |
      ((bytes[at + 1] as number) << 8) |
      ((bytes[at + 2] as number) << 16) |
      ((bytes[at + 3] as number) << 24);
    crc =
      (table3[crc & 0xff] as number) ^
      (table2[(crc >>> 8) & 0xff] as number) ^
      (table1[(crc >>> 16) & 0xff] as number) ^
      (table0[crc >>> 24] as number);
  }
  for (; at < bytes.length; at++) {
    crc = (table0[(crc ^ (bytes[at] as number)) & 0xff] as number) ^ (crc >>> 8);
  }
  return (crc ^ 0xffffffff) >>> 0;
}
/** What a byte does to the sum, and what it has done when one, two, three bytes have followed. */
let tables: CrcTables | undefined;
type CrcTables = readonly [Int32Array, Int32Array, Int32Array, Int32Array];

function crcTables(): CrcTables {
  const first = Int32Array.from({ length: 256 }, (_, byte) => {
    let crc = byte;
    for (let bit = 0; bit < 8; bit++) crc = crc & 1 ? (crc >>> 1) ^ 0xedb88320 : crc >>> 1;
    return crc;
  });
  const behind = (table: Int32Array) => table.map((crc) => (first[crc & 0xff] as number) ^ (crc >>> 8));
  const second = behind(first);
  const third = behind(second);
  return [first, second, third, behind(third)];
}

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
  const step = 2 ** lower;
  let next = 1;
  /** The bits that come next, the lowest first, and how many there are. */
  let bits = 0;
  let held = 0;
  const fill = (): void => {
    for (; held <= 24 && next < bytes.length; held += 8) bits |= (bytes[next++] as number) << held;
  };
  const drop = (many: number): void => {
    bits = many < 32 ? bits >>> many : 0;
    held -= many;
  };
  /** The next `many` bits, at most 24. */
  const take = (many: number): number => {
    fill();
    if (held < many) throw new RangeError('the numbers end too early');
    const taken = bits & ((1 << many) - 1);
    drop(many);
    return taken;
  };
  let value = 0;
  for (let index = 0; index < count; index++) {
    for (;;) {
      fill();
      if (held === 0) throw new RangeError('the numbers end too early');
      const ones = onesBelow(bits);
      value += ones * step;
      if (ones < held) {
        drop(ones + 1);
        break;
      }
      drop(held);
    }
    value += lower <= 16 ? take(lower) : take(16) + take(lower - 16) * 2 ** 16;
    numbers[index] = value;
  }
  return numbers;
}

/** How many of the lowest bits are ones, up to the first zero. */
function onesBelow(bits: number): number {
  const zeros = ~bits;
  return zeros === 0 ? 32 : 31 - Math.clz32(zeros & -zeros);
}

/** Whole numbers below 2 to the `bits` (at most 16), so many bits each, the lowest first. */
export function writePacked(numbers: ArrayLike<number>, bits: number): Uint8Array {
  const bytes = new Uint8Array(Math.ceil((numbers.length * bits) / 8));
  for (let index = 0, at = 0; index < numbers.length; index++, at += bits) {
    const value = numbers[index] as number;
    if (!Number.isInteger(value) || value < 0 || value >= 2 ** bits)
      throw new RangeError('a number has more bits');
    const shifted = value << (at & 7);
    for (let byte = at >>> 3, shift = 0; byte < bytes.length && shift < 24; byte++, shift += 8)
      bytes[byte] = (bytes[byte] as number) | ((shifted >>> shift) & 0xff);
  }
  return bytes;
}

/** The numbers that `writePacked` wrote. Throws `RangeError` when there are fewer than `count`. */
export function readPacked(bytes: Uint8Array, count: number, bits: number): Uint16Array {
  if (bytes.length * 8 < count * bits) throw new RangeError('the numbers end too early');
  const numbers = new Uint16Array(count);
  const mask = (1 << bits) - 1;
  for (let index = 0, at = 0; index < count; index++, at += bits) {
    const byte = at >>> 3;
    const held = (bytes[byte] as number) | ((bytes[byte + 1] ?? 0) << 8) | ((bytes[byte + 2] ?? 0) << 16);
    numbers[index] = (held >>> (at & 7)) & mask;
  }
  return numbers;
}

/** What a file's name says: its kind and its device. Nothing else is read from a name. */
export interface FileName {
  name: string;
  /** Changes, a part of a cover, a cover, or the news that the code was changed. */
  kind: 'd' | 'p' | 'c' | 'n';
  device: string;
}

/** The folder at the address that the person gave. */
export const FOLDER = 'Weitblick';
export const HELLO = 'hello.wb';
export const README = 'README.txt';

const CHANGES = /^([dcn])-([0-9a-f]{8})-[0-9a-z]{6}-[0-9a-f]{8}\.wb$/;
const PART = /^(p)-([0-9a-f]{8})-[0-9a-f]{16}\.wb$/;
const EPOCH = /^e(\d{4})-[0-9a-f]{8}$/;
const SPACE = /^[0-9a-f]{16}$/;

/** A file of ours; `null` for everything else that lies there: halves of sync programs, copies "x (1).wb", conflicts. */
export function parseName(name: string): FileName | null {
  const [, kind, device] = CHANGES.exec(name) ?? PART.exec(name) ?? [];
  return kind === undefined || device === undefined ? null : { name, kind: kind as FileName['kind'], device };
}

/** A name that nobody else takes: 32 random bits beside device and number (a part: 64). */
export function makeName(kind: FileName['kind'], device: string, seq: number, random: string): string {
  if (kind === 'p') return `p-${device}-${random.slice(0, 16)}.wb`;
  return `${kind}-${device}-${seq.toString(36).padStart(6, '0')}-${random.slice(0, 8)}.wb`;
}

/** So many random bytes as hexadecimal digits. */
export function randomHex(bytes: number): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(bytes)), (byte) =>
    byte.toString(16).padStart(2, '0'),
  ).join('');
}

export function isSpace(name: string): boolean {
  return SPACE.test(name);
}

/** The number of an epoch's folder; `null`: it is none. */
export function epochNumber(name: string): number | null {
  const [, digits] = EPOCH.exec(name) ?? [];
  return digits === undefined ? null : Number(digits);
}

export function makeEpoch(number: number): string {
  return `e${String(number).padStart(4, '0')}-${randomHex(4)}`;
}

/** The epochs among names, the newest first; of two with one number (two devices at once) the greater name. */
export function epochsNewestFirst(names: readonly string[]): string[] {
  return names
    .filter((name) => epochNumber(name) !== null)
    .sort()
    .reverse();
}

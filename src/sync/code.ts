import { sha256 } from '../core/merge/index.ts';

/** Crockford's base32: no letter that is taken for a digit. */
const LETTERS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const BEGIN = 'WB1';
const SECRET_LETTERS = 26;
const CHECK_LETTERS = 4;
const GROUP = 5;

/** A new sync code: 128 random bits, so that nobody has for ever to guess a word. */
export function makeCode(random: (bytes: Uint8Array<ArrayBuffer>) => void): string {
  const secret = new Uint8Array(16);
  random(secret);
  return printCode(secret);
}

/** 16 bytes as the person copies them: `WB1-ABCDE-…`, six groups; the last four letters are for typing errors. */
export function printCode(secret: Uint8Array): string {
  const letters = lettersOf(secret) + checkOf(secret);
  const groups: string[] = [];
  for (let at = 0; at < letters.length; at += GROUP) groups.push(letters.slice(at, at + GROUP));
  return [BEGIN, ...groups].join('-');
}

/** The 16 bytes of a code however it was typed (small letters, O for 0, blanks); `null`: it is none. */
export function parseCode(typed: string): Uint8Array<ArrayBuffer> | null {
  if (typed.length > 200) return null;
  const text = typed.toUpperCase().replace(/[\s\p{Pd}]/gu, '');
  if (!text.startsWith(BEGIN)) return null;
  const letters = text.slice(BEGIN.length).replaceAll('O', '0').replace(/[IL]/g, '1');
  if (letters.length !== SECRET_LETTERS + CHECK_LETTERS) return null;
  const secret = bytesOf(letters.slice(0, SECRET_LETTERS));
  return secret !== null && checkOf(secret) === letters.slice(SECRET_LETTERS) ? secret : null;
}

/** The code in one form, whatever way it was typed; `null`: it is none. */
export function tidyCode(typed: string): string | null {
  const secret = parseCode(typed);
  return secret === null ? null : printCode(secret);
}

function lettersOf(secret: Uint8Array): string {
  let bits = secret.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n) << 2n;
  let letters = '';
  for (let i = 0; i < SECRET_LETTERS; i++) {
    letters = LETTERS.charAt(Number(bits & 31n)) + letters;
    bits >>= 5n;
  }
  return letters;
}

function bytesOf(letters: string): Uint8Array<ArrayBuffer> | null {
  let bits = 0n;
  for (const letter of letters) {
    const value = LETTERS.indexOf(letter);
    if (value < 0) return null;
    bits = (bits << 5n) | BigInt(value);
  }
  if ((bits & 3n) !== 0n) return null;
  bits >>= 2n;
  const secret = new Uint8Array(16);
  for (let i = 15; i >= 0; i--) {
    secret[i] = Number(bits & 255n);
    bits >>= 8n;
  }
  return secret;
}

/** Twenty bits of the secret's hash. */
function checkOf(secret: Uint8Array): string {
  const hash = Number.parseInt(sha256(`weitblick-code\n${lettersOf(secret)}`).slice(0, 5), 16);
  return [15, 10, 5, 0].map((shift) => LETTERS.charAt((hash >> shift) & 31)).join('');
}

import { decoderOf } from './decoder.ts';
import { foreignWords, wordScore } from './plausibility.ts';
import { sequenceAt } from './utf8Runs.ts';

/*
 * Text that was encoded twice: UTF-8 that some program took for another encoding and wrote as UTF-8 again (`ZoÃ©`).
 * A word is put right where its signs are the bytes of UTF-8 and the word becomes more plausible by it.
 */

/** The encodings that programs take UTF-8 for. */
const TAKEN_FOR = [
  'windows-1252',
  'windows-1250',
  'iso-8859-2',
  'macintosh',
  'windows-1251',
  'ibm850',
  'ibm437',
  'ibm852',
] as const;
type TakenFor = (typeof TAKEN_FOR)[number];

/** The two of Central Europe have most letters in common; these controls are of ISO alone, Windows has signs there. */
const OF_ISO = /[ĂĹ][\u0080\u0082\u0084-\u0087\u0089-\u008f\u0091-\u0097\u0099-\u009f]/;

/**
 * Signs that begin a letter of UTF-8 in one of them, with one that can follow: without these nothing is to be done. The
 * last are of Windows-1250 (`MĂĽller`), of DOS, where they are lines of tables (`M├╝ller`), and of Windows-1251 beside
 * Latin letters (`MГјller`).
 */
const SUSPECT =
  /[ÂÃ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[ÄÅÆÎÏÐÑ][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]|[à-ïð][\u0080-\u00bf€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ]{2}|[√¬≈ƒ–—][\u0080-\uffff]|[РС][\u0080-\u00bfЂЃѓ-џҐґ‚„…†‡€‰‹‘’“”•–—™›]|[ÂĂÄĹ][\u0080-\u00bfŁłĽľĄąŞşŚśŠšŤťŹźŽžŻżˇ˘˛˝€‚„…†‡‰‹‘’“”•–—™›]|[├─┼┬╬╨╧][^\0-\x7f]|Ô[Çé][^\0-\x7f]|[ВГДЕ][\u0080-\u00bf\u0400-\u045f\u2010-\u2122Ґґ](?:[A-Za-z]|(?<=[A-Za-z]..))/;

/** So much more plausible a word must become. */
const BETTER = 0.3;

/** May the text hold anything that was encoded twice? A quick look; linear. */
export function looksTwiceEncoded(text: string): boolean {
  return SUSPECT.test(text);
}

/** The text with every word put right that was encoded twice, or three times. */
export function repaired(text: string): string {
  if (!SUSPECT.test(text)) return text;
  const encodings = TAKEN_FOR.filter(
    (encoding) => encoding !== (OF_ISO.test(text) ? 'windows-1250' : 'iso-8859-2'),
  );
  const known = new Map<string, string>();
  let result = '';
  let from = 0;
  for (const word of foreignWords(text)) {
    const at = text.indexOf(word, from);
    result += text.slice(from, at);
    from = at + word.length;
    const right = known.get(word) ?? repairedWord(word, encodings);
    known.set(word, right);
    result += right;
  }
  return result + text.slice(from);
}

function repairedWord(word: string, encodings: readonly TakenFor[]): string {
  const score = wordScore(word);
  let best = word;
  let most = score + BETTER;
  for (const encoding of encodings) {
    let next = word;
    for (let times = 0; times < 2; times++) {
      next = undone(next, encoding);
      const better = soundness(next, word);
      if (better > most) [best, most] = [next, better];
    }
  }
  return best;
}

/** How plausible a word is that was put right; one that was no better before cannot be it. */
function soundness(next: string, word: string): number {
  if (next === word || next.includes('\uFFFD')) return -Infinity;
  // One letter of another script may be a sign beside a capital all the same.
  if (/^[\0-\x7f]*[\u0370-\u{10ffff}][\0-\x7f]*$/u.test(next) && !SIGNS.test(next)) return -Infinity;
  // A dash or a quotation mark alone is no letter to judge, and its bytes are no word.
  return SIGNS.test(next) && /^(?:â€|‚Ä|вЂ|Ã¢)/.test(word) ? 1.5 : wordScore(next);
}

const SIGNS = /^[‘’“”„–—…•]+$/;

/** The word with each row of characters that are the bytes of one letter of UTF-8 in the encoding as that letter. */
function undone(word: string, encoding: TakenFor): string {
  const table = bytesOf(encoding);
  const bytes = [...word].map((char) => table.get(char) ?? 0);
  const chars = [...word];
  let result = '';
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceAt(bytes, at);
    if (length === 0) {
      result += chars[at] ?? '';
      at += 1;
      continue;
    }
    result += new TextDecoder('utf-8').decode(Uint8Array.from(bytes.slice(at, at + length)));
    at += length;
  }
  return result;
}

const tables = new Map<string, Map<string, number>>();

/** The byte of each character beyond ASCII; the five that Windows-1252 leaves open stand for themselves. */
function bytesOf(encoding: string): Map<string, number> {
  const known = tables.get(encoding);
  if (known !== undefined) return known;
  const table = new Map<string, number>();
  const decoder = decoderOf(encoding);
  for (let byte = 0x80; byte <= 0xff; byte++) {
    table.set(decoder.decode(Uint8Array.of(byte)), byte);
    if (encoding === 'windows-1252' && byte <= 0x9f) table.set(String.fromCharCode(byte), byte);
  }
  tables.set(encoding, table);
  return table;
}

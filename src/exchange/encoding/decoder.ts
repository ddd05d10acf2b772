import { SINGLE_BYTE_LETTERS } from './singleBytes.ts';

/** What of a `TextDecoder` the readers use. */
export interface Decoder {
  /** @throws TypeError for bytes that the encoding does not have, where it is to be fatal. */
  decode(bytes?: Uint8Array, options?: { stream?: boolean }): string;
}

const TABLES: ReadonlyMap<string, string> = new Map(Object.entries(SINGLE_BYTE_LETTERS));

/** What programs call the encodings beside the names that the Encoding Standard knows, in small letters. */
const OTHER_LABELS: ReadonlyMap<string, string> = new Map([
  ['ansi', 'windows-1252'],
  ['cp936', 'gbk'],
  ['ms936', 'gbk'],
  ['windows-936', 'gbk'],
  ['euc-cn', 'gbk'],
  ['cp932', 'shift_jis'],
  ['sjis-win', 'shift_jis'],
  ['cp949', 'euc-kr'],
  ['ms949', 'euc-kr'],
  ['uhc', 'euc-kr'],
  ['cp950', 'big5'],
  ['ms950', 'big5'],
  ['cp51932', 'euc-jp'],
  ['eucjp-win', 'euc-jp'],
  ['macroman', 'macintosh'],
  ['mac-roman', 'macintosh'],
  ['utf_8', 'utf-8'],
  ...['cp437', '437', 'ibm-437', 'cspc8codepage437'].map((label) => [label, 'ibm437'] as const),
  ...['cp850', '850', 'ibm-850', 'cspc850multilingual', 'cp858', 'ibm858', 'ibm00858'].map(
    (label) => [label, 'ibm850'] as const,
  ),
  ...['cp852', '852', 'ibm-852', 'cspcp852'].map((label) => [label, 'ibm852'] as const),
  ...['mac-centraleurope', 'maccentraleurope', 'macce', 'x-mac-centraleurroman', 'mac_latin2'].map(
    (label) => [label, 'x-mac-ce'] as const,
  ),
]);

/** A label in the spelling that `decoderOf` knows: what programs call an encoding is resolved. */
export function standardLabel(label: string): string {
  const plain = label.trim().toLowerCase();
  return OTHER_LABELS.get(plain) ?? plain;
}

/**
 * A decoder for an encoding: `TextDecoder`, or one of our own for those that it lacks.
 * @param label as the WHATWG Encoding Standard or `SINGLE_BYTE_LETTERS` has it.
 * @throws RangeError for a label that nobody knows.
 */
export function decoderOf(label: string, options: TextDecoderOptions = {}): Decoder {
  const letters = TABLES.get(label);
  return letters === undefined ? new TextDecoder(label, options) : new SingleByteDecoder(letters);
}

/** Characters that one call can be given. */
const PIECE = 8_192;

/** Every byte is a letter, so none is wrong, and none goes on in the next piece. */
class SingleByteDecoder implements Decoder {
  readonly #codes = new Uint16Array(256);

  /** @param letters those of the bytes from 0x80 on */
  constructor(letters: string) {
    for (let byte = 0; byte < 0x80; byte++) this.#codes[byte] = byte;
    for (let at = 0; at < 0x80; at++) this.#codes[at + 0x80] = letters.charCodeAt(at);
  }

  decode(bytes: Uint8Array = new Uint8Array(0)): string {
    let text = '';
    for (let from = 0; from < bytes.length; from += PIECE) {
      const codes = Uint16Array.from(bytes.subarray(from, from + PIECE), (byte) => this.#codes[byte] ?? 0);
      text += String.fromCharCode(...codes);
    }
    return text;
  }
}

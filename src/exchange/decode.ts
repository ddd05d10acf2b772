import { ImportError } from './errors.ts';

/** Bytes decoded at once; bounds the text held in memory. */
const CHUNK = 256 * 1024;

/**
 * The text of a file's bytes, in pieces. UTF-8 with or without BOM, UTF-16 with BOM; what is not valid UTF-8
 * is read as Windows-1252, which older Outlook and Excel write, unless it looks like no text at all.
 * @throws ImportError `binary` for bytes that are no text, `wrongEncoding` where only UTF-8 is allowed.
 */
export function* decodeText(
  chunks: Iterable<Uint8Array>,
  encoding: TextEncoding,
): Generator<string, void, undefined> {
  const decoder = new TextDecoder(encoding, { fatal: true });
  try {
    for (const bytes of chunks)
      for (let at = 0; at < bytes.length; at += CHUNK)
        yield decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new ImportError('wrongEncoding');
    throw error;
  }
}

/**
 * The text of all bytes in a named encoding, without byte order mark.
 * @param label any label of the WHATWG Encoding Standard (`windows-1251`, `Shift_JIS`, `latin1`), white space and
 * capitals no matter.
 * @throws ImportError `wrongEncoding` for a label that is unknown, and for bytes that the encoding does not have.
 */
export function decodeAs(bytes: Uint8Array, label: string): string {
  try {
    return new TextDecoder(label, { fatal: true }).decode(bytes);
  } catch (error) {
    // A label that nobody knows is a RangeError, bytes that do not fit are a TypeError.
    if (error instanceof RangeError || error instanceof TypeError) throw new ImportError('wrongEncoding');
    throw error;
  }
}

export type TextEncoding = 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252';

/**
 * Which encoding the bytes are in. `whole`: the bytes are the whole file, not its head.
 * @throws ImportError `binary` when they are no text in any of them, `empty` when there are none.
 */
export function detectEncoding(bytes: Uint8Array, whole: boolean): TextEncoding {
  if (bytes.length === 0) throw new ImportError('empty');
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  let control = 0;
  const head = bytes.subarray(0, 64 * 1024);
  const unmarked = unmarkedUtf16(head);
  if (unmarked !== null) return unmarked;
  for (const byte of head) {
    // NUL never stands in text; other control characters do so rarely.
    if (byte === 0) throw new ImportError('binary');
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control += 1;
  }
  if (control > head.length / 100) throw new ImportError('binary');
  if (isUtf8(bytes, whole)) return 'utf-8';
  // A mark that promises UTF-8, or bytes that Windows-1252 does not have: some other encoding, and guessing
  // would only turn names into signs.
  const marked = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf;
  if (marked || head.some((byte) => UNDEFINED.has(byte))) throw new ImportError('wrongEncoding');
  return 'windows-1252';
}

const UNDEFINED = new Set([0x81, 0x8d, 0x8f, 0x90, 0x9d]);

/** UTF-16 without its mark: every other byte of a text in Latin letters is NUL. */
function unmarkedUtf16(head: Uint8Array): TextEncoding | null {
  if (head.length < 4) return null;
  const nul = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) nul[at % 2] = (nul[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = nul;
  const many = head.length / 4;
  if (odd > many && even === 0) return 'utf-16le';
  return even > many && odd === 0 ? 'utf-16be' : null;
}

function isUtf8(bytes: Uint8Array, whole: boolean): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (let at = 0; at < bytes.length; at += CHUNK)
      decoder.decode(bytes.subarray(at, at + CHUNK), { stream: true });
    if (whole) decoder.decode();
    return true;
  } catch {
    return false;
  }
}

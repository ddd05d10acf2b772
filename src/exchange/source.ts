import type { TextEncoding } from '../core/model/index.ts';
import { lastOf } from '../core/text/steps.ts';
import { type Coding, decodeText } from './decode.ts';
import { Evidence } from './encoding/evidence.ts';
import { looksTwiceEncoded } from './encoding/twice.ts';
import { ImportError } from './errors.ts';

/** A file as it was dropped. */
export interface InputFile {
  name: string;
  bytes: Uint8Array;
  /** Instant of the last change (ISO 8601 UTC), where known. */
  modified?: string;
}

/** One file to be read, on its own or within a zip; its bytes come in pieces, as often as asked. */
export interface SourceFile {
  name: string;
  /** Bytes, as declared. */
  size: number;
  modified?: string;
  chunks(): Iterable<Uint8Array>;
}

/** Bytes looked at to tell what a file is. */
const HEAD = 64 * 1024;

/** Larger files are not read an extra time to be sure of their encoding. */
const CERTAIN_UP_TO = 32 * 2 ** 20;

export interface SourceText extends Coding {
  /** Nobody says so: it was judged by the letters. */
  guessed: boolean;
  /** The beginning, without byte order mark. */
  head: string;
  /** The whole text in pieces, without byte order mark. */
  text(): Iterable<string>;
}

/**
 * The file as text: UTF-8 or UTF-16 as it shows, else what its letters are most plausible in.
 * @param chosen the user's word for the encoding, which needs no judgement.
 * @throws ImportError `binary`, `empty`; `wrongEncoding` when no encoding is plausible or two are alike (then with
 * the likeliest as `guess`); while reading also those of the zip.
 */
export function openText(source: SourceFile, chosen?: TextEncoding): SourceText {
  return lastOf(openTextSteps(source, chosen));
}

/** The same in steps of one piece of the file each, so that others can have a turn between them. */
export function* openTextSteps(source: SourceFile, chosen?: TextEncoding): Generator<void, SourceText> {
  let head = new Uint8Array(0);
  for (const chunk of source.chunks()) {
    head = concat(head, chunk.subarray(0, HEAD - head.length));
    if (head.length >= HEAD) break;
  }
  if (head.length === 0) throw new ImportError('empty');
  const coding: Coding & { guessed: boolean } =
    chosen === undefined ? yield* codingOf(source, head) : { encoding: chosen, guessed: false };
  const text = () => decodeText(source.chunks(), coding);
  return { ...coding, head: firstText(text()), text };
}

function* codingOf(source: SourceFile, head: Uint8Array): Generator<void, Coding & { guessed: boolean }> {
  const wide = wideEncoding(head);
  if (wide !== null) return { encoding: wide, guessed: false };
  if (isBinary(head)) throw new ImportError('binary');
  const seen =
    source.size <= CERTAIN_UP_TO
      ? yield* readAsUtf8(source)
      : yield* readAsUtf8({ ...source, chunks: () => [wholeLetters(head)] });
  if (seen !== null && switchesToJapanese(head)) return { encoding: 'iso-2022-jp', guessed: true };
  if (seen !== null) return { encoding: 'utf-8', guessed: seen.twice, ...(seen.twice && { twice: true }) };
  const evidence = new Evidence();
  let read = 0;
  for (const chunk of piecesOf(source.chunks())) {
    evidence.add(chunk);
    read += chunk.length;
    if (evidence.isEnough || read > CERTAIN_UP_TO) break;
    yield;
  }
  const found = evidence.judged();
  if (found === null) throw new ImportError('wrongEncoding');
  if (!found.sure) throw new ImportError('wrongEncoding', { guess: found.encoding });
  return { encoding: found.encoding, guessed: true, ...(found.mixed && { mixed: true, twice: true }) };
}

/** Is the file UTF-8 to its end? A name with an umlaut may stand far down. `null`: it is not. */
function* readAsUtf8(source: SourceFile): Generator<void, { twice: boolean } | null> {
  let twice = false;
  try {
    for (const text of decodeText(source.chunks(), { encoding: 'utf-8' })) {
      twice ||= looksTwiceEncoded(text);
      yield;
    }
    return { twice };
  } catch (error) {
    if (error instanceof ImportError && error.kind === 'wrongEncoding') return null;
    throw error;
  }
}

/** A file that lies in memory is one chunk, however long. */
function* piecesOf(chunks: Iterable<Uint8Array>): Generator<Uint8Array> {
  for (const chunk of chunks)
    for (let at = 0; at < chunk.length; at += HEAD) yield chunk.subarray(at, at + HEAD);
}

/** Old mail programs write Japanese in seven bits, between `ESC $ B` and `ESC ( B`. */
function switchesToJapanese(head: Uint8Array): boolean {
  const at = head.indexOf(27);
  return at !== -1 && head[at + 1] === 0x24 && (head[at + 2] === 0x40 || head[at + 2] === 0x42);
}

/** The beginning of a text without the letter that its end may cut. */
function wholeLetters(head: Uint8Array): Uint8Array {
  let end = head.length;
  while (end > head.length - 4 && ((head[end - 1] ?? 0) & 0xc0) === 0x80) end -= 1;
  return (head[end - 1] ?? 0) >= 0xc0 ? head.subarray(0, end - 1) : head;
}

/** UTF-16 by its mark, or by the zeros that only one half of its letters have. */
function wideEncoding(head: Uint8Array): TextEncoding | null {
  if (head[0] === 0xff && head[1] === 0xfe) return 'utf-16le';
  if (head[0] === 0xfe && head[1] === 0xff) return 'utf-16be';
  const zeros = [0, 0];
  for (const [at, byte] of head.entries()) if (byte === 0) zeros[at % 2] = (zeros[at % 2] ?? 0) + 1;
  const [even = 0, odd = 0] = zeros;
  // Separators and line ends are ASCII in any script, and few other letters have a zero in the other half.
  const many = head.length / 50;
  if (head.length < 4) return null;
  if (odd > many && even <= odd / 20) return 'utf-16le';
  return even > many && odd <= even / 20 ? 'utf-16be' : null;
}

/** NUL never stands in text; other control characters do so rarely. */
function isBinary(head: Uint8Array): boolean {
  let control = 0;
  for (const byte of head) {
    if (byte === 0) return true;
    if (byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12 && byte !== 27) control += 1;
  }
  return control > head.length / 100;
}

function firstText(texts: Iterable<string>): string {
  let head = '';
  for (const text of texts) {
    head += text;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

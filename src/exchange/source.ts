import { decodeText, detectEncoding, type TextEncoding } from './decode.ts';
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

export interface SourceText {
  encoding: TextEncoding;
  /** The beginning, without byte order mark. */
  head: string;
  /** The whole text in pieces, without byte order mark. */
  text(): Iterable<string>;
}

/**
 * The file as text.
 * @throws ImportError `binary`, `empty`, `wrongEncoding`; while reading also those of the zip.
 */
export function openText(source: SourceFile): SourceText {
  let encoding: TextEncoding = 'utf-8';
  let head = new Uint8Array(0);
  for (const chunk of source.chunks()) {
    head = concat(head, chunk.subarray(0, HEAD - head.length));
    if (head.length >= HEAD) break;
  }
  encoding = detectEncoding(head, false);
  // A name with an umlaut may stand far down: only the whole tells that a file is not UTF-8.
  if (encoding === 'utf-8' && source.size <= CERTAIN_UP_TO && !holds(source, 'utf-8')) {
    if (head[0] === 0xef && head[1] === 0xbb) throw new ImportError('wrongEncoding');
    encoding = 'windows-1252';
  }
  const text = () => decodeText(source.chunks(), encoding);
  return { encoding, head: firstText(text()), text };
}

function firstText(texts: Iterable<string>): string {
  let head = '';
  for (const text of texts) {
    head += text;
    if (head.length >= HEAD) break;
  }
  return head.slice(0, HEAD);
}

function holds(source: SourceFile, encoding: TextEncoding): boolean {
  try {
    for (const _ of decodeText(source.chunks(), encoding));
    return true;
  } catch (error) {
    if (error instanceof ImportError && error.kind === 'wrongEncoding') return false;
    throw error;
  }
}

function concat(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

import { decoderOf } from './decoder.ts';
import { type Guess, guessEncoding } from './guess.ts';
import { decodeMixedLine } from './mixedLine.ts';
import { judge } from './plausibility.ts';
import { isUtf8Run, runsBeyondAscii } from './utf8Runs.ts';

/** How a text that is not UTF-8 as a whole is to be read. */
export interface Found extends Guess {
  /** What is valid UTF-8 in it is UTF-8: rows of two programs were put into one file. */
  mixed: boolean;
}

/** Bytes of lines that are judged; more tell nothing more. */
const ENOUGH = 96 * 1024;
/** A longer line is judged by its beginning. */
const LINE = 8 * 1024;
/** How plausible the UTF-8 among other lines must be, so that it is no accident. */
const PLAUSIBLE = 0.4;
/** So much a text must gain by being read as two encodings. */
const BETTER = 0.02;

/** The lines of a text that hold bytes beyond ASCII, apart by whether they are UTF-8. */
export class Evidence {
  readonly #utf8: Uint8Array[] = [];
  readonly #other: Uint8Array[] = [];
  #sizes = { utf8: 0, other: 0 };
  #rest = new Uint8Array(0);

  /** Takes the next bytes of the text. */
  add(bytes: Uint8Array): void {
    let from = 0;
    for (let end = bytes.indexOf(10); end !== -1; end = bytes.indexOf(10, from)) {
      const line = bytes.subarray(from, end);
      this.#line(this.#rest.length === 0 ? line : joined(this.#rest, line));
      this.#rest = new Uint8Array(0);
      from = end + 1;
    }
    if (this.#rest.length < LINE) this.#rest = joined(this.#rest, bytes.subarray(from));
  }

  /** No more lines can change the judgement. */
  get isEnough(): boolean {
    return this.#sizes.other >= ENOUGH;
  }

  #line(line: Uint8Array): void {
    if (!line.some((byte) => byte > 127)) return;
    const short = line.slice(0, LINE);
    const kind = isUtf8Run(line) ? 'utf8' : 'other';
    if (this.#sizes[kind] >= ENOUGH) return;
    this.#sizes[kind] += short.length;
    (kind === 'utf8' ? this.#utf8 : this.#other).push(short);
  }

  /** The likeliest way to read the text; `null` when it is plausible in none. */
  judged(): Found | null {
    this.#line(this.#rest);
    this.#rest = new Uint8Array(0);
    const lines = [...this.#utf8, ...this.#other];
    const guess = guessEncoding(lines);
    const plain = guess === null ? null : { ...guess, mixed: false };
    const masked = this.#other.map(withoutUtf8);
    if (this.#utf8.length === 0 && !masked.some((line, at) => differs(line, this.#other[at]))) return plain;
    const rest = guessEncoding(masked) ?? guessEncoding(this.#other);
    if (rest === null) return plain;
    // A pair of letters may be UTF-8 by accident: the text must gain by it.
    const read = (line: Uint8Array) => decodeMixedLine(line, rest.encoding);
    const score = scoreOf(lines, read);
    if (score === null || score < PLAUSIBLE) return plain;
    const decoder = plain === null ? null : decoderOf(plain.encoding);
    const plainScore = decoder === null ? null : scoreOf(lines, (line) => decoder.decode(line));
    return plainScore === null || score > plainScore + BETTER ? { ...rest, mixed: true } : plain;
  }
}

function scoreOf(lines: readonly Uint8Array[], decode: (line: Uint8Array) => string): number | null {
  try {
    return judge(lines.map(decode).join('\n')).score;
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

/** The line with a plain letter for each byte that is UTF-8 already: what remains is of the other encoding. */
function withoutUtf8(line: Uint8Array): Uint8Array {
  const masked = line.slice();
  for (const { from, until, utf8 } of runsBeyondAscii(line)) if (utf8) masked.fill(0x65, from, until);
  return masked;
}

function differs(line: Uint8Array, other: Uint8Array | undefined): boolean {
  return other !== undefined && line.some((byte, at) => byte !== other[at]);
}

function joined(a: Uint8Array, b: Uint8Array): Uint8Array<ArrayBuffer> {
  const both = new Uint8Array(a.length + b.length);
  both.set(a);
  both.set(b, a.length);
  return both;
}

import type { TextEncoding } from '../../core/model/index.ts';
import { decoderOf } from './decoder.ts';
import { runsBeyondAscii } from './utf8Runs.ts';

/** Encodings of one byte a letter can change within a row; in these a row is of one encoding. */
const MANY_BYTES: ReadonlySet<TextEncoding> = new Set(['gb18030', 'big5', 'shift_jis', 'euc-jp', 'euc-kr']);

/**
 * A line in which what is valid UTF-8 is UTF-8, and the rest is in the encoding.
 * @throws TypeError for bytes that the encoding does not have.
 */
export function decodeMixedLine(line: Uint8Array, encoding: TextEncoding): string {
  const [utf8, other] = ['utf-8', encoding].map((label) =>
    decoderOf(label, { fatal: true, ignoreBOM: true }),
  );
  if (utf8 === undefined || other === undefined) return '';
  const runs = [...runsBeyondAscii(line)];
  if (runs.every((run) => run.utf8)) return utf8.decode(line);
  if (MANY_BYTES.has(encoding)) return other.decode(line);
  let text = '';
  let from = 0;
  for (const run of runs) {
    text += utf8.decode(line.subarray(from, run.from));
    text += (run.utf8 ? utf8 : other).decode(line.subarray(run.from, run.until));
    from = run.until;
  }
  return text + utf8.decode(line.subarray(from));
}

import type { TextEncoding } from '../../core/model/index.ts';
import { decoderOf } from './decoder.ts';
import { type Judgement, judge } from './plausibility.ts';

/**
 * Encodings that are guessed, with how much more or less a text must speak for them: files are of Windows and its
 * Western page before all others, and an encoding that nobody writes any more needs more evidence.
 */
const CANDIDATES: readonly (readonly [encoding: TextEncoding, favour: number])[] = [
  ['windows-1252', 0.08],
  ['windows-1250', 0.04],
  ['windows-1251', 0.04],
  ['macintosh', 0],
  ['ibm850', 0],
  ['ibm437', -0.02],
  ['iso-8859-15', -0.02],
  ['iso-8859-2', -0.02],
  ['ibm852', -0.02],
  ['x-mac-ce', -0.02],
  ['windows-1253', 0],
  ['windows-1254', -0.02],
  ['windows-1255', -0.02],
  ['windows-1256', -0.02],
  ['windows-1257', -0.1],
  ['koi8-u', -0.04],
  ['x-mac-cyrillic', -0.04],
  ['ibm866', -0.06],
  ['gb18030', 0],
  ['shift_jis', 0],
  ['euc-kr', 0],
  ['big5', -0.02],
  ['euc-jp', -0.04],
];

/** Below this the letters are of no language that is known here. */
const PLAUSIBLE = 0.45;
/**
 * The next best that reads otherwise must be worse by so much; by more while there are few letters to go by: one or two
 * are a word of some language in many encodings (`Ţurcanu` of DOS is `Ýurcanu` of Windows).
 */
const AHEAD = [
  { upTo: 3, by: 0.2 },
  { upTo: 11, by: 0.12 },
  { upTo: Infinity, by: 0.07 },
] as const;

export interface Guess {
  encoding: TextEncoding;
  /** The letters alone decide it; else it is no more than the likeliest. */
  sure: boolean;
}

/**
 * The likeliest encoding of bytes that are not UTF-8; `null` when they are plausible in none.
 * @param lines some lines of the text that hold bytes beyond ASCII.
 */
export function guessEncoding(lines: readonly Uint8Array[]): Guess | null {
  const judged = CANDIDATES.flatMap(([encoding, favour]) => {
    const text = decodedLines(lines, encoding);
    if (text === null) return [];
    const { score, evidence }: Judgement = judge(text);
    return [{ encoding, text, score: score + favour, evidence }];
  });
  judged.sort((a, b) => b.score - a.score);
  const [best] = judged;
  if (best === undefined || best.score < PLAUSIBLE) return null;
  const rival = judged.find(({ text }) => text !== best.text);
  const ahead = AHEAD.find(({ upTo }) => best.evidence <= upTo)?.by ?? 0;
  return { encoding: best.encoding, sure: rival === undefined || best.score - rival.score >= ahead };
}

function decodedLines(lines: readonly Uint8Array[], encoding: TextEncoding): string | null {
  const decoder = decoderOf(encoding, { fatal: true });
  try {
    return lines.map((line) => decoder.decode(line)).join('\n');
  } catch (error) {
    if (error instanceof TypeError) return null;
    throw error;
  }
}

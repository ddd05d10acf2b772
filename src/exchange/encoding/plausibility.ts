import { fold } from '../../core/text/fold.ts';
import { ALPHABETS, GREEK, HAN, HANGUL, SIGNS_WITHIN, USUAL_SIGNS } from './letters.ts';

/**
 * What speaks for and against a decoded text, per letter beyond ASCII. 1 is a letter as one expects it; the others
 * are set so that two wrong letters outweigh one right one, and a wrong case or a sign within a word decides.
 */
const POINTS = {
  rareLetter: 0.5,
  otherOfScript: 0.2,
  /** Letters that no language has in one word. */
  strangers: -0.8,
  wrongCase: -1.5,
  /** A vowel among vowels, a consonant among consonants. */
  wrongPlace: -0.7,
  /** Where the language never has this letter. */
  impossiblePlace: -0.7,
  usualSign: 0.3,
  strangeSign: -0.7,
  signWithin: -1.2,
  control: -2,
  mixedScripts: -1.2,
  halfWidth: -0.5,
  aloneLetter: -0.3,
  /** Of the whole text. */
  noCapitals: -0.3,
  capitalsOnly: -0.1,
  unspeakable: -0.4,
} as const;

/** How much of the judgement is each word's own, and how much the language that has most of the words. */
const BY_WORD = 0.7;

export interface Judgement {
  /** At most 1; below 0 the text is surely wrong. */
  score: number;
  /** Letters and signs beyond ASCII that were judged. */
  evidence: number;
}

/** How plausible the letters beyond ASCII of a text are. Time grows with its length. */
export function judge(text: string): Judgement {
  let [points, evidence] = [0, 0];
  const languages = new Map<string, number>();
  const words = new Map<string, Word>();
  for (const word of foreignWords(text)) {
    const judged = words.get(word) ?? judgeWord(word);
    words.set(word, judged);
    points += judged.points;
    evidence += judged.letters;
    for (const { name, points: of } of judged.languages) languages.set(name, (languages.get(name) ?? 0) + of);
  }
  if (evidence === 0) return { score: 0, evidence: 0 };
  const one = Math.max(0, ...languages.values());
  const small =
    (hasSmallLettersOnly(text) ? POINTS.noCapitals : 0) +
    (/[А-ЯІЇЄҐ]{3}/.test(text) && !/[а-яёіїєґ]/.test(text) ? POINTS.capitalsOnly : 0) +
    (isUnspeakable(text) ? POINTS.unspeakable : 0);
  return { score: small + (BY_WORD * points + (1 - BY_WORD) * Math.min(points, one)) / evidence, evidence };
}

/** Names begin with capitals where a script has them; Hebrew and Greek bytes are small letters of each other's pages. */
function hasSmallLettersOnly(text: string): boolean {
  return /[а-яёα-ω]{3}/.test(text) && !/[А-ЯЁІЇЄҐΑ-Ω]/.test(text);
}

/** Share of vowels that Cyrillic and Greek texts have; a page taken for the other's has more or less. */
const VOWELS = { from: 0.3, until: 0.62, letters: 6 } as const;

function isUnspeakable(text: string): boolean {
  const letters = text.match(/[\u0370-\u04ff]/g)?.length ?? 0;
  if (letters < VOWELS.letters) return false;
  const share = (text.match(/[аеёиоуыэюяіїєαεηιουωάέήίόύώ]/gi)?.length ?? 0) / letters;
  return share < VOWELS.from || share > VOWELS.until;
}

/** How plausible one word is; without letters beyond ASCII 0. */
export function wordScore(word: string): number {
  const { points, letters } = judgeWord(word);
  return letters === 0 ? 0 : points / letters;
}

/** The words of a text that hold anything beyond ASCII, with the ASCII letters around it. */
export function* foreignWords(text: string): Generator<string> {
  let from = -1;
  let foreign = false;
  for (let i = 0; i <= text.length; i++) {
    const code = i < text.length ? text.charCodeAt(i) : 0;
    if (isAsciiLetter(code) || code > 127 || (code >= 48 && code <= 57)) {
      if (from === -1) from = i;
      foreign ||= code > 127;
      // A text without blanks is judged in pieces.
      if (i - from < WORD) continue;
    }
    if (from !== -1 && foreign) yield text.slice(from, i < text.length && i - from >= WORD ? i + 1 : i);
    from = -1;
    foreign = false;
  }
}

/** Longest piece that is taken for one word. */
const WORD = 60;

interface Word {
  points: number;
  /** Characters that were judged. */
  letters: number;
  languages: readonly { name: string; points: number }[];
}

type Kind =
  | 'latin'
  | 'cyrillic'
  | 'greek'
  | 'han'
  | 'kana'
  | 'hangul'
  | 'rightToLeft'
  | 'thai'
  | 'mark'
  | 'otherLetter';

function judgeWord(word: string): Word {
  const chars = [...word];
  const kinds = chars.map(kindOf);
  let points = 0;
  let letters = 0;
  const own = new Set<string>();
  const scripts = new Map<Kind, number>();
  for (const [at, char] of chars.entries()) {
    const kind = kinds[at];
    const code = char.codePointAt(0) ?? 0;
    if (code < 128) continue;
    letters += 1;
    if (kind === undefined) {
      points += signPoints(chars, at);
      continue;
    }
    points += placePoints(chars, kinds, at);
    if (kind === 'latin' || kind === 'cyrillic') own.add(char === 'İ' ? 'i' : char.toLowerCase());
    else {
      const of = letterPoints(kind, char);
      points += of;
      scripts.set(kind, (scripts.get(kind) ?? 0) + of);
    }
  }
  const languages = [...scripts].map(([name, of]) => ({ name: scriptName(name), points: of }));
  if (own.size > 0) {
    const count = chars.filter(
      (char, at) => (kinds[at] === 'latin' || kinds[at] === 'cyrillic') && char.charCodeAt(0) > 127,
    ).length;
    const known = alphabetsOf(own);
    const best = Math.max(...known.map(({ points: of }) => of), -Infinity);
    points += count * (known.length === 0 ? POINTS.strangers : best);
    for (const { name, points: of } of known) languages.push({ name, points: count * of });
  }
  return { points, letters, languages };
}

/** Han and kana are of one language as the word needs it. */
function scriptName(kind: Kind): string {
  return kind === 'kana' ? 'han' : kind;
}

/** The languages that have all these letters, with how common they are there. */
function alphabetsOf(letters: ReadonlySet<string>): { name: string; points: number }[] {
  return LETTERS.flatMap(({ name, weight, common, rare }) => {
    let points = 0;
    for (const letter of letters) {
      if (common.has(letter)) points += 1;
      else if (rare.has(letter)) points += POINTS.rareLetter;
      else return [];
    }
    return [{ name, points: (points / letters.size) * weight }];
  });
}

const LETTERS = ALPHABETS.map(({ common, rare, ...rest }) => ({
  ...rest,
  common: new Set(common),
  rare: new Set(rare),
}));
const [han, hangul, greek] = [HAN, HANGUL, GREEK].map((letters) => new Set(letters));
const usual = new Set(USUAL_SIGNS);
const within = new Set(SIGNS_WITHIN);

function letterPoints(kind: Kind, char: string): number {
  const lower = char.toLowerCase();
  switch (kind) {
    case 'greek':
      return greek?.has(lower) ? 1 : POINTS.otherOfScript;
    case 'han':
      return han?.has(char) ? 1 : POINTS.otherOfScript;
    case 'hangul':
      return hangul?.has(char) ? 1 : POINTS.otherOfScript;
    case 'kana':
      return /[\uff61-\uff9f]/.test(char) ? POINTS.halfWidth : 1;
    case 'rightToLeft':
    case 'thai':
      return 0.9;
    case 'mark':
      // Accents that stand by themselves, as macOS writes file names.
      return /[\u0300-\u0308\u030a-\u030c\u0327\u0328]/.test(char) ? 0.5 : POINTS.strangeSign;
    default:
      return POINTS.otherOfScript;
  }
}

/** A letter beside the wrong neighbours: in the wrong case, of another script, where no language has it. */
function placePoints(chars: readonly string[], kinds: readonly (Kind | undefined)[], at: number): number {
  const [char = '', before = '', after = ''] = [chars[at], chars[at - 1], chars[at + 1]];
  const [kind, kindBefore, kindAfter] = [kinds[at], kinds[at - 1], kinds[at + 1]];
  let points = 0;
  for (const [neighbour, other] of [
    [before, kindBefore],
    [after, kindAfter],
  ] as const)
    if (other !== undefined && !together(kind, other, neighbour)) points += POINTS.mixedScripts;
  if (kind === 'mark') return points + (kindBefore === undefined ? POINTS.strangeSign : 0);
  if (isUpper(char) && (isLower(before) || (isUpper(before) && isLower(after))))
    return points + POINTS.wrongCase;
  if (isLower(char) && char !== 'ß' && isUpper(after) && (before === '' || isUpper(before)))
    return points + POINTS.wrongCase;
  if (isLower(char) && char !== 'ß' && isUpper(before) && isUpper(chars[at - 2] ?? '') && !isLower(after))
    return points + POINTS.wrongCase;
  if (char === 'ς' && isLower(after)) return points + POINTS.impossiblePlace;
  if (kind === 'cyrillic' && before === '' && /[ъыь]/i.test(char)) return points + POINTS.impossiblePlace;
  if (kind !== 'latin') return points;
  if (before === '' && after === '') return points + POINTS.aloneLetter;
  const lower = char.toLowerCase();
  if (!stands(lower, before.toLowerCase(), after.toLowerCase())) return points + POINTS.impossiblePlace;
  const base = fold(char).charAt(0);
  const vowel = isVowel(base);
  if (
    vowel
      ? AMONG_CONSONANTS.has(lower) && isVowel(before) && isVowel(after)
      : isConsonant(before) && isConsonant(after)
  )
    points += POINTS.wrongPlace;
  return points;
}

/** Vowels that stand beside consonants: `Kuèera` is none. */
const AMONG_CONSONANTS = new Set('èìòùêâôûîøæœåăą');

/** Where the languages never put a letter. */
function stands(letter: string, before: string, after: string): boolean {
  switch (letter) {
    case 'ñ':
      return isVowel(after);
    case 'ń':
      return !isVowel(after);
    case 'ã':
      return after === '' || /[oesi]/.test(after);
    case 'õ':
      return after === '' || after === 'e' || isConsonant(before);
    case 'æ':
      return after !== '' && !isVowel(before);
    case 'ê':
      return before !== 'i' || after !== 'b';
    default:
      return true;
  }
}

/** May the two scripts meet in one word? */
function together(kind: Kind | undefined, other: Kind, neighbour: string): boolean {
  if (kind === other || kind === undefined || kind === 'mark' || other === 'mark') return true;
  const eastAsian = (one: Kind) => one === 'han' || one === 'kana';
  if (eastAsian(kind) && eastAsian(other)) return true;
  // `ABC株式会社` needs no blank.
  return other === 'latin' && (eastAsian(kind) || kind === 'hangul') && /[A-Z]/.test(neighbour);
}

function signPoints(chars: readonly string[], at: number): number {
  const char = chars[at] ?? '';
  const code = char.codePointAt(0) ?? 0;
  if ((code >= 0x80 && code <= 0x9f) || code === 0xfffd || !/\P{C}/u.test(char)) return POINTS.control;
  const [before, after] = [chars[at - 1] ?? '', chars[at + 1] ?? ''];
  const [lettersBefore, letterAfter] = [/\p{L}/u.test(before), /\p{L}/u.test(after)];
  if (lettersBefore && letterAfter) return within.has(char) ? POINTS.usualSign : POINTS.signWithin;
  if (!usual.has(char)) return POINTS.strangeSign;
  // `£ukasz`, `¯uraw`: these stand before numbers, or at the end.
  if (letterAfter && /[£€§°±²³½¼¾×®©™ºª…•]/.test(char)) return POINTS.signWithin;
  return POINTS.usualSign;
}

function kindOf(char: string): Kind | undefined {
  const code = char.codePointAt(0) ?? 0;
  if (code < 128) return isAsciiLetter(code) ? 'latin' : undefined;
  if (code === 0xaa || code === 0xba || code === 0xb5) return undefined;
  if (code < 0x250) return code === 0xd7 || code === 0xf7 || code < 0xc0 ? undefined : 'latin';
  if (/\p{Script=Cyrillic}/u.test(char)) return 'cyrillic';
  if (/[\u0370-\u03ff\u1f00-\u1fff]/.test(char)) return /\p{L}/u.test(char) ? 'greek' : undefined;
  if (/[\u3041-\u3096\u30a1-\u30fa\u30fc\uff66-\uff9f]/.test(char)) return 'kana';
  if (/\p{Script=Han}/u.test(char)) return 'han';
  if (code >= 0xac00 && code <= 0xd7a3) return 'hangul';
  if (/\p{M}/u.test(char)) return 'mark';
  if (/[\p{Script=Hebrew}\p{Script=Arabic}]/u.test(char))
    return /\p{L}/u.test(char) ? 'rightToLeft' : undefined;
  if (/\p{Script=Thai}/u.test(char)) return 'thai';
  return /\p{L}/u.test(char) ? 'otherLetter' : undefined;
}

function isAsciiLetter(code: number): boolean {
  return (code >= 97 && code <= 122) || (code >= 65 && code <= 90);
}

function isUpper(char: string): boolean {
  return char !== '' && char !== char.toLowerCase() && char === char.toUpperCase();
}

function isLower(char: string): boolean {
  return char !== '' && char !== char.toUpperCase() && char === char.toLowerCase();
}

function isVowel(char: string): boolean {
  return /^[aeiouy]/.test(fold(char));
}

function isConsonant(char: string): boolean {
  return /^[b-df-hj-np-tv-xz]/.test(fold(char));
}

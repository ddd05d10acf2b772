import { fold } from './fold.ts';
import { legalForms } from './legalForms.ts';
import { whenAsked } from './whenAsked.ts';

const LONGEST_NAME = 500;
/** Words of the longest form. */
const MOST_WORDS = 6;

/**
 * A company's name as a key for comparison: folded, punctuation and legal forms off, in front and behind
 * (`Müller & Söhne GmbH & Co. KG` is `muller sohne`, `ООО «Север»` is `север`). A form is taken off only where
 * something is left that can be a name: `SE`, `AS Roma` and `PT Solutions` stay whole.
 */
export function companyKey(name: string): string {
  const cut = name.length > LONGEST_NAME ? name.slice(0, LONGEST_NAME) : name;
  // Most names are plain, and the rules for all scripts are some times dearer.
  const plain = isAscii(cut);
  const shown = plain ? cut : cut.replace(/[®™℠©]/g, ' ');
  const words = plainWords(shown, plain);
  const end = behindPlainForms(words);
  const left = end === words.length ? words : words.slice(0, end);
  return mayHoldForm(left, shown, plain) ? withoutForms(spellings(shown, plain)).join(' ') : left.join(' ');
}

/** Does the name end in a form that no person's name ends in (`GmbH`, `Ltd.`, `S.r.l.`)? */
export function isPlainlyCompany(name: string): boolean {
  const shown = name.slice(0, LONGEST_NAME);
  const words = plainWords(shown, isAscii(shown));
  return words.length > 1 && forms().unmistakable.has(words.at(-1) ?? '');
}

/** Whether a folded word may be, or begin, a form that stands in front of a name. */
export function mayBeLegalForm(word: string): boolean {
  return forms().first.has(word) || forms().behind.has(word);
}

/** One word of a name. */
interface Word {
  text: string;
  /** All in capitals, or `SpA`. */
  capitals: boolean;
  /** Initials with dots between them. */
  dotted: boolean;
  /** Has a letter with a mark: `Sá` and `Sé` are names, `SA` and `SE` are forms. */
  accented: boolean;
  /** What stands between the word before and this one. */
  gap: string;
}

function isAscii(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (text.charCodeAt(i) > 127) return false;
  return true;
}

function plainWords(shown: string, plain: boolean): string[] {
  const words = withoutInitialDots(plain ? shown.toLowerCase() : fold(shown), plain).split(
    plain ? /[^a-z0-9]+/ : /[^\p{L}\p{N}]+/u,
  );
  if (words[0] === '') words.shift();
  if (words.at(-1) === '') words.pop();
  return words;
}

/** `s.p.a.` as `spa.`; initials with a blank between them stay apart. */
function withoutInitialDots(text: string, plain: boolean): string {
  if (!text.includes('.')) return text;
  if (plain) return text.replace(/(?<=(?<![a-z0-9])[a-z0-9])\.(?=[a-z0-9](?![a-z0-9]))/g, '');
  return text.replace(/(?<=(?<![\p{L}\p{N}])[\p{L}\p{N}])\.(?=[\p{L}\p{N}](?![\p{L}\p{N}]))/gu, '');
}

/** Where a name ends whose form can be taken for nothing else (`Ltd.`, `GmbH & Co. KG`): most names end here. */
function behindPlainForms(words: readonly string[]): number {
  let end = words.length;
  while (end > 1) {
    const [last = '', previous = ''] = [words[end - 1], words[end - 2]];
    const isPlain =
      forms().behind.has(last) && !NAMES_IF_ACCENTED.has(last) && !endsInPhrase(words, end, last);
    if (!isPlain || (end === 2 && forms().noName.has(previous))) break;
    end -= 1;
  }
  // `and Company` is taken off together.
  return end < words.length && CONNECTING.has(words[end - 1] ?? '') ? words.length : end;
}

/** Could the words hold a form besides? Quick, and sooner yes than no. */
function mayHoldForm(words: readonly string[], shown: string, plain: boolean): boolean {
  const dotted = shown.includes('.');
  const [first = ''] = words;
  const last = words.at(-1) ?? '';
  if (
    (!plain && JOINED_SCRIPT.test(shown)) ||
    last.length === 1 ||
    forms().final.has(last) ||
    forms().first.has(first)
  )
    return true;
  if (first.length === 1 && (dotted || shown.includes('/'))) return true;
  if (forms().behind.has(first) && /["'«„“”‚‘‹]/.test(shown)) return true;
  return words.some(
    (word, at) => at > 0 && (forms().anywhere.has(word) || (dotted && forms().behind.has(word))),
  );
}

function endsInPhrase(words: readonly string[], end: number, last: string): boolean {
  const phrases = forms().phrases.get(last);
  return (
    phrases?.some((phrase) => phrase.every((word, at) => words[end - phrase.length + at] === word)) ?? false
  );
}

/** The forms, and what is looked for before them. */
const forms = whenAsked(() => {
  const known = legalForms();
  const phrases = new Map<string, string[][]>();
  for (const form of known.behind) {
    const phrase = form.split(' ');
    const last = phrase.at(-1) ?? '';
    if (phrase.length > 1) phrases.set(last, [...(phrases.get(last) ?? []), phrase]);
  }
  const firstOf = (form: string) => form.split(' ')[0] ?? '';
  const lastOf = (form: string) => form.split(' ').at(-1) ?? '';
  return {
    ...known,
    /** The forms of several words, by their last one. */
    phrases,
    /** Words that may end a form behind a name, begin one in front of it, stand within it. */
    final: new Set([...known.behind, ...known.behindIfMarked].map(lastOf)),
    first: new Set(
      [...known.before, ...known.beforeInCapitals, ...known.beforeIfMarked, 'sc', 'ab', 'ou'].map(firstOf),
    ),
    anywhere: new Set([...known.within, 'ag', 'co']),
    /** The forms behind a name, written as one word. */
    joinedUp: new Set(
      [...known.behind].map((form) => form.replaceAll(' ', '')).filter((form) => form.length > 1),
    ),
  };
});

const JOINED_SCRIPT = /[\p{Script=Han}\p{Script=Hangul}]/u;

/** The words as they are spelled; `&` and `+` are words here, so that no form is read across them. */
function spellings(shown: string, plain: boolean): Word[] {
  const text = plain ? shown : shown.normalize('NFKD');
  const words: Word[] = [];
  let end = 0;
  for (const { 0: raw, index } of text.matchAll(plain ? PLAIN_SPELLING : SPELLING)) {
    const dotted = raw.includes('.');
    const letters = plain ? (dotted ? raw.replaceAll('.', '') : raw) : raw.replace(/[.\p{M}]/gu, '');
    const start = end;
    end = index + raw.length;
    if (letters === '') continue;
    words.push({
      text: raw === '+' ? '&' : plain ? letters.toLowerCase() : fold(letters),
      capitals: letters === letters.toUpperCase() || letters === 'SpA',
      dotted,
      accented: !plain && !dotted && /\p{M}/u.test(raw),
      gap: text.slice(start, index),
    });
  }
  return words;
}

/** A word with its marks, or initials with dots between them. */
const SPELLING =
  /(?<![\p{L}\p{N}\p{M}])[\p{L}\p{N}]\p{M}*(?:\.[\p{L}\p{N}]\p{M}*(?![\p{L}\p{N}\p{M}]))+|[\p{L}\p{N}\p{M}]+|[&+]/gu;
const PLAIN_SPELLING = /(?<![a-z0-9])[a-z0-9](?:\.[a-z0-9](?![a-z0-9]))+|[a-z0-9]+|[&+]/gi;

function withoutForms(all: readonly Word[]): string[] {
  const words = all.some(({ text }) => JOINED_SCRIPT.test(text)) ? all.flatMap(apartFromJoined) : all;
  const texts = all.filter(({ text }) => text !== '&').map(({ text }) => text);
  let [start, end] = [0, words.length];
  for (;;) {
    const length = behind(words, start, end);
    if (length === 0) break;
    end -= length;
    while (end > start && CONNECTING.has(words[end - 1]?.text ?? '')) end--;
  }
  for (;;) {
    const length = before(words, start, end);
    if (length === 0) break;
    start += length;
  }
  const kept = words
    .slice(start, end)
    .filter((word, at, left) => word.text !== '&' && (at === 0 || !isWithin(left, at)))
    .map(({ text }) => text);
  return kept.length === 0 ? texts : kept;
}

const CONNECTING: ReadonlySet<string> = new Set(['&', 'und', 'and', 'et', 'og', 'och', 'y', 'e']);

/** How many words of a form end the name; 0 where none does, or nothing would be left. */
function behind(words: readonly Word[], start: number, end: number): number {
  const last = words[end - 1]?.text ?? '';
  if (last.length > 1 && !forms().final.has(last)) return 0;
  const most = last.length > 4 && !forms().phrases.has(last) ? 1 : MOST_WORDS;
  for (let length = Math.min(most, end - start - 1); length > 0; length--) {
    const at = end - length;
    if (isBehind(words, at, end) && !isNoName(words.slice(start, at), true)) return length;
  }
  return 0;
}

function isBehind(words: readonly Word[], from: number, end: number): boolean {
  const [first] = words.slice(from, end);
  if (first === undefined) return false;
  if (end - from === 1)
    return (
      (forms().behind.has(first.text) && !(first.accented && NAMES_IF_ACCENTED.has(first.text))) ||
      (forms().behindIfMarked.has(first.text) &&
        (first.dotted || (first.capitals && forms().capitalsEnough.has(first.text))))
    );
  const form = words.slice(from, end);
  if (forms().behind.has(form.map(({ text }) => text).join(' '))) return true;
  return isInitials(form) && isMarkedForm(form);
}

const NAMES_IF_ACCENTED: ReadonlySet<string> = new Set(['sa', 'se']);

/** Initials apart: `A/S`, `S. p. A.`, `S. A. de C. V.`. */
function isInitials(form: readonly Word[]): boolean {
  return (
    form.some(({ text }) => text.length === 1) &&
    form.every(({ text, gap }, at) => text.length <= 4 && text !== '&' && (at === 0 || /^[./\s]+$/.test(gap)))
  );
}

function isMarkedForm(form: readonly Word[]): boolean {
  const joined = form.map(({ text }) => text).join('');
  return (
    forms().joinedUp.has(joined) ||
    (forms().behindIfMarked.has(joined) && form.every(({ text }) => text.length === 1))
  );
}

/** How many words of a form begin the name; 0 where none does, or nothing would be left. */
function before(words: readonly Word[], start: number, end: number): number {
  const first = words[start]?.text ?? '';
  if (first.length > 1 && !forms().first.has(first) && !forms().behind.has(first)) return 0;
  for (let length = Math.min(MOST_WORDS, end - start - 1); length > 0; length--) {
    const at = start + length;
    if (isBefore(words, start, at) && !isNoName(words.slice(at, end), false)) return length;
  }
  return 0;
}

function isBefore(words: readonly Word[], start: number, at: number): boolean {
  const form = words.slice(start, at);
  const [first] = form;
  if (first === undefined) return false;
  const text = form.map((word) => word.text).join(' ');
  if (forms().before.has(text)) return true;
  const rest = words.slice(at);
  if (form.length > 1) {
    const joined = form.map((word) => word.text).join('');
    const [, second] = form;
    const slashed = form.length === 2 && second?.gap === '/' && first.text.length === 1;
    return (
      (slashed && second.text.length === 1 && isMarkedForm(form)) ||
      (isInitials(form) &&
        form.every(({ gap }, index) => index === 0 || gap.startsWith('.')) &&
        forms().beforeIfMarked.has(joined))
    );
  }
  if (first.capitals && forms().beforeInCapitals.has(text)) return true;
  if (first.dotted && forms().beforeIfMarked.has(text)) return true;
  // A name in quotation marks is the whole name: `AS „Nordwind“`.
  if (text === 'ou' && first.accented) return true;
  const [next] = rest;
  if (next !== undefined && /["'«„“”‚‘‹]$/.test(next.gap) && forms().behind.has(text)) return true;
  // Romania and Finland say it twice: `SC Munte SRL`, `Ab Nordvik Oy`.
  const last = words.at(-1)?.text;
  return (text === 'sc' && (last === 'srl' || last === 'sa')) || (text === 'ab' && last === 'oy');
}

/** Would the words that are left be no name at all? */
function isNoName(left: readonly Word[], isBehindForm: boolean): boolean {
  const words = left.filter(({ text }) => text !== '&');
  const [only] = words;
  if (only === undefined) return true;
  return words.length === 1 && forms().noName.has(only.text) && (!isBehindForm || only.text.length < 4);
}

function isWithin(words: readonly Word[], at: number): boolean {
  const { text = '', capitals = false, dotted = false } = words[at] ?? {};
  if (text === 'ag') return capitals;
  if (text === 'co') return /^(?:kg|kgaa|ohg|ltd|inc)$/.test(words[at + 1]?.text ?? '');
  return forms().within.has(text) || (dotted && forms().behind.has(text));
}

/** A form that is written without a blank, taken off one word: `株式会社カチタス` is `カチタス`. */
function apartFromJoined(word: Word): Word[] {
  let { text } = word;
  for (const form of forms().joined) {
    if (text.startsWith(form)) text = text.slice(form.length);
    if (text.endsWith(form)) text = text.slice(0, text.length - form.length);
  }
  return text === '' ? [] : [{ ...word, text }];
}

/** A company's whole name, its legal form included, folded and without signs (`fuchs se`). */
export function wholeName(name: string): string {
  return fold(name.slice(0, 500))
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '')
    .join(' ');
}

/**
 * How a well-known employer stands in its table: as its `companyKey`. Where that is one word and the name was written
 * with its legal form, the form belongs to it: "Fuchs SE" is one company, everybody else called Fuchs another.
 */
export function employerKey(name: string): string {
  const key = companyKey(name);
  return key.includes(' ') ? key : wholeName(name);
}

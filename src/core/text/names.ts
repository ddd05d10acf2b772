import { oneLine } from './whitespace.ts';

export interface PersonName {
  full: string;
  given?: string;
  family?: string;
}

const PRONOUN =
  'she|her|hers|he|him|his|they|them|theirs|any|all|sie|ihr|ihre|er|ihm|ihn|dey|denen|keine|elle|il|lui|iel|ella|el|él|elles|lei|loro|zij|haar|hij|hem|hen|ze|ona|jej|on|jego|ela|dela|ele|dele|hon|henne|han|honom';
const PRONOUNS = new RegExp(`^(?:${PRONOUN})(?:\\s?[/|]\\s?(?:${PRONOUN})){1,3}$`, 'i');
const ONE_PRONOUN = new RegExp(`^(?:${PRONOUN})$`, 'i');
const TRAILING_PRONOUNS = new RegExp(
  ` ?[([] ?(?:${PRONOUN})(?: ?[/|,] ?(?:${PRONOUN})){0,3} ?[)\\]]| (?:${PRONOUN})(?:\\/(?:${PRONOUN})){1,3}$`,
  'giu',
);
const BADGES = /[\u2713\u2714\u2611\u2705\u{1F535}\u{1F5F8}]\uFE0F?/gu;
const EMOJI = /[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]|\uFE0F|\u200D|\u20E3/gu;

const TITLES =
  /^(?:dr|prof|professor|doktor|doctor|dipl|mag|ing|dkfm|mr|mrs|ms|mx|miss|herr|frau|sir|dame|lord|lady|mme|mlle|sr|sra|srta|dott|dra|univ|priv|doz|pd|med|rer|nat|phil|jur|pol|oec|ir|rev|hon|h|c|hc|habil|vet|dent|techn?|mont|theol|soc|agr|publ|inform|kfm|inf|wirt|wi|ök|psych|päd|math|phys|chem|biol|betriebsw|des)\.?$/i;
const CREDENTIALS =
  /^(?:mba|emba|ph\.?d|dphil|m\.?sc|b\.?sc|b\.?a|m\.?a|b\.?eng|m\.?eng|ll\.?[mb]|llb|cpa|cfa|acca|cima|pmp|csm|cspo|cissp|ccie|cisa|cism|ceng|frsa|fca|aca|mrics|esq|m\.?d|dds|rn|pe|phr|sphr|shrm-cp|shrm-scp|mph|mpa|mfa|ed\.?d|jd|j\.d|sc\.?d|d\.?sc|dba|msw|lcsw|pfh|fh|bba|mbl|mres|mphil|itil|ba|ma|bsc|msc|cipd|chrp|crm|prince2|psm|safe|togaf)\.?$/i;
const GENERATION = /^(?:jr|sr|ii|iii|iv)\.?$/i;
const PARTICLES = new Set(
  "von vom van de del della delle di da dos das do du des la le el al bin ibn ben ter ten te zu zum zur der den und y e d' o' mac st st. af av auf".split(
    ' ',
  ),
);

/** `She/Her`, `er/ihm`, `(elle)`: a line of pronouns and nothing else; `lone` takes a single one without brackets too. */
export function isPronouns(text: string, lone = false): boolean {
  if (text.length >= 40) return false;
  const bare = text.replace(/^[([]|[)\]]$/g, '').trim();
  return PRONOUNS.test(bare) || ((lone || bare !== text) && ONE_PRONOUN.test(bare));
}

/**
 * A name as the page shows it, without pronouns and badges (`full`), and its given and family parts
 * without titles, degrees and emoji. The parts are absent when the form does not tell them apart
 * (one word, or a script without blanks). Answers `null` for a text without a single letter.
 */
export function parseName(text: string, parts: { given?: string; family?: string } = {}): PersonName | null {
  const full = oneLine(
    oneLine(text.slice(0, 1_000)).replace(TRAILING_PRONOUNS, '').replace(BADGES, ''),
  ).replace(/ ?· ?[123](?:st|nd|rd|\.|er|e|º)?\+?$/, '');
  if (!/\p{L}/u.test(full)) return null;
  const known = { given: bare(parts.given ?? ''), family: bare(parts.family ?? '') };
  if (known.given !== '' || known.family !== '') return compact(full, known.given, known.family);
  const { given, family } = split(full);
  return compact(full, given, family);
}

/**
 * Given and family name of a name of two plain words, as most are, some five times faster than `parseName` and the
 * same; `null` for any other text.
 */
export function twoWordName(text: string): { given: string; family: string } | null {
  const [, given, family] = TWO_WORDS.exec(text) ?? [];
  if (given === undefined || family === undefined || isTitle(given) || isSuffix(family)) return null;
  return { given, family };
}

const TWO_WORDS = /^(\p{Lu}\p{Ll}{1,60}) (\p{Lu}\p{Ll}{1,60})$/u;

function compact(full: string, given: string, family: string): PersonName {
  return { full, ...(given !== '' && { given }), ...(family !== '' && { family }) };
}

/** Titles in front, degrees behind, emoji anywhere: off. */
function bare(text: string): string {
  return nameWords(oneLine(text)).join(' ');
}

function nameWords(text: string): string[] {
  const words = text
    .replace(EMOJI, ' ')
    .replace(/\([^()]*\)|\[[^[\]]*\]|["“„«][^"”“»]{0,60}["”“»]/g, ' ')
    .split(/[\s|]+/)
    .map((word) => word.replace(/^[,;·–—-]+|[,;·–—]+$/g, ''))
    .filter((word) => /\p{L}/u.test(word));
  while (words.length > 1 && isTitle(words[0] ?? '')) words.shift();
  while (words.length > 1 && isSuffix(words[words.length - 1] ?? '')) words.pop();
  return words;
}

function isTitle(word: string): boolean {
  const pieces = word.split(/[.-]+/).filter(Boolean);
  // A single capital without a dot is an initial or a name, not a title.
  if (pieces.length === 1 && word.length === 1) return false;
  if (/^(?:med|rer|nat|phil|jur|pol|oec|h|c|des|math|ing|mag|sr|ir|pd|st|wi)$/i.test(word))
    return /^(?:ing|mag|pd)$/i.test(word);
  return pieces.every((piece) => TITLES.test(piece)) && (word.includes('.') || TITLES.test(word));
}

/** A degree, a generation: what stands behind a name and is no part of it. */
export function isSuffix(word: string): boolean {
  return CREDENTIALS.test(word) || GENERATION.test(word) || /^\(?(?:univ|fh|eth|tu|uni)\)?\.?$/i.test(word);
}

function split(full: string): { given: string; family: string } {
  const nothing = { given: '', family: '' };
  const [head = '', ...tail] = full.split(/ ?, ?/);
  const headWords = nameWords(head);
  const firstTail = nameWords(tail[0] ?? '');
  const reversed =
    tail.length === 1 &&
    firstTail.length > 0 &&
    !firstTail.some(isSuffix) &&
    !firstTail.some(isTitle) &&
    headWords.length <= 2;
  if (reversed && firstTail.length <= 3) return { given: firstTail.join(' '), family: headWords.join(' ') };
  const words = headWords;
  if (words.length === 0) return nothing;
  if (words.length === 1) {
    const only = words[0] ?? '';
    return /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}]/u.test(only)
      ? nothing
      : { given: only, family: '' };
  }
  let from = words.length - 1;
  for (let index = 1; index < words.length - 1; index++) {
    if (PARTICLES.has((words[index] ?? '').toLowerCase())) {
      from = index;
      break;
    }
  }
  return { given: words.slice(0, from).join(' '), family: words.slice(from).join(' ') };
}

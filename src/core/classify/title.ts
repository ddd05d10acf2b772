import type { FunctionResult, Seniority } from '../model/index.ts';
import { functionName, iscoGroup } from '../taxonomy/index.ts';
import { titleWords } from './features.ts';
import { createJudge, type Judgement } from './judge.ts';
import { RECENT_TITLES, SENIORITY_LEXICON, TITLE_LEXICON } from './lexicon.ts';
import type { ModelFacts, TitleModel } from './model.ts';
import { type Found, findPhrase, readPhrases, wordsOf } from './phrases.ts';

const titles = readPhrases(`${RECENT_TITLES.trim()}\n${TITLE_LEXICON.trim()}`);
/** Lines of the seniority lexicon in their order; phrases stand for the place of their line. */
const levelLines = SENIORITY_LEXICON.trim().split('\n');
const levels = levelLines.map((line) => line.slice(0, line.indexOf(':')) as Seniority | 'none');
const levelPhrases = readPhrases(
  levelLines.map((line, place) => `${place}${line.slice(line.indexOf(':'))}`).join('\n'),
);

/** Below this, the function is not known. */
const LEAST_CONFIDENCE = 0.3;
/** A role this sure is taken before later ones are looked at. */
const SURE = 0.6;
/** How much surer a later role must be than an earlier one. */
const LATER = 0.2;
/** Weight of a lexicon's phrase against the model's probabilities: of a whole title, and per share of its words. */
const WHOLE_PHRASE = 6;
const PART_OF_PHRASE = 2;
const AT_THE_START = 0.8;
/** Sureness of a phrase alone: constant and per share of the title's words that it covers. */
const PHRASE_SURENESS = [0.35, 0.6] as const;
const START_SURENESS = 0.1;
/** Sureness of a title that the model has learned as it stands: constant and per probability of its first answer. */
const EXACT_SURENESS = [0.45, 0.5] as const;
const MOST_ALTERNATIVES = 3;
/** Alternatives less probable than this say nothing. */
const LEAST_ALTERNATIVE = 0.05;

export interface TitleFound {
  result: FunctionResult;
  /** What the judgement rests on, in words. */
  evidence: string;
  /** The role that was judged. */
  role: string;
}

/** Makes a judge of titles: the lexicon, and the model where there is one. `null` is "not known". */
export function createTitleClassifier(model: TitleModel | null): (title: string) => TitleFound | null {
  const judge = model === null ? null : createJudge(model);
  return (title) => {
    let best: TitleFound | null = null;
    for (const role of joinBareLevels(splitRoles(title)).slice(0, 5)) {
      const found = judgeRole(role, judge, model?.facts);
      if (found === null) continue;
      if (found.result.confidence >= SURE) return found;
      if (best === null || found.result.confidence > best.result.confidence + LATER) best = found;
    }
    return best !== null && best.result.confidence >= LEAST_CONFIDENCE ? best : null;
  };
}

function judgeRole(
  role: string,
  judge: ((words: readonly string[]) => Judgement | null) | null,
  facts: ModelFacts | undefined,
): TitleFound | null {
  const words = wordsOf(role).filter((word) => !LEVEL_WORDS.has(word));
  if (words.every((word) => BARE_LEVELS.has(word))) return null;
  const phrase = longer(findPhrase(words, titles), findPhrase(words.map(masculine), titles));
  // A title that is one phrase of the lexicon needs no second opinion.
  const whole = phrase !== null && phrase.words >= words.length;
  const learned = whole || judge === null || facts === undefined ? null : learnedOf(role, judge, facts);
  if (phrase === null && learned === null) return null;

  const weights = new Map<string, number>();
  for (const { isco4, probability } of learned?.judgement.groups ?? []) weights.set(isco4, probability);
  const covered = phrase === null ? 0 : Math.min(1, phrase.words / words.length);
  // What somebody is stands first; what follows says of what, for whom, with what.
  const begins = phrase !== null && words.slice(0, phrase.words).join(' ') === phrase.phrase;
  if (phrase !== null) {
    const weight = covered >= 1 ? WHOLE_PHRASE : PART_OF_PHRASE * covered + (begins ? AT_THE_START : 0);
    weights.set(phrase.code, (weights.get(phrase.code) ?? 0) + weight);
  }
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  const ordered = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const isco4 = ordered[0]?.[0] ?? '';
  const byPhrase =
    phrase?.code === isco4
      ? PHRASE_SURENESS[0] + PHRASE_SURENESS[1] * covered + (begins && covered < 1 ? START_SURENESS : 0)
      : 0;
  const byModel = learned?.judgement.groups[0]?.isco4 === isco4 ? learned.sureness : 0;
  const confidence = hundredths(Math.min(0.98, 1 - (1 - byPhrase) * (1 - byModel)));
  return {
    result: {
      isco4,
      isco3: iscoGroup(isco4)?.slice(0, 3) ?? isco4.slice(0, 3),
      name: functionName(isco4, 'en'),
      confidence,
      alternatives: ordered
        .slice(1, 1 + MOST_ALTERNATIVES)
        .map(([code, weight]) => ({ isco4: code, confidence: hundredths(((1 - confidence) * weight) / sum) }))
        .filter((alternative) => alternative.confidence >= LEAST_ALTERNATIVE),
    },
    evidence:
      byPhrase > 0 && phrase !== null ? `"${phrase.phrase}" in the title` : `title "${role.slice(0, 80)}"`,
    role,
  };
}

/** The model's judgement of a role, with or without its words of level, whichever is surer. */
function learnedOf(
  role: string,
  judge: (words: readonly string[]) => Judgement | null,
  facts: ModelFacts,
): { judgement: Judgement; sureness: number } | null {
  const all = titleWords(role);
  const plain = all.filter((word) => !LEVEL_WORDS.has(word));
  let best: { judgement: Judgement; sureness: number } | null = null;
  for (const words of plain.length > 0 && plain.length < all.length ? [all, plain] : [all]) {
    const judgement = judge(words);
    if (judgement === null) continue;
    const sureness = sureOf(judgement, facts);
    if (best === null || sureness > best.sureness) best = { judgement, sureness };
  }
  return best;
}

/** Probability that the first answer is right, as measured on titles kept out of training. */
export function sureOf({ groups, nearness, known, exact }: Judgement, facts: ModelFacts): number {
  const first = groups[0]?.probability ?? 0;
  if (exact) return EXACT_SURENESS[0] + EXACT_SURENESS[1] * first;
  const bounded = Math.min(0.999, Math.max(0.001, first));
  const [constant, ofProbability, ofNearness, ofKnown] = facts.confidence;
  const odds =
    constant + ofProbability * Math.log(bounded / (1 - bounded)) + ofNearness * nearness + ofKnown * known;
  return 1 / (1 + Math.exp(-odds));
}

/** Words that say a level or a form of employment, and nothing of the function. */
const LEVEL_WORDS: ReadonlySet<string> = new Set(
  (
    'senior sr junior jr lead principal staff expert experte expertin experienced certified freelance freelancer ' +
    'freiberuflich freiberuflicher freiberufliche selbststandig selbststandiger selbststandige associate global ' +
    'regional international dach emea interim werkstudent werkstudentin praktikant praktikantin praktikum intern ' +
    'internship working student trainee azubi auszubildender auszubildende deputy stellvertretender ' +
    'stellvertretende stv angehender angehende dipl ing dr prof mba msc bsc'
  ).split(' '),
);

/** German titles of women with the ending off, as the lexicon mostly holds the shorter form. */
function masculine(word: string): string {
  return /(?:er|or|eur|ist|ent|ant|at|og|man)in$/.test(word) && word.length > 6 ? word.slice(0, -2) : word;
}

function longer(a: Found | null, b: Found | null): Found | null {
  return (b?.words ?? 0) > (a?.words ?? 0) ? b : a;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * The level that the words of a title claim, the judged role before the first one; a bare occupation is
 * `professional`, no known word is `null`.
 */
export function classifySeniority(role: string, title: string, isco4: string | null): Seniority | null {
  const first = joinBareLevels(splitRoles(title))[0] ?? '';
  const said = levelIn(role) ?? levelIn(first);
  if (said !== null && said !== 'none') return said;
  if (isco4 === null) return null;
  if (isco4 === '1120') return 'executive';
  return isco4.startsWith('1') ? 'manager' : 'professional';
}

/** The longest phrase decides, then the line that stands first; parts of words only where no whole word speaks. */
function levelIn(title: string): Seniority | 'none' | null {
  const words = wordsOf(title);
  for (let length = Math.min(levelPhrases.longest, words.length); length > 0; length--) {
    let first = levels.length;
    for (let at = 0; at + length <= words.length; at++) {
      const phrase = length === 1 ? (words[at] as string) : words.slice(at, at + length).join(' ');
      first = Math.min(first, Number(levelPhrases.phrases.get(phrase) ?? levels.length));
    }
    if (first < levels.length) return levels[first] ?? null;
  }
  const part = findPhrase(words, levelPhrases);
  return part === null ? null : (levels[Number(part.code)] ?? null);
}

/** Words that name a level and no function: alone they say nothing of what somebody does. */
const BARE_LEVELS: ReadonlySet<string> = new Set(
  (
    'director direktor direktorin directeur directrice directora manager managerin leiter leiterin head lead partner ' +
    'partnerin president prasident prasidentin vp svp evp executive principal supervisor expert experte spezialist ' +
    'specialist berater student studentin rentner rentnerin pensionar employee mitarbeiter mitarbeiterin angestellter ' +
    'angestellte of and und i r'
  ).split(' '),
);

/** `Director, Public Affairs` is one role. */
function joinBareLevels(roles: readonly string[]): string[] {
  const joined: string[] = [];
  let bare = '';
  for (const role of roles) {
    const whole = bare === '' ? role : `${bare} ${role}`;
    bare = '';
    if (wordsOf(role).every((word) => BARE_LEVELS.has(word))) bare = whole;
    else joined.push(whole);
  }
  return bare === '' ? joined : [...joined, bare];
}

/**
 * The roles of a headline in their order, the current ones first: `CTO | Speaker`, `Head of X bei Y`;
 * what follows "ex" or "former" is dropped, and so are companies after "at", "bei", "chez", "@".
 */
export function splitRoles(title: string): string[] {
  return title
    .slice(0, 500)
    .split(/\s*[|•·;]\s*|\s+[-–—]\s+|\s*,\s+(?=\p{Lu})|\s\/\s/u)
    .map((part) => part.replace(/\s(?:at|bei|chez|@|beim)\s.*$|@.*$/iu, '').trim())
    .filter((part) => part !== '' && !/^(?:ex\b|former|ehemals|fruher|previously|open to work)/i.test(part));
}

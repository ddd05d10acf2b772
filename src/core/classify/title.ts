import type { FunctionResult, Seniority } from '../model/index.ts';
import { BARE_WORDS } from '../tables/bareWords.ts';
import { SENIORITY_LEXICON } from '../tables/levels.ts';
import { TITLE_LEXICON } from '../tables/titles.ts';
import { functionName, iscoGroup } from '../taxonomy/index.ts';
import { tableOf } from '../text/table.ts';
import { whenAsked } from '../text/whenAsked.ts';
import { titleWords } from './features.ts';
import { findRoleInField } from './fields.ts';
import { isAside, isBesides, partsOf, rolesBeforeOrSought, splitRoles } from './headlineParts.ts';
import { createJudge, type Judgement } from './judge.ts';
import type { ModelFacts, TitleModel } from './model.ts';
import { endLikeOccupation } from './occupationEndings.ts';
import { isScholar, isTrade, leaderOfPlace, ownerOfPlace, saysOwner, withoutOwner } from './owners.ts';
import { PART_SHARES } from './partShares.ts';
import { type Found, findPhrase, phrasesIn, readPhrases, wordsOf } from './phrases.ts';
import { rememberedText } from './remembered.ts';
import { findStudy, isFieldOfStudy } from './studies.ts';

const titles = whenAsked(() => readPhrases(TITLE_LEXICON));
/** Phrases that say little of longer titles, with the share of those that they say it of. */
const partShares = whenAsked(
  () =>
    new Map(
      PART_SHARES.trim()
        .split('\n')
        .flatMap((line) => {
          const [tenths = '', phrases = ''] = line.split(': ');
          return phrases.split(', ').map((phrase): [string, number] => [phrase, Number(tenths) / 10]);
        }),
    ),
);
/** Words that are a rank, a status or a thing of every trade. */
const bareWords = whenAsked(() => readPhrases(BARE_WORDS, 'with fillers').phrases);
/** Lines of the seniority lexicon in their order; phrases stand for the place of their line. */
const levelLines = SENIORITY_LEXICON.trim().split('\n');
const levels = levelLines.map((line) => line.slice(0, line.indexOf(':')) as Seniority | 'none');
const levelPhrases = whenAsked(() =>
  readPhrases(levelLines.map((line, place) => `${place}${line.slice(line.indexOf(':'))}`).join('\n')),
);

/** Below this, the function is not known: a title is one, a headline may say anything. */
export const LEAST_CONFIDENCE = { title: 0.3, headline: 0.4 } as const;
/** A title that holds the name of an occupation is one, whichever it is. */
const LEAST_OF_NAMED = 0.2;
/** A later part, or one without a word for an occupation, that the model alone takes for a role is more often a topic, a slogan, a hobby. */
const LEAST_LATER = 0.8;
/** A role this sure is taken before later ones are looked at. */
const SURE = 0.6;
/** How much surer a later role must be than an earlier one. */
const LATER = 0.2;
/** Sureness that an owner does what is done at their place. */
const OWNER_SURENESS = 0.75;
/** More roles than this are looked for in no headline. */
const MOST_ROLES = 5;
/** How much of its sureness the model's next answer keeps. */
const SECOND_ANSWER = 0.7;
/** How much of its sureness a role keeps that is not today's. */
const OF_ANOTHER_TIME = 0.6;
/** Weight of a lexicon's phrase against the model's probabilities: of a whole title, and per share of its words. */
const WHOLE_PHRASE = 6;
const PART_OF_PHRASE = 1.2;
const AT_THE_START = 0.5;
/** Weight of the model's probabilities for a title that it has learned as it stands. */
const EXACT_TITLE = 5;
/** Sureness of a phrase alone: constant and per share of the title's words that it covers. */
const PHRASE_SURENESS = [0.35, 0.6] as const;
const START_SURENESS = 0.1;
/** Sureness of a title that the model has learned as it stands: constant and per probability of its first answer. */
const EXACT_SURENESS = [0.45, 0.5] as const;
const MOST_SURENESS = 0.98;
/** Sureness at most of words that the model alone takes for an occupation, and that end like none … */
const MOST_OF_UNLIKE = 0.45;
/** … or are shorter than this, and no title of the lists. */
const LEAST_LETTERS = 8;
const MOST_ALTERNATIVES = 3;
/** Alternatives less probable than this say nothing. */
const LEAST_ALTERNATIVE = 0.05;

type Kind = keyof typeof LEAST_CONFIDENCE;

export interface TitleFound {
  result: FunctionResult;
  /** What the judgement rests on, in words. */
  evidence: string;
  /** The role that was judged. */
  role: string;
  /** Which rule or table answered, in words. */
  by: string;
  /** No phrase of the lexicon speaks for it, the model alone does. */
  guessed: boolean;
}

/**
 * Makes a judge of titles, and of headlines with titles in them: the lexicon, and the model where there is one. `null`
 * is "not known".
 */
export function createTitleClassifier(
  model: TitleModel | null,
): (text: string, kind: Kind) => TitleFound | null {
  const judge = model === null ? null : createJudge(model);
  const named = (role: string) => model !== null && namesOccupation(role, model);
  return (title, kind) => {
    let best: TitleFound | null = null;
    let besides: TitleFound | null = null;
    const split = joinBareLevels(splitRoles(title));
    const roles = kind === 'title' && split.length > 1 ? withFields(split, title) : split;
    for (const [at, role] of roles.slice(0, MOST_ROLES).entries()) {
      if (roles.length > 1 && isTopic(role)) continue;
      // What follows the first role is weighed as the parts of a headline are.
      const found = judgeRole(role, at === 0 ? kind : 'headline', judge, model?.facts);
      if (found === null) continue;
      if (kind === 'headline' && found.guessed && found.result.confidence < LEAST_LATER && !named(role))
        continue;
      if (at > 0 && found.guessed && (found.result.confidence < LEAST_LATER || !role.includes(' '))) continue;
      if (roles.length > 1 && isBesides(role)) {
        if (besides === null || found.result.confidence > besides.result.confidence + LATER) besides = found;
        continue;
      }
      if (found.result.confidence >= SURE) return found;
      if (best === null || found.result.confidence > best.result.confidence + LATER) best = found;
    }
    if (besides !== null && (best === null || besides.result.confidence >= SURE)) best = besides;
    if (best !== null) {
      const sure = best.result.confidence;
      if (sure >= LEAST_CONFIDENCE[kind]) return best;
      if (kind === 'title' && sure >= LEAST_OF_NAMED && named(best.role)) return best;
    }
    return roleOfAnotherTime(title, kind, judge, model?.facts);
  };
}

/** Whether one of a role's words is a title by itself, or ends as one does: slogans and topics hold none. */
function namesOccupation(role: string, model: TitleModel): boolean {
  return titleWords(role).some(
    (word) =>
      model.lookUp([word]).length > 0 ||
      titles().phrases.has(masculine(word)) ||
      endOfCompound([word], 0) !== null,
  );
}

/** What stands behind a dash says of which kind a general word is: `Ausbilderin - Skilauf`. */
const DASHES = /\s[-–—]\s/gu;

/**
 * Roles of a title, the first with what stands behind it and names no role: it says of which kind a general word is
 * (`Ausbilderin - Skilauf`, `Bachelor of Science - Botanik`). What is one phrase of the lexicon needs no more.
 */
function withFields(roles: string[], title: string): string[] {
  const [first = '', ...later] = roles;
  if (saysLittle(first)) return [splitRoles(title.replace(DASHES, ' '))[0] ?? first, ...later];
  if (title.search(DASHES) < 0 || OTHER_BORDERS.test(title) || isOnePhrase(first) || later.some(mayBeRole))
    return roles;
  return [roles.join(' ')];
}

/** Borders that part more than a role and its field do. */
const OTHER_BORDERS = /[|•·;@&!?]/u;

function isOnePhrase(role: string): boolean {
  const found = phraseOfRole(role);
  return found !== null && found.words >= found.of;
}

function mayBeRole(role: string): boolean {
  return endLikeOccupation(titleWords(role)) || phraseOfRole(role) !== null;
}

/** Whether a role is one phrase that longer titles give another sense more often than not. */
function saysLittle(role: string): boolean {
  const found = phraseOfRole(role);
  return found !== null && found.words >= found.of && shareOf(found) < LEAST_SHARE_OF_END;
}

/** Whether a part names what was studied, a branch or a certificate: beside a role it is none. */
function isTopic(role: string): boolean {
  return TOPICS.test(role) || isFieldOfStudy(wordsOf(role));
}

const TOPICS =
  /^(?:automotive|fintech|saas|b2b|healthcare|health|pharma|retail|energy|banking|insurance|e-?mobility|real estate|fmcg|consumer goods|aerospace|mobility|life sciences|pmp|prince2|cissp|cfa|mba|phd|msc|bsc|ihk|hwk|itil|ccna|csm|cspo|psm|safe|six sigma|aws|gcp|azure|wordpress|kubernetes|terraform|datev|homeoffice|remote|industrie|maschinenbau|handel|mittelstand|chemie|energie|gesundheitswesen|restrukturierung|esg|innovation|leadership|transformation|technology|digital health|digital transformation|strategy|storytelling|(?:msc|bsc|mba|ma|ba|phd) graduate|graduate trainee)$/iu;

/** Where nothing is said of today: what somebody was or wants to be, if it is surely an occupation. */
function roleOfAnotherTime(
  title: string,
  kind: Kind,
  judge: ((words: readonly string[]) => Judgement | null) | null,
  facts: ModelFacts | undefined,
): TitleFound | null {
  for (const role of rolesBeforeOrSought(title).slice(0, MOST_ROLES)) {
    const found = judgeRole(role, kind, judge, facts);
    if (found === null || found.result.confidence < SURE) continue;
    return {
      ...found,
      result: { ...found.result, confidence: hundredths(OF_ANOTHER_TIME * found.result.confidence) },
    };
  }
  return null;
}

function judgeRole(
  role: string,
  kind: Kind,
  judge: ((words: readonly string[]) => Judgement | null) | null,
  facts: ModelFacts | undefined,
): TitleFound | null {
  const all = wordsOf(role);
  const words = all.filter((word) => !LEVEL_WORDS.has(word));
  if (isBare(words) && !(all.length > 1 && titles().phrases.has(all.join(' ')))) return null;
  if (isScholar(all.join(' '))) return null;
  const trade = ofOwner(words, role);
  if (trade !== null) return trade;
  const head = headOf(words);
  const phrase = allowed(phraseOf(role), words, head);
  // A title that is one phrase of the lexicon needs no second opinion.
  const whole = phrase !== null && phrase.words >= words.length;
  // Lists of occupations name ranks and statuses too, each under some trade: `Team Leader`, `MBA Candidate`.
  const bare = words.every((word) => isBareWord(word) || isBareWord(masculine(word)));
  const learned =
    whole || bare || judge === null || facts === undefined ? null : learnedOf(role, judge, facts);
  if (phrase === null && learned === null) return null;

  const weights = new Map<string, number>();
  // A title that the model has learned as it stands is known better than a part of it.
  const trust = learned?.judgement.exact ? EXACT_TITLE : 1;
  const groups = learned?.judgement.groups.filter(({ isco4 }) => head?.test(isco4) ?? true) ?? [];
  for (const { isco4, probability } of groups) weights.set(isco4, trust * probability);
  const covered = phrase === null ? 0 : Math.min(1, phrase.words / words.length);
  const carries = phrase === null || covered >= 1 || judge === null ? 1 : shareOf(phrase);
  // What somebody is stands first; what follows says of what, for whom, with what.
  const begins = phrase !== null && phrase.words >= 1 && phrase.at === 0;
  if (phrase !== null) {
    const weight =
      covered >= 1 ? WHOLE_PHRASE : carries * (PART_OF_PHRASE * covered + (begins ? AT_THE_START : 0));
    weights.set(phrase.code, (weights.get(phrase.code) ?? 0) + weight);
  }
  const sum = [...weights.values()].reduce((all, weight) => all + weight, 0);
  const ordered = [...weights].sort((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1));
  const isco4 = ordered[0]?.[0] ?? '';
  const byPhrase =
    phrase?.code === isco4
      ? 1 * (PHRASE_SURENESS[0] + PHRASE_SURENESS[1] * covered + (begins && covered < 1 ? START_SURENESS : 0))
      : 0;
  // Where the last noun forbids the model's first answer, the next one is half as sure.
  const rest = groups[0] === learned?.judgement.groups[0] ? 1 : SECOND_ANSWER;
  const byModel = learned && groups[0]?.isco4 === isco4 ? rest * learned.sureness : 0;
  const exact = learned?.judgement.exact === true;
  const most =
    byPhrase > 0 ? MOST_SURENESS : mostOfAlone(exact || kind === 'headline' ? all : words, role, exact, kind);
  if (most === null) return null;
  const sureness = 1 - (1 - byPhrase) * (1 - byModel);
  const confidence = hundredths(Math.min(most, sureness));
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
    by:
      byPhrase > 0 && phrase !== null
        ? (phrase.by ?? 'the table of titles (data/titles.tsv)')
        : learned?.judgement.exact
          ? 'the model: a title of the lists of occupations, as it stands'
          : 'the model: the titles that are spelt most like it',
    guessed: byPhrase === 0,
  };
}

/**
 * How sure the model alone may be of a role, by how its words end; `null` where they name no occupation (`Candle`).
 * The lists of occupations name things too, as `Garten`: these are known, and unsure. Several words of a headline are
 * weighed by who looks for a role in it.
 */
function mostOfAlone(words: readonly string[], role: string, exact: boolean, kind: Kind): number | null {
  const several = words.length > 1;
  const like = endLikeOccupation(words);
  if (exact) return like || several || ABBREVIATION.test(role) ? MOST_SURENESS : MOST_OF_UNLIKE;
  // Short occupations are in the lists; what is not may be `Butter`.
  if (like) return several || (words[0] ?? '').length >= LEAST_LETTERS ? MOST_SURENESS : MOST_OF_UNLIKE;
  if (!several) return null;
  return kind === 'title' ? MOST_OF_UNLIKE : MOST_SURENESS;
}

/** Degrees and certificates are titles where they are written as such: `CPA`, and not `Cat`. */
const ABBREVIATION = /^[^\p{Ll}]{2,6}$/u;

/** Whether a text is a mere rank or status, of every trade: `Manager`, `Schüler`, `MBA Candidate`. */
export function isRankAlone(text: string): boolean {
  return wordsOf(text).every((word) => isBareWord(word) || isBareWord(masculine(word)));
}

function isBareWord(word: string): boolean {
  return bareWords().has(word) || /^\d+$/.test(word);
}

/** What a title may be by its head: the last noun of German and English, the first of Romance languages. */
function headOf(words: readonly string[]): RegExp | undefined {
  const [first = '', last = ''] = [words[0], words.at(-1)];
  return HEAD_NOUNS.get(last) ?? FIRST_NOUNS.get(first) ?? (COMMISSIONERS.test(first) ? /^[23]/ : undefined);
}

/** A phrase, unless the head of the title says that it is only what the work is about: `Docente de Contabilidad`. */
function allowed(phrase: Found | null, words: readonly string[], kind: RegExp | undefined): Found | null {
  if (phrase === null) return null;
  const from = phrase.at;
  const to = from + Math.max(1, Math.round(phrase.words));
  if (kind !== undefined && from > 0 && to < words.length && !kind.test(phrase.code)) return null;
  if (kind !== undefined && FIRST_NOUNS.has(words[0] ?? '') && from > 0 && !kind.test(phrase.code))
    return null;
  // A developer of something is of that thing's trade: `Entwickler von Schweißzusatzwerkstoffen`.
  const single = to - from === 1 && phrase.words >= 1;
  if (single && MAKERS.test(words[from] as string) && OF_SOMETHING.test(words[to] ?? '')) return null;
  return phrase;
}

/** Words that are software developers where nothing else is said. */
const MAKERS =
  /^(?:developer|entwickler(?:in)?|desarrollador|desarrolladora|desenvolvedor|desenvolvedora|developpeu(?:r|se)|sviluppat(?:ore|rice)|ontwikkelaar)$/;
const OF_SOMETHING = /^(?:of|von|vom|de|del|di|do|da|des|du|van|neuer|fur)$/;

/** What the first noun of a title lets its function be, where it is the head. */
const FIRST_NOUNS = tableOf<RegExp>({
  docente: /^23/,
  profesor: /^23/,
  profesora: /^23/,
  professeur: /^23/,
  professeure: /^23/,
  professore: /^23/,
  professoressa: /^23/,
  insegnante: /^23/,
  dozent: /^23/,
  dozentin: /^23/,
  lehrer: /^(?:23|34)/,
  lehrerin: /^(?:23|34)/,
  gerente: /^1(?!42)/,
  doktorand: /^2/,
  doktorandin: /^2/,
  phd: /^2/,
  postdoc: /^2/,
});

/** Whoever is charged with a matter manages nobody: `Abfallbeauftragter`. */
const COMMISSIONERS = /.beauftragte[rn]?$/;

/** What the last noun of a title lets its function be: an engineer of mines manages none. */
const HEAD_NOUNS = tableOf<RegExp>({
  engineer: /^[237]/,
  ingenieur: /^[23]/,
  ingenieurin: /^[23]/,
  nurse: /^(?:222|322|5321|1342)/,
  teacher: /^(?:23|34|5312)/,
  lawyer: /^26/,
  anwalt: /^26/,
  scientist: /^2/,
  analyst: /^[23]/,
  developer: /^[23]/,
  consultant: /^[23]/,
  berater: /^[23]/,
  driver: /^83/,
  technician: /^[37]/,
  techniker: /^[237]/,
  mechanic: /^7/,
  mechaniker: /^7/,
  designer: /^[23]/,
});

/** Who owns the place they work in is of its trade: `Maurermeister und Inhaber`, `Inhaberin Friseursalon Haarmonie`. */
function ofOwner(words: readonly string[], role: string): TitleFound | null {
  const rest = withoutOwner(words);
  if (rest === null) return null;
  const phrase = phraseIn(rest, rest);
  const place = ownerOfPlace(rest);
  const code = phrase !== null && phrase.at === 0 && isTrade(phrase.code) ? phrase.code : place?.code;
  if (code === undefined) return null;
  return {
    result: {
      isco4: code,
      isco3: iscoGroup(code)?.slice(0, 3) ?? code.slice(0, 3),
      name: functionName(code, 'en'),
      confidence: OWNER_SURENESS,
      alternatives: [{ isco4: '1120', confidence: hundredths((1 - OWNER_SURENESS) / 2) }],
    },
    evidence: `"${code === phrase?.code ? phrase.phrase : place?.place}" in the title`,
    role,
    by: 'an owner and their trade or place (owners.ts)',
    guessed: false,
  };
}

/** What the lexicons say of one role, as they stand; `with all ends` of compounds, also those that are mostly wrong. */
export function phraseOfRole(role: string, ends?: 'with all ends'): Found | null {
  return ends === undefined ? phraseOf(role) : readPhrase(role, ends);
}

/** Who asks whether a role says little asks next what it says: the last answers are kept. */
const phraseOf = rememberedText((role: string) => readPhrase(role), 32);

function readPhrase(role: string, ends?: 'with all ends'): Found | null {
  const all = wordsOf(role);
  return phraseIn(
    all,
    all.filter((word) => !LEVEL_WORDS.has(word)),
    ends,
  );
}

/** How far a phrase carries that is only a part of a title, from 0 to 1. */
function shareOf({ phrase, end }: Pick<Found, 'phrase' | 'end'>): number {
  return partShares().get(end === undefined ? phrase : `-${end}`) ?? 1;
}

/** What the lexicon says: the longest of its titles, or a role and its field where that says more. */
function phraseIn(all: readonly string[], words: readonly string[], ends?: 'with all ends'): Found | null {
  let found = findPhrase(words, titles());
  found = longer(found, phraseOfOther(words, masculine));
  if (found === null || found.words < 1) found = longer(found, phraseOfOther(words, withoutGrade));
  if (all.length > words.length) {
    // Some titles hold a word of level: founders associate, staff nurse.
    const whole = findPhrase(all, titles());
    if (whole !== null && whole.words >= 1 && whole.phrase.split(' ').some((word) => LEVEL_WORDS.has(word))) {
      const before = all.slice(0, whole.at).filter((word) => !LEVEL_WORDS.has(word)).length;
      found = longer(found, { ...whole, at: before });
    }
  }
  found = longer(longer(found, findRoleInField(all, LEVEL_WORDS)), findStudy(all, LEVEL_WORDS));
  if (found !== null) return found;
  const led = leaderOfPlace(words);
  if (led !== null)
    return {
      by: 'who leads such a place (owners.ts)',
      code: led.code,
      phrase: led.place,
      at: 0,
      words: Math.min(2, words.length),
      of: words.length,
    };
  return endOfCompound(words, ends === undefined ? LEAST_SHARE_OF_END : 0);
}

/** What the words say when each is spelt in another form; `null` where that changes none of them. */
function phraseOfOther(words: readonly string[], formOf: (word: string) => string): Found | null {
  const others = words.map(formOf);
  return others.every((other, at) => other === words[at]) ? null : findPhrase(others, titles());
}

/** An end that is right of fewer compounds says nothing of any; the model knows most of them. */
const LEAST_SHARE_OF_END = 0.5;
/** Letters that the end of a compound must have to say what it is. */
const LEAST_END = 6;

/** A German compound is what its end is: `Biolandwirtin`, `Hundefriseur`; counted as less than a word. */
function endOfCompound(words: readonly string[], leastShare: number): Found | null {
  for (const [at, word] of words.entries()) {
    const plain = masculine(word);
    for (const form of plain === word ? [word] : [word, plain]) {
      for (let from = 3; form.length - from >= LEAST_END; from++) {
        const code = titles().phrases.get(form.slice(from));
        // `Einrichter` are no judges, `Stanzer` do not dance.
        if (code !== undefined && shareOf({ phrase: word, end: form.slice(from) }) >= leastShare)
          return {
            by: `the end "${form.slice(from)}" of a compound (data/titles.tsv)`,
            code,
            phrase: word,
            end: form.slice(from),
            at,
            words: 0.75,
            of: words.length,
          };
      }
    }
  }
  return null;
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
    'internship working student trainee werksstudent werksstudentin leitend leitende leitender azubi auszubildender auszubildende deputy stellvertretender ' +
    'stellvertretende stv angehender angehende dipl ing dr prof mba msc bsc aspiring incoming retired pensionierter ' +
    'pensionierte emeritierter emeritierte emeritus semi staatlich gepruft gepruefte geprufte geprufter geprueftes ' +
    'anerkannt anerkannte anerkannter examinierte examinierter weiterbildung fachrichtung schwerpunkt'
  ).split(' '),
);

/** German titles of women with the ending off, as the lexicon mostly holds the shorter form. */
function masculine(word: string): string {
  return word.length > 6 && word.endsWith('in') && /(?:er|or|eur|[iy]st|ent|ant|at|og|man)in$/.test(word)
    ? word.slice(0, -2)
    : word;
}

/** Masters, journeymen and apprentices of a craft with the grade off: `Maurermeister`, `Tischlergesellin`. */
function withoutGrade(word: string): string {
  return /meister|gesell|lehrling/.test(word)
    ? word.replace(/(?<=.{4})(?:meister|geselle|gesell|lehrling)(?:in)?$/, '')
    : word;
}

function longer(a: Found | null, b: Found | null): Found | null {
  return (b?.words ?? 0) > (a?.words ?? 0) ? b : a;
}

function hundredths(value: number): number {
  return Math.round(value * 100) / 100;
}

/**
 * The level that the words of a title claim, the judged role before the first one; a bare occupation is
 * `professional`, no known word is `null`. `nace2` is the contact's industry: a partner is somebody in a partnership.
 */
export function classifySeniority(
  role: string,
  title: string,
  isco4: string | null,
  nace2: string | null = null,
): Seniority | null {
  const roles = joinBareLevels(splitRoles(title));
  const first = roles[0] ?? '';
  if (isco4 === null && PARTNER_ALONE.test(wordsOf(first).join(' ')))
    return nace2 !== null && PARTNERSHIPS.has(nace2) ? 'director' : null;
  if (isco4 !== null && isTrade(isco4) && partsOf(title).some(owns)) return 'owner';
  // `Steuerberater, Partner`, `Avocat associé`: who practises with others owns a part of it.
  if (
    isco4 !== null &&
    isTrade(isco4) &&
    (ASSOCIATED.test(wordsOf(role).join(' ')) ||
      roles.some((one) => one !== role && PARTNER_ALONE.test(wordsOf(one).join(' '))))
  )
    return 'owner';
  const ofFirst = levelIn(first, isco4);
  // Where the function stands in a later part, the first one says how high: `Geschäftsführender Partner, Steuern`.
  const higher = role !== '' && role !== first && !isBesides(first) && HIGH.has(ofFirst ?? 'none');
  const ofRole = role === first ? ofFirst : levelIn(role, isco4);
  const leads = roles.find((one) => one !== role && LEADS.test(one));
  const said =
    (higher ? ofFirst : (ofRole ?? (leads === undefined ? null : levelIn(leads, isco4)))) ?? ofFirst;
  if (said !== null && said !== 'none') return said;
  if (isco4 === null) return PLAIN.has(wordsOf(first).at(-1) ?? '') ? 'professional' : null;
  if (isco4 === '1120' || isco4 === '1111') return 'executive';
  // Physicians of a special field have years of training behind the ordinary one.
  if (isco4 === '2212') return 'senior';
  return isco4.startsWith('1') ? 'manager' : 'professional';
}

/** Ranks without a claim, of whatever trade. */
const PLAIN: ReadonlySet<string> = new Set(
  (
    'analyst analista analyste officer advisor adviser specialist spezialistin spezialist especialista specialiste ' +
    'coordinator koordinator koordinatorin coordinador coordinadora coordinateur coordinatrice consultant representative ' +
    'agent employee mitarbeiter mitarbeiterin referent referentin sachbearbeiter sachbearbeiterin angestellte ' +
    'angestellter fachkraft administrator technician operator worker staff'
  ).split(' '),
);

/** Whether a part, or what stands behind its commas, says that its trade is practised on one's own. */
function owns(part: string): boolean {
  return !isAside(part) && part.split(/\s*,\s+/u).some(saysOwner);
}

/** Romance words behind a trade that say that its practice is one's own, with others. */
const ASSOCIATED = /\s(?:associee?|soci[oa]|associad[oa]|associat[oa])$/;
/** A partner of whom nothing else is known: of a firm, a couple, a programme. */
const PARTNER_ALONE = /^(?:partner|partnerin|associe|associee|socio|socia)$/;
/** Divisions whose firms are owned by partners: law and audit, consulting, funds, planners, agencies. */
const PARTNERSHIPS: ReadonlySet<string> = new Set(['64', '66', '69', '70', '71', '73', '78']);

/** Levels that outrank what a later part says. */
const HIGH: ReadonlySet<string> = new Set(['executive', 'owner', 'director']);
/** A part that says what is led, beside an occupation: `Sozialpädagogin, Leitung Frauenhaus`. */
const LEADS = /^(?:leitung|leiter(?:in)?)\s/iu;

/** Levels that a role without a claim of its own may bear: a senior product manager, a lead product owner. */
const GRADES: ReadonlySet<string> = new Set(['intern', 'lead', 'senior', 'junior']);
/** Words of `owner` that go with any role. */
const FREELANCE = /^(?:freelanc|freiberuf|selbst(?:st)?andig|self employed|independ|autonom|zzp|freie)/;

/**
 * The longest phrase decides, then the line that stands first; parts of words only where no whole word speaks.
 * Phrases of the lines `none` and `professional` keep their words from claiming anything: an executive assistant is no
 * executive, a product owner no owner. Behind a `professional` role only a grade counts (`Assistant to the CEO`).
 */
function levelIn(title: string, isco4: string | null): Seniority | 'none' | null {
  const words = wordsOf(title);
  const taken = new Uint8Array(words.length);
  let plain = words.length;
  let silent = false;
  let best: { length: number; line: number; phrase: string; at: number } | null = null;
  const claims: { length: number; line: number; phrase: string; at: number }[] = [];
  for (const { length, at, phrase, code } of phrasesIn(words, levelPhrases())) {
    if (taken.subarray(at, at + length).includes(1)) continue;
    const line = Number(code);
    taken.fill(1, at, at + length);
    const level = levels[line];
    if (level === 'none') silent = true;
    else if (level === 'professional') plain = Math.min(plain, at);
    else claims.push({ length, line, phrase, at });
  }
  for (const claim of claims) {
    const counts =
      claim.at < plain || GRADES.has(levels[claim.line] as string) || FREELANCE.test(claim.phrase);
    if (!counts) continue;
    if (
      best === null ||
      claim.length > best.length ||
      (claim.length === best.length && claim.line < best.line)
    )
      best = claim;
  }
  if (best !== null) return levelOf(best, isco4);
  if (plain < words.length) return 'professional';
  if (silent) return 'none';
  const part = findPhrase(words, levelPhrases());
  return part === null ? null : (levels[Number(part.code)] ?? null);
}

/** What a claim means for this function: many managers manage a thing, and the principal of a school directs it. */
function levelOf(
  claim: { phrase: string; line: number; at: number },
  isco4: string | null,
): Seniority | 'none' | null {
  const thing = (claim.phrase === 'manager' || claim.phrase === 'managerin') && claim.at > 0;
  // In kitchens, salons and shops whoever manages leads people.
  if (thing && isco4 !== null && !/^[15]/.test(isco4)) return 'professional';
  // An assistant is no beginner, unless the word stands before an occupation: `Assistant Buyer`.
  if (/^assistent(?:in)?$/.test(claim.phrase) || (claim.phrase === 'assistant' && claim.at > 0))
    return 'professional';
  if (claim.phrase === 'principal' && isco4 === '1345') return 'director';
  if (PARTNER_ALONE.test(claim.phrase) && isco4 !== null) {
    if (isTrade(isco4)) return 'owner';
    // Of firms that no partners own: a partner to somebody, `Human Resources Partner`.
    if (claim.at > 0 && !OF_PARTNERS.test(isco4)) return 'professional';
  }
  return levels[claim.line] ?? null;
}

/** Functions of firms that partners own. */
const OF_PARTNERS = /^(?:1|2411|2412|2413|2421|261|216|2431|2166)/;

/** Words that name a level and no function: alone they say nothing of what somebody does. */
const BARE_LEVELS: ReadonlySet<string> = new Set(
  (
    'director direktor direktorin directeur directrice directora manager managerin leiter leiterin head lead partner ' +
    'partnerin vice president prasident prasidentin vp svp evp executive principal supervisor expert experte spezialist ' +
    'specialist student studentin rentner rentnerin pensionar employee mitarbeiter mitarbeiterin angestellter ' +
    'angestellte of and und i r team unit section group teamleiter teamleiterin gruppenleiter gruppenleiterin ' +
    'abteilungsleiter abteilungsleiterin portfolio prokurist prokuristin socio socia besitzer besitzerin betreiber ' +
    'betreiberin abteilungsdirektor abteilungsdirektorin bereichsleiter bereichsleiterin bereichsleitung ' +
    'abteilungsleitung teamleitung gruppenleitung fachkraft direttore direttrice diretor diretora chair chairman officer'
  ).split(' '),
);

/** Whether words say a level alone; some pairs of them name a function (`partner manager`). */
function isBare(words: readonly string[]): boolean {
  return (
    words.every((word) => BARE_LEVELS.has(word)) &&
    (words.length < 2 || !titles().phrases.has(words.join(' ')))
  );
}

/** `Director, Public Affairs` is one role. */
function joinBareLevels(roles: readonly string[]): string[] {
  const joined: string[] = [];
  let bare = '';
  for (const role of roles) {
    const whole = bare === '' ? role : `${bare} ${role}`;
    bare = '';
    if (isBare(wordsOf(role))) bare = whole;
    else joined.push(whole);
  }
  return bare === '' ? joined : [...joined, bare];
}

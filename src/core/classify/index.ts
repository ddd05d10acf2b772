import {
  type Career,
  type Classification,
  currentPosition,
  type FunctionResult,
  type OwnWords,
  type Position,
  type Profile,
} from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { corrected, namedFunction } from './corrections.ts';
import { isAside, partsOf, splitRoles, withoutAsides } from './headlineParts.ts';
import { classifyIndustry, isEmployer, mayBeginEmployer } from './industry.ts';
import type { TitleModel } from './model.ts';
import { functionInFirm, headsFirm, isDecidedByFirm, leadsBranchOfBank } from './owners.ts';
import { wordsOf } from './phrases.ts';
import { remembered } from './remembered.ts';
import { isFormer, isRetired } from './retired.ts';
import { classifySeniority, createTitleClassifier, isRankAlone, type TitleFound } from './title.ts';

export { loadModel, ModelDamagedError, type TitleModel } from './model.ts';
export { isFormer, isRetired } from './retired.ts';

export interface ClassifyInput {
  title?: string | undefined;
  headline?: string | undefined;
  company?: string | undefined;
  industryLabel?: string | undefined;
  skills?: readonly string[] | undefined;
  about?: string | undefined;
  lang?: string | undefined;
}

export interface Classifier {
  /** Raised whenever the same input may be judged differently: careers made by another version are redone. */
  readonly version: string;
  /** `damaged`: the model's file could not be used; as with `lexicon`, titles are judged by the lexicon alone. */
  readonly health: 'model' | 'lexicon' | 'damaged';
  /** Never throws; answers `null` for whatever it does not know. */
  classify(input: ClassifyInput): Classification;
  /** A whole profile: today (with the user's own corrections) and every position. */
  career(profile: ProfileText, own?: Pick<OwnWords, 'isco4' | 'nace2' | 'seniority'>): Career;
}

/** Titles, and inputs as a whole, whose judgement is kept for the next who has the same. */
const REMEMBERED = 8_192;
/** Longer texts are one person's own: to keep them would only take memory. */
const LONGEST_REMEMBERED = 600;

/** Raised whenever lexicons or rules change. */
export const LEXICON_VERSION = 'lexicon-10';

export type ProfileText = Pick<Profile, 'positions' | 'headline' | 'industry' | 'skills' | 'about'>;

/**
 * Makes a classifier. `companies` are the user's own industries by `companyKey`. Without a model the lexicon works
 * alone; `null` says that there should have been one.
 */
export function createClassifier(
  options: { companies?: Readonly<Record<string, string>>; model?: TitleModel | null } = {},
): Classifier {
  const corrections = options.companies ?? {};
  const model = options.model ?? null;
  const classifyTitle = remembered(
    createTitleClassifier(model),
    (text, kind) => `${kind}\n${text}`,
    REMEMBERED,
  );
  const judge = (input: ClassifyInput): Classification => {
    const evidence: string[] = [];
    const text = (['title', 'headline'] as const).flatMap((kind) => {
      const line = input[kind];
      return line === undefined ? [] : [{ line, kind }];
    });
    const titled = text
      .map(({ line, kind }) => ({ line, found: classifyTitle(line, kind) }))
      .find(({ found }) => found !== null);
    if (titled?.found) evidence.push(titled.found.evidence);
    const headline = withoutAsides(input.headline ?? input.title);
    const industry = classifyIndustry(
      {
        ...input,
        headline: saysIndustry(headline, titled?.found),
        company: input.company ?? companyIn(headline),
        parts: input.company === undefined ? otherParts(headline, titled?.found?.role) : [],
        studies: STUDIES.test(titled?.found?.role ?? headline ?? ''),
        isco4: titled?.found?.result.isco4,
      },
      corrections,
      model,
    );
    if (industry) evidence.push(industry.evidence);
    const line = titled?.line ?? text[0]?.line ?? '';
    const company = input.company ?? companyIn(headline) ?? '';
    const first = wordsOf(splitRoles(line)[0] ?? '').join(' ');
    // A rank alone that stands first says more than a field behind it: `Senior Associate, Real Estate, …`.
    const rankFirst =
      titled?.found == null ||
      splitRoles(line)[0] !== titled.found.role ||
      isDecidedByFirm(first, companyKey(company)) ||
      leadsBranchOfBank(first, industry?.result.nace2 ?? null);
    const inFirm = rankFirst ? ofFirm(first, industry?.result.nace2 ?? null, company) : null;
    if (inFirm) evidence.push(company === '' ? `"${first}" in the title` : `a rank in "${company}"`);
    const head = inFirm === null && titled === undefined ? headOfFirm(first) : null;
    if (head !== null) evidence.push(`"${first}" in the title`);
    const seniority = classifySeniority(
      inFirm === null ? (titled?.found?.role ?? '') : '',
      line,
      (inFirm ?? titled?.found?.result ?? head)?.isco4 ?? null,
      industry?.result.nace2 ?? null,
    );
    return {
      function: inFirm ?? titled?.found?.result ?? head,
      seniority,
      industry: industry?.result ?? null,
      evidence,
      ...(isRetired(line) && { retired: true as const }),
      ...(isFormer(line) && { former: true as const }),
    };
  };
  const judgeShort = remembered(judge, keyOf, REMEMBERED);
  const classify = (input: ClassifyInput) => (isShort(input) ? judgeShort(input) : judge(input));
  return {
    version: model === null ? LEXICON_VERSION : `${LEXICON_VERSION}+${model.id}`,
    health: model !== null ? 'model' : options.model === null ? 'damaged' : 'lexicon',
    classify,
    career(profile, own = {}) {
      const now = currentPosition(profile);
      const current = classify({
        title: now?.title,
        headline: profile.headline,
        company: now?.company,
        industryLabel: now?.industry ?? profile.industry,
        skills: profile.skills,
        about: profile.about,
      });
      return {
        current: corrected(current, own),
        steps: profile.positions.map((position) => step(position, classify)),
      };
    },
  };
}

function isShort({ headline, title, company, industryLabel, about, skills }: ClassifyInput): boolean {
  const length = [headline, title, company, industryLabel, about].reduce(
    (sum, text) => sum + (text?.length ?? 0),
    0,
  );
  return length <= LONGEST_REMEMBERED && (skills?.length ?? 0) === 0;
}

/** The same for the same input; no skills are as good as none named. Lengths keep the texts apart. */
function keyOf({ title, headline, company, industryLabel, about, lang }: ClassifyInput): string {
  return (
    measured(title) +
    measured(headline) +
    measured(company) +
    measured(industryLabel) +
    measured(about) +
    measured(lang)
  );
}

function measured(text: string | undefined): string {
  return text === undefined ? '-' : `${text.length} ${text}`;
}

/** Somebody who studies, and does not work beside it. */
const STUDIES =
  /^(?!.*(?:werkstudent|working student|dual|advis|counsel|services|support)).*(?:student(?:in)?\b|studierende|studium|undergraduate|studying)/iu;

/** Sureness that somebody with a rank alone does what their firm does. */
const RANK_SURENESS = 0.5;

function ofFirm(rank: string, nace2: string | null, company: string): FunctionResult | null {
  const isco4 = functionInFirm(rank, nace2, companyKey(company));
  return isco4 === null ? null : namedFunction(isco4, RANK_SURENESS);
}

/** Somebody with the rank of a firm's head, of whom nothing else is known. */
function headOfFirm(rank: string): FunctionResult | null {
  return headsFirm(rank) ? namedFunction('1120', RANK_SURENESS) : null;
}

function step(position: Position, classify: Classifier['classify']): Career['steps'][number] {
  const {
    function: what,
    industry,
    seniority,
  } = classify({
    title: position.title,
    company: position.company,
    industryLabel: position.industry,
  });
  return {
    isco4: what?.isco4 ?? null,
    nace2: industry?.nace2 ?? null,
    seniority,
    ...(position.company !== undefined && { company: companyKey(position.company) }),
    ...(position.start !== undefined && { start: position.start }),
    ...(position.end !== undefined && { end: position.end }),
  };
}

/** The company of a headline such as `Head of Data bei Charité | Speaker`. */
function companyIn(headline: string | undefined): string | undefined {
  return named(COMPANY, headline);
}

function named(pattern: RegExp, headline: string | undefined): string | undefined {
  return trimmed(pattern.exec(headline?.slice(0, 500) ?? '')?.[1]);
}

/** Where it is stands behind a name: `Nordbahn in Bremen`. */
function trimmed(name: string | undefined): string | undefined {
  return name?.replace(/\s(?:in|im|auf)\s.*$/u, '').trim() || undefined;
}

/** Names behind the weaker prepositions, at most three. */
function places(headline: string): string[] {
  return Array.from(headline.slice(0, 500).matchAll(PLACE), ([, name]) => trimmed(name))
    .filter((name) => name !== undefined)
    .slice(0, MOST_PLACES);
}

const MOST_PLACES = 3;
const NAME = '([^|•·;,–—(\\p{Extended_Pictographic}]{2,80})';
const ARTICLE = "(?:(?:the|der|dem|den|la|le|les|l'|el|los|las)\\s+)?";
const COMPANY = new RegExp(
  `(?:\\s(?:at|bei|beim|chez)\\s+${ARTICLE}(?=[\\p{Lu}\\p{N}])|\\s?@\\s?)${NAME}`,
  'u',
);
/** Where somebody works, or what for: `Lehrerin am Gymnasium Musterstadt`, `Leiterin des Museums Musterstadt`. */
const PLACE = new RegExp(
  `\\s(?:an|in|am|im|for|with|by|der|des|vom|von)\\s+(?:(?:einer|einem|eine|eines)\\s+)?${ARTICLE}(?=\\p{Lu})(?=${NAME})`,
  'gu',
);

/**
 * What else stands in a headline than the judged role: often the company, after a comma or a dash. Names are written
 * with capitals; what holds other words (`Hiring engineers across EMEA`) is no name.
 */
function otherParts(headline: string | undefined, role: string | undefined): string[] {
  return partsOf(headline ?? '')
    .flatMap((part) => part.split(/\s*,\s*|[()]/u))
    .filter((part) => role === undefined || role === '' || !part.includes(role))
    .filter((part) => /^\p{Lu}/u.test(part) && part.split(' ').length <= 8 && !isAside(part))
    .filter((part) => !OTHER_ROLE.test(part) && !isRankAlone(part))
    .filter((part) => part.split(' ').every((word) => !/^\p{Ll}/u.test(word) || IN_NAMES.test(word)))
    .concat(places(headline ?? ''), employerBehind(role ?? ''));
}

/** A known employer behind a role without any sign between them: `Gewerkschaftssekretär IG Metall`. */
function employerBehind(role: string): string[] {
  const words = role.split(' ');
  for (let at = Math.max(1, words.length - 4); at < words.length; at++) {
    if (!/^\p{Lu}/u.test(words[at] as string) || !mayBeginEmployer(words[at] as string)) continue;
    const name = words.slice(at).join(' ');
    if (isEmployer(name)) return [name];
  }
  return [];
}

/** A part that begins as a role does: no company. */
const OTHER_ROLE =
  /^(?:(?:senior|junior|abteilungs|bereichs|team|gruppen|projekt|vertriebs)?(?:leiter|leiterin|leitung|referent|referentin)|head of|director|vp|senior|junior|manager|mitglied|dozent|dozentin|professor)(?!\p{L})|\s(?:chair|manager|officer|director|lead|consultant|engineer|analyst|trustee|member|coach|adviser|advisor|leiter|leiterin|berater|beraterin)$/iu;
/** Words that names write small. */
const IN_NAMES =
  /^(?:of|the|and|for|in|at|on|und|für|fur|der|die|das|des|dem|den|am|im|an|zum|zur|vom|von|van|de|du|la|le|les|el|los|las|del|y|et|e|en|al|d|l|group|gruppe|mbh|gmbh|plc|inc|ltd|llc|co|sa|sas|sarl|e\.?v\.?|eG)\b/u;

/** Functions whose titles name no industry: software, IT, marketing. */
const SAY_NONE = /^(?:25|133|243[124]|351)/;
/** Departments of firms of every branch, as they stand in titles. */
const DEPARTMENTS =
  /(?<!\p{L})(?:logistik|logistics|lager|forschung|research|entwicklung|recht|legal|it|it-security|marketing|werbung|advertising|training|weiterbildung|ausbildung|bildung|event|events|veranstaltungen|beratung|consulting|verwaltung|politik|policy|sicherheit|security|facility management|immobilien|real estate|recruiting|kunst|digital|digitalisierung|asset management|versicherungen|transport|m&a|investment|reisen|travel|energie|chemie|pflege)(?!\p{L})/giu;

/** The headline for the industry: what people of software and marketing call themselves says none. */
function saysIndustry(
  headline: string | undefined,
  found: TitleFound | null | undefined,
): string | undefined {
  if (found == null) return headline;
  const role = found.role.split(/\s(?:for|at|in|bei|für|im|pour|para|chez|en)\s/i)[0] as string;
  return headline?.replace(role, (said) =>
    SAY_NONE.test(found.result.isco4) ? ' ' : said.replace(DEPARTMENTS, ' '),
  );
}

import { FORMER, partsOf } from './headlineParts.ts';

/** Out of service, in the languages that are read; `Pensionskasse` and `Retirement Planner` are work like any other. */
const RETIRED =
  /(?<!\p{L})(?:(?:semi-?)?retired|\(ret\.?\)|ret\.(?=\s*$)|emerit(?:us|a|iert(?:e[rn]?)?|o)|i\.\s?r\.|a\.\s?d\.|(?:im|in) (?:un)?ruhestand|ruheständler(?:in)?|privatier|in (?:rente|pension|pensione)|(?:früh|vor)?rentner(?:in)?|pensionär(?:in)?|pensionist(?:in)?|pensioniert\p{L}{0,3}|berentet|pensioner|jubilad[oa]|aposentad[oa]|reformad[oa]|retraitée?|en retraite|pensionat[oa]|gepensioneerd|emeritaat|na emerytur\p{L}+|v důchodu)(?!\p{L})/iu;
/** How a part begins of which somebody was something once. */
const OLD =
  /^(?:alt-?(?=(?:bürgermeister|bundes|landrat|rektor|stadt|präsident|kanzler))|one-?time\s|once\s|sometime\s|ex(?:[-\s]|\b))/iu;

/** Whether a part says that somebody is out of service: `Studienrat i. R.`, `Retired Teacher`, `Pensionär`. */
export function isRetiredPart(part: string): boolean {
  return RETIRED.test(part);
}

/**
 * Whether a title or headline says that somebody no longer works: one part says so, and no part names anything that
 * they do today. What somebody was (`Former CFO`) is no retirement, and counts for neither side. Empty text: `false`.
 */
export function isRetired(text: string): boolean {
  const all = partsOf(text);
  if (!all.some(isRetiredPart)) return false;
  const parts = all.filter((part) => !isFormer(part));
  return parts.some(isRetiredPart) && parts.every((part) => isRetiredPart(part) || !/\p{L}{2}/u.test(part));
}

/**
 * Whether a title or headline names nothing but the past: `Former CFO`, `ehemals Bürgermeister`, `ex-Siemens`. Empty
 * text: `false`.
 */
export function isFormer(text: string): boolean {
  const parts = partsOf(text);
  return parts.length > 0 && parts.every((part) => FORMER.test(part) || OLD.test(part));
}

/** Whether a title or headline says of any part of it that somebody is out of service, whatever they do besides. */
export function saysRetired(text: string): boolean {
  return RETIRED.test(text.slice(0, 500));
}

/** Words by which people say that they learn something, or are on the way to become it. */
const LEARNING =
  /(?<![\p{L}-])(?:aspiring|(?<=^|[|•·,] ?|currently |now )learning(?= (?!design|experience|manag|develop|and |&|consult|special))|studying|lerne|lernt|angehende[rns]?|quereinsteiger(?:in)?|career changer|umschulung|in weiterbildung|werdende[rn]?|auf dem weg zu[mr]?|transitioning)(?!\p{L})/iu;

/** Does a headline say that somebody is still on the way? */
export function saysLearning(text: string): boolean {
  return LEARNING.test(text.slice(0, 500));
}

/** Heads of a whole house, and owners: nobody there stands above them, whatever the word (folded). */
const HOUSE_HEADS =
  /(?<!\p{L})(?:(?:schul|verlags|klinik|krankenhaus|instituts|museums|amts|hochschul|theater|bibliotheks|heim|einrichtungs|werks?|betriebs|wach|wachen|feuerwehr|dienststellen|hotel|restaurant|guts)leit(?:er|erin|ung)|(?:schul|museums|zoo|theater|brand|polizei)(?:amts)?direktor(?:in)?|rektor(?:in)?|head ?teacher|head ?master|head ?mistress|school principal|intendant(?:in)?|burgermeister(?:in)?|(?!lehrstuhl|stellen|konto)\p{L}*inhaber(?:in)?|\p{L}*grunder(?:in)?|(?<!(?:product|process|data|service|system|application|asset|platform|solution|technical|control|risk|feature|content|project|account)[ -])owner|co-?owner|founder(?! associate)|co-?founder|proprietor)(?!\p{L})/u;
const DEPUTIES = /(?<!\p{L})(?:stell?v|vize|vice|deputy|assistant|assistenz|konrektor|prorektor)/u;

/** Does a folded title name the head of a house, or its owner? */
export function saysHead(folded: string): boolean {
  return HOUSE_HEADS.test(folded) && !DEPUTIES.test(folded);
}

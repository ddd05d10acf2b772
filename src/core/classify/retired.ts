import { FORMER, partsOf } from './headlineParts.ts';

/** Out of service, in the languages that are read; `Pensionskasse` and `Retirement Planner` are work like any other. */
const RETIRED =
  /(?<!\p{L})(?:retired|\(ret\.?\)|ret\.(?=\s*$)|emerit(?:us|a|iert(?:e[rn]?)?|o)|i\.\s?r\.|a\.\s?d\.|im (?:un)?ruhestand|in (?:rente|pension|pensione)|(?:früh|vor)?rentner(?:in)?|pensionär(?:in)?|pensionist(?:in)?|pensioniert(?:e[rn]?)?|berentet|pensioner|jubilad[oa]|aposentad[oa]|reformad[oa]|retraitée?|en retraite|pensionat[oa]|gepensioneerd|emeritaat|na emerytur\p{L}+|v důchodu)(?!\p{L})/iu;
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
  const parts = partsOf(text).filter((part) => !isFormer(part));
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

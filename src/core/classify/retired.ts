/**
 * Words by which people say that they are out of service (de, en, fr, es). `ex-` and `former` alone say only what
 * somebody was: most of them work elsewhere.
 */
const RETIRED =
  /(?<!\p{L})(?:i\.\s?R\.|a\.\s?D\.|(?:im|in) (?:un)?ruhestand|[Rr]uheständler(?:in)?|[Pp]ensionär(?:in)?|[Pp]ensioniert\p{L}*|[Rr]entner(?:in)?|[Pp]rivatier|[Ee]merit(?:us|a|iert\p{L}*)|(?:semi-?)?[Rr]etired|RETIRED|[Rr]etraitée?|[Jj]ubilad[oa])(?!\p{L})/u;

/** Does a headline or a title say that somebody has retired? */
export function saysRetired(text: string): boolean {
  return RETIRED.test(text.slice(0, 500));
}

/** Words by which people say that they learn something, or are on the way to become it. */
const LEARNING =
  /(?<!\p{L})(?:aspiring|learning|studying|student|studiere|studentin|trainee|lerne|lernt|angehende[rns]?|quereinsteiger(?:in)?|career changer|umschulung|in weiterbildung|werdende[rn]?|auf dem weg zu[mr]?|transitioning|future)(?!\p{L})/iu;

/** Does a headline say that somebody is still on the way? */
export function saysLearning(text: string): boolean {
  return LEARNING.test(text.slice(0, 500));
}

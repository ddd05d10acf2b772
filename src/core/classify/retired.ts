/**
 * Words by which people say that they are out of service (de, en, fr, es). `ex-` and `former` alone say only what
 * somebody was: most of them work elsewhere.
 */
const RETIRED =
  /(?<!\p{L})(?:i\.\s?R\.|a\.\s?D\.|(?:[Ii]m|[Ii]n) (?:[Uu]n)?[Rr]uhestand|[Rr]uheständler(?:in)?|[Pp]ensionär(?:in)?|[Pp]ensioniert\p{L}*|[Rr]entner(?:in)?|[Pp]rivatier|[Ee]merit(?:us|a|iert\p{L}*)|(?:semi-?)?[Rr]etired|RETIRED|[Rr]etraitée?|[Jj]ubilad[oa])(?!\p{L})/u;

/** Does a headline or a title say that somebody has retired? */
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
const HEADS =
  /(?<!\p{L})(?:(?:schul|verlags|klinik|krankenhaus|instituts|museums|amts|hochschul|theater|bibliotheks|heim|einrichtungs|werks?|betriebs|wach|wachen|feuerwehr|dienststellen|hotel|restaurant|guts)leit(?:er|erin|ung)|(?:schul|museums|zoo|theater|brand|polizei)(?:amts)?direktor(?:in)?|rektor(?:in)?|head ?teacher|head ?master|head ?mistress|school principal|intendant(?:in)?|burgermeister(?:in)?|(?!lehrstuhl|stellen|konto)\p{L}*inhaber(?:in)?|\p{L}*grunder(?:in)?|(?<!product |process |data |risk |service |system |feature )owner|co-?owner|founder(?! associate)|co-?founder|proprietor)(?!\p{L})/u;
const DEPUTIES = /(?<!\p{L})(?:stell?v|vize|vice|deputy|assistant|assistenz|konrektor|prorektor)/u;

/** Does a folded title name the head of a house, or its owner? */
export function saysHead(folded: string): boolean {
  return HEADS.test(folded) && !DEPUTIES.test(folded);
}

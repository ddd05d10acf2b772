import { t } from '../../browser/text.ts';
import type { MessageKey } from '../../core/model/index.ts';
import { fold } from '../../core/text/fold.ts';

/**
 * What the classifier says that it rests on, by form. Its phrases are the same for programs everywhere (contract of
 * `classify`: short English phrases), so people get them as sentences of their own language here.
 */
const FORMS: readonly (readonly [form: RegExp, key: MessageKey])[] = [
  [/^"(.*)" in the title$/, 'evidence_inTitle'],
  [/^title "(.*)"$/, 'evidence_title'],
  [/^industry label "(.*)"$/, 'evidence_label'],
  [/^"(.*)" in the company's name$/, 'evidence_company'],
  [/^"(.*)" is a known employer$/, 'evidence_employer'],
  [/^"(.*)" is a listed company$/, 'evidence_listed'],
  [/^a rank in "(.*)"$/, 'evidence_rank'],
  [/^"(.*)" in the headline$/, 'evidence_headline'],
  [/^"(.*)" in the text about the person$/, 'evidence_about'],
  [/^where people study()$/, 'evidence_studies'],
  [/^where this function mostly works()$/, 'evidence_function'],
  [/^your correction for (.*)$/, 'evidence_corrected'],
  [/^your own correction()$/, 'evidence_own'],
  [/^not judged: the classifier failed()$/, 'evidence_unjudged'],
];

/**
 * A phrase of evidence in the user's language; one of an unknown form as it is. The classifier compares folded words
 * (`fachkraft fur lagerlogistik`): they are shown as they stand in `texts`, what is known of the person.
 */
export function evidenceText(phrase: string, texts: readonly string[] = []): string {
  for (const [form, key] of FORMS) {
    const found = form.exec(phrase);
    if (found) return t(key, { words: asWritten(found[1] ?? '', texts) });
  }
  return phrase;
}

/** Words that may stand between those of a phrase: articles, and the gender forms of German. */
const SKIPPED = 3;

/** Folded words as they are written in the first of the texts that has them, else as they are. */
function asWritten(words: string, texts: readonly string[]): string {
  const wanted = wordsOf(words).map(({ folded }) => folded);
  if (wanted.length === 0) return words;
  for (const text of texts) {
    const written = wordsOf(text.slice(0, 2_000));
    for (const start of written.keys()) {
      const end = endOf(wanted, written, start);
      if (end !== null) return text.slice(written[start]?.from, written[end]?.to);
    }
  }
  return words;
}

/** The place of the last of the wanted words, which follow from `start` on; `null` when they do not. */
function endOf(wanted: readonly string[], written: readonly Word[], start: number): number | null {
  let at = start;
  for (const [index, word] of wanted.entries()) {
    const most = index === 0 ? start : at + SKIPPED;
    while (at <= most && at < written.length && written[at]?.folded !== word) at += 1;
    if (at > most || at >= written.length) return null;
    at += 1;
  }
  return at - 1;
}

interface Word {
  folded: string;
  from: number;
  to: number;
}

function wordsOf(text: string): Word[] {
  return [...text.matchAll(/[\p{L}\p{N}\p{M}]+/gu)].map(({ 0: word, index }) => ({
    folded: fold(word),
    from: index,
    to: index + word.length,
  }));
}

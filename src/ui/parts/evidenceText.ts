import { t } from '../text.ts';

/**
 * What the classifier says that it rests on, by form. Its phrases are the same for programs everywhere (contract of
 * `classify`: short English phrases), so people get them as sentences of their own language here.
 */
const FORMS: readonly (readonly [form: RegExp, key: string])[] = [
  [/^"(.*)" in the title$/, 'evidence_inTitle'],
  [/^title "(.*)"$/, 'evidence_title'],
  [/^industry label "(.*)"$/, 'evidence_label'],
  [/^"(.*)" in the company's name$/, 'evidence_company'],
  [/^your correction for (.*)$/, 'evidence_corrected'],
  [/^your own correction()$/, 'evidence_own'],
  [/^not judged: the classifier failed()$/, 'evidence_unjudged'],
];

/** A phrase of evidence in the user's language; one of an unknown form as it is. */
export function evidenceText(phrase: string): string {
  for (const [form, key] of FORMS) {
    const found = form.exec(phrase);
    if (found) return t(key, { words: found[1] ?? '' });
  }
  return phrase;
}

import type { IndustryResult } from '../model/index.ts';
import { industryName } from '../taxonomy/index.ts';
import { companyKey } from '../text/companies.ts';
import { COMPANY_NAME_RULES, INDUSTRY_LABELS } from './industryLexicon.ts';
import { findPhrase, readPhrases, wordsOf } from './phrases.ts';

const labels = readPhrases(INDUSTRY_LABELS);
const nameRules = readPhrases(COMPANY_NAME_RULES);

/** Sureness of each kind of evidence, strongest first; to be replaced by measured shares. */
const CONFIDENCE = {
  correction: 1,
  label: 0.9,
  partOfLabel: 0.6,
  companyName: 0.65,
  partOfName: 0.5,
} as const;

/** What a site's label, the user's own corrections and the company's name say about the industry. */
export function classifyIndustry(
  from: { company?: string | undefined; industryLabel?: string | undefined },
  corrections: Readonly<Record<string, string>>,
): { result: IndustryResult; evidence: string } | null {
  const company = from.company === undefined ? '' : companyKey(from.company);
  const corrected = company !== '' && Object.hasOwn(corrections, company) ? corrections[company] : undefined;
  if (corrected !== undefined)
    return judged(corrected, CONFIDENCE.correction, `your correction for ${from.company}`);
  if (from.industryLabel !== undefined) {
    const words = wordsOf(from.industryLabel).filter((word) => word !== 'und' || labels.phrases.has(word));
    const found =
      findPhrase(words, labels) ?? findPhrase(wordsOf(from.industryLabel.replace(/&/g, ' and ')), labels);
    if (found !== null) {
      const sure = found.words === found.of ? CONFIDENCE.label : CONFIDENCE.partOfLabel;
      return judged(found.code, sure, `industry label "${from.industryLabel.slice(0, 80)}"`);
    }
  }
  if (company !== '') {
    const found = findPhrase(company.split(' '), nameRules);
    if (found !== null) {
      const sure = found.words >= 1 ? CONFIDENCE.companyName : CONFIDENCE.partOfName;
      return judged(found.code, sure, `"${found.phrase}" in the company's name`);
    }
  }
  return null;
}

function judged(
  nace2: string,
  confidence: number,
  evidence: string,
): { result: IndustryResult; evidence: string } {
  return { result: { nace2, name: industryName(nace2, 'en'), confidence, alternatives: [] }, evidence };
}

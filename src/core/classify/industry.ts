import type { IndustryResult } from '../model/index.ts';
import { industryName } from '../taxonomy/index.ts';
import { companyKey } from '../text/companies.ts';
import { LINKEDIN_INDUSTRIES, OTHER_INDUSTRY_LABELS } from './industryLabels.ts';
import { COMPANY_NAME_RULES, INDUSTRY_LABELS } from './industryLexicon.ts';
import { findPhrase, readPhrases, wordsOf } from './phrases.ts';

const labels = readPhrases(`${OTHER_INDUSTRY_LABELS.trim()}\n${INDUSTRY_LABELS.trim()}`);
const nameRules = readPhrases(COMPANY_NAME_RULES);

/** LinkedIn's own labels, whole: word by word without `and`, `und`. The first mention of a label keeps it. */
const siteLabels = new Map<string, { nace2: string; broad: boolean }>();
for (const line of LINKEDIN_INDUSTRIES.trim().split('\n')) {
  const [code = '', ...names] = line.split('|');
  for (const name of names) {
    const key = labelKey(name);
    if (key !== '' && !siteLabels.has(key))
      siteLabels.set(key, { nace2: code.slice(0, 2), broad: code.includes('~') });
  }
}

/** Sureness of each kind of evidence, strongest first; to be replaced by measured shares. */
const CONFIDENCE = {
  correction: 1,
  label: 0.9,
  broadLabel: 0.5,
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
    const known = siteLabels.get(labelKey(from.industryLabel));
    if (known !== undefined) {
      const sure = known.broad ? CONFIDENCE.broadLabel : CONFIDENCE.label;
      return judged(known.nace2, sure, `industry label "${from.industryLabel.slice(0, 80)}"`);
    }
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

function labelKey(label: string): string {
  return wordsOf(label)
    .filter((word) => word !== 'and' && word !== 'und')
    .join(' ');
}

function judged(
  nace2: string,
  confidence: number,
  evidence: string,
): { result: IndustryResult; evidence: string } {
  return { result: { nace2, name: industryName(nace2, 'en'), confidence, alternatives: [] }, evidence };
}

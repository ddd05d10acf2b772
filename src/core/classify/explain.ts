import { functionName, industryName } from '../taxonomy/index.ts';
import { FORMER, partsOf, splitRoles } from './headlineParts.ts';
import { createClassifier } from './index.ts';
import type { TitleModel } from './model.ts';
import { headsFirm, isScholar } from './owners.ts';
import { wordsOf } from './phrases.ts';
import { createTitleClassifier } from './title.ts';

/**
 * Why a title or headline is judged as it is, line by line: the roles that were read, what was left out, and which rule
 * or table answered. For people who add titles; the judgement itself is `classify`'s.
 */
export function explainTitle(title: string, model: TitleModel | null): string[] {
  const roles = splitRoles(title);
  const lines = roles.map((role) => `role: ${role}`);
  for (const part of partsOf(title))
    if (splitRoles(part).length === 0)
      lines.push(`left out: ${part} (${FORMER.test(part) ? 'the past' : 'a wish or a slogan'})`);
  const found = createTitleClassifier(model)(title, 'title');
  const {
    function: what,
    seniority,
    industry,
    evidence,
    retired,
    former,
  } = createClassifier({ model }).classify({
    title,
  });
  const first = wordsOf(roles[0] ?? '').join(' ');
  const by =
    found?.by ??
    (isScholar(first)
      ? 'a scholar without a field (owners.ts)'
      : headsFirm(first)
        ? 'the head of a firm (owners.ts)'
        : 'nothing: words of rank or status alone (data/bare-words.tsv), or nothing like it is known');
  lines.push(
    what === null
      ? 'function: not known'
      : `function: ${what.isco4} ${functionName(what.isco4, 'en')}, ${what.confidence}`,
    `  by: ${by}`,
  );
  for (const { isco4, confidence } of what?.alternatives ?? [])
    lines.push(`  or: ${isco4} ${functionName(isco4, 'en')}, ${confidence}`);
  lines.push(`level: ${seniority ?? 'not known'}${retired ? ', retired' : ''}${former ? ', the past' : ''}`);
  lines.push(
    industry === null
      ? 'industry: not known'
      : `industry: ${industry.nace2} ${industryName(industry.nace2, 'en')}, ${industry.confidence}`,
  );
  for (const line of evidence) lines.push(`  evidence: ${line}`);
  return lines;
}

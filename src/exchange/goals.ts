import type { Classifier } from '../core/classify/index.ts';
import { judgeText } from '../core/classify/unjudged.ts';
import type { Goal } from '../core/model/index.ts';
import type { GoalProposal } from './import/parsed.ts';

/** A goal of what an archive suggests: the first title and industry that the classifier knows become its target. */
export function goalOf(
  { kind, title, horizon, companies, titles, industries, place }: GoalProposal,
  classifier: Pick<Classifier, 'classify'>,
  { id, now }: { id: string; now: string },
): Goal {
  const target: Goal['target'] = { companies, skills: [] };
  const isco = firstKnown(titles, (text) => judgeText(classifier, { title: text }).function?.isco4);
  const nace2 = firstKnown(
    industries,
    (text) => judgeText(classifier, { industryLabel: text }).industry?.nace2,
  );
  if (isco !== undefined) target.isco = isco;
  if (nace2 !== undefined) target.nace2 = nace2;
  if (place !== undefined) target.place = place;
  return { id, kind, title, target, horizon, weight: 2, state: 'active', createdAt: now, updatedAt: now };
}

function firstKnown(
  texts: readonly string[],
  know: (text: string) => string | undefined,
): string | undefined {
  for (const text of texts) {
    const known = know(text);
    if (known !== undefined) return known;
  }
  return undefined;
}

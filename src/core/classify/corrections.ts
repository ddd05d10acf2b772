import type { Classification, FunctionResult, OwnWords } from '../model/index.ts';
import { functionName, industryName } from '../taxonomy/index.ts';

/** A function as a result without alternatives. */
export function namedFunction(isco4: string, confidence: number): FunctionResult {
  return {
    isco4,
    isco3: isco4.slice(0, 3),
    name: functionName(isco4, 'en'),
    confidence,
    alternatives: [],
  };
}

/** A classification with the user's own word, which wins. */
export function corrected(
  found: Classification,
  own: Pick<OwnWords, 'isco4' | 'nace2' | 'seniority'>,
): Classification {
  const evidence = [...found.evidence];
  if (own.isco4 ?? own.nace2 ?? own.seniority) evidence.unshift('your own correction');
  return {
    function: own.isco4 === undefined ? found.function : namedFunction(own.isco4, 1),
    seniority: own.seniority ?? found.seniority,
    industry:
      own.nace2 === undefined
        ? found.industry
        : { nace2: own.nace2, name: industryName(own.nace2, 'en'), confidence: 1, alternatives: [] },
    evidence,
  };
}

import type { GoalKind } from '../../../core/model/index.ts';

/** The parts of a goal's target, as fields of the form. */
export type TargetField = 'isco' | 'nace2' | 'companies' | 'place' | 'seniority' | 'skills';

/**
 * What each kind of goal asks first, in this order; everything else waits behind *more*. Whoever wants another
 * job thinks of the work, the industry, the employers, the place; whoever goes abroad, of the country.
 */
export const FIELDS_FOR_GOAL: Readonly<Record<GoalKind, readonly TargetField[]>> = {
  changeJob: ['isco', 'nace2', 'companies', 'place'],
  buildKnowHow: ['skills', 'isco', 'nace2'],
  reachExpertise: ['skills', 'isco', 'seniority'],
  reachPerson: ['skills', 'isco', 'nace2', 'place'],
  takeLeadership: ['seniority', 'isco', 'nace2', 'companies'],
  projectAbroad: ['place', 'nace2', 'isco', 'companies'],
  foundOrInvest: ['nace2', 'place', 'skills', 'isco'],
  ownWords: ['isco', 'nace2', 'place', 'seniority', 'skills', 'companies'],
};

export const ALL_FIELDS: readonly TargetField[] = FIELDS_FOR_GOAL.ownWords;

import { functionDistance, industryDistance, seniorityGap } from '../distance/index.ts';
import { effectiveProfile } from '../merge/index.ts';
import { currentPosition, type Fit, type Goal, type HubEvidence } from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import { fold } from '../text/fold.ts';
import type { ContactInput, StrategyContext } from './context.ts';
import { IN_FIELD } from './weights.ts';

/** The roles that a contact can play toward a goal, each with what shows it. */
export function rolesToward(
  goal: Goal,
  input: ContactInput,
  { me }: StrategyContext,
  hub: HubEvidence,
): Fit['roles'] {
  const { contact, career } = input;
  const { target } = goal;
  const { current, steps } = career;
  const profile = effectiveProfile(contact);
  const roles: Fit['roles'] = [];
  const within = (distance: number | null, limit = IN_FIELD) => distance !== null && distance <= limit;

  const toFunction =
    target.isco === undefined ? null : functionDistance(target.isco, current.function?.isco4);
  const toIndustry =
    target.nace2 === undefined ? null : industryDistance(target.nace2, current.industry?.nace2);
  const company = currentPosition(profile)?.company;
  const inCompany =
    company !== undefined && target.companies.some((name) => companyKey(name) === companyKey(company));

  if (inCompany)
    roles.push({ role: 'insider', strength: 1, facts: [{ key: 'factInsiderCompany', values: { company } }] });
  else if (toIndustry === 0)
    roles.push({
      role: 'insider',
      strength: 1,
      facts: [{ key: 'factInsiderIndustry', values: { nace: target.nace2 ?? '' } }],
    });
  else if (target.nace2 === undefined && toFunction === 0) {
    roles.push({
      role: 'insider',
      strength: 1,
      facts: [{ key: 'factInsiderFunction', values: { isco: target.isco ?? '' } }],
    });
  }

  const skills = new Set(profile.skills.map(fold));
  const skill = target.skills.find((wanted) => skills.has(fold(wanted)));
  const deep = current.seniority !== null && !['intern', 'junior'].includes(current.seniority);
  if (skill !== undefined)
    roles.push({ role: 'expert', strength: 1, facts: [{ key: 'factExpertSkill', values: { skill } }] });
  else if (toFunction === 0 && deep)
    roles.push({
      role: 'expert',
      strength: 1,
      facts: [{ key: 'factExpertFunction', values: { isco: target.isco ?? '' } }],
    });

  if (hub.isHub && (inCompany || within(toIndustry) || within(toFunction))) {
    roles.push({ role: 'doorOpener', strength: 1, facts: [{ key: 'factDoorOpener' }] });
  }

  const move = me === null ? -1 : madeTheMove();
  if (move >= 0) {
    const year = steps[move]?.start?.slice(0, 4);
    roles.push({
      role: 'pathfinder',
      strength: 1,
      facts: [
        year === undefined ? { key: 'factPathfinder' } : { key: 'factPathfinderYear', values: { year } },
      ],
    });
  }

  const above = seniorityGap(target.seniority ?? me?.career.current.seniority, current.seniority);
  const sameWorld = within(toFunction, 0.6) || within(toIndustry) || target.isco === undefined;
  if (above !== null && sameWorld && (target.seniority === undefined ? above >= 2 : above >= 0)) {
    roles.push({
      role: 'mentor',
      strength: 1,
      facts: [{ key: 'factMentor', values: { seniority: current.seniority ?? '' } }],
    });
  }

  if (me !== null) {
    const mine = me.career.current;
    const sameFunction = functionDistance(mine.function?.isco4, current.function?.isco4) === 0;
    const sameLevel = Math.abs(seniorityGap(mine.seniority, current.seniority) ?? 9) <= 1;
    if (sameFunction && sameLevel && toFunction !== 0)
      roles.push({ role: 'peer', strength: 1, facts: [{ key: 'factPeer' }] });
  }
  return roles;

  /** The index of the step by which the contact came from near my field to near the target; -1 if none. */
  function madeTheMove(): number {
    const mine = me?.career.current;
    const near = (step: (typeof steps)[number], isco: string | undefined, nace: string | undefined) => {
      const distances = [
        isco === undefined ? null : functionDistance(isco, step.isco4),
        nace === undefined ? null : industryDistance(nace, step.nace2),
      ].filter((distance) => distance !== null);
      return distances.length > 0 && distances.every((distance) => distance <= IN_FIELD);
    };
    return steps.findIndex(
      (step, at) =>
        near(step, target.isco, target.nace2) &&
        steps
          .slice(at + 1)
          .some(
            (earlier) =>
              near(
                earlier,
                target.isco === undefined ? undefined : mine?.function?.isco4,
                target.nace2 === undefined ? undefined : mine?.industry?.nace2,
              ) && !near(earlier, target.isco, target.nace2),
          ),
    );
  }
}

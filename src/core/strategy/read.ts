import { functionDistance, industryDistance, placeDistance, seniorityGap } from '../distance/index.ts';
import { effectiveProfile } from '../merge/index.ts';
import { currentPosition, type Distances, type Fact, type Layer, type Reading } from '../model/index.ts';
import { companyKey } from '../text/companies.ts';
import type { ContactInput, StrategyContext } from './context.ts';
import { fitToGoal } from './fit.ts';
import { hubEvidence } from './hub.ts';

/** Everything that can be said of one contact. What is not known is `null`, never zero. */
export function readContact(input: ContactInput, context: StrategyContext): Reading {
  const distances = measure(input, context);
  const hub = hubEvidence(input);
  const fits = context.goals.map((goal) => fitToGoal(goal, input, context, hub));
  const known = [distances.function, distances.industry].filter((distance) => distance !== null);
  return {
    contactId: input.contact.id,
    career: input.career,
    distances,
    layer: layerOf(input, context, distances, fits),
    fits,
    hub,
    novelty: known.length === 0 ? null : known.reduce((sum, distance) => sum + distance, 0) / known.length,
    marginal: [],
  };
}

function measure({ contact, career }: ContactInput, { me }: StrategyContext): Distances {
  if (me === null)
    return { function: null, industry: null, place: null, seniority: null, internal: null, past: null };
  const theirs = career.current;
  const mine = me.career.current;
  const profile = effectiveProfile(contact);
  const today = {
    function: functionDistance(mine.function?.isco4, theirs.function?.isco4),
    industry: industryDistance(mine.industry?.nace2, theirs.industry?.nace2),
  };
  const myCompany = currentPosition(me.profile)?.company;
  const theirCompany = currentPosition(profile)?.company;
  return {
    ...today,
    place: placeDistance(me.profile.place, profile.location),
    seniority: seniorityGap(mine.seniority, theirs.seniority),
    internal: myCompany && theirCompany ? companyKey(myCompany) === companyKey(theirCompany) : null,
    past: nearestPast(me.career.steps, theirs, today),
  };
}

function nearestPast(
  steps: StrategyContextSteps,
  theirs: ContactInput['career']['current'],
  today: { function: number | null; industry: number | null },
): Distances['past'] {
  let best: Distances['past'] = null;
  let bestSum = (today.function ?? 1) + (today.industry ?? 1);
  steps.forEach((past, step) => {
    const toFunction = functionDistance(past.isco4, theirs.function?.isco4);
    const toIndustry = industryDistance(past.nace2, theirs.industry?.nace2);
    const sum = (toFunction ?? 1) + (toIndustry ?? 1);
    if (past.end === null || sum >= bestSum) return;
    bestSum = sum;
    best = { step, function: toFunction, industry: toIndustry };
  });
  return best;
}
type StrategyContextSteps = ContactInput['career']['steps'];

/** Fit from which a contact counts as serving a goal. */
const SERVES_FROM = 40;

function layerOf(
  { contact, ties }: ContactInput,
  { me, goals }: StrategyContext,
  distances: Distances,
  fits: Reading['fits'],
): Reading['layer'] {
  const { value, facts } = computeLayer();
  const overruled = contact.own.layer !== undefined && contact.own.layer !== value;
  const unknown = facts.some(({ key }) =>
    ['factMeUnknown', 'factNoGoal', 'factNotEnoughKnown'].includes(key),
  );
  const known = contact.own.layer !== undefined || !unknown;
  return { value: contact.own.layer ?? value, known, overruled, computed: value, facts };

  function computeLayer(): { value: Layer; facts: Fact[] } {
    const label = ties.find((tie) => tie.from === 'me' && tie.label !== undefined)?.label;
    if (label === 'dayToDay') return { value: 'operational', facts: [{ key: 'factLabelledDayToDay' }] };
    if (label === 'personal') return { value: 'personal', facts: [{ key: 'factLabelledPersonal' }] };
    if (distances.internal === true && (distances.function ?? 1) <= 0.6) {
      return { value: 'operational', facts: [{ key: 'factSameCompanyNearFunction' }] };
    }
    const served = fits.filter((fit) => (fit.value ?? 0) >= SERVES_FROM);
    const facts: Fact[] = served.map((fit) => ({ key: 'factServesGoal', values: { goal: fit.goalId } }));
    if ((distances.function ?? 0) > 0.6) facts.push({ key: 'factOpensFunction' });
    if ((distances.industry ?? 0) > 0.35) facts.push({ key: 'factOpensIndustry' });
    if (facts.length > 0) return { value: 'strategic', facts };
    const shared = me === null ? undefined : sharedPast();
    if (shared !== undefined)
      return { value: 'personal', facts: [{ key: 'factSharedPast', values: { company: shared } }] };
    if (me === null) return { value: 'personal', facts: [{ key: 'factMeUnknown' }] };
    const near = distances.function !== null && distances.industry !== null;
    if (near) return { value: 'operational', facts: [{ key: 'factSameField' }] };
    return { value: 'personal', facts: [{ key: goals.length === 0 ? 'factNoGoal' : 'factNotEnoughKnown' }] };
  }

  function sharedPast(): string | undefined {
    const mine = new Set([
      ...(me?.profile.positions ?? []).map((position) => companyKey(position.company ?? '')),
      ...(me?.profile.education ?? []).map((education) => companyKey(education.school)),
    ]);
    const theirs = [
      ...contact.profile.positions.map((position) => position.company ?? ''),
      ...contact.profile.education.map((education) => education.school),
    ];
    return theirs.find((name) => name !== '' && mine.has(companyKey(name)));
  }
}

import type { Digest, Distances, Fact, Fit, HubEvidence, Layer, Reading } from '../model/index.ts';
import { beyond, type Viewpoint, within, type Years } from './viewpoint.ts';
import { FIELD } from './weights.ts';

/**
 * The layer of a contact, with reasons. In this order: the user's own label; today's work (same company, near
 * function); a goal served; the same company; a key person; a shared past; a field beyond today's; the user's own field. When none of them can be
 * told it is not known, and said so. The user's own layer wins over all.
 */
export function layerOf(
  digest: Digest,
  view: Viewpoint,
  distances: Distances,
  fits: readonly Fit[],
  hub: HubEvidence,
): Reading['layer'] {
  const computed = computedLayer(digest, view, distances, fits, hub);
  const value = digest.ownLayer ?? computed.value;
  return {
    value,
    known: digest.ownLayer !== undefined || computed.known,
    overruled: value !== computed.value,
    computed: computed.value,
    facts: computed.facts,
  };
}

interface Computed {
  value: Layer;
  known: boolean;
  facts: Fact[];
}

function computedLayer(
  digest: Digest,
  view: Viewpoint,
  distances: Distances,
  fits: readonly Fit[],
  hub: HubEvidence,
): Computed {
  const label = digest.tie?.label;
  if (label === 'dayToDay') return known('operational', [{ key: 'factLabelledDayToDay' }]);
  if (label === 'personal') return known('personal', [{ key: 'factLabelledPersonal' }]);
  if (distances.internal === true && within(distances.function, FIELD.world))
    return known('operational', [{ key: 'factSameCompanyNearFunction' }]);
  const served: Fact[] = fits
    .filter(({ serves }) => serves)
    .map(({ goalId }) => ({ key: 'factServesGoal', values: { goal: goalId } }));
  const opened: Fact[] = [];
  if (beyond(distances.function, FIELD.world)) opened.push({ key: 'factOpensFunction' });
  if (beyond(distances.industry, FIELD.industry)) opened.push({ key: 'factOpensIndustry' });
  if (served.length > 0) return known('strategic', [...served, ...opened]);
  // Under the same roof no field beyond today's is opened: operational ties are the internal ones (Ibarra, Hunter).
  if (distances.internal === true) return known('operational', [{ key: 'factSameCompany' }]);
  if (hub.isHub) return known('strategic', [{ key: 'factKeyPerson' }, ...opened]);
  const shared = sharedPast(digest, view);
  if (shared !== undefined)
    return known('personal', [{ key: 'factSharedPast', values: { company: shared } }]);
  if (opened.length > 0) return known('beyond', opened);
  if (distances.function !== null && distances.industry !== null)
    return known('operational', [{ key: 'factSameField' }]);
  return { value: 'personal', known: false, facts: reasonsUnknown(view) };
}

function known(value: Layer, facts: Fact[]): Computed {
  return { value, known: true, facts };
}

function reasonsUnknown({ me, aims }: Viewpoint): Fact[] {
  const facts: Fact[] = [me === null ? { key: 'factMeUnknown' } : { key: 'factNotEnoughKnown' }];
  if (aims.length === 0) facts.push({ key: 'factNoGoal' });
  return facts;
}

/**
 * An organisation at which both have been, as the user writes it; today's shared employer is no past, and neither
 * is one at which both were in different years.
 */
export function sharedPast(
  { employer, steps, schools }: Digest,
  { me, keyOf, year }: Viewpoint,
): string | undefined {
  if (me === null || me.organisations.size === 0) return undefined;
  const today = employer === undefined ? undefined : keyOf(employer);
  const shared = (name: string | undefined, from: number | undefined, to: number | null | undefined) => {
    if (name === undefined) return undefined;
    const key = keyOf(name);
    const mine = me.organisations.get(key);
    if (mine === undefined || (key === today && key === me.employer)) return undefined;
    const theirs: Years = [from ?? null, to === null ? year : (to ?? null)];
    return mine.years.some((years) => mayOverlap(years, theirs)) ? mine.name : undefined;
  };
  for (const { company, from, to } of steps ?? []) {
    const found = shared(company, from, to);
    if (found !== undefined) return found;
  }
  for (const { name, from, to } of schools ?? []) {
    const found = shared(name, from, to);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Do two stays overlap, as far as their years are known? */
function mayOverlap([from, to]: Years, [start, end]: Years): boolean {
  return !(to !== null && start !== null && to < start) && !(end !== null && from !== null && end < from);
}

import { type Place, SENIORITIES, type Seniority } from '../model/index.ts';
import { fold } from '../text/fold.ts';
import { wellNamed } from '../text/places.ts';

export { functionDistance } from './function.ts';
export { type IndustryEvidence, industryDistance, industryEvidence } from './industry.ts';
export { sharedSkills } from './sharedSkills.ts';
export { SKILL_GROUPS, type SkillGroup } from './skillGroups.ts';
export { DISTANCE_STEPS, type DistanceStep, distanceStep } from './steps.ts';

export interface PlaceDistance {
  step: 'city' | 'region' | 'country' | 'continent' | 'elsewhere';
  distance: number;
}

/** Steps between two places; `null` where not enough of both is known to compare. */
export function placeDistance(from: Place | undefined, to: Place | undefined): PlaceDistance | null {
  if (from === undefined || to === undefined) return null;
  const [a, b] = [wellNamed(from), wellNamed(to)];
  const same = (left: string | undefined, right: string | undefined) =>
    left !== undefined && right !== undefined && fold(left) === fold(right);
  const abroad = a.country !== undefined && b.country !== undefined && a.country !== b.country;
  if (!abroad && same(a.city, b.city)) return { step: 'city', distance: 0 };
  if (!abroad && same(a.region, b.region)) return { step: 'region', distance: 0.25 };
  if (a.country === undefined || b.country === undefined) return null;
  if (!abroad) return { step: 'country', distance: 0.5 };
  const left = continent(a.country);
  return left !== null && left === continent(b.country)
    ? { step: 'continent', distance: 0.75 }
    : { step: 'elsewhere', distance: 1 };
}

/** Steps of level from one person to another, in steps of `SENIORITIES`; positive is higher. `null`: unknown. */
export function seniorityGap(
  from: Seniority | null | undefined,
  to: Seniority | null | undefined,
): number | null {
  if (from == null || to == null) return null;
  return LEVEL[to] - LEVEL[from];
}

/** `owner` stands beside `executive`. */
const LEVEL = Object.fromEntries(
  SENIORITIES.map((seniority, level) => [seniority, Math.min(level, SENIORITIES.indexOf('executive'))]),
) as Record<Seniority, number>;

/** Countries by continent as counted in everyday life; Russia and Türkiye with Europe. */
const CONTINENTS = {
  europe:
    'AD AL AT BA BE BG BY CH CY CZ DE DK EE ES FI FO FR GB GI GR HR HU IE IS IT LI LT LU LV MC MD ME MK MT NL NO PL PT RO RS RU SE SI SK SM TR UA VA XK',
  asia: 'AE AF AM AZ BD BH BN BT CN GE HK ID IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK MM MN MO MV MY NP OM PH PK PS QA SA SG SY TH TJ TL TM TW UZ VN YE',
  africa:
    'AO BF BI BJ BW CD CF CG CI CM CV DJ DZ EG ER ET GA GH GM GN GQ GW KE KM LR LS LY MA MG ML MR MU MW MZ NA NE NG RW SC SD SL SN SO SS ST SZ TD TG TN TZ UG ZA ZM ZW',
  northAmerica: 'AG BB BS BZ CA CR CU DM DO GD GT HN HT JM KN LC MX NI PA PR SV TT US VC',
  southAmerica: 'AR BO BR CL CO EC GY PE PY SR UY VE',
  oceania: 'AU FJ FM KI MH NR NZ PG PW SB TO TV VU WS',
} as const;

function continent(country: string): string | null {
  return Object.entries(CONTINENTS).find(([, countries]) => countries.includes(country))?.[0] ?? null;
}

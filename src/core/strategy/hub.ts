import type { Digest, DigestStep, Fact, HubEvidence } from '../model/index.ts';
import { functionFamily } from '../taxonomy/index.ts';
import { HUB_WEIGHTS as W } from './weights.ts';

/** What speaks for a key person, each with its weight. Without ties among contacts no betweenness is claimed. */
export function hubEvidence(digest: Digest): HubEvidence {
  const evidence: HubEvidence['evidence'] = [];
  const say = (weight: number, key: Fact['key'], values?: Fact['values']) =>
    evidence.push({ weight, fact: values === undefined ? { key } : { key, values } });

  if (digest.ownHub === true) say(W.ownMark, 'factHubOwnMark');
  const introductions = digest.introduced?.length ?? 0;
  if (introductions > 0) {
    const weight = W.introductions[Math.min(introductions, W.introductions.length) - 1] ?? 0;
    say(weight, 'factHubIntroductions', { count: introductions });
  }
  if (digest.bridge !== undefined) say(W.bridgingRole, 'factHubBridgingRole', { word: digest.bridge });
  if ((digest.followers ?? 0) >= W.reachFollowers)
    say(W.reach, 'factHubFollowers', { count: digest.followers ?? 0 });
  else if ((digest.connections ?? 0) >= W.reachConnections)
    say(W.reach, 'factHubConnections', { count: digest.connections ?? 0 });
  if ((digest.affiliations ?? 0) >= 2)
    say(W.affiliations, 'factHubAffiliations', { count: digest.affiliations ?? 0 });
  const steps = digest.steps ?? [];
  const industries = kindsOf(steps, ({ nace }) => nace);
  if (industries.effective >= W.rangeFrom)
    say(W.rangeIndustries, 'factHubRange', { count: industries.different });
  const functions = kindsOf(steps, ({ isco }) => (isco === undefined ? undefined : functionFamily(isco)));
  if (functions.effective >= W.rangeFrom)
    say(W.rangeFunctions, 'factHubRangeFunctions', { count: functions.different });
  const known = digest.acquainted ?? digest.knows?.length ?? 0;
  if (known > 0)
    say(W.acquaintances[Math.min(known, W.acquaintances.length) - 1] ?? 0, 'factHubAcquaintances', {
      count: known,
    });
  if ((digest.mutual ?? 0) >= W.mutualFrom) say(W.mutual, 'factHubMutual', { count: digest.mutual ?? 0 });

  let strength = 0;
  for (const { weight } of evidence) strength += weight;
  strength = Math.min(1, Math.round(strength * 100) / 100);
  return { strength, isHub: digest.ownHub !== false && strength >= W.hubFrom, evidence };
}

/** Different kinds among positions, and how many equally frequent kinds would be as diverse (Hill number of order 1). */
function kindsOf(
  steps: readonly DigestStep[],
  kindOf: (step: DigestStep) => string | null | undefined,
): { different: number; effective: number } {
  if (steps.length < W.rangeFrom) return { different: 0, effective: 0 };
  const counts = new Map<string, number>();
  let all = 0;
  for (const step of steps) {
    const kind = kindOf(step);
    if (kind == null) continue;
    counts.set(kind, (counts.get(kind) ?? 0) + 1);
    all += 1;
  }
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / all) * Math.log(count / all);
  return { different: counts.size, effective: counts.size === 0 ? 0 : Math.exp(entropy) };
}

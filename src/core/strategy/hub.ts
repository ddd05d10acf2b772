import { wordsOf } from '../classify/phrases.ts';
import type { Fact, HubEvidence } from '../model/index.ts';
import type { ContactInput } from './context.ts';
import { BRIDGING_WORDS, HUB_WEIGHTS as W } from './weights.ts';

/** What speaks for a key person, each with its weight. Without ties among contacts no betweenness is claimed. */
export function hubEvidence({ contact, career, ties }: ContactInput): HubEvidence {
  const { profile, own } = contact;
  const evidence: { weight: number; fact: Fact }[] = [];
  const say = (weight: number, key: string, values?: Fact['values']) =>
    evidence.push({ weight, fact: values === undefined ? { key } : { key, values } });

  if (own.hub === true) say(W.ownMark, 'factHubOwnMark');
  const introductions = ties.filter((tie) => tie.kind === 'introduced' && tie.from === contact.id).length;
  if (introductions > 0) say(W.introductions, 'factHubIntroductions', { count: introductions });
  const current = profile.positions.filter((position) => position.end === null);
  const titles = [profile.headline ?? '', ...current.map((position) => position.title ?? '')];
  const bridging = titles.flatMap(wordsOf).find((word) => BRIDGING_WORDS.has(word));
  if (bridging !== undefined) say(W.bridgingRole, 'factHubBridgingRole', { word: bridging });
  const followers = profile.followers ?? 0;
  if (followers >= W.reachFollowers) say(W.reach, 'factHubFollowers', { count: followers });
  else if ((profile.connections ?? 0) >= W.reachConnections)
    say(W.reach, 'factHubConnections', { count: profile.connections ?? 0 });
  if (new Set(current.map((position) => position.company)).size >= 2) {
    say(W.affiliations, 'factHubAffiliations', {
      count: new Set(current.map((position) => position.company)).size,
    });
  }
  const industries = new Set(career.steps.map((step) => step.nace2).filter((code) => code !== null));
  if (industries.size >= 3) say(W.range, 'factHubRange', { count: industries.size });
  const mutual = profile.mutualConnections ?? 0;
  if (mutual >= W.mutualFrom) say(W.mutual, 'factHubMutual', { count: mutual });

  const strength = Math.min(
    1,
    evidence.reduce((sum, { weight }) => sum + weight, 0),
  );
  return { strength, isHub: own.hub !== false && strength >= W.hubFrom, evidence };
}

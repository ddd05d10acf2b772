import { readRising, writeRising } from '../../core/classify/bytes.ts';
import { type ModelFacts, readParts, STRETCH } from '../../core/classify/model.ts';
import { groupParts, join } from './pack.ts';
import type { UnitGroupModel } from './unitGroups.ts';

/**
 * A trained model that tells unit groups apart by what `groups` has learned of the features of `hashes`, in their order;
 * it keeps those of its features that are among the first `groups.features`. All else stays as it is.
 */
export function withUnitGroups(file: Uint8Array, hashes: Uint32Array, groups: UnitGroupModel): Uint8Array {
  const parts = new Map(readParts(file));
  const part = (name: string) => parts.get(name) as Uint8Array;
  const facts = JSON.parse(new TextDecoder().decode(part('facts'))) as ModelFacts;
  const rows = new Map<number, number>();
  hashes.subarray(0, groups.features).forEach((hash, row) => {
    const short = hash >>> (32 - facts.featureBits);
    if (!rows.has(short)) rows.set(short, row);
  });
  const known = readRising(part('hashes'), facts.features);
  const kept = [...known.keys()].filter((at) => rows.has(known[at] as number));
  const stretches = facts.size / STRETCH;
  const codes = new Uint8Array(kept.length * stretches);
  kept.forEach((at, place) => {
    codes.set(part('codes').subarray(at * stretches, (at + 1) * stretches), place * stretches);
  });
  const order = kept.map((at) => {
    const short = known[at] as number;
    return { short, row: rows.get(short) as number };
  });
  const scales = part('scales');
  parts.set('hashes', writeRising(order.map(({ short }) => short)));
  parts.set('codes', codes);
  parts.set(
    'scales',
    Uint8Array.from(kept, (at) => scales[at] as number),
  );
  for (const [name, bytes] of groupParts(groups, order)) parts.set(name, bytes);
  return withFacts([...parts], {
    ...facts,
    features: order.length,
    groupSize: groups.size,
    groupCentreUnit: groups.codebooks.unit,
    groupWeightUnit: groups.weightUnit,
  });
}

/** The parts of a model with other facts, as a file. */
export function withFacts(parts: readonly [string, Uint8Array][], facts: ModelFacts): Uint8Array {
  const text = new TextEncoder().encode(JSON.stringify(facts));
  return join(parts.map(([name, bytes]) => [name, name === 'facts' ? text : bytes]));
}

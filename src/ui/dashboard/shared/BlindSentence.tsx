import type { ComponentChildren } from 'preact';
import type { BlindSpot } from '../../../core/model/index.ts';
import { needWords } from './needs.ts';
import { type Known, Listed, Names, Say } from './Say.tsx';

/**
 * What is missing, in a sentence: “For *Lead a team* nobody fills the role of mentor. A and B come closest.” Several
 * missing roles of a goal make one sentence. Without `goal` the sentence stands under the goal already. `reason` is
 * the address where the need can be seen.
 */
export function BlindSentence({
  spots,
  known,
  goal = null,
  reason,
  without = [],
}: {
  /** One need, or several missing roles of one goal. */
  spots: readonly BlindSpot[];
  known: Known;
  goal?: ComponentChildren;
  reason?: string;
  /** Persons who were just named as coming closest: not again. */
  without?: readonly string[];
}) {
  const needs = spots.map((spot) => {
    const words = <strong class="blind">{needWords(spot)}</strong>;
    return reason === undefined ? words : <a href={reason}>{words}</a>;
  });
  const [first] = spots;
  const kind =
    spots.length > 1 ? (first?.kind === 'contact' ? 'contacts' : 'roles') : (first?.kind ?? 'field');
  const nearest = nearestOf(spots).filter((id) => !without.includes(id));
  return (
    <>
      <Say
        of={goal === null ? `blind_${kind}` : `blindFor_${kind}`}
        goal={goal}
        need={<Listed items={needs} />}
      />
      {nearest.length > 0 && (
        <>
          {' '}
          <Say of="blind_nearest" count={nearest.length} names={<Names ids={nearest} known={known} />} />
        </>
      )}
    </>
  );
}

/** Persons named who come nearest to filling a need. */
const NEAREST = 2;

/** Who comes nearest to filling these needs. */
export function nearestOf(spots: readonly BlindSpot[]): string[] {
  return [...new Set(spots.flatMap(({ contactIds }) => contactIds))].slice(0, NEAREST);
}

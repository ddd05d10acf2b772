import { conceptFinderOf, nthLargest } from './concepts.ts';
import type { TitleModel } from './model.ts';

/** What the model says of one title. */
export interface Judgement {
  /** ISCO-08 unit groups with their probability, most probable first; at most `MOST_GROUPS`. */
  groups: { isco4: string; probability: number }[];
  /** Cosine of the title and its nearest concept, -1 to 1. */
  nearness: number;
  /** Share of the title's features that the model knows. */
  known: number;
  /** The title is, but for gender and number, one that the model has learned. */
  exact: boolean;
}

const MOST_GROUPS = 5;
/** Unit groups whose occupations are compared: those that the title's features speak most for. */
const GROUPS_LOOKED_INTO = 8;
/** Cosines so far below the nearest one weigh nothing at any temperature in use. */
const NEGLIGIBLE = 0.35;
/** Probability that goes to the concepts that bear exactly the title. */
const EXACT_SHARE = 0.8;

/** Supervisors of mines, makers and builders: the lists name many of those whom they supervise with them. */
const SUPERVISORS = /^312/;
/** How words begin and end that say that somebody supervises or plans. */
const SUPERVISING =
  /supervis|encarreg|encargad|capataz|jef[ea]|fore(?:wo)?man|meister|polier|arbeiter|capo|chef|contrama?[ei]?[st]|leiter|leitend|leidend|leider|lead|manag|aufse|coord|koord|voorman|opzich|toezich|baas|steiger|respon|verantw|chief|head|hoofd|boss|inspe|mestre|maestr|overs|overm|diret|direct|diritt|shift|schicht|aufsicht|plan(?:e|i|n)|control|kontrol|techni|tecni|fachwirt|betriebswirt|deputy|senior/;

function supervises(words: readonly string[]): boolean {
  return SUPERVISING.test(words.join(' '));
}

/**
 * Makes a judge of titles from a model: probabilities over unit groups, by what its features say of the group and by
 * the cosines to its occupations.
 */
export function createJudge(model: TitleModel): (words: readonly string[]) => Judgement | null {
  const { ofGroups } = conceptFinderOf(model);
  const { temperature, groupShare } = model.facts;
  return (words) => {
    const title = model.embed(words);
    if (title === null) return null;
    const scores = model.scoreGroups(title.groupVector);
    const least = nthLargest(scores, GROUPS_LOOKED_INTO);
    const places: number[] = [];
    for (let g = 0; g < scores.length; g++) if ((scores[g] as number) >= least) places.push(g);
    const best = places.reduce((most, g) => Math.max(most, scores[g] as number), Number.NEGATIVE_INFINITY);
    const { cosines, groups, nearest } = ofGroups(title.vector, places);
    const weights = new Map<string, number>();
    let sum = 0;
    let at = 0;
    groups.forEach(({ isco4, end }, place) => {
      let ofGroup = 0;
      for (; at < end; at++) {
        const behind = nearest - (cosines[at] as number);
        if (behind <= NEGLIGIBLE) ofGroup += Math.exp(-behind / temperature);
      }
      if (ofGroup === 0) return;
      ofGroup *= Math.exp(groupShare * ((scores[places[place] as number] as number) - best));
      weights.set(isco4, ofGroup);
      sum += ofGroup;
    });
    const same = model
      .lookUp(words)
      .filter(
        (c) => model.isco4[c] !== '' && (!SUPERVISORS.test(model.isco4[c] as string) || supervises(words)),
      );
    const rest = same.length > 0 ? 1 - EXACT_SHARE : 1;
    for (const [isco4, weight] of weights) weights.set(isco4, (weight / sum) * rest);
    for (const c of same) {
      const isco4 = model.isco4[c] as string;
      weights.set(isco4, (weights.get(isco4) ?? 0) + EXACT_SHARE / same.length);
    }
    return {
      groups: [...weights]
        .map(([isco4, probability]) => ({ isco4, probability }))
        .sort((a, b) => b.probability - a.probability || (a.isco4 < b.isco4 ? -1 : 1))
        .slice(0, MOST_GROUPS),
      nearness: nearest,
      known: title.known,
      exact: same.length > 0,
    };
  };
}

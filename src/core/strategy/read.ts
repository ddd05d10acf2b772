import { industryEvidence, sharedSkills } from '../distance/index.ts';
import type { Career, Digest, DigestStep, DistanceReasons, Reading } from '../model/index.ts';
import { functionName, industryName } from '../taxonomy/index.ts';
import { companyKey } from '../text/companies.ts';
import type { ContactInput, StrategyContext } from './context.ts';
import { digestOf } from './digest.ts';
import { fitToGoal } from './fit.ts';
import { hubEvidence } from './hub.ts';
import { layerOf } from './layer.ts';
import { measure } from './measure.ts';
import { type Viewpoint, viewpointOf } from './viewpoint.ts';

/** What can be said of a contact without looking at the others; novelty and marginal value need the network. */
export type ReadingAlone = Omit<Reading, 'career' | 'marginal' | 'reasons'>;

/** Everything that can be said of one contact by itself. What is not known is `null`, never zero. */
export function readContact(input: ContactInput, context: StrategyContext): Reading {
  const view = viewpoints.get(context) ?? viewpointOf(context);
  viewpoints.set(context, view);
  const digest = digestOf(input.contact, input.career, input.ties);
  const reading = readDigest(digest, view);
  return { ...reading, reasons: reasonsOf(reading, digest, view), career: input.career, marginal: [] };
}

/** A context is prepared once for all contacts that are read in it. */
const viewpoints = new WeakMap<StrategyContext, Viewpoint>();

/** What the distances of a reading rest on. The same function and the same industry need no reason. */
export function reasonsOf(
  { distances }: Pick<Reading, 'distances'>,
  { isco, nace }: Digest,
  { me }: Viewpoint,
): DistanceReasons {
  return {
    skills: distances.function ? sharedSkills(me?.isco, isco) : [],
    industry: distances.industry ? industryEvidence(me?.nace, nace) : null,
  };
}

/** The same from a digest. `novelty` is the distance from the user alone. */
export function readDigest(digest: Digest, view: Viewpoint): ReadingAlone {
  const distances = measure(digest, view);
  const hub = hubEvidence(digest);
  const fits = view.aims.map((aim) => fitToGoal(digest, aim, view, hub));
  return {
    contactId: digest.id,
    distances,
    layer: layerOf(digest, view, distances, fits, hub),
    fits,
    hub,
    novelty: farness(distances),
  };
}

/** How far from the user, 0 to 1, over what is known; `null` when neither function nor industry is. */
function farness({ function: what, industry }: Reading['distances']): number | null {
  if (what === null) return industry;
  return industry === null ? what : (what + industry) / 2;
}

/** The career as far as a digest holds it: codes and levels, without the classifier's evidence. */
export function careerOf({ isco, iscoSure, nace, naceSure, seniority, steps }: Digest): Career {
  return {
    current: {
      function:
        isco === undefined
          ? null
          : {
              isco4: isco,
              isco3: isco.slice(0, 3),
              name: functionName(isco, 'en'),
              confidence: iscoSure ?? 1,
              alternatives: [],
            },
      seniority: seniority ?? null,
      industry:
        nace === undefined
          ? null
          : { nace2: nace, name: industryName(nace, 'en'), confidence: naceSure ?? 1, alternatives: [] },
      evidence: [],
    },
    steps: (steps ?? []).map(careerStep),
  };
}

function careerStep({ isco, nace, seniority, company, from, to }: DigestStep): Career['steps'][number] {
  return {
    isco4: isco ?? null,
    nace2: nace ?? null,
    seniority: seniority ?? null,
    ...(company !== undefined && { company: companyKey(company) }),
    ...(from !== undefined && { start: String(from) }),
    ...(to !== undefined && { end: to === null ? null : String(to) }),
  };
}

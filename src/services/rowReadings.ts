import { type Contact, type Digest, type RowReading, rowReading } from '../core/model/index.ts';
import { readContact, type StrategyContext } from '../core/strategy/index.ts';

/** How a digest reads in lists, for the user and goals of a context. */
export function rowReaderOf(strategy: StrategyContext): (digest: Digest) => RowReading {
  return (digest) => rowReading(readContact(standIn(digest), strategy));
}

/** Until readings are made of digests alone: a contact with what its digest says. */
function standIn(digest: Digest): Parameters<typeof readContact>[0] {
  const { steps = [], isco, nace } = digest;
  const contact = {
    id: digest.id,
    own: {
      tags: [],
      log: [],
      edits: {},
      ...(digest.ownLayer !== undefined && { layer: digest.ownLayer }),
      ...(digest.ownHub !== undefined && { hub: digest.ownHub }),
    },
    profile: {
      name: { full: digest.name },
      positions: steps.map(({ company, to }) => ({
        ...(company !== undefined && { company }),
        ...(to === null && { end: null }),
      })),
      education: [],
      skills: digest.skills ?? [],
      languages: [],
      ...(digest.place !== undefined && { location: digest.place }),
      ...(digest.followers !== undefined && { followers: digest.followers }),
      ...(digest.connections !== undefined && { connections: digest.connections }),
      ...(digest.mutual !== undefined && { mutualConnections: digest.mutual }),
    },
    source: { capturedAt: new Date(digest.seen * 86_400_000).toISOString() },
    events: [],
  } as unknown as Contact;
  const career = {
    current: {
      function:
        isco === undefined
          ? null
          : {
              isco4: isco,
              isco3: isco.slice(0, 3),
              name: '',
              confidence: digest.iscoSure ?? 1,
              alternatives: [],
            },
      industry:
        nace === undefined
          ? null
          : { nace2: nace, name: '', confidence: digest.naceSure ?? 1, alternatives: [] },
      seniority: digest.seniority ?? null,
      evidence: [],
    },
    steps: steps.map(({ isco: isco4, nace: nace2, seniority }) => ({
      isco4: isco4 ?? null,
      nace2: nace2 ?? null,
      seniority: seniority ?? null,
    })),
  };
  return { contact, career, ties: [] };
}

import { RELATIONS, type Relation, type TieSource } from '../model/index.ts';

/** What shows that two contacts know each other, as a digest keeps it. */
export interface Evidence {
  /** `introduced`: the one introduced the other to the user. */
  relation: Relation | 'introduced';
  site?: string;
  /** The day on which the page was read, in days since 1970-01-01. */
  day?: number;
  /** The page's name was taken for the contact by the name alone. */
  byName: boolean;
}

const DAY = 86_400_000;

/**
 * A source in a few letters that many ties share: hundreds of thousands of them are held as one text each. Without a
 * source, and for the user's own word, the empty text.
 */
export function evidenceCode(source: TieSource | undefined): string {
  if (source === undefined || source.relation === 'said') return '';
  const { relation, site = '', on, matchedBy } = source;
  return [relation, Math.floor(Date.parse(on) / DAY), matchedBy === 'name' ? 'name' : '', site].join('|');
}

/** What such a text says; what is none is taken for the user's own word. */
export function readEvidence(code: string): Evidence {
  const [name = '', days = '', by, ...site] = code.split('|');
  if (name === 'introduced') return { relation: 'introduced', byName: false };
  const relation = RELATIONS.find((one) => one === name);
  if (relation === undefined) return { relation: 'said', byName: false };
  const day = Number.parseInt(days, 10);
  return {
    relation,
    byName: by === 'name',
    ...(site.join('|') !== '' && { site: site.join('|') }),
    ...(Number.isFinite(day) && { day }),
  };
}

/** The code of an introduction that the user has noted. */
export const INTRODUCED = 'introduced';

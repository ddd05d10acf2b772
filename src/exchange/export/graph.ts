import { effectiveProfile } from '../../core/merge/index.ts';
import {
  type Contact,
  currentPosition,
  type Layer,
  type Me,
  type Seniority,
  type Tie,
} from '../../core/model/index.ts';
import { certaintyOf } from '../../core/network/certainty.ts';
import { companyKey } from '../../core/text/companies.ts';

/** What is derived about a contact, as far as the caller knows it. */
export interface Codes {
  isco4?: string;
  nace2?: string;
  seniority?: Seniority;
  layer?: Layer;
  /** 0 to 100 for each active goal, in their order; `null` where too little is known. */
  fits?: readonly (number | null)[];
}

export interface GraphSource {
  contacts: Iterable<Contact> | AsyncIterable<Contact>;
  /** Asked for after the contacts. */
  ties(): Tie[];
  me: Me | null;
  codesOf?: ((contact: Contact) => Codes) | undefined;
}

/** The attributes of nodes, all texts; the same in both graph formats. */
export const NODE_ATTRIBUTES = [
  'kind',
  'title',
  'company',
  'place',
  'country',
  'industry',
  'isco',
  'nace',
  'seniority',
  'tags',
] as const;
/** The attributes of edges; `weight` is a number. */
export const EDGE_ATTRIBUTES = [
  'kind',
  'introducer',
  'strength',
  'start',
  'end',
  'connectedOn',
  'lastContact',
  'relation',
  'certainty',
] as const;

export interface GraphNode {
  id: string;
  label: string;
  attributes: Partial<Record<(typeof NODE_ATTRIBUTES)[number], string>>;
}

export interface GraphEdge {
  source: string;
  target: string;
  weight: number;
  attributes: Partial<Record<(typeof EDGE_ATTRIBUTES)[number], string>>;
}

const WEIGHT = { weak: 1, moderate: 2, strong: 3 } as const;

/**
 * The network as a graph: the user, persons and organisations; ties, introductions and employments. All edges are of
 * one kind, undirected, because networkx refuses a file that mixes two; who introduced whom is said by `introducer`, the id
 * of one end; who knows whom has the pages' `relation` and its `certainty`, 0 to 1. All nodes come before the first edge. An ego network has few ties among contacts: who worked where is
 * what makes it one.
 */
export async function* networkGraph(
  source: GraphSource,
): AsyncGenerator<{ node: GraphNode } | { edge: GraphEdge }> {
  const organisations = new Map<string, { id: string; label: string }>();
  const employments: GraphEdge[] = [];
  const persons = new Set<string>(['me']);
  yield { node: ownNode(source.me) };
  for await (const contact of source.contacts) {
    persons.add(contact.id);
    yield { node: personNode(contact, source.codesOf?.(contact) ?? {}) };
    const seen = new Set<string>();
    for (const { company, start, end } of effectiveProfile(contact).positions) {
      if (company === undefined) continue;
      const key = companyKey(company);
      const known = organisations.get(key) ?? {
        id: `organisation ${organisations.size + 1}`,
        label: company,
      };
      organisations.set(key, known);
      const kind = end === null ? 'worksAt' : 'workedAt';
      if (seen.has(key + kind)) continue;
      seen.add(key + kind);
      employments.push({
        source: contact.id,
        target: known.id,
        weight: 1,
        attributes: { kind, ...(start !== undefined && { start }), ...(end != null && { end }) },
      });
    }
  }
  for (const { id, label } of organisations.values())
    yield { node: { id, label, attributes: { kind: 'organisation' } } };
  for (const tie of source.ties())
    if (persons.has(tie.from) && persons.has(tie.to)) yield { edge: tieEdge(tie) };
  for (const edge of employments) yield { edge };
}

function ownNode(me: Me | null): GraphNode {
  const position = me === null ? undefined : currentPosition(me);
  const attributes = filled('me', {
    title: position?.title,
    company: position?.company,
    place: me?.place?.text,
    country: me?.place?.country,
    industry: me?.industryLabel,
    isco: me?.isco4,
    nace: me?.nace2,
    seniority: me?.seniority,
  });
  return { id: 'me', label: me?.name ?? 'Me', attributes };
}

function personNode(contact: Contact, codes: Codes): GraphNode {
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  const { own } = contact;
  const attributes = filled('person', {
    title: position?.title,
    company: position?.company,
    place: profile.location?.text,
    country: profile.location?.country,
    industry: profile.industry,
    isco: own.isco4 ?? codes.isco4,
    nace: own.nace2 ?? codes.nace2,
    seniority: own.seniority ?? codes.seniority,
    tags: own.tags.join(', '),
  });
  return { id: contact.id, label: profile.name.full, attributes };
}

/** The attributes that say something. */
function filled(
  kind: 'me' | 'person',
  values: Partial<Record<(typeof NODE_ATTRIBUTES)[number], string | undefined>>,
): GraphNode['attributes'] {
  const said = Object.entries(values).filter(([, value]) => value !== undefined && value !== '');
  return { kind, ...Object.fromEntries(said) };
}

function tieEdge({ from, to, kind, strength, connectedOn, lastContact, sources }: Tie): GraphEdge {
  const relations = [...new Set(sources?.map(({ relation }) => relation))];
  return {
    source: from,
    target: to,
    weight: strength === undefined ? 1 : WEIGHT[strength],
    attributes: {
      kind,
      ...(kind === 'introduced' && { introducer: from }),
      ...(strength !== undefined && { strength }),
      ...(connectedOn !== undefined && { connectedOn }),
      ...(lastContact !== undefined && { lastContact }),
      ...(relations.length > 0 && {
        relation: relations.join(', '),
        certainty: String(certaintyOf({ sources })),
      }),
    },
  };
}

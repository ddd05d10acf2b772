import type { Draft } from '../../draft.ts';
import { countIn, type Line } from '../../page.ts';

/** Headings of sections by language: the second choice where a page has no structural mark. Lower case. */
export const HEADINGS: Record<
  'about' | 'experience' | 'education' | 'skills' | 'languages',
  readonly string[]
> = {
  about: ['about', 'info', 'über mich', 'infos', 'acerca de', 'o mnie', 'om'],
  experience: ['experience', 'berufserfahrung', 'erfahrung', 'expérience', 'experiencia', 'doświadczenie'],
  education: ['education', 'ausbildung', 'formation', 'educación', 'wykształcenie'],
  skills: ['skills', 'kenntnisse', 'compétences', 'aptitudes', 'conocimientos y aptitudes', 'umiejętności'],
  languages: ['languages', 'sprachen', 'langues', 'idiomas', 'języki'],
};

const COUNTS = [
  [
    'connections',
    /^(?:más de |plus de |mehr als |über )?[\d.,'’\s]+\+?\s*(?:connections?|kontakte?|relations?|contactos?)$/i,
  ],
  ['followers', /^[\d.,'’\s]+\+?\s*(?:followers?|follower:innen|abonnés?|seguidor(?:es)?)$/i],
] as const;
const MUTUAL = /(?:mutual connections?|gemeinsamer? kontakte?|relations? en commun|contactos? en común)/i;
const AND = /,?\s+(?:and|und|et|y)\s+/i;

/** Offers connections, followers and mutual connections from lines such as `500+ connections`. */
export function offerCounts(draft: Draft, lines: Line[]): void {
  for (const { text } of lines) {
    if (MUTUAL.test(text)) draft.offer('mutualConnections', mutualCount(text), 'card');
    else {
      for (const facet of text.split('·')) {
        for (const [field, shape] of COUNTS)
          if (shape.test(facet.trim())) draft.offer(field, countIn(facet), 'card');
      }
    }
  }
}

/** `Ana, Ben and 12 other mutual connections` is 14; `Ana and Ben are mutual connections` is 2. */
export function mutualCount(text: string): number | undefined {
  const number =
    /(\d[\d.,]*)\s*(other|more|weiterer?|andere|autres?|más|otros?)?\s*(?:mutual|gemeinsam|relation|contacto)/i.exec(
      text,
    );
  if (number !== null) {
    const count = countIn(number[1] ?? '');
    if (number[2] === undefined || count === undefined) return count;
    const names = text.slice(0, number.index).replace(/,?\s*(?:and|und|et|y)\s*$/i, '');
    return count + names.split(/\s*,\s*/).filter((name) => /\p{L}/u.test(name)).length;
  }
  const names = text
    .slice(0, text.search(MUTUAL))
    .replace(/\s+(?:is|are|ist|sind|est|sont|es|son)\s+(?:an?|ein|une?)?\s*$/i, '');
  const count = names
    .split(AND)
    .flatMap((part) => part.split(/\s*,\s*/))
    .filter((name) => /\p{L}/u.test(name)).length;
  return count > 0 ? count : undefined;
}

/** `· 2nd`, `1.`, `3rd degree connection`, `2e`: the degree; `undefined` for any other text. */
export function degreeIn(text: string): number | undefined {
  const match =
    /^[·•]?\s*([123])\s?(?:st|nd|rd|\.|er|ère|e|º|°)?\+?(?:\s*(?:degree connection|grades?|degré|kontakt.*))?$/i.exec(
      text.trim(),
    );
  return match === null ? undefined : Number(match[1]);
}

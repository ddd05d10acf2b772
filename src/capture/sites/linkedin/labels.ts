import type { Draft } from '../../draft.ts';
import { countIn, type Line } from '../../page.ts';
import { isMutualText, mutualCount } from '../../sources/mutualContacts.ts';

/** Headings of sections by language: the second choice where a page has no structural mark. Lower case. */
export const HEADINGS: Record<
  'about' | 'experience' | 'education' | 'skills' | 'languages',
  readonly string[]
> = {
  about: [
    'about',
    'info',
    'über mich',
    'infos',
    'acerca de',
    'informazioni',
    'sobre',
    'o mnie',
    'o sobie',
    'om',
    'общие сведения',
  ],
  experience: [
    'experience',
    'berufserfahrung',
    'erfahrung',
    'expérience',
    'experiencia',
    'esperienza',
    'ervaring',
    'experiência',
    'doświadczenie',
    'erfarenhet',
    'опыт',
    'опыт работы',
  ],
  education: [
    'education',
    'ausbildung',
    'formation',
    'educación',
    'formazione',
    'opleiding',
    'formação acadêmica',
    'formação académica',
    'wykształcenie',
    'utbildning',
    'образование',
  ],
  skills: [
    'skills',
    'top skills',
    'kenntnisse',
    'compétences',
    'aptitudes',
    'conocimientos y aptitudes',
    'competenze',
    'vaardigheden',
    'competências',
    'umiejętności',
    'kompetenser',
    'навыки',
  ],
  languages: ['languages', 'sprachen', 'langues', 'idiomas', 'lingue', 'talen', 'języki', 'språk', 'языки'],
};

/** Headings with their count off: `Skills (12)`. */
export function headingKey(text: string): string {
  return text
    .slice(0, 80)
    .toLowerCase()
    .trim()
    .replace(/\(\d+\)$|:$/, '')
    .trim();
}

const NUMBER =
  /^(?:más de |plus de |mehr als |über |more than |ponad |oltre |meer dan |mais de )?[\d.,'’\s]+\+?\s*(?:(?:[km]|tsd|mio|mln|mill|mil)(?!\p{L})\.?)?\s*/iu;
const CONNECTIONS =
  /^(?:connections?|kontakte?n?|relations?|contactos?|collegament[io]|connecties?|kontakt(?:y|ów|er)|spojení|conex(?:ão|ões)|контакт\p{L}{0,3})$/iu;
const FOLLOWERS =
  /^(?:followers?|follower:innen|abonné(?:e?s|·e·s|\(e\)s)?|seguidor(?:es|as?)?|volgers?|obserwując\p{L}{1,3}|sledujících|följare|подписчик\p{L}{0,3})$/iu;
/**
 * Offers connections, followers and mutual connections from lines such as `500+ connections`. Visitors who are not
 * signed in have no connection to share, whatever the page invites them to see.
 */
export function offerCounts(draft: Draft, lines: Line[], isVisitor = false): void {
  for (const { text } of lines) {
    if (text.length > 300) continue;
    if (isMutualText(text)) {
      if (!isVisitor) draft.offer('mutualConnections', mutualCount(text), 'card');
    } else {
      for (const facet of text.split(/[·•|]/)) {
        const field = countedIn(facet);
        if (field !== undefined) draft.offer(field, countIn(facet), 'card');
      }
    }
  }
}

/** What a facet such as `29M followers` counts; a place it never is. */
export function countedIn(facet: string): 'connections' | 'followers' | undefined {
  const text = facet.trim().slice(0, 100);
  const number = NUMBER.exec(text)?.[0];
  if (number === undefined || !/\d/.test(number)) return undefined;
  const word = text.slice(number.length).trim();
  return CONNECTIONS.test(word) ? 'connections' : FOLLOWERS.test(word) ? 'followers' : undefined;
}

/** Marks of an ordinal number: `2nd`, `2.`, `2e`, `2.º`. */
const ORDINAL = 'st|nd|rd|th|\\.?[ºª°]|\\.|er|ère|re|e|-?й|-?e';
const DEGREE = new RegExp(
  `^[·•]?\\s*(?:([123])\\s?(?:${ORDINAL})?\\+?|([123])\\s?(?:${ORDINAL})\\+?\\s*(?:degree connection|grades?|degré|grado|kontakt(?:in)?))$`,
  'iu',
);

/** `· 2nd`, `1.`, `3rd degree connection`, `2e`, `1.º`: the degree; `undefined` for any other text. */
export function degreeIn(text: string): number | undefined {
  const match = DEGREE.exec(text.trim().slice(0, 80));
  return match === null ? undefined : Number(match[1] ?? match[2]);
}

import { isSuffix } from '../../core/text/names.ts';
import { countIn } from '../page.ts';

/** Contacts that the reader of a page shares with its person, as networks speak of them. */
const MUTUAL =
  /(?:mutual connections?|gemeinsamer? kontakte?|relations? en commun|contactos? en común|collegament[io] in comune|gemeenschappelijke connecties?|wspóln\p{L}{1,3} kontakt\p{L}{0,3}|conex(?:ão|ões) em comum)/iu;
const TEASER =
  /^\s?(?:see|view|show|find|discover|your|all|sehen|anzeigen|ansehen|ihre|alle|voir|afficher|vos|découvrez|ver|mostrar|tus|sus|vedi|mostra|i tuoi|bekijk|toon|je|uw|zobacz|pokaż|twoje|veja|exibir|seus|visa|se|dina|посмотреть|ваши)(?![\p{L}])/iu;
const AND = /,?\s(?:and|&|und|et|y|e|en|i|oraz)\s/i;

/** `Ana, Ben and 12 other mutual connections` is 14; `Ana and Ben are mutual connections` is 2. */
export function mutualCount(text: string): number | undefined {
  const before = text.slice(0, text.search(MUTUAL));
  const number = /\d[\d.,]*/.exec(before);
  const named = mutualNames(text).length;
  if (number === null) return named || undefined;
  const count = countIn(number[0]);
  return count === undefined ? undefined : count + named;
}

/** Does a text speak of contacts that the reader shares with somebody? */
export function isMutualText(text: string): boolean {
  return MUTUAL.test(text.slice(0, 500));
}

/** `Ana, Ben and 12 other mutual connections` names Ana and Ben; a text of another kind names nobody. */
export function mutualNames(text: string): string[] {
  const at = text.search(MUTUAL);
  if (at < 0) return [];
  const before = text.slice(0, at);
  const number = /\d[\d.,]*/.exec(before);
  // `See your mutual connections` invites; `Ana and Ben are mutual connections` tells.
  if (number === null && TEASER.test(before)) return [];
  const names = (number === null ? before : before.slice(0, number.index))
    .trim()
    .replace(
      /\s(?:is|are|ist|sind|est|sont|es|son|è|sono|zijn|to|são|é)(?:\s(?:an?|ein|une?|een|um))?$/i,
      '',
    );
  // The blank lets an `and` before the number part the last name from it.
  return `${names} `
    .split(AND)
    .flatMap((part) => part.split(','))
    .map((name) => name.trim())
    .filter((name) => /[\p{Lu}\p{Lo}]/u.test(name) && !isSuffix(name));
}

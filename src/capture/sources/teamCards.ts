import type { Draft } from '../draft.ts';
import { readLines } from '../page.ts';

export interface TeamMember {
  name: string;
  title: string | undefined;
}

const TITLE = /^(?:(?:Prof|Dr|Dipl|Mag|Ing)\.?-?){1,3}$/;
const NAME_WORD = /^(?:von|van|de|der|den|del|la|di|da|zu|\p{Lu}[\p{L}'’.-]*)$/u;

/** Does a heading look like the name of a person: two to five words, each with a capital or a particle, titles aside? */
export function isPersonName(text: string): boolean {
  if (text.length > 60) return false;
  const words = text.split(' ').filter((word) => !TITLE.test(word));
  return words.length >= 2 && words.length <= 5 && words.every((word) => NAME_WORD.test(word));
}

/** Persons on a team page: at least three neighbours of one kind with picture, name and a short line. */
export function findTeam(doc: Document): TeamMember[] {
  const groups = new Map<Element, TeamMember[]>();
  const pictures = [
    ...((doc.querySelector('main') ?? doc.body)?.querySelectorAll('img, picture, [role="img"]') ?? []),
  ].slice(0, 400);
  const seen = new Set<Element>();
  for (const picture of pictures) {
    const card = cardOf(picture);
    if (card === null || seen.has(card) || card.parentElement === null) continue;
    seen.add(card);
    const [name, title] = readLines(card).map((line) => line.text);
    if (name === undefined || !isPersonName(name)) continue;
    const member = { name, title: title !== undefined && title.length <= 120 ? title : undefined };
    const group = groups.get(card.parentElement) ?? [];
    group.push(member);
    groups.set(card.parentElement, group);
  }
  return [...groups.values()].filter((group) => group.length >= 3).flat();
}

/** Offers a member's name and title. */
export function offerMember(draft: Draft, member: TeamMember): void {
  draft.offer('name', member.name, 'card', true);
  if (member.title !== undefined)
    draft.offer('positions', [{ title: member.title, end: null }], 'card', true);
}

/** The largest ancestor of a picture that still stands among neighbours of its own kind and holds few lines. */
function cardOf(picture: Element): Element | null {
  let card: Element | null = picture;
  for (let depth = 0; card !== null && depth < 6; depth++) {
    const parent: Element | null = card.parentElement;
    if (parent === null) return null;
    const alike = [...parent.children]
      .slice(0, 200)
      .filter(
        (child) =>
          child.tagName === card?.tagName && child.querySelector('img, picture, [role="img"]') !== null,
      );
    if (alike.length >= 3 && readLines(card).length >= 1) return card;
    card = parent;
  }
  return null;
}

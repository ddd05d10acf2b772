import { isPlainlyCompany } from '../../core/text/companies.ts';
import { fold } from '../../core/text/fold.ts';

/** What a card says of its name and its organisation; every part may be missing. */
export interface CardName {
  full?: string | undefined;
  given?: string | undefined;
  family?: string | undefined;
  /** The organisation, and its name together with the department. */
  organisations: readonly string[];
  hasTitle: boolean;
  /** The program shows the card by its company (Apple). */
  shownAsCompany: boolean;
}

/** Whom a card names: nobody but a company, or a person by those of the names that are no company's. */
export type Named = { company: true } | { company: false; full?: string; given?: string; family?: string };

/**
 * Tells the card of a company from that of a person. Address books write the company's name into `FN`, into `N`, or
 * both; a card that names a person besides is the person's. Freelancers have firms of their own name: given and
 * family name that make up the organisation's are a company only where its legal form says so.
 */
export function whoIsNamed(card: CardName): Named {
  const { organisations, hasTitle, shownAsCompany } = card;
  const [full, given, family] = [card.full, card.given, card.family].map(filled);
  const organisationNames = new Set(organisations.map(plain).filter((name) => name !== ''));
  const isOrganisation = (name: string | undefined) =>
    name !== undefined && organisationNames.has(plain(name));
  const isFormal = organisations.some(isPlainlyCompany);
  const ofCompany: Named = { company: true };

  if (given !== undefined && family !== undefined) {
    const both = isOrganisation(`${given} ${family}`) || isOrganisation(`${family} ${given}`);
    if (both && (isFormal || shownAsCompany)) return ofCompany;
    // Some programs write the company into `FN` of a person.
    return named(isOrganisation(full) && !both ? undefined : full, given, family);
  }
  const only = given ?? family;
  if (
    only !== undefined &&
    !isOrganisation(only) &&
    !isPlainlyCompany(only) &&
    plain(only) !== plain(full ?? '')
  )
    return named(isOrganisation(full) ? undefined : full, given, family);
  if (full !== undefined && !isOrganisation(full) && !isPlainlyCompany(full) && !shownAsCompany)
    return isOrganisation(only) || isPlainlyCompany(only ?? '') ? named(full) : named(full, given, family);
  if (full === undefined && only === undefined) return named();
  if (hasTitle && !isFormal && !shownAsCompany && !isPlainlyCompany(full ?? only ?? ''))
    return named(full, given, family);
  return ofCompany;
}

function named(full?: string, given?: string, family?: string): Named {
  return {
    company: false,
    ...(full !== undefined && { full }),
    ...(given !== undefined && { given }),
    ...(family !== undefined && { family }),
  };
}

function filled(text: string | undefined): string | undefined {
  return text === undefined || text.trim() === '' ? undefined : text;
}

function plain(name: string): string {
  return fold(name.slice(0, 500)).replace(/[^\p{L}\p{N}]+/gu, '');
}

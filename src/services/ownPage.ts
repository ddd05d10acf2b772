import { sameName } from '../core/merge/index.ts';
import type { Me, Profile } from '../core/model/index.ts';
import { companyKey } from '../core/text/companies.ts';
import { findContact } from '../storage/contacts.ts';
import { getState } from '../storage/state.ts';
import { isListed, listedKeys } from './doNotSave.ts';
import type { Environment } from './environment.ts';

/** The pages that the user has named as their own. */
function addressesOf(me: Pick<Me, 'profileUrl' | 'addresses'> | undefined): string[] {
  return [me?.profileUrl, ...(me?.addresses ?? [])].filter((address) => address !== undefined);
}

/** The keys under which the user themself would be saved. */
export function keysOfMe(
  me: Pick<Me, 'profileUrl' | 'addresses'> | undefined,
  environment: Pick<Environment, 'identify'>,
): ReadonlySet<string> {
  return listedKeys(addressesOf(me), environment);
}

/** Is this the user's own page, by any of its keys or by its address? */
export function isOwnPage(
  profile: Pick<Profile, 'key' | 'memberId' | 'url'>,
  me: Pick<Me, 'profileUrl' | 'addresses'> | undefined,
  environment: Pick<Environment, 'identify'>,
): boolean {
  return isListed(profile, addressesOf(me), environment);
}

/** Has somebody the user's own name, and an employer of theirs? Then it may be the user, on a page that they did not name. */
export function looksLikeMe(
  { name, positions }: Pick<Profile, 'name' | 'positions'>,
  me: Pick<Me, 'name' | 'positions'> | undefined,
): boolean {
  if (me?.name === undefined || !sameName(name, { full: me.name })) return false;
  const own = new Set(companiesOf(me));
  return companiesOf({ positions }).some((company) => own.has(company));
}

function companiesOf({ positions }: Pick<Me, 'positions'>): string[] {
  return positions.flatMap(({ company }) => (company === undefined ? [] : [companyKey(company)]));
}

/** The contact who is saved under one of the user's own addresses; `null`: there is none. */
export async function contactOfMe(environment: Environment): Promise<{ id: string; name: string } | null> {
  const db = await environment.database;
  const contact = await findContact(db, [...keysOfMe(await getState(db, 'me'), environment)]);
  return contact === undefined ? null : { id: contact.id, name: contact.profile.name.full };
}

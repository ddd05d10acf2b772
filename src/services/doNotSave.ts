import { profileKeys } from '../core/merge/index.ts';
import { keyText, LIMITS, type Profile } from '../core/model/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { PageSettings } from '../messaging/protocol.ts';
import type { Environment } from './environment.ts';
import { setSettings } from './network.ts';

/**
 * Puts whom an address is about on the list, once, by the address under which they would be saved.
 * @throws MessageFailure `notAProfile` when it is nobody's profile, `tooLarge` when the list is full.
 */
export async function addToDoNotSave(environment: Environment, typed: string): Promise<PageSettings> {
  const address = environment.profileAddress(typed);
  if (address === null || address.length > LIMITS.url) throw new MessageFailure('notAProfile');
  return setSettings(environment, ({ doNotSave }) => {
    if (listedKeys(doNotSave, environment).has(keyOf(address, environment.identify))) return {};
    if (doNotSave.length >= LIMITS.doNotSave) throw new MessageFailure('tooLarge');
    return { doNotSave: [...doNotSave, address] };
  });
}

/** Takes one address off the list; one that is not there is no error. */
export function removeFromDoNotSave(environment: Environment, address: string): Promise<PageSettings> {
  return setSettings(environment, ({ doNotSave }) => ({
    doNotSave: doNotSave.filter((other) => other !== address),
  }));
}

/**
 * The keys of the people whom the user never wants saved. An address that no site knows is its own key, as it is for
 * contacts of any other page (see `isListed`).
 */
export function listedKeys(
  addresses: readonly string[],
  { identify }: Pick<Environment, 'identify'>,
): ReadonlySet<string> {
  return new Set(addresses.map((address) => keyOf(address, identify)));
}

/** Is this profile, by any of its keys or by its address, one of those on the list? */
export function isListed(
  profile: Pick<Profile, 'key' | 'memberId' | 'url'>,
  addresses: readonly string[],
  environment: Pick<Environment, 'identify'>,
): boolean {
  if (addresses.length === 0) return false;
  const listed = listedKeys(addresses, environment);
  return [...profileKeys(profile), keyOf(profile.url, environment.identify)].some((key) => listed.has(key));
}

function keyOf(address: string, identify: Environment['identify']): string {
  const key = identify(address);
  if (key !== null) return keyText(key);
  const { hostname, pathname } = new URL(address);
  return `${hostname.replace(/^www\./, '')}${pathname.replace(/\/$/, '')}`;
}

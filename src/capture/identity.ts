import type { ProfileKey } from '../core/model/index.ts';
import { hostMatches } from './readers.ts';
import { readAddress } from './sites/linkedin/address.ts';
import { readProfileId } from './sites/xing/address.ts';

/**
 * Whose profile an address of the two networks is, without any reader: the little that a script needs
 * which only decides whether to show a button. `null` when it is nobody's.
 */
export function profileKeyOf(address: string): ProfileKey | null {
  let url: URL;
  try {
    url = new URL(address);
  } catch {
    return null;
  }
  if (hostMatches(url.hostname, '.linkedin.com')) {
    const found = readAddress(url);
    return typeof found === 'string' ? null : { site: 'linkedin', id: found.id };
  }
  if (hostMatches(url.hostname, '.xing.com')) {
    const id = readProfileId(url);
    return id === null ? null : { site: 'xing', id };
  }
  return null;
}

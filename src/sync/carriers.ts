import type { Place } from '../core/sync/index.ts';
import { type Carrier, CarrierError, type Send, withoutSlash } from './carrier.ts';
import { s3 } from './s3.ts';
import { webdav } from './webdav.ts';

/** The one door through which anything leaves this machine: to the place that the person gave, sealed. */
const throughTheDoor: Send = (address, request) => fetch(address, request);

/** The carrier of a place. */
export function carrierOf(place: Place, send: Send = throughTheDoor): Carrier {
  if (place.kind === 'webdav') return webdav(place, send);
  if (place.kind === 's3') return s3(place, send);
  throw new CarrierError('odd', `no carrier for ${place.kind}`);
}

/** A carrier's address as it is kept; `null`: none that the password may be sent to. */
export function tidyAddress(typed: string): string | null {
  const text = typed.trim();
  const full = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(full)) return null;
  const url = new URL(full);
  const near = url.hostname === 'localhost' || url.hostname === '127.0.0.1';
  // Over plain http everybody on the way could read the password.
  if (url.protocol !== 'https:' && !(url.protocol === 'http:' && near)) return null;
  if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') return null;
  return withoutSlash(url.href);
}

import type { Place } from '../core/sync/index.ts';
import { type Carrier, CarrierError, type Send } from './carrier.ts';
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

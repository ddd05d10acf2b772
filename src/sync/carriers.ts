import type { Place } from '../core/sync/index.ts';
import type { Carrier, Send } from './carrier.ts';
import { folder, type PickedFolder } from './folder.ts';
import { s3 } from './s3.ts';
import { webdav } from './webdav.ts';

/** The one door through which anything leaves this machine: to the place that the person gave, sealed. */
const throughTheDoor: Send = (address, request) => fetch(address, request);

/** The carrier of a place; `picked`: the folder that the person picked, where there is such a thing. */
export function carrierOf(
  place: Place,
  send: Send = throughTheDoor,
  picked: () => Promise<PickedFolder | null> = async () => null,
): Carrier {
  switch (place.kind) {
    case 'webdav':
      return webdav(place, send);
    case 's3':
      return s3(place, send);
    case 'folder':
      return folder(picked);
  }
}

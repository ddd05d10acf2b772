import { type Place, withoutSlash } from '../core/sync/index.ts';
import {
  bodyOf,
  type Carrier,
  CarrierError,
  dateOf,
  isPart,
  type Listing,
  refusal,
  request,
  type Send,
} from './carrier.ts';
import { FILE_LIMITS } from './file.ts';

/** Bytes of a listing at most; one of ten thousand files has three million. */
const LISTING_BYTES = 32 * 1024 * 1024;
const crowdedListing = () => new CarrierError('crowded', `a listing of more than ${LISTING_BYTES} bytes`);

const PROPERTIES =
  '<?xml version="1.0" encoding="utf-8"?><propfind xmlns="DAV:"><prop><getcontentlength/><resourcetype/></prop></propfind>';

/** A WebDAV server (RFC 4918): Nextcloud, ownCloud, Fastmail, storage boxes, Apache. */
export function webdav(place: Extract<Place, { kind: 'webdav' }>, send: Send): Carrier {
  const base = withoutSlash(place.url);
  const authorization = `Basic ${base64(`${place.user}:${place.password}`)}`;
  const address = (path: readonly string[], folder: boolean) =>
    [base, ...path.map(encodeURIComponent)].join('/') + (folder ? '/' : '');
  const ask = (method: string, to: string, headers: Record<string, string> = {}, body?: BodyInit) =>
    request(send, to, {
      method,
      headers: { ...headers, Authorization: authorization },
      ...(body !== undefined && { body }),
    });

  return {
    async makeFolder(path) {
      for (let depth = 1; depth <= path.length; depth++) {
        const response = await ask('MKCOL', address(path.slice(0, depth), true));
        // 405: it is there. Some servers say so by 409 or 301 to the folder itself; the listing tells.
        if (response.status !== 201 && response.status !== 405 && response.status !== 409)
          throw refusal(response, 'MKCOL');
      }
    },
    async list(path) {
      const to = address(path, true);
      const response = await ask(
        'PROPFIND',
        to,
        { Depth: '1', 'Content-Type': 'application/xml; charset=utf-8' },
        PROPERTIES,
      );
      if (response.status === 404) return null;
      // A network that answers in place of the server says 200 to anything.
      if (response.status !== 207) throw refusal(response, 'PROPFIND');
      const text = new TextDecoder().decode(await bodyOf(response, LISTING_BYTES, crowdedListing));
      const listing = parseListing(text, new URL(to).pathname);
      if (listing === null) throw new CarrierError('odd', 'a listing without its folder');
      return { ...listing, date: dateOf(response) };
    },
    async get(path) {
      const response = await ask('GET', address(path, false));
      if (response.status === 404 || response.status === 410) return null;
      if (response.status !== 200) throw refusal(response, 'GET');
      return bodyOf(response, FILE_LIMITS.sealed);
    },
    async put(path, bytes) {
      const response = await ask(
        'PUT',
        address(path, false),
        { 'Content-Type': 'application/octet-stream' },
        bytes,
      );
      if (response.status < 200 || response.status > 299) throw refusal(response, 'PUT');
    },
    async remove(path) {
      const response = await ask('DELETE', address(path, false));
      const gone = response.status === 404 || response.status === 410;
      if (!gone && (response.status < 200 || response.status > 299)) throw refusal(response, 'DELETE');
    },
  };
}

/**
 * What a multistatus answer says of a folder's contents, whatever prefix its names have; `null` when the folder itself
 * is not in it: whoever answered was not this server. Each expression runs over one short piece.
 */
export function parseListing(xml: string, folder: string): Omit<Listing, 'date'> | null {
  const files = new Map<string, number>();
  const folders: string[] = [];
  const here = segmentsOf(folder);
  let found = false;
  for (const piece of xml.split(/<(?:[\w-]{1,40}:)?response[\s>]/i).slice(1)) {
    const [, href = ''] = /<(?:[\w-]{1,40}:)?href[^>]{0,200}>([^<]{0,4000})</i.exec(piece) ?? [];
    const segments = segmentsOf(pathOf(unescapeXml(href.trim())));
    if (segments.join('/') === here.join('/')) {
      found = true;
      continue;
    }
    const name = segments.at(-1);
    if (name === undefined || segments.slice(0, -1).join('/') !== here.join('/')) continue;
    if (!isPart(name)) continue;
    if (/<(?:[\w-]{1,40}:)?collection[\s/>]/i.test(piece)) {
      folders.push(name);
      continue;
    }
    const [, length] = /<(?:[\w-]{1,40}:)?getcontentlength[^>]{0,200}>\s{0,20}(\d{1,15})/i.exec(piece) ?? [];
    files.set(name, Number(length ?? 0));
  }
  return found ? { files, folders } : null;
}

function pathOf(href: string): string {
  return URL.canParse(href) ? new URL(href).pathname : href;
}

function segmentsOf(path: string): string[] {
  return path
    .split('/')
    .filter((part) => part !== '')
    .map((part) => {
      try {
        return decodeURIComponent(part);
      } catch {
        return part;
      }
    });
}

function unescapeXml(text: string): string {
  return text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&apos;', "'")
    .replaceAll('&amp;', '&');
}

function base64(text: string): string {
  return btoa(String.fromCharCode(...new TextEncoder().encode(text)));
}

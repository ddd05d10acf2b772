import { type Place, withoutSlash } from '../core/sync/index.ts';
import {
  bodyOf,
  type Carrier,
  CarrierError,
  dateOf,
  isPart,
  type Listing,
  reasonOf,
  refusal,
  request,
  type Send,
} from './carrier.ts';
import { FILE_LIMITS } from './file.ts';

/** Bytes of one page of a listing at most: a thousand keys of a kilobyte. */
const PAGE_BYTES = 4 * 1024 * 1024;
/** Pages of one listing at most: a bucket that goes on for ever is none of ours. */
const MOST_PAGES = 100;

/** Parts of a path; ours have four. */
const DEEPEST = 8;

type S3 = Extract<Place, { kind: 's3' }>;

/**
 * An S3-compatible store (R2, B2, MinIO, Garage, AWS), addressed by path: `https://server/bucket/key`. Folders are
 * prefixes. Requests are signed by hand (SigV4): sixty lines over WebCrypto, and one dependency less.
 */
export function s3(place: S3, send: Send, clock: () => Date = () => new Date()): Carrier {
  const base = `${withoutSlash(place.url)}/${encodeKey(place.bucket)}`;
  /** Milliseconds that this computer is behind the server: a signature must not be older than a quarter of an hour. */
  let behind = 0;

  async function ask(
    method: string,
    key: string,
    query: Record<string, string> = {},
    body?: Uint8Array<ArrayBuffer>,
  ): Promise<Response> {
    for (let attempt = 0; ; attempt++) {
      const now = new Date(clock().getTime() + behind);
      const { address, headers } = await sign(place, { method, base, key, query, body }, now);
      const response = await request(send, address, { method, headers, ...(body && { body }) });
      if (response.status !== 403 && response.status !== 400) return response;
      const text = await reasonOf(response);
      const date = dateOf(response);
      // The clock of this computer is wrong: once more with the server's.
      if (attempt === 0 && date !== null && /<Code>RequestTimeTooSkewed<\/Code>/.test(text)) {
        behind = date.getTime() - clock().getTime();
        continue;
      }
      const { status, headers: said } = response;
      return new Response(text, { status, headers: said });
    }
  }

  async function refused(response: Response, what: string): Promise<CarrierError> {
    const [, code = ''] = /<Code>(\w{1,60})<\/Code>/.exec(await reasonOf(response)) ?? [];
    const date = dateOf(response);
    if (/^(?:QuotaExceeded|.*StorageExceeded|EntityTooLarge)$/.test(code))
      return new CarrierError('full', code, { date });
    if (code === 'SlowDown') return new CarrierError('busy', code, { date });
    if (code === 'NoSuchBucket') return new CarrierError('moved', code, { date });
    return refusal(response, `${what} ${code}`);
  }

  const carrier: Carrier = {
    // There are no folders; the file that stands for one makes its listing other than none.
    async makeFolder(path) {
      const response = await ask('PUT', keyOf(path, true), {}, new Uint8Array(0));
      if (!response.ok) throw await refused(response, 'PUT');
    },
    async list(path) {
      const prefix = keyOf(path, true);
      const files = new Map<string, number>();
      const folders = new Set<string>();
      let found = path.length === 0;
      let date: Date | null = null;
      let token = '';
      for (let page = 0; page < MOST_PAGES; page++) {
        const response = await ask('GET', '', {
          'list-type': '2',
          delimiter: '/',
          prefix,
          ...(token !== '' && { 'continuation-token': token }),
        });
        if (!response.ok) throw await refused(response, 'LIST');
        date = dateOf(response);
        const xml = new TextDecoder().decode(await bodyOf(response, PAGE_BYTES));
        if (!/<ListBucketResult[\s>]/.test(xml)) throw new CarrierError('odd', 'no listing');
        for (const piece of xml.split('<Contents>').slice(1)) {
          const key = fieldOf(piece, 'Key');
          found = true;
          const name = key.slice(prefix.length);
          if (key.startsWith(prefix) && isPart(name)) files.set(name, Number(fieldOf(piece, 'Size')) || 0);
        }
        for (const piece of xml.split('<CommonPrefixes>').slice(1)) {
          found = true;
          const folder = fieldOf(piece, 'Prefix');
          const name = folder.slice(prefix.length).replace(/\/$/, '');
          if (folder.startsWith(prefix) && isPart(name)) folders.add(name);
        }
        token = fieldOf(xml, 'IsTruncated') === 'true' ? fieldOf(xml, 'NextContinuationToken') : '';
        if (token === '') return found ? ({ files, folders: [...folders], date } satisfies Listing) : null;
      }
      throw new CarrierError('crowded', 'a listing without an end');
    },
    async get(path) {
      const response = await ask('GET', keyOf(path, false));
      if (response.status === 404) return null;
      if (!response.ok) throw await refused(response, 'GET');
      return bodyOf(response, FILE_LIMITS.sealed);
    },
    async put(path, bytes) {
      const response = await ask('PUT', keyOf(path, false), {}, bytes);
      if (!response.ok) throw await refused(response, 'PUT');
    },
    async remove(path) {
      // What lies deeper than ours ever does is none of ours, and a server that lists without end is not followed.
      if (path.length > DEEPEST) throw new CarrierError('odd', 'a folder without a bottom');
      const listing = await carrier.list(path);
      for (const name of listing?.files.keys() ?? []) await carrier.remove([...path, name]);
      for (const name of listing?.folders ?? []) await carrier.remove([...path, name]);
      for (const key of listing === null ? [keyOf(path, false)] : [keyOf(path, true)]) {
        const response = await ask('DELETE', key);
        if (!response.ok && response.status !== 404) throw await refused(response, 'DELETE');
      }
    },
  };
  return carrier;
}

function keyOf(path: readonly string[], folder: boolean): string {
  return path.join('/') + (folder && path.length > 0 ? '/' : '');
}

function fieldOf(xml: string, name: string): string {
  const from = xml.indexOf(`<${name}>`);
  const to = from < 0 ? -1 : xml.indexOf(`</${name}>`, from);
  if (to < 0) return '';
  return xml
    .slice(from + name.length + 2, to)
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
}

/** @see https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html */
async function sign(
  { keyId, secret, region }: S3,
  asked: {
    method: string;
    base: string;
    key: string;
    query: Record<string, string>;
    body: Uint8Array<ArrayBuffer> | undefined;
  },
  now: Date,
): Promise<{ address: string; headers: Record<string, string> }> {
  const { method, base, key, query, body } = asked;
  const at = now.toISOString().replaceAll(/[-:]|\.\d+/g, '');
  const day = at.slice(0, 8);
  const url = new URL(key === '' ? base : `${base}/${encodeKey(key)}`);
  const search = Object.entries(query)
    .map(([name, value]) => `${encode(name)}=${encode(value)}`)
    .sort()
    .join('&');
  const hash = hexOf(await crypto.subtle.digest('SHA-256', body ?? new Uint8Array(0)));
  const signed = { host: url.host, 'x-amz-content-sha256': hash, 'x-amz-date': at };
  const names = Object.keys(signed).join(';');
  const canonical = [
    method,
    url.pathname,
    search,
    ...Object.entries(signed).map(([name, value]) => `${name}:${value}`),
    '',
    names,
    hash,
  ].join('\n');
  const scope = `${day}/${region}/s3/aws4_request`;
  const digest = hexOf(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(canonical)));
  const toSign = ['AWS4-HMAC-SHA256', at, scope, digest].join('\n');
  let derived: Uint8Array<ArrayBuffer> = new TextEncoder().encode(`AWS4${secret}`);
  for (const part of [day, region, 's3', 'aws4_request', toSign]) derived = await hmac(derived, part);
  const { host: _, ...headers } = signed;
  return {
    address: `${url.href}${search === '' ? '' : `?${search}`}`,
    headers: {
      ...headers,
      Authorization: `AWS4-HMAC-SHA256 Credential=${keyId}/${scope}, SignedHeaders=${names}, Signature=${hexOf(derived.buffer)}`,
    },
  };
}

async function hmac(key: Uint8Array<ArrayBuffer>, text: string): Promise<Uint8Array<ArrayBuffer>> {
  const imported = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, [
    'sign',
  ]);
  return new Uint8Array(await crypto.subtle.sign('HMAC', imported, new TextEncoder().encode(text)));
}

function hexOf(bytes: ArrayBuffer): string {
  return Array.from(new Uint8Array(bytes), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** What the signature calls URI encoding: stricter than the browser's. */
function encode(text: string): string {
  return encodeURIComponent(text).replaceAll(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  );
}

function encodeKey(key: string): string {
  return key.split('/').map(encode).join('/');
}

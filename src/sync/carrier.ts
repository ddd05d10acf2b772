import type { TroubleKind } from '../core/sync/index.ts';

/** What stands in a folder of the carrier. */
export interface Listing {
  /** Name -> length in bytes. Every name is one part of a path, so that none leads out of its folder: `isPart`. */
  files: ReadonlyMap<string, number>;
  folders: readonly string[];
  /** The server's clock when it answered; `null`: it does not say. */
  date: Date | null;
}

/**
 * Storage that people already have. Nothing is ever overwritten or renamed, so these five verbs are enough; no
 * condition, no lock, no order of names is relied on. Paths are parts below the place: `[space, epoch, name]`.
 * Every refusal and every odd answer is a `CarrierError`.
 */
export interface Carrier {
  /** Makes a folder and those above it; one that is there is fine. */
  makeFolder(path: readonly string[]): Promise<void>;
  /** `null`: there is no such folder. */
  list(path: readonly string[]): Promise<Listing | null>;
  /** `null`: there is no such file. */
  get(path: readonly string[]): Promise<Uint8Array<ArrayBuffer> | null>;
  put(path: readonly string[], bytes: Uint8Array<ArrayBuffer>): Promise<void>;
  /** A file, or a folder with all that is in it; one that is not there is fine. */
  remove(path: readonly string[]): Promise<void>;
}

export type CarrierErrorKind = Extract<
  TroubleKind,
  'offline' | 'password' | 'full' | 'odd' | 'moved' | 'busy' | 'server' | 'permission' | 'crowded' | 'lossy'
>;

/** An answer that is not what was asked for; `kind` names the sentence for the person. */
export class CarrierError extends Error {
  override name = 'CarrierError';
  readonly kind: CarrierErrorKind;
  /** Milliseconds after which the server wants to be asked again. */
  readonly retryAfter: number | null;
  /** The server's clock when it answered. */
  readonly date: Date | null;
  constructor(
    kind: CarrierErrorKind,
    detail: string,
    { retryAfter = null as number | null, date = null as Date | null } = {},
  ) {
    super(`${kind}: ${detail}`);
    this.kind = kind;
    this.retryAfter = retryAfter;
    this.date = date;
  }
}

/**
 * What a folder of ours never comes near: live files stay under some hundred, and whoever could write there without the
 * code could make every round endless.
 */
export const CROWDED = { files: 20_000, epochs: 200, spaces: 100 } as const;

/** Is a name that a server lists one part of a path? Any other would be another place once it is asked for. */
export function isPart(name: string): boolean {
  return name !== '' && name !== '.' && name !== '..' && !/[\\/]/.test(name);
}

/** How a request is sent; `fetch`, handed in. */
export type Send = (address: string, request: RequestInit) => Promise<Response>;

/** Longer than the slowest part of a cover takes on a slow line. */
const PATIENCE_MS = 120_000;

/**
 * Sends one request without cookies, following nothing. A line that is dead, a server that does not answer, and a
 * redirect (which would hand the password on) are `CarrierError`s.
 */
export async function request(send: Send, address: string, init: RequestInit): Promise<Response> {
  let response: Response;
  try {
    response = await send(address, {
      ...init,
      credentials: 'omit',
      redirect: 'manual',
      cache: 'no-store',
      referrerPolicy: 'no-referrer',
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
  } catch (error) {
    throw new CarrierError('offline', error instanceof Error ? error.name : 'no answer');
  }
  if (
    response.type === 'opaqueredirect' ||
    response.status === 0 ||
    (response.status >= 300 && response.status < 400)
  )
    throw new CarrierError('moved', String(response.status));
  return response;
}

/**
 * The whole body; a line that breaks in the middle is a `CarrierError` too. No more than `most` bytes are ever held,
 * whatever length the server says, and however far what it sends unpacks; `tooLong`: what more is.
 */
export async function bodyOf(
  response: Response,
  most: number,
  tooLong = () => new CarrierError('odd', `more than ${most} bytes`),
): Promise<Uint8Array<ArrayBuffer>> {
  const length = Number(response.headers.get('Content-Length') ?? 0);
  if (length > most) {
    await response.body?.cancel().catch(() => {});
    throw tooLong();
  }
  const { bytes, whole } = await firstBytes(response, most);
  if (!whole) throw tooLong();
  return bytes;
}

/** The beginning of a refusal's body, in which it may say why. */
export async function reasonOf(response: Response): Promise<string> {
  const { bytes } = await firstBytes(response, REASON_BYTES);
  return new TextDecoder().decode(bytes);
}
const REASON_BYTES = 8 * 1024;

/** At most so many bytes of a body; `whole`: there are no more. What lies beyond is not fetched. */
async function firstBytes(
  { body }: Response,
  most: number,
): Promise<{ bytes: Uint8Array<ArrayBuffer>; whole: boolean }> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  let whole = true;
  const reader = body?.getReader();
  try {
    for (let part = await reader?.read(); part !== undefined && !part.done; part = await reader?.read()) {
      const piece = part.value.subarray(0, most - length);
      pieces.push(piece);
      length += piece.length;
      if (piece.length === part.value.length) continue;
      whole = false;
      await reader?.cancel();
      break;
    }
  } catch {
    throw new CarrierError('offline', 'broken off');
  }
  const bytes = new Uint8Array(length);
  let at = 0;
  for (const piece of pieces) {
    bytes.set(piece, at);
    at += piece.length;
  }
  return { bytes, whole };
}

/** What a status that was not hoped for means. */
export function refusal(response: Response, what: string): CarrierError {
  const { status } = response;
  const detail = `${what} ${status}`;
  const date = dateOf(response);
  if (status === 401 || status === 403) return new CarrierError('password', detail, { date });
  if (status === 507 || status === 413) return new CarrierError('full', detail, { date });
  if (status === 423 || status === 429 || status === 503)
    return new CarrierError('busy', detail, { retryAfter: retryAfterOf(response), date });
  if (status >= 500) return new CarrierError('server', detail, { date });
  return new CarrierError('odd', detail, { date });
}

export function dateOf({ headers }: Response): Date | null {
  const date = new Date(headers.get('Date') ?? '');
  return Number.isNaN(date.getTime()) ? null : date;
}

function retryAfterOf(response: Response): number | null {
  const text = response.headers.get('Retry-After');
  if (text === null) return null;
  const seconds = /^\d+$/.test(text)
    ? Number(text)
    : (Date.parse(text) - (dateOf(response)?.getTime() ?? Number.NaN)) / 1000;
  return Number.isNaN(seconds) ? null : Math.min(Math.max(seconds, 1), 86_400) * 1000;
}

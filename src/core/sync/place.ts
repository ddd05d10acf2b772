import * as z from 'zod/mini';

const line = z.string().check(z.maxLength(1_000));

/** Where the sealed files lie, and how the storage knows the person. */
export const Place = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('webdav'), url: line, user: line, password: line }),
  z.strictObject({
    kind: z.literal('s3'),
    /** The server; the bucket is the first part of the path. */
    url: line,
    bucket: line,
    region: line,
    keyId: line,
    secret: line,
  }),
  /** A folder that the person picked; its handle lies beside it in the database. */
  z.strictObject({ kind: z.literal('folder'), name: line }),
]);
export type Place = z.infer<typeof Place>;

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

/** An address without the slashes at its end. */
export function withoutSlash(address: string): string {
  let end = address.length;
  while (address[end - 1] === '/') end -= 1;
  return address.slice(0, end);
}

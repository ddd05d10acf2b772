import { createHash, createHmac } from 'node:crypto';
import { createServer } from 'node:http';

export const S3_KEYS = {
  keyId: 'AKIDEXAMPLE',
  secret: 'wJalrXUtnFEMI/K7MDENG+bPxRfiCYEXAMPLEKEY',
  region: 'eu-test-1',
  bucket: 'my-bucket',
};
const PAGE = 1_000;
const SKEW_MS = 15 * 60_000;

/** An S3 of a test: checks every signature, lists in pages of a thousand, and can be told to refuse. */
export async function startS3() {
  const objects = new Map<string, Buffer>();
  let behindBy = 0;
  let refuse: { status: number; code: string } | null = null;
  const asked: string[] = [];
  const now = () => new Date(Date.now() + behindBy);

  const http = createServer((request, response) => {
    const pieces: Buffer[] = [];
    request.on('data', (piece: Buffer) => pieces.push(piece));
    request.on('end', () => {
      const { method = 'GET', url = '/' } = request;
      const body = Buffer.concat(pieces);
      asked.push(`${method} ${url}`);
      const answer = (status: number, text: string | Buffer = '') =>
        response.writeHead(status, { Date: now().toUTCString() }).end(text);
      const fail = (status: number, code: string) => answer(status, `<Error><Code>${code}</Code></Error>`);
      const wrong = signatureFault(method, url, request.headers, body, now());
      if (wrong !== null) return fail(403, wrong);
      if (refuse !== null) return fail(refuse.status, refuse.code);
      const [path = '', search = ''] = url.split('?');
      const [bucket = '', ...rest] = path.slice(1).split('/').map(decodeURIComponent);
      const key = rest.join('/');
      if (bucket !== S3_KEYS.bucket) return fail(404, 'NoSuchBucket');
      if (method === 'PUT') {
        objects.set(key, body);
        return answer(200);
      }
      if (method === 'DELETE') {
        objects.delete(key);
        return answer(204);
      }
      if (key !== '') {
        const object = objects.get(key);
        return object === undefined ? fail(404, 'NoSuchKey') : answer(200, object);
      }
      return answer(200, listing(objects, new URLSearchParams(search)));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    place: { kind: 's3' as const, url: `http://127.0.0.1:${port}`, ...S3_KEYS },
    objects,
    asked,
    /** The server's clock is ahead of this computer's by so much. */
    ahead(ms: number) {
      behindBy = ms;
    },
    refuse(by: typeof refuse) {
      refuse = by;
    },
    async stop() {
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

function listing(objects: ReadonlyMap<string, Buffer>, query: URLSearchParams): string {
  const prefix = query.get('prefix') ?? '';
  const after = query.get('continuation-token') ?? '';
  const entries = new Map<string, string>();
  for (const [key, { length }] of objects) {
    if (!key.startsWith(prefix)) continue;
    const cut = key.indexOf('/', prefix.length);
    const name = cut < 0 ? key : key.slice(0, cut + 1);
    const text = name.replaceAll('&', '&amp;');
    const folder = cut >= 0;
    entries.set(
      name,
      folder
        ? `<CommonPrefixes><Prefix>${text}</Prefix></CommonPrefixes>`
        : `<Contents><Key>${text}</Key><Size>${length}</Size></Contents>`,
    );
  }
  const names = [...entries.keys()].sort().filter((name) => name > after);
  const page = names.slice(0, PAGE);
  const more = names.length > PAGE;
  return `<?xml version="1.0"?><ListBucketResult xmlns="http://s3.amazonaws.com/doc/2006-03-01/"><IsTruncated>${more}</IsTruncated>${
    more ? `<NextContinuationToken>${page.at(-1)}</NextContinuationToken>` : ''
  }${page.map((name) => entries.get(name)).join('')}</ListBucketResult>`;
}

function signatureFault(
  method: string,
  url: string,
  headers: NodeJS.Dict<string | string[]>,
  body: Buffer,
  now: Date,
): string | null {
  const hash = createHash('sha256').update(body).digest('hex');
  const at = String(headers['x-amz-date'] ?? '');
  const sent = Date.parse(at.replace(/^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/, '$1-$2-$3T$4:$5:$6Z'));
  if (Number.isNaN(sent)) return 'AccessDenied';
  if (Math.abs(sent - now.getTime()) > SKEW_MS) return 'RequestTimeTooSkewed';
  if (headers['x-amz-content-sha256'] !== hash) return 'XAmzContentSHA256Mismatch';
  const [path = '', search = ''] = url.split('?');
  const canonical = [
    method,
    path,
    search.split('&').sort().join('&'),
    `host:${headers.host}`,
    `x-amz-content-sha256:${hash}`,
    `x-amz-date:${at}`,
    '',
    'host;x-amz-content-sha256;x-amz-date',
    hash,
  ].join('\n');
  const scope = `${at.slice(0, 8)}/${S3_KEYS.region}/s3/aws4_request`;
  const digest = createHash('sha256').update(canonical).digest('hex');
  const mac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text).digest();
  let key: string | Buffer = `AWS4${S3_KEYS.secret}`;
  for (const part of scope.split('/')) key = mac(key, part);
  const signature = mac(key, ['AWS4-HMAC-SHA256', at, scope, digest].join('\n')).toString('hex');
  const expected = `AWS4-HMAC-SHA256 Credential=${S3_KEYS.keyId}/${scope}, SignedHeaders=host;x-amz-content-sha256;x-amz-date, Signature=${signature}`;
  return headers.authorization === expected ? null : 'SignatureDoesNotMatch';
}

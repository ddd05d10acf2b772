import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';

/** What a request is answered in place of the server. */
export type Fault =
  | { status: number; headers?: Record<string, string>; body?: string }
  /** The body is cut in the middle on its way to the server, and the line breaks. */
  | 'cutPut'
  /** The line breaks without an answer. */
  | 'silence'
  /** Of a listing only so many entries come through. */
  | { entries: number };

/** A proxy before a real server that spoils what it is told to. */
export async function startFaults(server: string) {
  let choose: (request: { method: string; url: string }) => Fault | null = () => null;
  const asked: string[] = [];
  const counted = { bytes: 0 };
  const http = createServer((request, response) => void pass(request, response));

  async function pass(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { method = 'GET', url = '/' } = request;
    asked.push(`${method} ${url}`);
    const pieces: Buffer[] = [];
    for await (const piece of request) pieces.push(piece as Buffer);
    let body = Buffer.concat(pieces);
    const fault = choose({ method, url });
    if (fault === 'silence') {
      request.socket.destroy();
      return;
    }
    if (fault === 'cutPut') body = body.subarray(0, Math.floor(body.length / 2));
    if (fault !== null && fault !== 'cutPut' && 'status' in fault) {
      response.writeHead(fault.status, fault.headers).end(fault.body ?? '');
      return;
    }
    const headers = new Headers();
    for (const name of ['authorization', 'content-type', 'depth'])
      if (typeof request.headers[name] === 'string') headers.set(name, request.headers[name]);
    const answer = await fetch(`${server}${url}`, {
      method,
      headers,
      redirect: 'manual',
      ...(body.length > 0 && { body }),
    });
    if (fault === 'cutPut') {
      request.socket.destroy();
      return;
    }
    let text = Buffer.from(await answer.arrayBuffer());
    if (fault !== null && 'entries' in fault) {
      const parts = text.toString().split(/(?=<D:response)/);
      text = Buffer.from([...parts.slice(0, fault.entries + 1), '</D:multistatus>'].join(''));
    }
    response.writeHead(answer.status, {
      'content-type': answer.headers.get('content-type') ?? '',
      date: answer.headers.get('date') ?? '',
    });
    counted.bytes += text.length;
    response.end(text);
  }

  await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve));
  const address = http.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    url: `http://127.0.0.1:${port}`,
    asked,
    /** Bytes of the answers' bodies. */
    get bytes() {
      return counted.bytes;
    },
    set bytes(bytes: number) {
      counted.bytes = bytes;
    },
    /** From now on requests are spoilt so; `null`: none. */
    spoil(by: typeof choose | null) {
      choose = by ?? (() => null);
    },
    async stop() {
      http.closeAllConnections();
      await new Promise<void>((resolve) => http.close(() => resolve()));
    },
  };
}

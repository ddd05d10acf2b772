import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

/** The invented profiles of the sample site, by the file under `tests/fixtures/sites` that holds each page. */
const SAMPLES = [
  { page: 'linkedin/classic-en', about: 'LinkedIn, classic page' },
  { page: 'linkedin/cards-de', about: 'LinkedIn, page of cards (German)' },
  { page: 'linkedin/public-en', about: 'LinkedIn, public page' },
  { page: 'xing/member-de', about: 'XING, signed in (German)' },
  { page: 'github/person', about: 'GitHub' },
  { page: 'web/personal-json-ld', about: 'A personal page' },
] as const;

export interface Sample {
  page: string;
  about: string;
  /** The address under which the page is shown. */
  url: string;
  html: string;
}

/** Reads the sample pages of a checkout. */
export function readSamples(root: string): Sample[] {
  return SAMPLES.map(({ page, about }) => {
    const file = join(root, 'tests', 'fixtures', 'sites', page);
    const { url } = JSON.parse(readFileSync(`${file}.json`, 'utf8')) as { url: string };
    return { page, about, url, html: readFileSync(`${file}.html`, 'utf8') };
  });
}

export interface SampleSite {
  /** The list of samples, on this machine. */
  index: string;
  close(): void;
}

/** Serves the list of samples and the pages themselves on a free local port. */
export async function serveSamples(samples: readonly Sample[]): Promise<SampleSite> {
  const server: Server = createServer((request, response) => {
    const sample = samples.find(({ page }) => request.url === `/${page}`);
    response.setHeader('content-type', 'text/html; charset=utf-8');
    if (request.url === '/') response.end(indexPage(samples));
    else if (sample) response.end(sample.html);
    else {
      response.statusCode = 404;
      response.end('<!doctype html><title>Nothing here</title><p>Nothing here.');
    }
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const { port } = server.address() as AddressInfo;
  return { index: `http://127.0.0.1:${port}/`, close: () => server.close() };
}

function indexPage(samples: readonly Sample[]): string {
  const items = samples
    .map(({ url, about }) => `<li><a href="${encodeURI(decodeURI(url))}">${about}</a>`)
    .join('\n');
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Weitblick: sample profiles</title>
<style>body{font:16px/1.6 system-ui;max-width:40rem;margin:3rem auto;padding:0 1rem}</style>
<h1>Sample profiles</h1>
<p>Six invented people. Open one, click <strong>Save contact</strong>, then the Weitblick icon of the toolbar. This window’s profile, with all that you save in it, is deleted when you close it.</p>
<ul>
${items}
</ul></html>`;
}

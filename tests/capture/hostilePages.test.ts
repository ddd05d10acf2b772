import { expect, it } from 'vitest';
import { isOversized, PAGE_LIMITS } from '../../src/capture/page.ts';
import { extractProfile } from '../../src/capture/registry.ts';
import { Capture } from '../../src/messaging/protocol.ts';
import { expectSteady } from '../cost.ts';
import { makeCapture } from '../make.ts';
import { parsePage } from './fixtures.ts';

it('counts what stands in a form whose fields are named like the parts of an element', () => {
  const doc = parsePage(
    `<form>${`<p>${'<i></i>'.repeat(299)}</p>`.repeat(PAGE_LIMITS.elements / 300 + 1)}</form>`,
    'https://any.example/',
  );
  const form = doc.querySelector('form') as HTMLFormElement;
  // As browsers do with `<input name="children">`.
  Object.defineProperty(form, 'children', { value: doc.createElement('input') });
  expect(isOversized(doc)).toBe(true);
}, 30_000);

it('does not believe an unknown server that its page is about a person of another one', () => {
  const page = `<link rel="alternate" type="application/activity+json" href="/x"><title>Jonas (@jonasr@victim.example)</title>
    <meta property="og:title" content="Jonas (@jonasr@victim.example)">
    <script type="application/ld+json">{"@type":"ProfilePage","mainEntity":{"@type":"Person","name":"Jonas Ruud"}}</script>`;
  const url = 'https://evil.example/@jonasr@victim.example';
  const result = extractProfile(parsePage(page, url), url);
  expect(result.ok && result.profile.key.site).toBe('web');
});

const extract = (html: string, url: string) => extractProfile(parsePage(html, url), url);

it('reads a page whose data name more than a hundred thousand authors', () => {
  const page = (persons: number) => {
    const authors = Array.from({ length: 60 }, (_, at) => ({
      author: Array.from({ length: persons }, (_, person) => ({
        '@type': 'Person',
        name: `P ${at} ${person}`,
      })),
    }));
    return `<script type="application/ld+json">${JSON.stringify(authors)}</script>`.repeat(3);
  };
  expectSteady((persons) => extract(page(persons), 'https://any.example/'), 1_000);
});

it('reads streamed data of nothing but backslashes', () => {
  const page = (length: number) => `<script id="rehydrate-data">${'\\'.repeat(length)}</script><main></main>`;
  expectSteady((length) => extract(page(length), 'https://www.linkedin.com/in/jana-bergmann/'), 100_000);
});

it('takes no more sources than there are fields: a page cannot hang a heap of its own on a contact', () => {
  const capture = makeCapture();
  expect(Capture.safeParse(capture).success).toBe(true);
  const heap = Object.fromEntries(Array.from({ length: 1_000 }, (_, at) => [`field${at}`, 'card']));
  expect(Capture.safeParse({ ...capture, provenance: heap }).success).toBe(false);
});

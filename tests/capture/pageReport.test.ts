import fc from 'fast-check';
import { expect, it } from 'vitest';
import { formOf, reportPage } from '../../src/capture/pageReport.ts';
import { toReading } from '../../src/capture/reading.ts';
import { extractProfile } from '../../src/capture/registry.ts';
import { fixtures, parsePage } from './fixtures.ts';

const URL_OF = 'https://rieke-lohse.example/people/rieke-lohse/?tab=secret';
const PAGE = `<html lang="de"><head><title>Rieke Lohse | Hafen</title><meta name="author" content="Rieke Lohse"><meta property="og:type" content="website">
<script type="application/ld+json">{"@type":"WebSite","name":"Hafenseite","author":{"@type":"Person","name":"Rieke Lohse"}}</script></head>
<body><main class="page rieke-lohse x9f3"><h1 id="rieke">Rieke Lohse</h1><p class="role">Lotsin seit 2019</p><a href="mailto:rieke@lohse.example" rel="me">Post</a><img alt="Rieke Lohse" src="/rieke.jpg">
<ul><li>Eins</li><li>Zwei</li><li>Drei</li><li>Vier</li></ul></main></body></html>`;

it('shows how the page is built, which evidence there was, and no word of it', () => {
  const report = reportPage(parsePage(PAGE, URL_OF), new URL(URL_OF), 'generic@2', 'unsure');
  expect(report).toContain(
    'reader: generic@2\nanswer: unsure\naddress: /people/x/?x\nlanguage: de\nname 1: ',
  );
  expect(report).toMatch(/name 1: .*metaAuthor.*heading/);
  expect(report).toContain('<main class="page">');
  expect(report).toContain('<p class="role">Xx x 0</p>');
  expect(report).toContain('<h1>Xx Xx</h1>');
  expect(report).toContain('{"@type":"WebSite","name":"Xx","author":{"@type":"Person","name":"Xx Xx"}}');
  expect(report).toContain('<!-- and more of the same -->');
  for (const word of ['rieke', 'lohse', 'hafen', 'lotsin', 'secret', 'post', 'eins', '2019', 'jpg'])
    expect(report.toLowerCase()).not.toContain(word);
});

it.each(fixtures().map((page) => [`${page.site}/${page.name}`, page] as const))(
  'no text of %s is in its report',
  (_, { html, expected }) => {
    const doc = parsePage(html, expected.url);
    const report = reportPage(doc, new URL(expected.url), 'x@1', 'unsure');
    const profiles = expected.result.ok
      ? [
          expected.result.profile.name.full,
          ...expected.result.profile.positions.flatMap(({ company = '' }) => company),
        ]
      : (expected.result.candidates ?? []);
    for (const text of profiles) if (text.length > 3) expect(report).not.toContain(text);
    for (const text of [...(doc.body?.querySelectorAll('p, h1, h2, h3, a, span') ?? [])].map((element) =>
      element.childElementCount === 0 ? (element.textContent ?? '').trim() : '',
    ))
      if (text.length > 12) expect(report).not.toContain(text);
  },
);

it('leaves nothing of any text but its form', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      expect(formOf(text)).toMatch(/^(?:[Xx0\s]|\p{P}|\p{S})*$/u);
      expect(formOf(text)).not.toMatch(/[<>"]/);
    }),
    { seed: 20261128 },
  );
});

it('goes with every refusal that a reader may be to blame for, and with no other', () => {
  const url = 'https://shop.example/';
  const doc = parsePage('<title>Shop</title><h1>Buy things</h1>', url);
  const reading = toReading(url, extractProfile(doc, url), null, doc);
  expect(reading).toMatchObject({
    ok: false,
    reason: 'nothingFound',
    report: expect.stringContaining('reader: generic@2'),
  });
  const wall = parsePage('<title>Sign in</title><h1>Sign in</h1><input type="password">', url);
  expect(toReading(url, extractProfile(wall, url), null, wall)).toEqual({
    url,
    ok: false,
    reason: 'signInWall',
  });
});

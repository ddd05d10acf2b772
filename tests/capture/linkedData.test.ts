import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { parseJson } from '../../src/capture/sources/looseJson.ts';
import { expectSteady } from '../cost.ts';
import { parsePage } from './fixtures.ts';

const URL = 'https://www.moos.example/team/runa-feld';
const PERSON =
  '{"@context":"https://schema.org","@type":"Person","name":"Runa Feld","jobTitle":"Head of QA","worksFor":{"@type":"Organization","name":"Moos AG"}}';

function capture(script: string, type = 'application/ld+json') {
  const html = `<title>Runa Feld – Moos AG</title><script type="${type}">${script}</script><main><h1>Runa Feld</h1><p>x</p></main>`;
  const result = extractProfile(parsePage(html, URL), URL);
  return result.ok ? [result.profile.name.full, result.profile.positions] : result.reason;
}

const read = ['Runa Feld', [{ title: 'Head of QA', company: 'Moos AG', end: null }]];

it.each([
  ['as it should be', PERSON],
  ['with a byte order mark', `\uFEFF${PERSON}`],
  ['with a semicolon behind', `${PERSON};`],
  ['with a comma behind', `${PERSON},`],
  ['with commas too many', PERSON.replace('}}', ',},}')],
  [
    'with a line break in a text',
    PERSON.replace('"jobTitle"', '"description":"Leads\nthe\tlab.","jobTitle"'),
  ],
  ['with an escape that is none', PERSON.replace('"jobTitle"', '"description":"Runa\\\'s \\lab","jobTitle"')],
  ['within CDATA', `<![CDATA[${PERSON}]]>`],
  ['within CDATA behind line comments', `//<![CDATA[\n${PERSON}\n//]]>`],
  ['within CDATA between comments', `/*<![CDATA[*/ ${PERSON} /*]]>*/`],
  ['within a comment', `<!--\n${PERSON}\n-->`],
  ['within a comment, closed behind a line comment', `<!-- ${PERSON} //-->`],
  ['with comments', `/* the person */ ${PERSON} // done`],
  ['escaped as HTML', PERSON.replaceAll('"', '&quot;')],
  ['one of several', `{"@type":"WebSite","name":"Moos"}\n${PERSON}`],
  ['one of several with commas between', `{"@type":"WebSite","name":"Moos"},${PERSON},`],
])('reads linked data %s', (_, script) => expect(capture(script)).toEqual(read));

it.each(['['.repeat(3_000_000), '{"a":'.repeat(30_000), `<!-- ${'['.repeat(100_000)} -->`])(
  'never hands lists without end to the parser: case %#',
  (text) => {
    const parse = vi.spyOn(JSON, 'parse');
    expect(parseJson(text)).toBeNull();
    for (const [handed] of parse.mock.calls) expect(handed.length).toBeLessThan(100);
    parse.mockRestore();
  },
);

it.each(['application/ld+json; charset=utf-8', ' APPLICATION/LD+JSON ', 'application/ld+json;profile=x'])(
  'reads a script of type %j',
  (type) => expect(capture(PERSON, type)).toEqual(read),
);

it('reads no script of another type', () => {
  expect(capture(PERSON, 'application/ld+jsonp')).not.toEqual(read);
});

it.each(['', '{', '[1', '{"a" 1}', '{"a":tru}', 'var x = 1', '}{', '{"a":1]', '<p>x</p>'])(
  'gives up on %j',
  (text) => expect(parseJson(text)).toBeNull(),
);

it.each([
  ['"hasOccupation":{"@type":"Occupation","name":"Head of QA"}', read[1]],
  ['"hasOccupation":{"@type":"Role","roleName":"Head of QA","startDate":"2020-01"}', read[1]],
  ['"hasOccupation":"Head of QA"', read[1]],
  [
    '"hasOccupation":[{"@type":"Role","startDate":"2010","endDate":"2015","hasOccupation":{"@type":"Occupation","name":"Tester"}},{"@type":"Occupation","name":"Head of QA"}]',
    [
      { title: 'Head of QA', company: 'Moos AG', end: null },
      { title: 'Tester', start: '2010', end: '2015' },
    ],
  ],
  ['"jobTitle":"Head of QA","hasOccupation":{"@type":"Occupation","name":"Quality manager"}', read[1]],
])('joins the employer and %s', (said, positions) => {
  expect(capture(PERSON.replace('"jobTitle":"Head of QA"', said))).toEqual(['Runa Feld', positions]);
});

it.each([
  ['brackets', '['],
  ['commas', '[1,,'],
  ['values', '{} '],
  ['slashes', '/'],
  ['comments', '[/* '],
  ['escapes', '["\\\''],
  ['wrappers', '<!--//<![CDATA['],
  ['ends', ';]]>-->,'],
  ['words', '[a '],
  ['escaped marks', '{&quot;'],
])('takes ten times as long for ten times as many %s, not more', (_, unit) => {
  const parse = (length: number) => {
    const text = unit.repeat(length / unit.length);
    for (let times = 0; times < 3; times++) parseJson(text);
  };
  expectSteady(parse, 190_000);
  // What is longer than anybody writes by hand is not mended at all.
  expectSteady(parse, 2_900_000);
});

it.each([
  ['emoji', 'jana-%E2%AD%90-bergmann', 'jana-⭐-bergmann'],
  ['a flag', 'jana-%F0%9F%87%A8%F0%9F%87%AD', 'jana-🇨🇭'],
  ['a sign', 'jana-bergmann%C2%AE', 'jana-bergmann®'],
])('saves a LinkedIn profile whose address holds %s', (_, segment, id) => {
  const html = readFileSync('tests/fixtures/sites/linkedin/cards-de.html', 'utf8');
  const slug = /\/in\/([\w%-]+)\//.exec(html)?.[1] ?? '';
  const url = `https://www.linkedin.com/in/${segment}/`;
  const result = extractProfile(parsePage(html.replaceAll(slug, segment), url), url);
  expect(result).toMatchObject({ ok: true, profile: { key: { site: 'linkedin', id }, url } });
});

import { describe, expect, it } from 'vitest';
import { countIn, readLines, textOf } from '../../src/capture/page.ts';
import { splitRole, titleAt } from '../../src/capture/roleLine.ts';
import { countedIn, degreeIn } from '../../src/capture/sites/linkedin/labels.ts';
import { mutualCount, mutualNames } from '../../src/capture/sources/mutualContacts.ts';
import { parsePage } from './fixtures.ts';

it.each([
  ['500+ connections', 500],
  ['1.204 Kontakte', 1204],
  ['2 389 472 abonnés', 2389472],
  ['29M followers', 29_000_000],
  ['12,5 Tsd. Follower', 12_500],
  ['1.2k followers', 1_200],
  ['2 Mio. Follower', 2_000_000],
  ['152 kontakty', 152],
  ['no number', undefined],
])('%s counts %s', (text, count) => {
  expect(countIn(text)).toBe(count);
});

it.each([
  ['29M followers', 'followers'],
  ['Más de 500 contactos', 'connections'],
  ['508 collegamenti', 'connections'],
  ['17 obserwujących', 'followers'],
  ['Leeds, England', undefined],
  ['3 children and a dog', undefined],
  ['Connections', undefined],
])('%s is a count of %s', (text, field) => {
  expect(countedIn(text)).toBe(field);
});

it.each([
  ['· 2nd', 2],
  ['1.', 1],
  ['3e', 3],
  ['2.º', 2],
  ['3rd degree connection', 3],
  ['2. Kontakt', 2],
  ['3 kontakty', undefined],
  ['4th', undefined],
  ['1984', undefined],
])('%s is degree %s', (text, degree) => {
  expect(degreeIn(text)).toBe(degree);
});

it.each([
  ['Ana, Ben and 12 other mutual connections', 14],
  ['Ana and Ben are mutual connections', 2],
  ['Ana is a mutual connection', 1],
  ['3 gemeinsame Kontakte', 3],
  ['Petra Lang, Ivo Kern und 3 weitere gemeinsame Kontakte', 5],
  ['Léa, Hugo et 3 autres relations en commun', 5],
])('%s: %s', (text, count) => {
  expect(mutualCount(text)).toBe(count);
});

describe('a line of a role', () => {
  it.each([
    ['Head of Data at Acme', 'Head of Data', 'Acme'],
    ['Leiterin Labor bei Probe & Kurve GmbH | Sprecherin', 'Leiterin Labor', 'Probe & Kurve GmbH'],
    ['Chef de projet chez Durand', 'Chef de projet', 'Durand'],
    ['CTO @ Beta', 'CTO', 'Beta'],
    ['Responsabile acquisti presso Molino Vecchio', 'Responsabile acquisti', 'Molino Vecchio'],
  ])('%s', (text, title, company) => {
    expect(splitRole(text)).toEqual({ title, company });
  });

  it.each(['Building bridges, literally', 'Experta en Marketing', 'Data · Rail · People'])(
    '%s tells none',
    (text) => {
      expect(splitRole(text)).toBeNull();
    },
  );

  it('gives the title before a company that is known, whatever stands between', () => {
    expect(titleAt('Jefa de obra en Obras Sur | Docente', 'Obras Sur')).toBe('Jefa de obra');
    expect(titleAt('Główna księgowa w Molo S.A.', 'Molo S.A.')).toBe('Główna księgowa');
    expect(titleAt('We love Obras Sur', 'Obras Sur')).toBeUndefined();
  });
});

describe('lines of a page', () => {
  const body = (html: string) => parsePage(html, 'https://a.example/').body;

  it('take what stands twice for eyes and for screen readers once', () => {
    expect(textOf(body('<h2><span aria-hidden="true">Odile</span><span class="_x">Odile</span></h2>'))).toBe(
      'Odile',
    );
    expect(textOf(body('<h2><span class="_x">Odile</span><span aria-hidden="true">Odile</span></h2>'))).toBe(
      'Odile',
    );
    expect(textOf(body('<p><b>da</b> <b>da</b></p>'))).toBe('da da');
  });

  it('leave out what a style sheet’s class hides, but not what it shows on wide windows', () => {
    const lines = readLines(
      body('<p class="hidden">a</p><p class="hidden md:block">b</p><p class="overflow-hidden">c</p>'),
    );
    expect(lines.map(({ text }) => text)).toEqual(['b', 'c']);
  });
});

it.each([
  ['Ana Roth, Ben Falk and 12 other mutual connections', ['Ana Roth', 'Ben Falk']],
  ['Ana Roth & 8 other mutual connections', ['Ana Roth']],
  ['Ana Roth, MBA, and Ben Falk, Ph.D. are mutual connections', ['Ana Roth', 'Ben Falk']],
  ['Priya Shah is a mutual connection', ['Priya Shah']],
  ['Bärbel Öz ist ein gemeinsamer Kontakt', ['Bärbel Öz']],
  ['Petra Lang und 71 weitere gemeinsame Kontakte', ['Petra Lang']],
  ['王小明, Łukasz Żak i 3 wspólne kontakty', ['王小明', 'Łukasz Żak']],
  ['38 mutual connections', []],
  ['See your mutual connections', []],
  ['Ana Roth and Ben Falk follow this page', []],
])('%s names %j', (text, names) => {
  expect(mutualNames(text)).toEqual(names);
});

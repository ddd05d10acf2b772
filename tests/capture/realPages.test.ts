import { describe, expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import type { Profile } from '../../src/core/model/index.ts';
import { parsePage } from './fixtures.ts';

const HOME = 'https://rieke-lohse.example/';
const SLUG = 'https://www.linkedin.com/in/rieke-lohse/';

function read(url: string, html: string) {
  return extractProfile(parsePage(`<!doctype html><html><head>${html}`, url), url);
}

function profileOf(url: string, html: string): Profile {
  const result = read(url, html);
  if (!result.ok) throw new Error(`refused: ${result.reason}`);
  return result.profile;
}

function candidatesOf(url: string, html: string): string[] | string {
  const result = read(url, html);
  return result.ok
    ? result.profile.name.full
    : (result.candidates ?? []).map(({ profile }) => profile.name.full);
}

const titled = (title: string, body: string, head = ''): string =>
  `<title>${title}</title>${head}</head><body>${body}`;
const ld = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

describe('whose page it is', () => {
  it.each([
    [
      'heading, title and address',
      HOME,
      titled('Rieke Lohse', '<main><h1>Rieke Lohse</h1><p>Harbour pilot</p></main>'),
      'Rieke Lohse',
    ],
    ['capitals', HOME, titled('RIEKE LOHSE', '<h1>RIEKE LOHSE</h1><p>Harbour pilot</p>'), 'RIEKE LOHSE'],
    [
      'a job in the heading',
      HOME,
      titled('Rieke Lohse', '<h1>Rieke Lohse, Harbour Pilot</h1>'),
      'Rieke Lohse',
    ],
    [
      'a job in a line of the heading',
      HOME,
      titled('Rieke Lohse', '<h1>Rieke Lohse<br><small>Harbour Pilot</small></h1>'),
      'Rieke Lohse',
    ],
    [
      'the site in h1, the name in h2',
      'https://lotsen.example/personen/lohse',
      titled(
        'Rieke Lohse - Lotsen',
        '<header><h1><a href="/">Lotsen</a></h1></header><main><h2>Rieke Lohse</h2><p>Lotsin</p></main>',
      ),
      'Rieke Lohse',
    ],
    [
      'a greeting',
      HOME,
      titled('Home | Rieke Lohse', '<h1>Hello, I’m Rieke Lohse!</h1><h2>Publications</h2>'),
      'Rieke Lohse',
    ],
    [
      'the name in a welcome',
      HOME,
      titled('Rieke Lohse', '<h1>Willkommen</h1><p>Ich bin Rieke Lohse, Lotsin in Hamburg.</p>'),
      'Rieke Lohse',
    ],
    [
      'a curriculum',
      `${HOME}lebenslauf`,
      titled(
        'Lebenslauf – Rieke Lohse',
        '<h1>Lebenslauf</h1><h2>Ausbildung</h2><p>2004 – 2009: Hochschule Elsfleth</p>',
      ),
      'Rieke Lohse',
    ],
    [
      'a résumé',
      `${HOME}cv`,
      titled(
        'Résumé | Rieke Lohse',
        '<h1>Résumé</h1><h2>Formation</h2>',
        '<meta name="author" content="Rieke Lohse">',
      ),
      'Rieke Lohse',
    ],
    [
      'a user folder',
      'https://www.dept.example/~lohse/',
      titled('Rieke Lohse’s homepage', '<h1>Rieke Lohse</h1><p>Room 3</p>'),
      'Rieke Lohse',
    ],
    [
      'an author’s handle',
      `${HOME}about`,
      titled(
        'About - Rieke Lohse',
        `<header><a class="site-title" href="/">Rieke Lohse</a></header><h1>About</h1><p>I am Rieke Lohse.</p>`,
        ld({ '@type': 'WebPage', author: { '@type': 'Person', name: 'rlohse' } }),
      ),
      'Rieke Lohse',
    ],
    [
      'an author’s page',
      'https://blatt.example/author/rieke-lohse/',
      titled(
        'Rieke Lohse, Autor bei Blatt',
        '<h1>Autor: <span>Rieke Lohse</span></h1><article class="post hentry"><h2>A</h2></article><article class="post hentry"><h2>B</h2></article>',
      ),
      'Rieke Lohse',
    ],
    [
      'titles',
      'https://uni.example/people/lohse',
      titled('Uni – Prof. Dr.-Ing. Rieke Lohse', '<main><h1>Prof. Dr.-Ing. Rieke Lohse</h1></main>'),
      'Prof. Dr.-Ing. Rieke Lohse',
    ],
    [
      'Persian',
      'https://uni.example/people/namuneh',
      titled('مریم نمونه‌پور | دانشگاه', '<main><h1>مریم نمونه‌پور</h1><p>استاد</p></main>'),
      'مریم نمونه‌پور',
    ],
    [
      'Arabic',
      'https://uni.example/staff/8',
      titled('الدكتورة سلمى المثال', '<main><h1>الدكتورة سلمى المثال</h1><p>أستاذ</p></main>'),
      'الدكتورة سلمى المثال',
    ],
    [
      'Hebrew',
      'https://uni.example/people/cohen',
      titled('דנה דוגמאי', '<main><h1>דנה דוגמאי</h1><p>חוקרת</p></main>'),
      'דנה דוגמאי',
    ],
    [
      'Japanese',
      'https://lab.example/members/sato',
      titled('佐藤 花子 | 見本研究室', '<main><h1>佐藤 花子</h1><p>准教授</p></main>'),
      '佐藤 花子',
    ],
    [
      'Korean',
      'https://lab.example/people/kim',
      titled('김민수 - 견본연구소', '<main><h1>김민수</h1><p>연구원</p></main>'),
      '김민수',
    ],
    [
      'Cyrillic',
      'https://irina.example/',
      titled('Ирина Примерова', '<main><h1>Ирина Примерова</h1><p>Инженер</p></main>'),
      'Ирина Примерова',
    ],
    [
      'Greek',
      'https://lab.example/team/eleni',
      titled('Ελένη Δειγματίδη', '<main><h1>Ελένη Δειγματίδη</h1></main>'),
      'Ελένη Δειγματίδη',
    ],
    [
      'one of two written cards',
      HOME,
      titled(
        'Rieke Lohse',
        `<div class="h-card"><a class="p-name u-url" rel="me" href="${HOME}">Rieke Lohse</a></div><div class="h-card"><a class="p-name" href="https://friend.example/">Ole Quist</a></div>`,
      ),
      'Rieke Lohse',
    ],
    [
      'a card whose name a style hides in part',
      HOME,
      titled(
        'Rieke',
        '<div class="h-card"><span class="p-name">Rieke<span class="hidden"> Lohse</span></span></div>',
      ),
      'Rieke Lohse',
    ],
    [
      'papers with pictures',
      HOME,
      titled(
        'Rieke Lohse',
        '<h1>Rieke Lohse</h1><h2>Publications</h2><div><div class="p"><img><h3>Slow Ice</h3><p>R. Lohse</p></div><div class="p"><img><h3>Old Tides</h3><p>R. Lohse, O. Quist</p></div><div class="p"><img><h3>Small Boats</h3><p>O. Quist</p></div></div>',
      ),
      'Rieke Lohse',
    ],
  ])('%s', (_, url, html, name) => {
    expect(candidatesOf(url, html)).toBe(name);
  });

  it.each([
    [
      'an article',
      'https://blatt.example/brot',
      titled(
        'Brot backen – Blatt',
        '<h1>Brot backen</h1><p class="byline">Rieke Lohse</p>',
        '<meta name="author" content="Rieke Lohse">',
      ),
    ],
    [
      'a typed stub of an author',
      'https://blatt.example/brot',
      titled(
        'Brot backen',
        '<h1>Brot backen</h1>',
        ld({
          '@graph': [
            {
              '@type': 'Article',
              headline: 'Brot backen',
              author: { '@type': 'Person', '@id': '#p', name: 'Rieke Lohse' },
            },
            {
              '@type': 'Person',
              '@id': '#p',
              name: 'Rieke Lohse',
              url: 'https://blatt.example/author/rieke/',
              image: 'x.jpg',
            },
          ],
        }),
      ),
    ],
    [
      'a person beside a page about something else',
      'https://blatt.example/brot',
      titled(
        'Brot backen',
        '<h1>Brot backen</h1>',
        ld({
          '@graph': [
            { '@type': 'WebPage', name: 'Brot' },
            { '@type': 'Person', '@id': '#p', name: 'Rieke Lohse' },
          ],
        }),
      ),
    ],
    [
      'an item that signs with two words',
      'https://blatt.example/brot',
      titled(
        'Brot',
        '<article itemscope itemtype="https://schema.org/BlogPosting"><h1>Brot</h1><span itemprop="creator author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">Rieke Lohse</span></span></article>',
      ),
    ],
    [
      'a laboratory as author',
      'https://muster-lab.example/',
      titled(
        'Muster Lab',
        '<h1>Muster Lab</h1><p>We study ice.</p>',
        `<meta name="author" content="Muster Lab">${ld({ '@type': 'WebSite', author: { '@type': 'Person', name: 'Muster Lab' } })}`,
      ),
    ],
    [
      'a brand that is called like a person',
      'https://bergmann-moebel.example/',
      titled('Bergmann Möbel', '<h1>Bergmann Möbel</h1><h2>Über uns</h2><p>Seit 1954.</p>'),
    ],
    [
      'a person that an encyclopedia tells of',
      'https://de.wiki.example/wiki/Rieke_Lohse',
      titled(
        'Rieke Lohse – Wikipedia',
        '<h1>Rieke Lohse</h1><p>Rieke Lohse war eine Lotsin.</p>',
        '<meta name="generator" content="MediaWiki 1.44">',
      ),
    ],
    [
      'a page that is not there',
      'https://lotsen.example/team/rieke-lohse',
      titled('Seite nicht gefunden', '<h1>Seite Nicht Gefunden</h1>'),
    ],
    [
      'a comment’s card',
      'https://notes.example/2019/02/ice.html',
      titled(
        'Ice',
        '<h1>Ice</h1><ol id="comments"><li><span class="vcard"><b class="fn">Rieke Lohse</b></span></li></ol>',
      ),
    ],
  ])('is not that of %s', (_, url, html) => {
    expect(read(url, html).ok).toBe(false);
  });

  it('offers a doubtful name with a question and saves nothing by itself', () => {
    const result = read(
      'https://lotsen.example/8812',
      titled('Rieke Lohse', '<h1>Rieke Lohse</h1><p>Hafen</p>'),
    );
    expect(result).toMatchObject({ ok: false, reason: 'unsure' });
    if (result.ok) return;
    expect(
      result.candidates?.map(({ profile, doubtful }) => [profile.name.full, doubtful?.includes('name')]),
    ).toEqual([['Rieke Lohse', true]]);
  });
});

describe('who is on a team', () => {
  const grid = (
    members: [string, string][],
    wrap = (name: string, title: string) =>
      `<div class="member"><img alt=""><h3>${name}</h3><p>${title}</p></div>`,
  ): string => `<div class="grid">${members.map(([name, title]) => wrap(name, title)).join('')}</div>`;
  it.each([
    [
      'the head in a heading of another rank',
      '<h1>Team</h1><div class="lead"><img><h2>Dr. Rieke Lohse</h2><p>Leiterin</p></div>',
      [
        ['Ole Quist', 'Doktorand'],
        ['Mara Vogel', 'Referentin'],
      ],
      ['Dr. Rieke Lohse', 'Ole Quist', 'Mara Vogel'],
    ],
    [
      'nicknames',
      '<h1>People</h1>',
      [
        ['Wei “Theo” Muster', 'PhD student'],
        ['Maria (Mia) Quist', 'Engineer'],
        ["Ole 'Fips' Vogel", 'Engineer'],
      ],
      ['Wei “Theo” Muster', 'Maria (Mia) Quist', "Ole 'Fips' Vogel"],
    ],
    [
      'particles',
      '<h1>Team</h1>',
      [
        ['Anna de la Cruz', 'Engineer'],
        ['Jan van der Berg', 'Designer'],
        ['Omar al-Rashid', 'Analyst'],
      ],
      ['Anna de la Cruz', 'Jan van der Berg', 'Omar al-Rashid'],
    ],
    [
      'Persian',
      '<h1>اعضا</h1>',
      [
        ['مریم نمونه‌پور', 'استاد'],
        ['علی آزمونی', 'دانشجو'],
        ['نرگس رضایی', 'پژوهشگر'],
      ],
      ['مریم نمونه‌پور', 'علی آزمونی', 'نرگس رضایی'],
    ],
    [
      'Korean',
      '<h1>구성원</h1>',
      [
        ['김민수', '교수'],
        ['이서연', '연구원'],
        ['박하준', '석사과정'],
      ],
      ['김민수', '이서연', '박하준'],
    ],
  ] as [string, string, [string, string][], string[]][])('%s', (_, head, members, names) => {
    expect(
      candidatesOf('https://lab.example/team', titled('Team', `<main>${head}${grid(members)}</main>`)),
    ).toEqual(names);
  });

  it.each([
    [
      'links',
      (name: string, title: string) => `<a class="c" href="/p"><strong>${name}</strong><em>${title}</em></a>`,
    ],
    ['a list', (name: string, title: string) => `<li><b>${name}</b> – ${title}</li>`],
    [
      'figures',
      (name: string, title: string) => `<figure><img><figcaption>${name}<br>${title}</figcaption></figure>`,
    ],
  ])('in %s, with their titles', (_, wrap) => {
    const html = titled(
      'Our people',
      `<main><h1>Our people</h1>${grid(
        [
          ['Rieke Lohse', 'Managing Director'],
          ['Ole Quist', 'Sales Manager'],
          ['Cem Öz', 'Data Analyst'],
        ],
        wrap,
      )}</main>`,
    );
    const result = read('https://firm.example/people', html);
    if (result.ok) throw new Error('read as one person');
    expect(result.candidates?.map(({ profile }) => [profile.name.full, profile.positions[0]?.title])).toEqual(
      [
        ['Rieke Lohse', 'Managing Director'],
        ['Ole Quist', 'Sales Manager'],
        ['Cem Öz', 'Data Analyst'],
      ],
    );
  });

  it.each([
    [
      'services',
      'https://studio.example/leistungen',
      [
        ['Web Design', 'Seiten'],
        ['Corporate Identity', 'Marken'],
        ['Social Media', 'Texte'],
      ],
    ],
    [
      'products',
      'https://shop.example/chairs',
      [
        ['Lena Chair', '€ 90'],
        ['Oslo Shelf', '€ 120'],
        ['Emil Stool', '€ 40'],
      ],
    ],
    [
      'recipes',
      'https://kitchen.example/',
      [
        ['Lemon Tart', '30 min'],
        ['Roasted Carrots', '20 min'],
        ['Onion Bread', '90 min'],
      ],
    ],
    [
      'places',
      'https://travel.example/coast',
      [
        ['Port Ellen', 'A quiet place'],
        ['San Marlo', 'Beaches'],
        ['Monte Verdi', 'Hills'],
      ],
    ],
    [
      'papers',
      'https://lab.example/publications',
      [
        ['Quiet Night Photos', 'J. Falk, A. Muster'],
        ['Fast Glacier Maps', 'J. Falk'],
        ['Robust Rock Finder', 'J. Falk et al.'],
      ],
    ],
  ] as [string, string, [string, string][]][])('%s are nobody', (_, url, cards) => {
    expect(
      candidatesOf(
        url,
        titled(
          'Page',
          `<main><h1>What we do</h1>${grid(cards, (name, title) => `<div class="card"><img alt=""><h3>${name}</h3><p>${title}</p></div>`)}</main>`,
        ),
      ),
    ).toEqual([]);
  });
});

describe('sections', () => {
  const page = (body: string): string => titled('Rieke Lohse', `<main><h1>Rieke Lohse</h1>${body}</main>`);
  const STUDIES = [
    { school: 'Universität Musterstadt', degree: 'M.Sc. Geologie', start: '2015', end: '2017' },
    { school: 'Hochschule Elsfleth', degree: 'Bachelor Nautik', start: '2011', end: '2014' },
  ];
  it.each([
    [
      'a definition list',
      '<h2>Education</h2><dl><dt>2015 – 2017</dt><dd>M.Sc. Geologie, Universität Musterstadt</dd><dt>2011 – 2014</dt><dd>Bachelor Nautik, Hochschule Elsfleth</dd></dl>',
    ],
    [
      'a table',
      '<h2>Ausbildung</h2><table><tr><td>2015–2017</td><td>M.Sc. Geologie</td><td>Universität Musterstadt</td></tr><tr><td>2011–2014</td><td>Bachelor Nautik</td><td>Hochschule Elsfleth</td></tr></table>',
    ],
    [
      'paragraphs with line breaks',
      '<h2>Formation</h2><p><strong>Universität Musterstadt</strong><br>M.Sc. Geologie<br>2015 – 2017</p><p><strong>Hochschule Elsfleth</strong><br>Bachelor Nautik<br>2011 – 2014</p>',
    ],
    [
      'headings',
      '<h2>Formación</h2><h3>Universität Musterstadt</h3><p>M.Sc. Geologie</p><p>2015 – 2017</p><h3>Hochschule Elsfleth</h3><p>Bachelor Nautik</p><p>2011 – 2014</p>',
    ],
    [
      'a list with remarks',
      '<h2>Istruzione</h2><ul><li>2015 – 2017: M.Sc. Geologie, Universität Musterstadt<br>Thesis: Slow glaciers</li><li>2011 – 2014: Bachelor Nautik, Hochschule Elsfleth<br><a href="/x">Zeugnis</a></li></ul>',
    ],
    [
      'a timeline',
      '<h2>Formação</h2><div class="timeline"><div class="item"><span class="date">2015 – 2017</span><h4>M.Sc. Geologie</h4><h5>Universität Musterstadt</h5></div><div class="item"><span class="date">2011 – 2014</span><h4>Bachelor Nautik</h4><h5>Hochschule Elsfleth</h5></div></div>',
    ],
    [
      'two columns',
      '<div class="row"><div class="left"><h2>Opleiding</h2></div><div class="right"><div><b>M.Sc. Geologie</b><div>Universität Musterstadt</div><div>2015 – 2017</div></div><div><b>Bachelor Nautik</b><div>Hochschule Elsfleth</div><div>2011 – 2014</div></div></div></div>',
    ],
  ])('education as %s', (_, html) => {
    expect(profileOf(HOME, page(html)).education).toEqual(STUDIES);
  });

  const JOBS = [
    { title: 'Lotsin', company: 'Hafenamt Wedel', start: '2018', end: null },
    { title: 'Nautikerin', company: 'Reederei Nordost', start: '2009', end: '2018' },
  ];
  it.each([
    [
      'a definition list',
      '<h2>Berufserfahrung</h2><dl><dt>2018 – heute</dt><dd>Lotsin, Hafenamt Wedel</dd><dt>2009 – 2018</dt><dd>Nautikerin, Reederei Nordost</dd></dl>',
    ],
    [
      'a table',
      '<h2>Experience</h2><table><tr><th>2018 – present</th><td>Lotsin</td><td>Hafenamt Wedel</td></tr><tr><th>2009 – 2018</th><td>Nautikerin</td><td>Reederei Nordost</td></tr></table>',
    ],
    [
      'lines of their own',
      '<h2>Expérience professionnelle</h2><div class="job"><h3>Lotsin</h3><p>Hafenamt Wedel</p><p>2018 – aujourd’hui</p></div><div class="job"><h3>Nautikerin</h3><p>Reederei Nordost</p><p>2009 – 2018</p></div>',
    ],
    [
      'the employer first',
      '<h2>Experiencia</h2><ul><li><strong>Hafenamt Wedel</strong>, Lotsin (2018 – actualidad)</li><li><strong>Reederei Nordost</strong>, Nautikerin (2009 – 2018)</li></ul>',
    ],
    [
      'words between',
      '<h2>Esperienze</h2><ul><li>Lotsin @ Hafenamt Wedel | 2018 – oggi</li><li>Nautikerin @ Reederei Nordost | 2009 – 2018</li></ul>',
    ],
    [
      'paragraphs',
      '<h2>Experiência profissional</h2><p><b>Lotsin</b> | Hafenamt Wedel | 2018 – atual</p><p><b>Nautikerin</b> | Reederei Nordost | 2009 – 2018</p>',
    ],
  ])('positions as %s', (_, html) => {
    expect(profileOf(HOME, page(html)).positions).toEqual(JOBS);
  });

  it.each([
    [
      'a table',
      '<h2>Languages</h2><table><tr><td>German</td><td>Native speaker</td></tr><tr><td>English</td><td>C1</td></tr></table>',
    ],
    ['brackets', '<h2>Languages</h2><p>German (Native speaker), English (C1)</p>'],
    ['dashes', '<h2>Languages</h2><ul><li>German – Native speaker</li><li>English – C1</li></ul>'],
    [
      'spans',
      '<h2>Languages</h2><ul><li>German <span>Native speaker</span></li><li>English <span>C1</span></li></ul>',
    ],
    [
      'a definition list',
      '<h2>Languages</h2><dl><dt>German</dt><dd>Native speaker</dd><dt>English</dt><dd>C1</dd></dl>',
    ],
    ['colons', '<h2>Languages</h2><p>German: Native speaker<br>English: C1</p>'],
  ])('languages as %s', (_, html) => {
    expect(profileOf(HOME, page(html)).languages).toEqual([
      { name: 'German', level: 'Native speaker' },
      { name: 'English', level: 'C1' },
    ]);
  });

  it('skills by groups', () => {
    expect(
      profileOf(
        HOME,
        page(
          '<p>Harbour pilot</p><h2>Skills</h2><ul><li>Programming: Python, R</li><li>Tools: Git</li></ul>',
        ),
      ).skills,
    ).toEqual(['Python', 'R', 'Git']);
  });
});

describe('marks that say it otherwise', () => {
  it('several organisations of a card, their roles beside them', () => {
    const html = titled(
      'Rieke Lohse',
      '<div class="h-card"><h1 class="p-name">Rieke Lohse</h1><ul><li><span class="p-role">Pilot</span>, <span class="p-org">Hafenamt Wedel</span></li><li><span class="p-role">Chair</span>, <span class="p-org">Lotsenverein</span></li></ul></div>',
    );
    expect(profileOf(HOME, html).positions).toEqual([
      { title: 'Pilot', company: 'Hafenamt Wedel', end: null },
      { title: 'Chair', company: 'Lotsenverein', end: null },
    ]);
  });

  it.each([
    ['www.lohse.example/boats', 'https://www.lohse.example/boats'],
    ['github.com/rieke', 'https://github.com/rieke'],
    ['//social.example/@rieke', 'https://social.example/@rieke'],
    ['/boats.html', 'https://rieke-lohse.example/boats.html'],
    ['boats.html', 'https://rieke-lohse.example/boats.html'],
  ])('linked data with the address %s', (address, link) => {
    expect(
      profileOf(HOME, titled('Rieke', '', ld({ '@type': 'Person', name: 'Rieke Lohse', sameAs: [address] })))
        .links,
    ).toEqual([link]);
  });

  it('linked data with a charset in its type', () => {
    expect(
      profileOf(
        HOME,
        titled(
          'Rieke',
          '',
          '<script type="application/ld+json; charset=utf-8">{"@type":"Person","name":"Rieke Lohse"}</script>',
        ),
      ).name.full,
    ).toBe('Rieke Lohse');
  });

  it.each([
    'Rieke Lohse (@riekelohse) • Threads, Say more',
    'Rieke Lohse (@rieke.lohse) | TikTok',
    'Rieke Lohse - YouTube',
    'Rieke Lohse | Facebook',
    'Rieke Lohse (@riekelohse) on Threads',
    'Rieke Lohse • Instagram-Fotos und -Videos',
  ])('a network’s title: %s', (title) => {
    expect(
      profileOf(
        'https://net.example/riekelohse',
        titled(
          title,
          '',
          `<meta property="og:type" content="profile"><meta property="og:title" content="${title}">`,
        ),
      ).name.full,
    ).toBe('Rieke Lohse');
  });
});

describe('the networks', () => {
  it.each([
    ['Profil nicht gefunden | LinkedIn', 'Eine genaue Übereinstimmung für rieke-lohse wurde nicht gefunden.'],
    ['Profil introuvable | LinkedIn', 'Aucune correspondance exacte pour rieke-lohse n’a pu être trouvée'],
    ['Page not found | LinkedIn', 'This page doesn’t exist'],
    ['LinkedIn', 'No se ha encontrado ninguna coincidencia exacta para rieke-lohse.'],
    ['LinkedIn', 'rieke-lohseと完全に一致するものが見つかりませんでした。'],
    ['LinkedIn', '找不到与 rieke-lohse 完全匹配的结果'],
    ['LinkedIn', 'Точное совпадение для rieke-lohse не найдено'],
    ['LinkedIn', 'rieke-lohse için tam eşleşme bulunamadı'],
    ['LinkedIn', 'لم يتم العثور على تطابق تام لـ rieke-lohse'],
    ['Profile Not Found | LinkedIn', 'rieke-lohse'],
  ])('LinkedIn knows nobody: %s', (title, heading) => {
    expect(read(SLUG, titled(title, `<main><section><h1>${heading}</h1></section></main>`)).ok).toBe(false);
  });

  const publicPage = (degree: string[]): string =>
    titled(
      'Rieke Lohse | LinkedIn',
      `<main><section class="top-card-layout"><h1 class="top-card-layout__title">Rieke Lohse</h1><button>Sehen Sie Ihre gemeinsamen Kontakte</button></section><section data-section="educationsDetails"><ul><li class="profile-section-card"><h3>Hochschule Elsfleth</h3><h4>${degree.map((text) => `<span>${text}</span>`).join('')}</h4></li></ul></section></main>`,
    );
  it.each([
    'Grade: 2.1',
    'GPA: 3.9/4.0',
    'cum laude',
    'First Class Honours',
    '8,5/10',
    'sehr gut (1,3)',
    'Matrícula de honor',
    '110/110 e lode',
    'Abschlussnote: 1,3',
    'A+',
  ])('LinkedIn: %s is a grade and no field', (grade) => {
    const { education, mutualConnections } = profileOf(SLUG, publicPage(['Diplom', grade]));
    expect(education[0]).toEqual({ school: 'Hochschule Elsfleth', degree: 'Diplom' });
    expect(mutualConnections).toBeUndefined();
  });

  it.each(['Music', 'Art', 'Notes on Law', 'Passive Systems', 'Mathematics and 2 more'])(
    'LinkedIn: %s is a field and no grade',
    (field) => {
      expect(profileOf(SLUG, publicPage(['Diplom', field])).education[0]?.field).toBe(field);
    },
  );

  const scholar = (line: string): Profile =>
    profileOf(
      'https://scholar.google.com/citations?user=AbCdEfGhIjK',
      titled(
        'Rieke Lohse',
        `<div id="gsc_prf"><div id="gsc_prf_in">Rieke Lohse</div><div class="gsc_prf_il">${line}</div></div>`,
      ),
    );
  const LINK = '<a class="gsc_prf_ila" href="/citations?view_op=view_org">Universität Musterstadt</a>';
  it.each([
    [LINK, undefined],
    [`Die ${LINK}`, undefined],
    [`Professor of Ice, ${LINK}`, 'Professor of Ice'],
    [`PhD student at the ${LINK}`, 'PhD student'],
    [`Institute of Ice, ${LINK}`, undefined],
    [`Researcher, Department of Ice, ${LINK}`, 'Researcher'],
  ])('Scholar: %s', (line, title) => {
    expect(scholar(line).positions[0]?.title).toBe(title);
  });

  it('Scholar’s sign-in page in any language', () => {
    expect(
      read(
        'https://scholar.google.de/citations?user=AbCdEfGhIjK',
        titled('Google Konten', '<h1>Anmelden</h1><form><input type="email" id="identifierId"></form>'),
      ),
    ).toMatchObject({ ok: false, reason: 'signInWall' });
  });

  it('X: words, mentions, tags and addresses make one text', () => {
    const html = titled(
      'Rieke (@rieke) / X',
      '<main><div data-testid="UserName"><span>Rieke</span><span>@rieke</span></div><div data-testid="UserDescription"><span>Boats. </span><div><span><a href="/hafen">@hafen</a></span></div><span> and </span><span><a href="/hashtag/ice">#ice</a></span></div><a data-testid="UserUrl" href="https://t.co/x"><span>lohse.example/boats</span></a></main>',
    );
    const { about, links } = profileOf('https://x.com/rieke', html);
    expect([about, links]).toEqual(['Boats. @hafen and #ice', ['https://lohse.example/boats']]);
  });
});

import { describe, expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { ENOUGH, EVIDENCE, reaches, weigh } from '../../src/capture/sources/evidence.ts';
import { parsePage } from './fixtures.ts';

const ld = (data: object): string => `<script type="application/ld+json">${JSON.stringify(data)}</script>`;

/** Name of the case, address, head, body, and whose page it is (`null`: nobody's). */
const CASES: [string, string, string, string, string | null][] = [
  [
    'tagline',
    'https://lenabrandt.example/',
    '<title>Lena Brandt</title>',
    '<header><a href="/">Lena Brandt</a></header><h1>I build forecasting models</h1><p>Data scientist</p>',
    'Lena Brandt',
  ],
  [
    'tagline2',
    'https://falkjonas.example/',
    '<title>Jonas Falk — geologist</title>',
    '<h1>Rocks, ice and patience</h1><h2>Publications</h2>',
    'Jonas Falk',
  ],
  [
    'no h1',
    'https://mareikefalk.example/',
    '<title>Home | Mareike Falk</title>',
    '<div><p style="font-size:40px">Mareike Falk</p><p>Übersetzerin</p></div>',
    'Mareike Falk',
  ],
  [
    'all h1',
    'https://hagedorn.example/',
    '<title>Svea Hagedorn</title>',
    '<h1>Svea Hagedorn</h1><h1>About</h1><h1>Projects</h1><h1>Contact</h1><p>Entwicklerin</p>',
    'Svea Hagedorn',
  ],
  [
    'blog home',
    'https://rory.example/',
    '<title>Rory Tarrant – Notes</title><meta name="author" content="Rory Tarrant">',
    '<h1>Rory Tarrant</h1><ul><li><time datetime="2024-01-01">1 Jan</time> <a href="/a">Post</a></li></ul>',
    'Rory Tarrant',
  ],
  [
    'inst h1',
    'https://uni.example/geo/personen/falk.html',
    '<title>Falk - Institut für Geologie</title>',
    '<div id="header"><h1>Institut für Geologie</h1></div><div id="content"><h2>Prof. Dr. Jonas Falk</h2><p>Professor</p><table><tr><th>Telefon</th><td>1</td></tr></table></div>',
    'Prof. Dr. Jonas Falk',
  ],
  [
    'group',
    'https://falk-lab.example/',
    '<title>Falk Group</title>',
    '<h1>Falk Group</h1><p>We study ice.</p>',
    null,
  ],
  [
    'obit',
    'https://news.example/2021/04/lena-brandt',
    '<title>Lena Brandt</title><meta property="og:type" content="article"><meta property="article:published_time" content="2021-04-01">' +
      ld({
        '@type': 'NewsArticle',
        headline: 'Lena Brandt',
        author: { '@type': 'Person', name: 'Ole Quist' },
      }),
    '<article><h1>Lena Brandt</h1><p class="byline">Ole Quist</p></article>',
    null,
  ],
  [
    'speaker',
    'https://conf.example/speakers/lena-brandt',
    '<title>Lena Brandt | Conf 2026</title>',
    '<main><h1>Lena Brandt</h1><p>CTO at Beispiel AG</p><h2>Talks</h2></main>',
    'Lena Brandt',
  ],
  [
    'org profilepage',
    'https://x.example/muster',
    '<title>Muster GmbH</title>' +
      ld({ '@type': 'ProfilePage', mainEntity: { '@type': 'Organization', name: 'Muster GmbH' } }),
    '<h1>Muster GmbH</h1>',
    null,
  ],
  [
    'gh',
    'https://lena.github.example/',
    '<title>Lena Brandt</title>',
    '<h1>Hi there 👋</h1><p>I’m Lena Brandt, a developer from Hamburg.</p>',
    'Lena Brandt',
  ],
  [
    'blog post',
    'https://lenabrandt.example/2020/05/ice/',
    '<title>On ice | Lena Brandt’s Blog</title><meta name="author" content="Lena Brandt">',
    '<header><a class="site-title" href="/">Lena Brandt’s Blog</a></header><article><h1>On ice</h1><time datetime="2020-05-01">May</time></article>',
    null,
  ],
  [
    'yoast brand',
    'https://beispielstudio.example/',
    '<title>Beispiel Studio</title>' +
      ld({
        '@graph': [
          { '@type': ['Person', 'Organization'], '@id': '#p', name: 'Beispiel Studio' },
          { '@type': 'WebSite', publisher: { '@id': '#p' } },
        ],
      }),
    '<h1>Beispiel Studio</h1>',
    null,
  ],
  [
    'yoast person',
    'https://lenabrandt.example/',
    '<title>Lena Brandt - Fotografin</title>' +
      ld({
        '@graph': [
          { '@type': ['Person', 'Organization'], '@id': '#p', name: 'Lena Brandt' },
          { '@type': 'WebSite', publisher: { '@id': '#p' } },
          { '@type': 'WebPage', name: 'Start' },
        ],
      }),
    '<h1>Willkommen</h1>',
    'Lena Brandt',
  ],
  [
    'upper family',
    'https://univ.example/annuaire/marchand',
    '<title>Odile MARCHAND - Université</title>',
    '<main><h1>Odile MARCHAND</h1><p>Maîtresse de conférences</p></main>',
    'Odile MARCHAND',
  ],
  [
    'upper short',
    'https://univ.example/people/li',
    '<title>Wei LI</title>',
    '<main><h1>Wei LI</h1><p>Professor</p></main>',
    'Wei LI',
  ],
  [
    'mme',
    'https://univ.example/personnel/odile-marchand',
    '<title>Mme Odile Marchand | Université de Valbois</title>',
    '<main><h1>Mme Odile Marchand</h1><p>Secrétaire</p></main>',
    'Mme Odile Marchand',
  ],
  [
    'double colon',
    'https://uni.example/staff/4',
    '<title>Uni :: Dr. Svea Hagedorn</title>',
    '<main><h1>Dr. Svea Hagedorn</h1></main>',
    'Dr. Svea Hagedorn',
  ],
  [
    'wiki de',
    'https://de.wiki.example/wiki/Nordhafen',
    '<title>Nord Hafen – Wikipedia</title>',
    '<h1>Nord Hafen</h1><h2>Bildung</h2><h2>Geschichte</h2>',
    null,
  ],
  [
    'country',
    'https://encyclo.example/North_Harbour',
    '<title>Port Marlow - Encyclopedia</title>',
    '<h1>Port Marlow</h1><p>Port Marlow is a town.</p><h2>History</h2><h2>Education</h2><p>Schools.</p>',
    null,
  ],
  [
    'comment forum',
    'https://forum.example/viewtopic.php?t=3',
    '<title>Petra Muster - View topic</title>',
    '<h1>Oven question</h1><div class="post"><h3>Petra Muster</h3></div>',
    null,
  ],
  [
    'restaurant',
    'https://chezodile.example/',
    '<title>Chez Odile</title>',
    '<h1>Chez Odile</h1><h2>Menu</h2>',
    null,
  ],
  [
    'law firm',
    'https://brandt-falk.example/',
    '<title>Brandt Falk Rechtsanwälte</title>',
    '<h1>Brandt Falk</h1><p>Rechtsanwälte in Hamburg</p><h2>Leistungen</h2>',
    null,
  ],
  [
    'zh title',
    'https://lab.example/~wang/',
    '<title>王小测的主页</title>',
    '<h1>王小测</h1><p>教授</p>',
    '王小测',
  ],
  [
    'zh name twice',
    'https://lab.example/people/wang',
    '<title>王小测 (Xiaoce Wang)</title>',
    '<h1>王小测 (Xiaoce Wang)</h1><p>教授</p>',
    '王小测 (Xiaoce Wang)',
  ],
  [
    'ar h2',
    'https://uni.example/staff/ahmad',
    '<title>جامعة المثال</title>',
    '<main><h2>أحمد المثالي</h2><p>أستاذ</p></main>',
    'أحمد المثالي',
  ],
  [
    'th',
    'https://uni.example/people/somchai',
    '<title>สมชาย ตัวอย่าง</title>',
    '<main><h1>สมชาย ตัวอย่าง</h1></main>',
    'สมชาย ตัวอย่าง',
  ],
  [
    'hi',
    'https://uni.example/people/asha',
    '<title>आशा उदाहरण</title>',
    '<main><h1>आशा उदाहरण</h1></main>',
    'आशा उदाहरण',
  ],
  [
    'dept contact',
    'https://uni.example/kontakt',
    '<title>Kontakt | Institut</title>',
    '<main><h1>Kontakt</h1><h3>Petra Muster</h3><p>Sekretariat</p></main>',
    null,
  ],
  [
    'about founder',
    'https://firm.example/about',
    '<title>About | Firm</title>',
    '<main><h1>About us</h1><p>We bake.</p><h3>Lena Brandt, Founder</h3></main>',
    null,
  ],
  [
    'search person',
    'https://uni.example/personensuche?name=falk',
    '<title>Personensuche</title>',
    '<main><h1>Personensuche</h1><ul><li><a href="/p/1">Jonas Falk</a></li><li><a href="/p/2">Mara Falk</a></li></ul></main>',
    null,
  ],
  [
    '404 es',
    'https://uni.example/personas/montero',
    '<title>Página no encontrada</title>',
    '<h1>Error 404</h1>',
    null,
  ],
  [
    'dc',
    'https://firm.example/experts/lena-brandt/',
    '<title>Lena Brandt | Beispiel Beratung</title><meta property="og:type" content="article">',
    '<main><h1>Lena Brandt</h1><p>Partner, Hamburg</p><h2>Areas of expertise</h2></main>',
    'Lena Brandt',
  ],
  [
    'faculty wp',
    'https://dept.example/faculty/rory-tarrant/',
    '<title>Rory Tarrant – Department of History</title><meta property="og:type" content="article">',
    '<article class="page hentry"><h1 class="entry-title">Rory Tarrant</h1><p>Associate Professor</p></article>',
    'Rory Tarrant',
  ],
  [
    'wp about',
    'https://maudwhitlock.example/about/',
    '<title>About – Maud Whitlock</title><meta property="og:type" content="article">',
    '<header><p class="site-title"><a href="/" rel="home">Maud Whitlock</a></p></header><article class="page hentry"><h1 class="entry-title">About</h1><p>I am a writer living in Leeds.</p></article>',
    'Maud Whitlock',
  ],
  [
    'music band',
    'https://fenwickhall.example/',
    `<title>Fenwick Hall</title>${ld({ '@type': 'MusicGroup', name: 'Fenwick Hall' })}`,
    '<h1>Fenwick Hall</h1>',
    null,
  ],
  [
    'portfolio h1 job',
    'https://imogen.example/',
    '<title>Imogen Haverford · Product Designer</title>',
    '<h1>Product Designer</h1><h2>Imogen Haverford</h2><h2>Work</h2>',
    'Imogen Haverford',
  ],
  [
    'dir org',
    'https://uni.example/people/',
    '<title>People - Uni</title>',
    '<main><h1>People</h1><ul class="people"><li><a href="/people/a">Ada Moll</a></li><li><a href="/people/b">Bert Nuss</a></li></ul></main>',
    null,
  ],
  [
    'img only',
    'https://beatrizdamata.example/',
    '<title>Beatriz da Mata</title>',
    '<img src=x alt="Beatriz da Mata"><h2>Sobre mim</h2><p>Engenheira</p>',
    'Beatriz da Mata',
  ],
];

it.each(CASES)('%s', (_, url, head, body, name) => {
  const html = `<!doctype html><html><head>${head}</head><body>${body}</body></html>`;
  const result = extractProfile(parsePage(html, url), url);
  expect(result.ok ? result.profile.name.full : null).toBe(name);
});

describe('the table of evidence', () => {
  it('lets a signature alone never reach a question, and a statement of the page alone suffice', () => {
    expect(reaches(['signer', 'knownName', 'honorific'], 'unsure')).toBe(false);
    expect(reaches(['profilePage'], 'sure')).toBe(true);
    expect(reaches(['heading', 'title', 'titleAlone', 'siteName', 'host'], 'sure')).toBe(false);
  });

  it('counts each kind once', () => {
    expect(weigh(['title', 'title', 'heading'])).toEqual(weigh(['heading', 'title']));
  });

  it('holds finite weights, and asks more for certainty than for a question', () => {
    for (const weight of Object.values(EVIDENCE))
      expect(Object.values(weight).every(Number.isFinite)).toBe(true);
    expect(ENOUGH.sure.about).toBeGreaterThan(ENOUGH.unsure.about);
    expect(ENOUGH.sure.person).toBeGreaterThan(ENOUGH.unsure.person);
  });
});

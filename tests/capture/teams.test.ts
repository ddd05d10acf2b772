import { expect, it } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { parsePage } from './fixtures.ts';

const P: [string, string][] = [
  ['Ada Moll', 'Managing Director'],
  ['Bert Nuss', 'Head of Sales'],
  ['Clara von Ahn', 'Data Analyst'],
];
const N = P.map(([name]) => name);
const g = (write: (name: string, title: string) => string, list = P): string =>
  list.map(([name, title]) => write(name, title)).join('');

/** Name of the case, address, title, main part, and whom the picker offers. */
const CASES: [string, string, string, string, string[]][] = [
  [
    'bootstrap',
    'https://firm.example/about-us',
    'About us',
    `<h1>About us</h1><h2>Our team</h2><div class="row">${g((n, t) => `<div class="col-md-4"><div class="card h-100"><img class="card-img-top" src=x><div class="card-body"><h5 class="card-title">${n}</h5><p class="card-text">${t}</p><a href="#">Read more</a></div></div></div>`)}</div>`,
    N,
  ],
  [
    'article',
    'https://firm.example/team',
    'Team',
    `<h1>Team</h1>${g((n, t) => `<article class="person"><h2>${n}</h2><p class="position">${t}</p><p>Long text about what this person did before, and where, and why it mattered to us all.</p></article>`)}`,
    N,
  ],
  [
    'divname',
    'https://firm.example/x',
    'The people behind it',
    `<h1>The people behind it</h1>${g((n, t) => `<div class="box"><div class="photo"></div><div class="name">${n}</div><div class="job">${t}</div></div>`)}`,
    N,
  ],
  [
    'pname',
    'https://firm.example/mitarbeiter',
    'Mitarbeiter',
    `<h1>Mitarbeiter</h1>${g((n, t) => `<div><img><p><strong>${n}</strong></p><p>${t}</p><p>Tel. 0123 456</p></div>`)}`,
    N,
  ],
  [
    'ul',
    'https://lab.example/people',
    'People',
    `<h1>People</h1><h2>Faculty</h2><ul><li>Prof. Ada Moll</li></ul><h2>PhD students</h2><ul><li>Bert Nuss (since 2021)</li><li>Clara von Ahn</li><li>Ole Quist</li></ul>`,
    ['Prof. Ada Moll', 'Clara von Ahn', 'Ole Quist', 'Bert Nuss'],
  ],
  [
    'ul job',
    'https://lab.example/people',
    'People',
    `<h1>People</h1><ul>${g((n, t) => `<li>${n}, ${t}</li>`)}</ul>`,
    N,
  ],
  [
    'reversed',
    'https://uni.example/personen',
    'Personen',
    `<h1>Personen</h1><table>${g((n) => {
      const [a, ...b] = n.split(' ');
      return `<tr><td><a href="/p">${b.join(' ')}, ${a}</a></td><td>Raum 3</td></tr>`;
    })}</table>`,
    ['Moll, Ada', 'Nuss, Bert', 'von Ahn, Clara'],
  ],
  [
    'two',
    'https://firm.example/team',
    'Das Team',
    `<h1>Das Team</h1>${g((n, t) => `<div class="p"><img><h3>${n}</h3><p>${t}</p></div>`, P.slice(0, 2))}`,
    N.slice(0, 2),
  ],
  [
    'wp columns',
    'https://firm.example/ueber-uns',
    'Über uns',
    `<h1>Über uns</h1><div class="wp-block-columns">${g((n, t) => `<div class="wp-block-column"><figure class="wp-block-image"><img alt="${n}"></figure><h3 class="wp-block-heading">${n}</h3><p>${t}</p></div>`)}</div>`,
    N,
  ],
  [
    'dl',
    'https://firm.example/vorstand',
    'Vorstand',
    `<h1>Vorstand</h1><dl>${g((n, t) => `<dt>${t}</dt><dd>${n}</dd>`)}</dl>`,
    N,
  ],
  [
    'speakers',
    'https://conf.example/speakers',
    'Speakers',
    `<h1>Speakers</h1>${g((n, t) => `<a class="speaker" href="/s"><img alt=""><span class="speaker-name">${n}</span><span class="speaker-title">${t}</span></a>`)}`,
    N,
  ],
  [
    'testimonials',
    'https://firm.example/',
    'Firm',
    `<h1>We build</h1><h2>What customers say</h2>${g((n) => `<blockquote><p>They did a fine job for us.</p><footer>${n}, Berlin</footer></blockquote>`)}`,
    [],
  ],
  [
    'blog cards',
    'https://blog.example/',
    'Blog',
    `<h1>Blog</h1>${g((n) => `<article class="card"><img><h2><a href="/a">What we learned in spring</a></h2><p>By ${n} · 5 min read</p></article>`)}`,
    [],
  ],
  [
    'movies',
    'https://film.example/',
    'Films',
    `<h1>Films</h1><div>${['Silent River', 'Dark Water', 'Paper Moon', 'Golden Hour'].map((x) => `<div class="card"><img alt="${x}"><h3>${x}</h3><p>2019</p></div>`).join('')}</div>`,
    [],
  ],
  [
    'courses',
    'https://school.example/courses',
    'Courses',
    `<h1>Courses</h1><div>${['Modern Poetry', 'Organic Chemistry', 'Linear Algebra', 'World History'].map((x) => `<div class="card"><h3>${x}</h3><p>12 weeks</p></div>`).join('')}</div>`,
    [],
  ],
  [
    'cities',
    'https://travel.example/',
    'Cities',
    `<h1>Cities</h1><ul>${['San Marco', 'Port Louis', 'Santa Clara', 'Buenos Aires'].map((x) => `<li><a href="/c">${x}</a></li>`).join('')}</ul>`,
    [],
  ],
  [
    'brands',
    'https://shop.example/brands',
    'Brands',
    `<h1>Brands</h1><ul>${['Calvin Klein', 'Tommy Hilfiger', 'Hugo Boss', 'Jack Wolfskin'].map((x) => `<li><a href="/b">${x}</a></li>`).join('')}</ul>`,
    [],
  ],
  [
    'books',
    'https://shop.example/books',
    'Books',
    `<h1>Books</h1>${['Quiet Rooms', 'Paper Boats', 'Night Train'].map((x) => `<div class="card"><img><h3>${x}</h3><p>Ada Moll</p><span>€ 18,00</span></div>`).join('')}`,
    [],
  ],
  [
    'nav tiles',
    'https://firm.example/',
    'Firm',
    `<h1>Firm</h1><div>${['Case Studies', 'Press Room', 'Job Offers', 'White Papers'].map((x) => `<a class="tile"><h3>${x}</h3></a>`).join('')}</div>`,
    [],
  ],
  [
    'jp team',
    'https://lab.example/members',
    'メンバー',
    `<h1>メンバー</h1><ul><li>佐藤 花子（教授）</li><li>高橋 太一（助教）</li><li>石川 美咲（学生）</li></ul>`,
    ['佐藤 花子', '高橋 太一', '石川 美咲'],
  ],
  [
    'zh cards',
    'https://lab.example/team',
    '团队',
    `<h1>团队成员</h1>${[
      ['林范例', '教授'],
      ['王小测', '博士生'],
      ['陈示', '硕士生'],
    ]
      .map(([n, t]) => `<div class="item"><img><div class="t">${n}</div><div>${t}</div></div>`)
      .join('')}`,
    ['林范例', '王小测', '陈示'],
  ],
  [
    'zh cards p',
    'https://lab.example/team',
    '团队',
    `<h1>团队成员</h1>${[
      ['林范例', '教授'],
      ['王小测', '博士生'],
      ['陈示', '硕士生'],
    ]
      .map(([n, t]) => `<div class="item"><img><p>${n}</p><p>${t}</p></div>`)
      .join('')}`,
    ['林范例', '王小测', '陈示'],
  ],
  [
    'ru',
    'https://lab.example/team',
    'Команда',
    `<h1>Команда</h1>${[
      ['Ирина Примерова', 'Инженер'],
      ['Павел Образцов', 'Доцент'],
    ]
      .map(([n, t]) => `<div class="item"><img><h3>${n}</h3><p>${t}</p></div>`)
      .join('')}`,
    ['Ирина Примерова', 'Павел Образцов'],
  ],
];

it.each(CASES)('%s', (_, url, title, body, names) => {
  const html = `<!doctype html><html><head><title>${title}</title></head><body><main>${body}</main></body></html>`;
  const result = extractProfile(parsePage(html, url), url);
  expect(result.ok).toBe(false);
  const offered = result.ok ? [] : (result.candidates ?? []).map(({ profile }) => profile.name.full);
  expect(offered.toSorted()).toEqual(names.toSorted());
});

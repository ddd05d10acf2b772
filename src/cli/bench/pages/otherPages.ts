import { chrome, esc, linkedData, page, type Template, type WrittenPage } from './page.ts';
import type { Dice, Invented } from './people.ts';

const NOBODY = { person: null } as const;

/** A template of a page that is nobody's; `persons` are those who sign, comment or are told of. */
function nobody(
  name: string,
  heldOut: boolean,
  write: (
    person: Invented,
    dice: Dice,
    others: Invented[],
  ) => Omit<WrittenPage, 'truth'> & { none?: boolean },
): Template {
  return {
    name,
    heldOut,
    scripts: false,
    write(person, dice, others) {
      const { none = false, ...written } = write(person, dice, others);
      return { ...written, truth: none ? { ...NOBODY, candidates: [] } : NOBODY };
    },
  };
}

const article = nobody('article of a blog system', false, (person, dice, others) => {
  const topic = dice.pick(person.tongue.topics);
  const [guest] = others;
  const stub = dice.chance(0.5);
  const url = `https://magazin.example/${dice.pick(['', '2023/04/'])}${dice.pick(['bread', 'hills', 'river'])}/`;
  const data = dice.chance(0.7)
    ? linkedData({
        '@context': 'https://schema.org',
        '@graph': [
          {
            '@type': stub ? 'Article' : 'WebPage',
            '@id': `${url}#a`,
            headline: topic,
            author: stub
              ? { name: person.name, '@id': 'https://magazin.example/#/p/1' }
              : { '@id': 'https://magazin.example/#/p/1' },
            datePublished: '2023-04-05',
          },
          { '@type': 'WebSite', '@id': 'https://magazin.example/#w', name: 'Magazin am Tor' },
          {
            '@type': 'Person',
            '@id': 'https://magazin.example/#/p/1',
            name: person.name,
            url: `https://magazin.example/author/${person.slug}/`,
          },
        ],
      })
    : '';
  const body = `<header class="site-header"><p class="site-title"><a href="/" rel="home">Magazin am Tor</a></p></header><article class="post-12 post type-post hentry"><header><h1 class="entry-title">${esc(topic)}</h1><div class="entry-meta"><span class="posted-on"><time class="entry-date published" datetime="2023-04-05">5.4.2023</time></span><span class="byline"> by <span class="author vcard"><a class="url fn n" href="/author/${person.slug}/">${esc(person.name)}</a></span></span></div></header><div class="entry-content"><p>${person.tongue.about.map(esc).join('</p><p>')}</p></div></article>
<div class="author-box"><img class="avatar" src="g.jpg" alt="${esc(person.name)}"><h3>${esc(person.name)}</h3><p>${esc(person.about)}</p></div><div id="comments" class="comments-area"><ol class="comment-list"><li class="comment"><div class="comment-author vcard"><b class="fn">${esc(guest?.name ?? 'Guest')}</b></div><p>Nice.</p></li></ol></div>`;
  return {
    url,
    html: page(
      person.tongue,
      `${topic} – Magazin am Tor`,
      `<meta name="author" content="${esc(person.name)}"><meta property="og:type" content="article"><meta property="article:published_time" content="2023-04-05">${data}`,
      body,
      'single single-post',
    ),
  };
});

const product = nobody('product of a shop', false, (person, dice) => {
  const name = dice.pick([
    'Lena Armchair',
    'Oslo Floor Lamp',
    'Clara Summer Dress',
    'Emil Oak Table',
    'Trail Runner Pro',
  ]);
  return {
    url: `https://shop.example/product/${name.toLowerCase().replaceAll(' ', '-')}/`,
    html: page(
      person.tongue,
      `${name} | Shop am Markt`,
      `<meta property="og:type" content="product">${dice.chance(0.6) ? linkedData({ '@context': 'https://schema.org', '@type': 'Product', name, review: { '@type': 'Review', author: { '@type': 'Person', name: person.name } }, offers: { '@type': 'Offer', price: '49' } }) : ''}`,
      `<header><a class="logo" href="/">Shop am Markt</a></header><main><div class="product"><img src="p.jpg" alt="${esc(name)}"><h1 class="product_title">${esc(name)}</h1><p class="price">€ 49,00</p><form class="cart" action="/cart"><button name="add-to-cart" value="1">Add to cart</button></form></div><h2>Reviews</h2><p><strong class="woocommerce-review__author">${esc(person.name)}</strong> Good.</p><h2>Related products</h2><div class="grid">${['Ida Chair', 'Max Shelf', 'Otto Stool'].map((other) => `<div class="card"><img src="p.jpg" alt=""><h3>${other}</h3><span class="price">€ 19</span></div>`).join('')}</div></main>`,
    ),
  };
});

const thread = nobody('thread of a forum', false, (person, dice, others) => ({
  url: `https://forum.example/t/bread-oven/${Math.floor(dice.next() * 900)}`,
  html: page(
    person.tongue,
    `${dice.pick(person.tongue.topics)} - Forum`,
    '<meta name="generator" content="Discourse 3.1">',
    `<main><h1>${esc(dice.pick(person.tongue.topics))}</h1>${[person, ...others].map(({ name, about }) => `<div class="topic-post" itemscope itemtype="http://schema.org/DiscussionForumPosting"><span class="creator" itemprop="author" itemscope itemtype="http://schema.org/Person"><a itemprop="url" href="/u/x"><span itemprop="name">${esc(name)}</span></a></span><p>${esc(about)}</p></div>`).join('')}</main>`,
  ),
}));

const services = nobody('grid of services', false, (person, dice) => {
  const { header, footer } = chrome(dice, person.tongue, 'Studio Nordlicht');
  const cards = dice.some(
    [
      'Web Design',
      'Brand Strategy',
      'Motion Graphics',
      'Art Direction',
      'Content Planning',
      'Event Production',
      'User Research',
    ],
    4,
  );
  return {
    none: true,
    url: 'https://studio.example/services',
    html: page(
      person.tongue,
      'Our services | Studio Nordlicht',
      '',
      `${header}<main><h1>What we do</h1><div class="grid">${cards.map((card) => `<div class="card"><img src="i.jpg" alt=""><h3>${card}</h3><p>${dice.pick(['From idea to launch', 'Find your voice', 'Sites that sell'])}</p></div>`).join('')}</div></main>${footer}`,
    ),
  };
});

const encyclopedia = nobody('article of an encyclopedia', false, (person, dice) => {
  const name = dice.pick(['North Harbour', 'Lake Marlow', 'Tarn Valley', 'Saint Odile', 'Fenwick Hall']);
  return {
    url: `https://en.wiki.example/wiki/${name.replaceAll(' ', '_')}`,
    html: page(
      person.tongue,
      `${name} - Wikipedia`,
      '<meta name="generator" content="MediaWiki 1.43">',
      `<main id="content"><h1 id="firstHeading">${name}</h1><p><b>${name}</b> is a town in the hills. Its mayor is ${esc(person.name)}.</p><h2>History</h2><p>Old.</p><h2>Education</h2><p>There are two schools.</p><h2>References</h2></main>`,
      'mediawiki',
    ),
  };
});

const event = nobody('event', false, (person, dice) => ({
  url: 'https://events.example/e/8812',
  html: page(
    person.tongue,
    `${dice.pick(person.tongue.topics)} | Events`,
    linkedData({
      '@context': 'https://schema.org',
      '@type': 'Event',
      name: 'An evening',
      performer: { '@type': 'Person', name: person.name },
      startDate: '2026-03-04',
    }),
    `<main><h1>${esc(dice.pick(person.tongue.topics))}</h1><p>4 March 2026, 19:00</p><h2>Speaker</h2><h3>${esc(person.name)}</h3><p>${esc(person.title)}</p></main>`,
  ),
}));

const recipes = nobody('list of recipes', false, (person, dice) => ({
  none: true,
  url: 'https://kitchen.example/recipes/',
  html: page(
    person.tongue,
    'Recipes | Kitchen am See',
    '',
    `<main><h1>Recipes</h1><div class="grid">${dice
      .some(
        [
          'Chocolate Cake',
          'Mediterranean Salad',
          'Roasted Carrots',
          'Lemon Tart',
          'Pumpkin Soup',
          'Onion Bread',
        ],
        5,
      )
      .map(
        (dish) => `<div class="card"><img src="d.jpg" alt="${dish}"><h3>${dish}</h3><p>30 minutes</p></div>`,
      )
      .join('')}</div></main>`,
  ),
}));

const searchResults = nobody('results of a search', false, (person, dice, others) => ({
  url: `https://news.example/search?q=${person.slug}`,
  html: page(
    person.tongue,
    `${person.name} - Search`,
    '',
    `<main><form><input type="search"></form><h1>${dice.pick(['Results for', 'Search results for'])} ${esc(person.name)}</h1>${others.map(({ about }) => `<div class="result"><h2><a href="/x">${esc(about)}</a></h2><p>${esc(person.name)}</p></div>`).join('')}</main>`,
  ),
}));

const companyHome = nobody('start page of a company', false, (person, dice) => {
  const name = dice.pick([
    'Bergmann Möbel',
    'Nordlicht Kaffee',
    'Green Harbour',
    'Pellow & Tarrant',
    'Oakhurst Partners',
  ]);
  const { header, footer } = chrome(dice, person.tongue, name);
  return {
    url: `https://${name
      .toLowerCase()
      .replace(/[^a-z]+/g, '-')
      .replace(/ö/g, 'oe')}.example/`,
    html: page(
      person.tongue,
      name,
      `<meta property="og:site_name" content="${esc(name)}">`,
      `${header}<main><h1>${esc(name)}</h1><p>We make things that last.</p><h2>About us</h2><p>Since 1954.</p><h2>${esc(person.tongue.labels.contact)}</h2><p>Call us.</p></main>${footer}`,
    ),
  };
});

const missing = nobody('page that is not there', false, (person, dice) => ({
  none: true,
  url: `https://firm.example/team/${person.slug}`,
  html: page(
    person.tongue,
    dice.pick(['Page not found – Firm', '404 Not Found', 'Seite nicht gefunden', 'Page introuvable']),
    '',
    `<main><h1>${dice.pick(['Page Not Found', 'Seite Nicht Gefunden', 'Page introuvable', 'Oops! That page can’t be found.'])}</h1></main>`,
  ),
}));

// Held out.

const docs = nobody('page of documentation', true, (person, dice) => ({
  none: true,
  url: 'https://docs.example/en/latest/install.html',
  html: page(
    person.tongue,
    'Installation — Quiet Parser 2.1 documentation',
    '<meta name="generator" content="Docutils 0.19">',
    `<nav><a href="index.html">Quiet Parser</a></nav><div role="main"><section><h1>Installation</h1><p>Run it.</p><h2>${dice.pick(['Quick Start', 'Basic Usage'])}</h2><h3>Linux Packages</h3><h3>Docker Images</h3></section></div><footer>© 2024, ${esc(person.name)}. Built with a generator.</footer>`,
  ),
}));

const vacancy = nobody('vacancy', true, (person, dice) => ({
  url: `https://jobs.example/${Math.floor(dice.next() * 9_000)}`,
  html: page(
    person.tongue,
    `${person.title} | ${person.jobs[0]?.company ?? ''}`,
    linkedData({ '@context': 'https://schema.org', '@type': 'JobPosting', title: person.title }),
    `<main><h1>${esc(person.title)}</h1><h2>Your profile</h2><ul><li>Experience</li></ul><h2>${esc(person.tongue.labels.education)}</h2><p>A degree.</p><h2>${esc(person.tongue.labels.contact)}</h2><p>${esc(person.name)}, HR Manager, <a href="mailto:${person.slug}@jobs.example">mail</a></p></main>`,
  ),
}));

const dataset = nobody('data set', true, (person, dice) => ({
  url: 'https://data.example/dataset/882',
  html: page(
    person.tongue,
    `${dice.pick(person.tongue.topics)} | Data`,
    `<meta name="citation_author" content="${esc(person.name)}">${linkedData({ '@context': 'https://schema.org', '@type': 'Dataset', name: 'Data', creator: [{ '@type': 'Person', name: person.name, affiliation: { '@type': 'Organization', name: 'Institute' } }] })}`,
    `<main><h1>${esc(dice.pick(person.tongue.topics))}</h1><p>Creator: <a href="https://orcid.org/0000-0000-0000-0000">${esc(person.name)}</a></p></main>`,
  ),
}));

const restaurant = nobody('restaurant', true, (person, dice) => {
  const name = dice.pick(['Casa Ornella', 'Chez Odile', 'Bei Rieke', 'Trattoria Bellandi', 'Café Marlow']);
  return {
    url: `https://${name
      .toLowerCase()
      .normalize('NFKD')
      .replace(/[^a-z]+/g, '')}.example/`,
    html: page(
      person.tongue,
      name,
      linkedData({ '@context': 'https://schema.org', '@type': 'Restaurant', name, address: 'Main street 1' }),
      `<header><a href="/">${name}</a></header><main><h1>${name}</h1><h2>Menu</h2><p>Soup</p><h2>Opening hours</h2><p>Daily</p></main>`,
    ),
  };
});

const newsHome = nobody('start page of a newspaper', true, (person, dice, others) => ({
  url: 'https://zeitung.example/',
  html: page(
    person.tongue,
    'Zeitung am Tor',
    '<meta property="og:type" content="website">',
    `<header><h1 class="logo">Zeitung am Tor</h1></header><main>${[person, ...others].map(({ name, about }) => `<article><h2><a href="/a">${esc(about)}</a></h2><p class="author">${esc(name)}</p><time datetime="2024-02-03">3.2.</time></article>`).join('')}<p>${dice.pick(['More', 'Mehr'])}</p></main>`,
  ),
}));

const video = nobody('video', true, (person, dice) => ({
  url: 'https://tube.example/watch?v=aaaa',
  html: page(
    person.tongue,
    `${dice.pick(person.tongue.topics)} - Tube`,
    `<meta property="og:type" content="video.other">${linkedData({ '@context': 'https://schema.org', '@type': 'VideoObject', name: 'A film', author: person.name })}`,
    `<main><h1>${esc(dice.pick(person.tongue.topics))}</h1><a class="channel-name" href="/@${person.slug}">${esc(person.name)}</a><p>1,200 views</p></main>`,
  ),
}));

const book = nobody('book of a shop', true, (person, dice) => ({
  url: 'https://books.example/isbn/978000',
  html: page(
    person.tongue,
    `${dice.pick(person.tongue.topics)} by ${person.name} | Books`,
    `<meta property="og:type" content="book">${linkedData({ '@context': 'https://schema.org', '@type': 'Book', name: 'A book', author: { '@type': 'Person', name: person.name } })}`,
    `<main itemscope itemtype="https://schema.org/Book"><h1 itemprop="name">${esc(dice.pick(person.tongue.topics))}</h1><h2>by <a itemprop="author" itemscope itemtype="https://schema.org/Person"><span itemprop="name">${esc(person.name)}</span></a></h2><p>€ 18,00</p><button class="add-to-cart">Add to cart</button></main>`,
  ),
}));

const places = nobody('town guide', true, (person, dice) => ({
  none: true,
  url: 'https://travel.example/guide/coast',
  html: page(
    person.tongue,
    'Coast Guide | Travel',
    '',
    `<main><h1>Along the coast</h1><div class="list">${dice
      .some(['Port Ellen', 'San Marlo', 'Villa Aurora', 'Monte Verdi', 'Cape Winifred', 'Saint Malory'], 5)
      .map(
        (place) =>
          `<div class="item"><img src="x.jpg" alt="${place}"><h3>${place}</h3><p>A quiet place by the sea with ${Math.floor(dice.next() * 9) + 2} beaches.</p><a href="/x">Read more</a></div>`,
      )
      .join('')}</div></main>`,
  ),
}));

const repository = nobody('software repository', true, (person, dice) => ({
  url: 'https://git.example/quiet/parser',
  html: page(
    person.tongue,
    'quiet/parser: A quiet parser',
    '<meta property="og:type" content="object">',
    `<main><h1><a href="/quiet">quiet</a> / <a href="/quiet/parser">parser</a></h1><article class="markdown-body"><h1>Quiet Parser</h1><h2>Getting Started</h2><h2>License</h2><p>Copyright ${esc(person.name)}</p></article><h2>Contributors</h2><ul><li><a href="/${person.slug}">${person.slug}</a></li></ul><p>${dice.pick(['MIT', 'ISC'])}</p></main>`,
  ),
}));

const signIn = nobody('sign-in page', true, (person, dice) => ({
  none: true,
  url: 'https://people.example/login',
  html: page(
    person.tongue,
    dice.pick(['Sign in', 'Anmelden', 'Se connecter', 'Iniciar sesión', 'Accedi', 'Entrar']),
    '',
    `<main><h1>${dice.pick(['Welcome Back', 'Willkommen', 'Sign in'])}</h1><form><input type="email"><input type="password"><button>OK</button></form></main>`,
  ),
}));

/** Pages that are nobody's, half of them kept out of the reader's making. */
export const OTHER_PAGES: readonly Template[] = [
  article,
  product,
  thread,
  services,
  encyclopedia,
  event,
  recipes,
  searchResults,
  companyHome,
  missing,
  docs,
  vacancy,
  dataset,
  restaurant,
  newsHome,
  video,
  book,
  places,
  repository,
  signIn,
];

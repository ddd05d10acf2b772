import { chrome, esc, linkedData, page, span, type Template, type Truth } from './page.ts';
import type { Invented } from './people.ts';

type Person = NonNullable<Truth['person']>;

/** What a page that shows all of a career shows. */
function whole(person: Invented): Person {
  return {
    name: person.name,
    positions: person.jobs.map(({ title, company, start, end }) => ({ title, company, start, end })),
    education: person.studies.map(({ degree, school, end }) => ({ degree, school, end })),
  };
}

/** The person's own place on the net, with the name in the address where it can be spelled. */
function ownHost(person: Invented, ending = 'example'): string {
  return `https://${person.slug.replaceAll('-', '')}.${ending}/`;
}

/** Theme of academic home pages: name in h2, role and organisation in h3, h1 hidden or of a section. */
const academicTheme: Template = {
  name: 'academic theme',
  heldOut: false,
  scripts: true,
  write(person, dice) {
    const { labels } = person.tongue;
    const [job] = person.jobs;
    const url = ownHost(person);
    const body = `<aside class="search-results" style="display:none"><h1>Search</h1></aside>
<nav class="navbar" id="navbar-main"><a class="navbar-brand" href="/">${esc(person.name)}</a><ul><li><a href="/#about">${labels.home}</a></li></ul></nav>
<section id="about" class="home-section wg-about"><div class="row"><div class="col-lg-4"><div id="profile"><img class="avatar avatar-circle" src="/a.jpg" alt="Avatar">
<div class="portrait-title"><h2>${esc(person.name)}</h2><h3>${esc(job?.title ?? '')}</h3><h3><a href="https://org.example/"><span>${esc(job?.company ?? '')}</span></a></h3></div>
<ul class="network-icon"><li><a href="mailto:${person.slug}@mail.example"><i></i></a></li><li><a href="https://orcid.org/0000-0000-0000-0000"><i></i></a></li></ul></div></div>
<div class="col-lg-8"><h1>${esc(labels.about)}</h1><div class="article-style"><p>${esc(person.about)}</p></div>
<div class="row"><div class="col-md-5"><h3>Interests</h3><ul class="ul-interests">${person.skills.map((skill) => `<li>${esc(skill)}</li>`).join('')}</ul></div>
<div class="col-md-7"><h3>${esc(labels.education)}</h3><ul class="ul-edu fa-ul">${person.studies
      .map(
        ({ degree, school, end }) =>
          `<li><i class="fa-li"></i><div class="description"><p class="course">${esc(degree)}, ${end}</p><p class="institution">${esc(school)}</p></div></li>`,
      )
      .join('')}</ul></div></div></div></div></section>
<section id="publications"><h1>${esc(labels.publications)}</h1>${dice
      .some(person.tongue.topics, 3)
      .map(
        (topic) =>
          `<div class="card"><img src="p.jpg" alt=""><h3 class="article-title">${esc(topic)}</h3><p>${esc(person.name)}, A. Nother</p></div>`,
      )
      .join('')}</section>`;
    const head = `<meta name="author" content="${esc(person.name)}">${dice.chance(0.5) ? `<meta name="description" content="${esc(job?.title ?? '')}">` : ''}`;
    return {
      url,
      html: page(person.tongue, person.name, head, body),
      truth: {
        person: {
          name: person.name,
          positions: [{ title: job?.title ?? '', company: job?.company ?? '', end: null }],
          education: person.studies.map(({ degree, school, end }) => ({ degree, school, end })),
        },
      },
    };
  },
};

/** Jekyll theme of researchers: `post-title` in two weights, site author as linked data. */
const researcherTheme: Template = {
  name: 'researcher theme',
  heldOut: false,
  scripts: false,
  write(person, dice) {
    const { labels } = person.tongue;
    const host = `https://${person.slug.split('-')[0]}.github.example/`;
    const head = `<meta name="author" content="${esc(person.name)}">${linkedData({ '@context': 'https://schema.org', '@type': 'WebSite', author: { '@type': 'Person', name: person.name }, url: host, headline: labels.about })}`;
    const body = `<header><nav id="navbar"><a class="navbar-brand" href="/"><span class="font-weight-bold">${esc(person.given)}</span> ${esc(person.family)}</a></nav></header>
<div class="container mt-5"><div class="post"><header class="post-header"><h1 class="post-title"><span class="font-weight-bold">${esc(person.given)}</span> ${esc(person.family)}</h1><p class="desc">${esc(person.title)}</p></header>
<article><div class="profile float-right"><figure><picture><img src="/assets/img/prof_pic.jpg" alt="prof_pic.jpg"></picture></figure></div><div class="clearfix"><p>${esc(person.about)}</p></div>
<h2><a href="/news/">News</a></h2><div class="news"><table><tr><th scope="row">Jan 15, 2024</th><td>${esc(dice.pick(person.tongue.topics))}</td></tr></table></div>
<h2><a href="/publications/">selected publications</a></h2><div class="publications"><ol class="bibliography"><li><div class="title">${esc(dice.pick(person.tongue.topics))}</div><div class="author">${esc(person.name)}, Ann Other</div></li></ol></div>
<div class="social"><a href="mailto:%6C@x"><i></i></a><a href="https://scholar.google.com/citations?user=AAAA"><i></i></a></div></article></div></div>`;
    return {
      url: host,
      html: page(person.tongue, person.name, head, body),
      truth: { person: { name: person.name } },
    };
  },
};

/** The open resume format, in the manner of its themes. */
const resumeTheme: Template = {
  name: 'resume theme',
  heldOut: false,
  scripts: false,
  write(person, dice) {
    const { labels } = person.tongue;
    const body = `<header id="header"><h1>${esc(person.name)}</h1><h2>${esc(person.title)}</h2><ul class="contact"><li class="location">${esc(person.place)}</li><li><a href="mailto:hello@mail.example">hello@mail.example</a></li></ul></header>
<section id="about"><h3>${esc(labels.about)}</h3><p>${esc(person.about)}</p></section>
<section id="work"><h3>${esc(labels.positions)}</h3>${person.jobs
      .map(
        ({ title, company, start, end }) =>
          `<article class="item"><header><div class="position">${esc(title)}</div><div class="company">${esc(company)}</div><div class="date"><span class="startDate">${start}</span> <span class="endDate">- ${end ?? labels.present}</span></div></header><div class="summary"><p>${esc(dice.pick(person.tongue.about))}</p></div></article>`,
      )
      .join('')}</section>
<section id="education"><h3>${esc(labels.education)}</h3>${person.studies
      .map(
        ({ degree, school, start, end }) =>
          `<article class="item"><div class="institution">${esc(school)}</div><div class="studyType">${esc(degree)}</div><div class="date">${start} - ${end}</div></article>`,
      )
      .join('')}</section>
<section id="skills"><h3>${esc(labels.skills)}</h3><ul class="keywords">${person.skills.map((skill) => `<li>${esc(skill)}</li>`).join('')}</ul></section>
<section id="languages"><h3>${esc(labels.languages)}</h3>${person.spoken.map(({ name, level }) => `<div class="item"><div class="language">${esc(name)}</div><div class="fluency">${esc(level)}</div></div>`).join('')}</section>`;
    return {
      url: `https://resumes.example/${person.slug}`,
      html: page(person.tongue, person.name, '', body),
      truth: { person: { ...whole(person), skills: person.skills, languages: person.spoken } },
    };
  },
};

/** One-page resume of a style library: side navigation, name in two colours, dates at the right. */
const stylishResume: Template = {
  name: 'style library resume',
  heldOut: false,
  scripts: false,
  write(person, dice) {
    const { labels } = person.tongue;
    const entry = (title: string, company: string, text: string, when: string): string =>
      `<div class="d-flex flex-column flex-md-row justify-content-between mb-5"><div class="flex-grow-1"><h3 class="mb-0">${esc(title)}</h3><div class="subheading mb-3">${esc(company)}</div>${text === '' ? '' : `<p>${esc(text)}</p>`}</div><div class="flex-shrink-0"><span class="text-primary">${when}</span></div></div>`;
    const body = `<nav class="navbar" id="sideNav"><a class="navbar-brand" href="#page-top"><span class="d-block d-lg-none">${esc(person.name)}</span><span><img class="img-profile rounded-circle" src="p.jpg" alt="..."></span></a><ul><li><a href="#about">${esc(labels.about)}</a></li></ul></nav>
<div class="container-fluid p-0"><section class="resume-section" id="about"><div class="resume-section-content"><h1 class="mb-0">${esc(person.given)} <span class="text-primary">${esc(person.family)}</span></h1><div class="subheading mb-5">${esc(person.place)} · <a href="mailto:name@mail.example">name@mail.example</a></div><p class="lead mb-5">${esc(person.about)}</p></div></section>
<section class="resume-section" id="experience"><div class="resume-section-content"><h2 class="mb-5">${esc(labels.positions)}</h2>${person.jobs.map(({ title, company, start, end }) => entry(title, company, dice.pick(person.tongue.about), span(start, end, person.tongue, '-'))).join('')}</div></section>
<section class="resume-section" id="education"><div class="resume-section-content"><h2 class="mb-5">${esc(labels.education)}</h2>${person.studies.map(({ degree, school, start, end }) => entry(school, degree, '', `${start} - ${end}`)).join('')}</div></section></div>`;
    return {
      url: ownHost(person),
      html: page(person.tongue, `Resume - ${person.name}`, `<meta name="author" content="">`, body),
      truth: { person: whole(person) },
    };
  },
};

/** Author's archive of a blog system: the posts of one person, the person in a box above them. */
const authorArchive: Template = {
  name: 'author archive',
  heldOut: false,
  scripts: true,
  write(person, dice) {
    const { labels } = person.tongue;
    const url = `https://magazin.example/author/${person.slug}/`;
    const posts = dice
      .some(person.tongue.topics, 3)
      .map(
        (topic) =>
          `<article class="post type-post hentry"><header class="entry-header"><h2 class="entry-title"><a href="/x/">${esc(topic)}</a></h2><div class="entry-meta"><time class="entry-date" datetime="2023-05-04">4.5.2023</time><span class="byline">by <span class="author vcard"><a class="url fn n" href="${url}">${esc(person.name)}</a></span></span></div></header></article>`,
      )
      .join('');
    const marked = dice.chance(0.5);
    const head = marked
      ? `<meta property="og:type" content="profile"><meta property="og:title" content="${esc(person.name)} - Magazin am Tor">${linkedData(
          {
            '@context': 'https://schema.org',
            '@graph': [
              { '@type': 'ProfilePage', '@id': url, url, mainEntity: { '@id': `${url}#p` } },
              { '@type': 'WebSite', '@id': 'https://magazin.example/#website', name: 'Magazin am Tor' },
              {
                '@type': 'Person',
                '@id': `${url}#p`,
                name: person.name,
                description: person.about,
                mainEntityOfPage: { '@id': url },
              },
            ],
          },
        )}`
      : '';
    const body = `<header class="site-header"><p class="site-title"><a href="/" rel="home">Magazin am Tor</a></p></header>
<main id="main" class="site-main"><header class="page-header"><h1 class="page-title">${dice.chance(0.5) ? `${esc(labels.postsBy)} <span>${esc(person.name)}</span>` : esc(person.name)}</h1><div class="author-bio"><img class="avatar" src="g.jpg" alt=""><p>${esc(person.about)}</p></div></header>${posts}</main>`;
    return {
      url,
      html: page(
        person.tongue,
        `${person.name}, ${labels.postsBy} - Magazin am Tor`,
        head,
        body,
        'archive author',
      ),
      truth: { person: { name: person.name } },
    };
  },
};

/** Staff page of a university: name with titles, facts in a table or list, office hours. */
const staffPage: Template = {
  name: 'university staff page',
  heldOut: false,
  scripts: true,
  write(person, dice) {
    const { labels, code } = person.tongue;
    const isPlain = /^[a-z]{2}$/.test(code) && !['zh', 'ja', 'ko', 'ru', 'el', 'fa', 'he'].includes(code);
    const title = isPlain ? dice.pick(['Prof. Dr. ', 'Dr. ', '']) : '';
    const name = `${title}${person.name}`;
    const school = dice.pick(person.tongue.studies)[1];
    const folder =
      { de: 'personen', fr: 'annuaire', es: 'personas', it: 'persone', pt: 'pessoas' }[code] ?? 'people';
    const facts = [
      ['E-Mail', `<a href="mailto:office@uni.example">office@uni.example</a>`],
      ['Tel.', '+49 000 0000'],
      [labels.contact, 'Building 3, room 12'],
    ] as const;
    const shown = dice.chance(0.5)
      ? `<table class="contact"><tbody>${facts.map(([term, text]) => `<tr><th>${esc(term)}</th><td>${text}</td></tr>`).join('')}</tbody></table>`
      : `<dl>${facts.map(([term, text]) => `<dt>${esc(term)}</dt><dd>${text}</dd>`).join('')}</dl>`;
    const { header, footer } = chrome(dice, person.tongue, school);
    const body = `${header}<nav class="breadcrumb"><a href="/">${esc(school)}</a> › <a href="/${folder}/">${esc(labels.team)}</a></nav><main><h1>${esc(name)}</h1><p class="function">${esc(person.title)}</p><div class="person"><img src="portrait.jpg" alt="${esc(person.name)}">${shown}</div>
<h2>${esc(labels.publications)}</h2><ul>${dice
      .some(person.tongue.topics, 2)
      .map((topic) => `<li>${esc(person.family)}, ${esc(person.given)} (2022): ${esc(topic)}.</li>`)
      .join('')}</ul></main>${footer}`;
    return {
      url: `https://www.uni.example/institut/${folder}/${person.slug}`,
      html: page(person.tongue, dice.chance(0.5) ? `${name} | ${school}` : `${school}: ${name}`, '', body),
      truth: { person: { name } },
    };
  },
};

/** A company's page of one of its people. */
const companyPerson: Template = {
  name: 'company person page',
  heldOut: false,
  scripts: false,
  write(person, dice) {
    const [job] = person.jobs;
    const company = job?.company ?? '';
    const { header, footer } = chrome(dice, person.tongue, company);
    const organisation = dice.chance(0.5)
      ? linkedData({
          '@context': 'https://schema.org',
          '@type': 'Organization',
          name: company,
          url: 'https://firm.example/',
        })
      : '';
    const body = `${header}<main><section class="hero"><h1>${esc(person.name)}</h1><p class="role">${esc(person.title)}</p><img class="portrait" src="x.jpg" alt=""></section><section><p>${esc(person.about)}</p><a href="https://www.linkedin.com/in/${person.slug}/">LinkedIn</a></section><section><h2>${esc(person.tongue.labels.team)}</h2><a href="/team/">${esc(person.tongue.labels.team)}</a></section></main>${footer}`;
    return {
      url: `https://firm.example/team/${person.slug}`,
      html: page(person.tongue, `${person.name} – ${company}`, organisation, body),
      truth: { person: { name: person.name, positions: [{ title: person.title, end: null }] } },
    };
  },
};

/** A company's team page: a grid of cards, the head alone above it. */
const teamGrid: Template = {
  name: 'team grid',
  heldOut: false,
  scripts: true,
  write(person, dice, others) {
    const { labels } = person.tongue;
    const { header, footer } = chrome(dice, person.tongue, 'Firm');
    const card = ({ name, title }: Invented): string =>
      `<div class="${dice.pick(['card', 'team-member', 'grid-item'])}"><img src="p.jpg" alt=""><h3>${esc(name)}</h3><p>${esc(title)}</p></div>`;
    const body = `${header}<main><h1>${esc(labels.team)}</h1><div class="lead"><div class="card"><img src="p.jpg" alt="${esc(person.name)}"><h3>${esc(person.name)}</h3><p>${esc(person.title)}</p></div></div><div class="grid">${others.map((other) => card(other).replace(/class="[^"]*"/, 'class="card"')).join('')}</div></main>${footer}`;
    return {
      url: `https://firm.example/${dice.pick(['team', 'about', 'people/'])}`,
      html: page(person.tongue, `${labels.team} | Firm`, '', body),
      truth: { person: null, candidates: [person, ...others].map(({ name }) => name) },
    };
  },
};

// Held out.

/** Blog theme with the author in the side column: name in h3, the page's own heading beside it. */
const sidebarTheme: Template = {
  name: 'sidebar author theme',
  heldOut: true,
  scripts: false,
  write(person, dice) {
    const { labels } = person.tongue;
    const body = `<div class="masthead"><div class="masthead__inner-wrap"><nav id="site-nav" class="greedy-nav"><a class="site-title" href="/">${esc(person.name)}</a><ul class="visible-links"><li><a href="/posts/">Posts</a></li></ul></nav></div></div>
<div id="main" role="main"><div class="sidebar sticky"><div itemscope itemtype="https://schema.org/Person"><div class="author__avatar"><img src="/bio.jpg" alt="${esc(person.name)}" itemprop="image"></div><div class="author__content"><h3 class="author__name" itemprop="name">${esc(person.name)}</h3><div class="author__bio" itemprop="description"><p>${esc(person.about)}</p></div></div><div class="author__urls-wrapper"><ul class="author__urls"><li itemprop="homeLocation" itemscope itemtype="https://schema.org/Place"><span itemprop="name">${esc(person.place)}</span></li></ul></div></div></div>
<article class="page" itemscope itemtype="https://schema.org/CreativeWork"><meta itemprop="headline" content="${esc(labels.about)}"><div class="page__inner-wrap"><header><h1 id="page-title" class="page__title" itemprop="headline">${esc(labels.about)}</h1></header><section class="page__content" itemprop="text"><p>${esc(dice.pick(person.tongue.about))}</p></section></div></article></div>`;
    return {
      url: `https://blog-${person.slug}.example/about/`,
      html: page(person.tongue, `${labels.about} - ${person.name}`, '', body),
      truth: { person: { name: person.name } },
    };
  },
};

/** Curriculum of a researcher as plain lists: degree, school and year on one line. */
const listCv: Template = {
  name: 'curriculum of lists',
  heldOut: true,
  scripts: false,
  write(person, dice) {
    const { labels } = person.tongue;
    const body = `<nav><a href="/">${esc(person.name)}</a> <a href="/cv/">CV</a></nav><main><h1>${dice.pick(['CV', 'Curriculum Vitae'])}</h1>
<h2>${esc(labels.education)}</h2><ul>${person.studies.map(({ degree, school, end }) => `<li>${esc(degree)}, ${esc(school)}, ${end}</li>`).join('')}</ul>
<h2>${esc(labels.positions)}</h2><ul>${person.jobs.map(({ title, company, start, end }) => `<li>${span(start, end, person.tongue)}: ${esc(title)}<ul><li>${esc(company)}</li></ul></li>`).join('')}</ul>
<h2>${esc(labels.skills)}</h2><ul>${person.skills.map((skill) => `<li>${esc(skill)}</li>`).join('')}</ul>
<h2>${esc(labels.publications)}</h2><ul>${dice
      .some(person.tongue.topics, 2)
      .map((topic) => `<li>${esc(topic)} (2021)</li>`)
      .join('')}</ul></main>`;
    return {
      url: `https://${person.slug}.example/cv/`,
      html: page(
        person.tongue,
        `CV - ${person.name}`,
        `<meta name="author" content="${esc(person.name)}">`,
        body,
      ),
      truth: { person: { ...whole(person), skills: person.skills } },
    };
  },
};

/** A page written by hand, on the department's server. */
const handmade: Template = {
  name: 'page of the old kind',
  heldOut: true,
  scripts: true,
  write(person, dice) {
    const { labels } = person.tongue;
    const [job] = person.jobs;
    const last = person.slug.split('-').at(-1) ?? 'me';
    const body = `<center><table border="0"><tr><td><img src="me.jpg" width="150"></td><td><h1>${esc(person.name)}</h1><b>${esc(job?.title ?? '')}</b><br>${esc(job?.company ?? '')}<br>Room 4.12<br><a href="mailto:${last}@dept.example">${last} at dept</a></td></tr></table></center>
<hr><h3>${esc(labels.about)}</h3>${esc(person.about)}<hr><h3>${esc(labels.education)}</h3><table>${person.studies.map(({ degree, school, start, end }) => `<tr><td>${start}-${end}</td><td>${esc(degree)}, ${esc(school)}</td></tr>`).join('')}</table>
<h3>${esc(labels.publications)}</h3><ol>${dice
      .some(person.tongue.topics, 3)
      .map((topic) => `<li>${esc(topic)}</li>`)
      .join('')}</ol>`;
    return {
      url: `https://www.dept.example/~${last}/`,
      html: page(person.tongue, dice.chance(0.5) ? `${person.name}'s Home Page` : person.name, '', body),
      truth: {
        person: {
          name: person.name,
          education: person.studies.map(({ degree, school, end }) => ({ degree, school, end })),
        },
      },
    };
  },
};

/** One page with big greeting, projects with pictures, and a form. */
const portfolio: Template = {
  name: 'portfolio',
  heldOut: true,
  scripts: false,
  write(person, dice) {
    const { labels } = person.tongue;
    const projects = dice.some(
      ['Harvest Planner', 'Night Bus Map', 'Quiet Rooms', 'Paper Boats', 'Open Shelf'],
      4,
    );
    const body = `<header id="top"><div class="logo">${esc(person.given)}</div><nav><a href="#work">Work</a><a href="#contact">${esc(labels.contact)}</a></nav></header>
<section class="hero"><h1>${esc(person.tongue.introduction(person.name))}</h1><p>${esc(person.title)}</p></section>
<section id="about"><h2>${esc(labels.about)}</h2><p>${esc(person.about)}</p></section>
<section id="work"><h2>Work</h2><div class="grid">${projects.map((project) => `<a class="tile" href="#"><img src="t.jpg" alt=""><h3>${project}</h3><p>${dice.pick(['Concept', 'Website', 'Print'])}</p></a>`).join('')}</div></section>
<section id="skills"><h2>${esc(labels.skills)}</h2><p>${person.skills.map(esc).join(', ')}</p></section>
<section id="contact"><h2>${esc(labels.contact)}</h2><form><input type="email"><textarea></textarea></form></section><footer>© ${esc(person.name)}</footer>`;
    return {
      url: ownHost(person, 'studio.example'),
      html: page(
        person.tongue,
        `${person.name} — ${person.title}`,
        `<meta property="og:type" content="website">`,
        body,
      ),
      truth: { person: { name: person.name, skills: person.skills } },
    };
  },
};

/** Staff page of a content system of fields: label and value in boxes. */
const fieldPage: Template = {
  name: 'page of fields',
  heldOut: true,
  scripts: true,
  write(person, dice) {
    const { labels } = person.tongue;
    const field = (name: string, label: string, value: string): string =>
      `<div class="field field--name-field-${name} field--label-above"><div class="field__label">${esc(label)}</div><div class="field__item">${value}</div></div>`;
    const { header, footer } = chrome(dice, person.tongue, 'Institute');
    const body = `${header}<main role="main"><div class="region-content"><div id="block-page-title"><h1 class="page-title"><span class="field field--name-title">${esc(person.name)}</span></h1></div>
<article class="node node--type-person node--view-mode-full"><div class="node__content">${field('image', '', `<img src="p.jpg" alt="${esc(person.name)}">`)}${field('job-title', 'Position', esc(person.title))}${field('email', 'E-mail', '<a href="mailto:info@inst.example">info@inst.example</a>')}${field('bio', labels.about, `<p>${esc(person.about)}</p>`)}</div></article></div></main>${footer}`;
    return {
      url: `https://inst.example/${person.tongue.code}/staff/${person.slug}`,
      html: page(
        person.tongue,
        `${person.name} | Institute for Quiet Seas`,
        '<meta name="generator" content="Drupal 10">',
        body,
      ),
      truth: { person: { name: person.name } },
    };
  },
};

/** Timeline resume: dates in a column of their own, `dl` for languages. */
const timeline: Template = {
  name: 'timeline resume',
  heldOut: true,
  scripts: false,
  write(person) {
    const { labels } = person.tongue;
    const item = (when: string, title: string, place: string): string =>
      `<li class="timeline-item"><div class="timeline-date">${when}</div><div class="timeline-content"><h4>${esc(title)}</h4><h5>${esc(place)}</h5></div></li>`;
    const body = `<aside class="sidebar"><img class="profile-img" src="me.png" alt="${esc(person.name)}"><h1 class="name">${esc(person.name)}</h1><h3 class="tagline">${esc(person.title)}</h3><div class="languages-container"><h2>${esc(labels.languages)}</h2><dl>${person.spoken.map(({ name, level }) => `<dt>${esc(name)}</dt><dd>${esc(level)}</dd>`).join('')}</dl></div></aside>
<div class="main-wrapper"><section><h2>${esc(labels.positions)}</h2><ul class="timeline">${person.jobs.map(({ title, company, start, end }) => item(span(start, end, person.tongue), title, company)).join('')}</ul></section>
<section><h2>${esc(labels.education)}</h2><ul class="timeline">${person.studies.map(({ degree, school, start, end }) => item(`${start} – ${end}`, degree, school)).join('')}</ul></section></div>`;
    return {
      url: `https://cv.example/u/${person.slug}/`,
      html: page(person.tongue, `${person.name} | CV`, '', body),
      truth: { person: { ...whole(person), languages: person.spoken } },
    };
  },
};

/** Personal page with microformats and links `rel=me`. */
const indieWeb: Template = {
  name: 'independent web page',
  heldOut: true,
  scripts: true,
  write(person, dice) {
    const url = ownHost(person);
    const [job] = person.jobs;
    const body = `<main><div class="h-card"><img class="u-photo" src="me.jpg" alt=""><h1><a class="p-name u-url u-uid" rel="me" href="${url}">${esc(person.name)}</a></h1><p class="p-note">${esc(person.about)}</p><p><span class="p-job-title">${esc(job?.title ?? '')}</span>, <span class="p-org">${esc(job?.company ?? '')}</span></p><a rel="me" href="https://social.example/@someone">social</a></div>
<div class="h-feed">${dice
      .some(person.tongue.topics, 2)
      .map(
        (topic) =>
          `<article class="h-entry"><a class="p-name u-url" href="/n/">${esc(topic)}</a> <time class="dt-published" datetime="2024-01-02">2 Jan</time> <a class="p-author h-card" href="https://guest.example/">Guest Writer</a></article>`,
      )
      .join('')}</div></main>`;
    return {
      url,
      html: page(person.tongue, person.name, '', body),
      truth: {
        person: {
          name: person.name,
          positions: [{ title: job?.title ?? '', company: job?.company ?? '', end: null }],
        },
      },
    };
  },
};

/** Staff as a table: name, function, telephone. */
const staffTable: Template = {
  name: 'staff table',
  heldOut: true,
  scripts: true,
  write(person, dice, others) {
    const { labels } = person.tongue;
    const { header, footer } = chrome(dice, person.tongue, 'Department');
    const people = [person, ...others];
    const body = `${header}<main><h1>${esc(labels.team)}</h1><table class="staff"><thead><tr><th>Name</th><th>Position</th><th>Tel.</th></tr></thead><tbody>${people.map(({ name, title }, at) => `<tr><td><a href="/p/${at}">${esc(name)}</a></td><td>${esc(title)}</td><td>+00 ${at}12 34</td></tr>`).join('')}</tbody></table></main>${footer}`;
    return {
      url: `https://dept.example/${dice.pick(['staff', 'people', 'mitarbeiter'])}/`,
      html: page(person.tongue, `${labels.team} – Department`, '', body),
      truth: { person: null, candidates: people.map(({ name }) => name) },
    };
  },
};

/** Pages of persons and of teams, half of them kept out of the reader's making. */
export const PERSONAL_PAGES: readonly Template[] = [
  academicTheme,
  researcherTheme,
  resumeTheme,
  stylishResume,
  authorArchive,
  staffPage,
  companyPerson,
  teamGrid,
  sidebarTheme,
  listCv,
  handmade,
  portfolio,
  fieldPage,
  timeline,
  indieWeb,
  staffTable,
];

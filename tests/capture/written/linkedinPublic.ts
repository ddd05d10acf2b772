import fc from 'fast-check';
import { dateText, html, type Job, type Person } from './person.ts';

/** Ways in which the page for visitors can be written. */
export interface PublicStyle {
  data: 'graph' | 'profilePage' | 'lone' | 'none';
  address: 'sameAs' | 'url' | 'countryHost' | 'none';
  sections: boolean;
  masked: boolean;
  subline: 'divs' | 'spans' | 'items';
  role: 'span' | 'heading';
  groupedIn: 'positionClass' | 'cardClass';
  years: 'numbers' | 'texts';
  posts: boolean;
  rail: boolean;
}

export const publicStyle: fc.Arbitrary<PublicStyle> = fc.record({
  data: fc.constantFrom('graph', 'profilePage', 'lone', 'none'),
  address: fc.constantFrom('sameAs', 'url', 'countryHost', 'none'),
  sections: fc.boolean(),
  masked: fc.boolean(),
  subline: fc.constantFrom('divs', 'spans', 'items'),
  role: fc.constantFrom('span', 'heading'),
  groupedIn: fc.constantFrom('positionClass', 'cardClass'),
  years: fc.constantFrom('numbers', 'texts'),
  posts: fc.boolean(),
  rail: fc.boolean(),
});

/** The page for visitors: JSON-LD with other persons in it, and sections; a masked page shows stars. */
export function writePublic(person: Person, style: PublicStyle): string {
  const { locale, name, slug } = person;
  const path = `/in/${encodeURIComponent(slug)}`;
  const stars = (text: string): string => (style.masked ? '*'.repeat(Math.max(3, text.length)) : text);
  const section = (data: string, css: string, heading: string, inner: string): string =>
    `<section class="core-section-container my-3 ${css}" data-section="${data}"><h2 class="core-section-container__title">${heading}</h2><div class="core-section-container__content break-words">${inner}</div></section>`;
  const sections = style.sections
    ? [
        person.about === null || style.masked
          ? ''
          : section('summary', 'summary', locale.headings.about, `<p>${html(person.about)}</p>`),
        person.jobs.length === 0
          ? ''
          : section(
              'experience',
              'experience',
              locale.headings.experience,
              `<ul class="experience__list">${person.jobs.map((job) => writeJob(job, person, style, stars)).join('')}</ul>`,
            ),
        person.education.length === 0
          ? ''
          : section(
              'educationsDetails',
              'education',
              locale.headings.education,
              `<ul class="education__list">${person.education
                .map(
                  ({ school, degree, field, start, end }) =>
                    `<li class="profile-section-card education__list-item"><a href="/school/x?trk=public_profile"><img alt="${html(school)}"></a><div><h3><a href="/school/x">${html(stars(school))}</a></h3><h4>${[
                      degree,
                      field,
                    ]
                      .filter((text) => text !== undefined)
                      .map((text) => `<span>${html(stars(text))}</span>`)
                      .join(
                        '',
                      )}</h4>${start === undefined ? '' : `<div><p class="education__item--duration"><span class="date-range"><time>${start}</time> - <time>${end}</time></span></p></div>`}</div></li>`,
                )
                .join('')}</ul>`,
            ),
        person.languages.length === 0
          ? ''
          : section(
              'languages',
              'languages',
              locale.headings.languages,
              `<ul>${person.languages.map(({ name: language, level }) => `<li class="profile-section-card"><div><h3>${html(language)}</h3>${level === null ? '' : `<h4>${html(level)}</h4>`}</div></li>`).join('')}</ul>`,
            ),
      ]
    : [];
  const items = [
    person.place === null ? '' : html(person.place.text),
    person.followers === null ? '' : locale.followers(person.followers.toLocaleString('en-US')),
    person.connections === null
      ? ''
      : locale.connections(person.connections === 500 ? '500+' : String(person.connections)),
  ].filter((text) => text !== '');
  const subline = {
    divs: items.map((text) => `<div class="top-card__subline-item">${text}</div>`),
    spans: [
      `<div class="not-first-middot"><span>${items[0] ?? ''}</span></div>`,
      `<div class="not-first-middot">${items
        .slice(1)
        .map((text) => `<span>${text}</span>`)
        .join('')}</div>`,
    ],
    items: items.map(
      (text) => `<span class="top-card__subline-item top-card__subline-item--bullet">\n  ${text}\n</span>`,
    ),
  }[style.subline].join('');
  const rail = style.rail
    ? `<section class="aside-section-container"><h2>People also viewed</h2><ul><li><a href="/in/rail-person"><h3 class="base-aside-card__title">Rail Person</h3></a><p>Oslo, Norway</p></li></ul></section>`
    : '';
  return `<!doctype html><html lang="${locale.code}"><head><title>${html(name.full)} - ${html(person.headline)} | LinkedIn</title><meta name="locale" content="${locale.code}_XX">${style.data === 'none' || style.address === 'none' ? `<link rel="canonical" href="https://de.linkedin.com${path}">` : ''}${writeData(person, style, stars)}</head><body><main class="main"><section class="top-card-layout container-lined"><div class="top-card-layout__entity-info"><h1 class="top-card-layout__title font-sans">${html(name.full)}</h1><h2 class="top-card-layout__headline break-words">${html(person.headline)}</h2><h3 class="top-card-layout__first-subline">${subline}</h3><a class="top-card-layout__cta" href="https://www.linkedin.com/signup">Join to view</a></div><div class="top-card__links-container">${topLink('currentPositionsDetails', person.jobs[0]?.company)}${topLink('educationsDetails', person.education[0]?.school)}</div></section>${sections.join('')}${rail}</main><footer><form action="/uas/login-submit"><input type="password"></form></footer></body></html>`;
}

function topLink(section: string, text: string | undefined): string {
  return text === undefined
    ? ''
    : `<div data-section="${section}" class="top-card__right-column-link"><a class="top-card-link" href="/company/x"><span class="top-card-link__description">\n${html(text)}<!----></span></a></div>`;
}

function writeJob(
  { company, companySlug, roles }: Job,
  { locale }: Person,
  style: PublicStyle,
  stars: (text: string) => string,
): string {
  const href =
    companySlug === null
      ? null
      : `https://de.linkedin.com/company/${companySlug}?trk=public_profile_experience`;
  const dates = (start: string, end: string | null): string =>
    `<p class="experience-item__meta-item"><span class="date-range"><time>${dateText(locale, start)}</time> - ${end === null ? locale.today : `<time>${dateText(locale, end)}</time>`}<span class="before:middot">${locale.duration(2, 3)}</span></span></p>`;
  const rest = (place: string | null, description: string | null): string =>
    `${place === null ? '' : `<p class="experience-item__meta-item">${html(place)}</p>`}${
      description === null || style.masked
        ? ''
        : `<div class="experience-item__meta-item" data-section="currentPositions"><div class="show-more-less-text"><p class="show-more-less-text__text--less">${html(description.slice(0, 12))}<button>Show more</button></p><p class="show-more-less-text__text--more">${html(description)}<button>Show less</button></p></div></div>`
    }`;
  const title = (text: string): string =>
    style.role === 'span'
      ? `<h3><span class="experience-item__title">\n${html(stars(text))}\n</span></h3>`
      : `<h3 class="profile-section-card__title">${html(stars(text))}</h3>`;
  const [only] = roles;
  if (only !== undefined && roles.length === 1) {
    const name = `<span class="experience-item__subtitle">\n${html(company)}\n</span>`;
    return `<li class="profile-section-card relative flex experience-item">${href === null ? '' : `<a href="${href}"><img alt=""></a>`}<div>${title(only.title)}<h4>${href === null ? name : `<a href="${href}">${name}</a>`}</h4><div>${dates(only.start, only.end)}${rest(only.place, only.description)}</div></div></li>`;
  }
  const header = `<h4 class="experience-group-header__company">${html(company)}</h4><p class="experience-group-header__duration">${locale.duration(8, 1)}</p>`;
  const list = roles
    .map(
      (role) =>
        `<li class="${style.groupedIn === 'cardClass' ? 'profile-section-card relative flex experience-group-position' : 'experience-group-position'}">${title(role.title)}<div>${dates(role.start, role.end)}${rest(role.place, role.description)}</div></li>`,
    )
    .join('');
  return `<li class="experience-group experience-item">${href === null ? header : `<a class="experience-group-header__url" href="${href}" title="${html(company)}">${header}</a>`}<ul class="experience-group__positions">${list}</ul></li>`;
}

function writeData(person: Person, style: PublicStyle, stars: (text: string) => string): string {
  if (style.data === 'none') return '';
  const host = style.address === 'countryHost' ? 'de' : 'www';
  const address = `https://${host}.linkedin.com/in/${encodeURIComponent(person.slug)}`;
  const date = (day: string): string | number =>
    style.years === 'numbers' && !day.includes('-') ? Number(day) : day;
  const node = {
    '@type': 'Person',
    ...(style.address === 'url' && { url: address, sameAs: address }),
    ...(style.address !== 'none' && { sameAs: address }),
    name: person.name.full,
    disambiguatingDescription: 'Creator, Top Voice',
    ...(person.about !== null && !style.masked && { description: person.about }),
    ...(person.place !== null && {
      address: {
        '@type': 'PostalAddress',
        addressLocality: person.place.text,
        addressCountry: person.place.country,
      },
    }),
    jobTitle: person.jobs.flatMap(({ roles }) =>
      roles.filter(({ end }) => end === null).map(({ title }) => stars(title)),
    ),
    worksFor: person.jobs.flatMap(({ company, roles }) =>
      roles
        .filter(({ end }) => end === null)
        .map(({ start }) => ({
          '@type': 'Organization',
          name: stars(company),
          member: { '@type': 'OrganizationRole', startDate: date(start) },
        })),
    ),
    alumniOf: person.education.map(({ school, start, end }) => ({
      '@type': 'EducationalOrganization',
      name: stars(school),
      ...(start !== undefined &&
        end != null && {
          member: { '@type': 'OrganizationRole', startDate: date(start), endDate: date(end) },
        }),
    })),
    knowsLanguage: person.languages.map(({ name }) => ({ '@type': 'Language', name })),
    ...(person.followers !== null && {
      interactionStatistic: {
        '@type': 'InteractionCounter',
        interactionType: 'https://schema.org/FollowAction',
        userInteractionCount: person.followers,
      },
    }),
  };
  const post = {
    '@type': 'DiscussionForumPosting',
    headline: 'A post',
    author: { '@type': 'Person', name: 'Somebody Else', url: 'https://www.linkedin.com/in/somebody-else' },
  };
  const page = { '@type': 'WebPage', reviewedBy: { '@type': 'Person', name: 'Reviewer One' } };
  const graph =
    style.data === 'lone'
      ? { '@context': 'http://schema.org', ...node }
      : style.data === 'graph'
        ? { '@context': 'http://schema.org', '@graph': [page, ...(style.posts ? [post] : []), node] }
        : {
            '@context': 'http://schema.org',
            '@graph': [...(style.posts ? [post] : []), { '@type': 'ProfilePage', mainEntity: node }],
          };
  return `<script type="application/ld+json">${JSON.stringify(graph).replaceAll('<', '\\u003c')}</script>`;
}

import fc from 'fast-check';
import type { Profile } from '../../../src/core/model/index.ts';
import { html, type Person } from './person.ts';

/** Ways in which a page of one's own can tell who one is. */
export interface AnyPageStyle {
  carrier: 'jsonLd' | 'microdata' | 'rdfa' | 'hCard';
  shape: 'plain' | 'list' | 'references' | 'profilePage' | 'typed';
  employment: 'object' | 'text' | 'role' | 'list' | 'reference';
  named: 'whole' | 'parts' | 'both';
  place: 'parts' | 'text' | 'home';
  order: boolean;
  noise: boolean;
}

export const anyPageStyle: fc.Arbitrary<AnyPageStyle> = fc.record({
  carrier: fc.constantFrom('jsonLd', 'microdata', 'rdfa', 'hCard'),
  shape: fc.constantFrom('plain', 'list', 'references', 'profilePage', 'typed'),
  employment: fc.constantFrom('object', 'text', 'role', 'list', 'reference'),
  named: fc.constantFrom('whole', 'parts', 'both'),
  place: fc.constantFrom('parts', 'text', 'home'),
  order: fc.boolean(),
  noise: fc.boolean(),
});

const LINK = 'https://codeberg.example/someone';

/** A page at an address of its own, and what of the person it tells. */
export function writeAnyPage(
  person: Person,
  style: AnyPageStyle,
): { page: string; profile: Omit<Profile, 'key' | 'url'> } {
  const body = {
    jsonLd: writeJsonLd,
    microdata: (shown: Person, how: AnyPageStyle) => writeItems(shown, how, MICRODATA),
    rdfa: (shown: Person, how: AnyPageStyle) => writeItems(shown, how, RDFA),
    hCard: writeHCard,
  }[style.carrier](person, style);
  const noise = style.noise
    ? `<header><a href="/">Home</a></header><nav><a href="https://other.example">Friends</a></nav><footer><p>© Somebody GmbH</p></footer>`
    : '';
  return {
    page: `<!doctype html><html lang="${person.locale.code}"><head><title>${html(person.name.full)}</title></head><body>${noise}<main><h1>${html(person.name.full)}</h1>${body}</main></body></html>`,
    profile: told(person, style),
  };
}

function told(person: Person, style: AnyPageStyle): Omit<Profile, 'key' | 'url'> {
  const { place, about } = person;
  const isData = style.carrier === 'jsonLd';
  const roles = person.jobs.flatMap(({ company, roles: all }) => all.map((role) => ({ company, ...role })));
  const [current] = roles;
  const employerUrl =
    style.carrier === 'hCard' && style.employment === 'object' ? { companyUrl: 'https://firm.example/' } : {};
  const positions = !isData
    ? current === undefined
      ? []
      : [{ title: current.title, company: current.company, ...employerUrl, end: null }]
    : style.employment === 'role' || style.employment === 'list'
      ? roles.map(({ title, company, start, end }) => ({ title, company, start, end }))
      : current === undefined
        ? []
        : [{ title: current.title, company: current.company, end: null }];
  return {
    name: person.name,
    ...(place !== null && { location: place }),
    positions,
    education: person.education.map(({ school }) => ({ school })),
    skills: person.skills,
    languages: isData || style.carrier !== 'hCard' ? person.languages.map(({ name }) => ({ name })) : [],
    ...(about !== null && { about }),
    links: [LINK],
  };
}

function writeJsonLd(person: Person, style: AnyPageStyle): string {
  const roles = person.jobs.flatMap(({ company, roles: all }) => all.map((role) => ({ company, ...role })));
  const [current] = roles;
  const organisation = (name: string): object => ({ '@type': 'Organization', name });
  const work = (): object => {
    if (current === undefined) return {};
    switch (style.employment) {
      case 'object':
        return { jobTitle: current.title, worksFor: organisation(current.company) };
      case 'text':
        return { jobTitle: [current.title], worksFor: current.company };
      case 'reference':
        return { jobTitle: current.title, worksFor: { '@id': '#employer' } };
      case 'role':
      case 'list':
        return {
          worksFor: roles.map(({ title, company, start, end }) => ({
            '@type': style.employment === 'role' ? 'Role' : 'OrganizationRole',
            ...(style.employment === 'role' ? { roleName: title } : { roleName: [title] }),
            startDate: start,
            ...(end !== null && { endDate: end }),
            worksFor: organisation(company),
          })),
        };
    }
  };
  const { place } = person;
  const address =
    place === null
      ? {}
      : style.place === 'text'
        ? { address: place.text }
        : style.place === 'home'
          ? { homeLocation: { '@type': 'Place', name: place.text } }
          : {
              address: {
                '@type': 'PostalAddress',
                addressLocality: place.city,
                ...(place.region !== undefined && { addressRegion: place.region }),
                addressCountry:
                  style.order && place.text.split(', ').length > 1
                    ? { '@type': 'Country', name: place.text.split(', ').at(-1) }
                    : place.text.split(', ').at(-1),
              },
            };
  const names =
    style.named === 'whole'
      ? { name: person.name.full }
      : style.named === 'parts'
        ? { givenName: person.name.given, familyName: person.name.family }
        : { name: person.name.full, givenName: person.name.given, familyName: person.name.family };
  const node = {
    '@type': style.shape === 'typed' ? ['Person', 'https://schema.org/Author'] : 'Person',
    '@id': '#me',
    ...names,
    ...work(),
    ...address,
    ...(person.education.length > 0 && {
      alumniOf: style.order
        ? person.education.map(({ school }) => ({ '@type': 'CollegeOrUniversity', name: school }))
        : person.education.map(({ school }) => school),
    }),
    knowsAbout: person.skills,
    knowsLanguage: person.languages.map(({ name }) => (style.order ? name : { '@type': 'Language', name })),
    ...(person.about !== null && { description: person.about }),
    sameAs: style.order ? LINK : [LINK],
  };
  const employer = { '@type': 'Organization', '@id': '#employer', name: current?.company ?? 'Nobody' };
  const others = style.noise
    ? [
        { '@type': 'WebSite', name: 'A site', publisher: { '@id': '#me' } },
        {
          '@type': 'BlogPosting',
          headline: 'A post',
          author: { '@type': 'Person', name: 'Guest Author', url: 'https://guest.example/' },
        },
      ]
    : [];
  const data = {
    plain: [{ '@context': 'https://schema.org', ...node }, employer, ...others],
    typed: [{ '@context': 'https://schema.org', ...node }, employer, ...others],
    list: [...others, employer, node],
    references: {
      '@context': 'https://schema.org',
      '@graph': [
        ...others,
        { '@type': 'ProfilePage', '@id': '#page', mainEntity: { '@id': '#me' } },
        employer,
        node,
      ],
    },
    profilePage: {
      '@context': 'https://schema.org',
      '@graph': [...others, employer, { '@type': ['WebPage', 'ProfilePage'], mainEntity: node }],
    },
  }[style.shape];
  const scripts = Array.isArray(data) && style.order ? data : [data];
  return scripts
    .map(
      (script) =>
        `<script type="application/ld+json">${JSON.stringify(script).replaceAll('<', '\\u003c')}</script>`,
    )
    .join('');
}

interface Vocabulary {
  item: (type: string, prop?: string) => string;
  prop: (name: string) => string;
}
const MICRODATA: Vocabulary = {
  item: (type, prop) =>
    `${prop === undefined ? '' : `itemprop="${prop}" `}itemscope itemtype="https://schema.org/${type}"`,
  prop: (name) => `itemprop="${name}"`,
};
const RDFA: Vocabulary = {
  item: (type, prop) =>
    `${prop === undefined ? 'vocab="https://schema.org/" ' : `property="${prop}" `}typeof="${type}"`,
  prop: (name) => `property="${name}"`,
};

function writeItems(person: Person, style: AnyPageStyle, { item, prop }: Vocabulary): string {
  const current = person.jobs[0];
  const names =
    style.named === 'parts'
      ? `<span ${prop('givenName')}>${html(person.name.given)}</span> <span ${prop('familyName')}>${html(person.name.family)}</span>`
      : `<span ${prop('name')}>${html(person.name.full)}</span>`;
  const [city = '', ...rest] = person.place?.text.split(', ') ?? [];
  const country = rest.pop() ?? '';
  const place =
    person.place === null
      ? ''
      : style.place === 'text'
        ? `<p ${prop('address')}>${html(person.place.text)}</p>`
        : `<p ${item('PostalAddress', 'address')}><span ${prop('addressLocality')}>${html(city)}</span>${rest.map((part) => `, <span ${prop('addressRegion')}>${html(part)}</span>`).join('')}, <span ${prop('addressCountry')}>${html(country)}</span></p>`;
  return `<div ${item('Person')}><h2>${names}</h2>${
    current === undefined
      ? ''
      : `<p><span ${prop('jobTitle')}>${html(current.roles[0]?.title ?? '')}</span>, ${
          style.employment === 'text'
            ? `<span ${prop('worksFor')}>${html(current.company)}</span>`
            : `<span ${item('Organization', 'worksFor')}><span ${prop('name')}>${html(current.company)}</span></span>`
        }</p>`
  }${place}${person.education.map(({ school }) => `<p ${item('CollegeOrUniversity', 'alumniOf')}><span ${prop('name')}>${html(school)}</span></p>`).join('')}<ul>${person.skills.map((skill) => `<li ${prop('knowsAbout')}>${html(skill)}</li>`).join('')}</ul>${person.languages.map(({ name }) => `<span ${prop('knowsLanguage')}>${html(name)}</span>`).join(' ')}${person.about === null ? '' : `<div ${prop('description')}>${html(person.about)}</div>`}<a ${prop('sameAs')} href="${LINK}">Code</a></div>`;
}

function writeHCard(person: Person, style: AnyPageStyle): string {
  const current = person.jobs[0];
  const [city = '', ...rest] = person.place?.text.split(', ') ?? [];
  const country = rest.pop() ?? '';
  const name =
    style.named === 'parts'
      ? `<span class="p-given-name">${html(person.name.given)}</span> <span class="p-family-name">${html(person.name.family)}</span>`
      : style.named === 'both'
        ? `<span class="p-name"><span class="p-given-name">${html(person.name.given)}</span> <span class="p-family-name">${html(person.name.family)}</span></span>`
        : `<a class="p-name u-url u-uid" href="https://me.example/me">${html(person.name.full)}</a>`;
  const place =
    person.place === null
      ? ''
      : style.place === 'text'
        ? `<span class="p-adr">${html(person.place.text)}</span>`
        : `<span class="${style.place === 'home' ? 'p-adr h-adr' : ''}"><span class="p-locality">${html(city)}</span>${rest.map((part) => `, <span class="p-region">${html(part)}</span>`).join('')}, <span class="p-country-name">${html(country)}</span></span>`;
  const company =
    current === undefined
      ? ''
      : style.employment === 'object'
        ? `<span class="p-org h-card"><a class="p-name u-url" href="https://firm.example">${html(current.company)}</a></span>`
        : `<span class="p-org">${html(current.company)}</span>`;
  return `<div class="h-card"><img class="u-photo" alt="">${name}${current === undefined ? '' : `<p><span class="${style.order ? 'p-job-title' : 'p-role'}">${html(current.roles[0]?.title ?? '')}</span> ${company}</p>`}${place}${person.about === null ? '' : `<div class="p-note">${html(person.about)}</div>`}<ul>${person.skills.map((skill) => `<li class="p-category">${html(skill)}</li>`).join('')}</ul>${person.education.map(({ school }) => `<div class="p-education h-event"><span class="p-org">${html(school)}</span></div>`).join('')}<a rel="me" href="${LINK}">Code</a></div>${style.noise ? '<article class="h-entry"><a class="p-author h-card" href="https://guest.example">Guest Author</a><p class="e-content">A post</p></article>' : ''}`;
}

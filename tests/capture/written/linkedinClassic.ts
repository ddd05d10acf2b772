import fc from 'fast-check';
import { html, type Job, type Person, spanText } from './person.ts';

/** Ways in which the classic page can be written. */
export interface ClassicStyle {
  item: 'artdeco' | 'paged' | 'entity' | 'plainList';
  twins: 'both' | 'visibleOnly';
  nameLink: 'overlay' | 'contact' | 'none';
  section: 'anchor' | 'heading';
  data: 'none' | 'linked' | 'older' | 'flat' | 'translated' | 'short' | 'stale';
  inComment: boolean;
  description: 'more' | 'plain';
  roles: 'nested' | 'direct';
  degree: 'badge' | 'spelled';
  noise: boolean;
}

export const classicStyle: fc.Arbitrary<ClassicStyle> = fc.record({
  item: fc.constantFrom('artdeco', 'paged', 'entity', 'plainList'),
  twins: fc.constantFrom('both', 'visibleOnly'),
  nameLink: fc.constantFrom('overlay', 'contact', 'none'),
  section: fc.constantFrom('anchor', 'heading'),
  data: fc.constantFrom('none', 'linked', 'older', 'flat', 'translated', 'short', 'stale'),
  inComment: fc.boolean(),
  description: fc.constantFrom('more', 'plain'),
  roles: fc.constantFrom('nested', 'direct'),
  degree: fc.constantFrom('badge', 'spelled'),
  noise: fc.boolean(),
});

/** A page with an h1 and named anchors, every text twice (for eyes and for screen readers), and data in `<code>`. */
export function writeClassic(person: Person, style: ClassicStyle): string {
  const { locale, slug, name } = person;
  const path = `/in/${encodeURIComponent(slug)}/`;
  const twice = (text: string): string =>
    `<span aria-hidden="true"><!---->${html(text)}<!----></span>${style.twins === 'both' ? `<span class="visually-hidden"><!---->${html(text)}<!----></span>` : ''}`;
  const section = (id: string, heading: string, inner: string): string =>
    `<section class="artdeco-card pv-profile-card">${style.section === 'anchor' ? `<div id="${id}" class="pv-profile-card__anchor"></div>` : ''}<div class="pvs-header__container"><h2 class="pvs-header__title">${twice(heading)}</h2></div>${inner}</section>`;
  const entry = (inner: string): string =>
    ({
      artdeco: `<li class="artdeco-list__item pvs-list__item--line-separated"><div class="pvs-entity">${inner}</div></li>`,
      paged: `<li class="pvs-list__paged-list-item">${inner}</li>`,
      entity: `<li class="bBmaPGNb"><div data-view-name="profile-component-entity">${inner}</div></li>`,
      plainList: `<li>${inner}</li>`,
    })[style.item];
  const sections = [
    person.about === null
      ? ''
      : section(
          'about',
          locale.headings.about,
          `<div class="display-flex"><div class="inline-show-more-text inline-show-more-text--is-collapsed">${twice(person.about)}</div></div>`,
        ),
    person.jobs.length === 0
      ? ''
      : section(
          'experience',
          locale.headings.experience,
          `<ul class="_a8f1">${person.jobs.map((job) => entry(writeJob(job, person, style, twice))).join('')}</ul>`,
        ),
    person.education.length === 0
      ? ''
      : section(
          'education',
          locale.headings.education,
          `<ul>${person.education
            .map(({ school, degree, field, start, end }) =>
              entry(
                `<a href="/school/1/"><div class="t-bold">${twice(school)}</div>${degree === undefined ? '' : `<span class="t-14 t-normal">${twice([degree, field].filter(Boolean).join(', '))}</span>`}${start === undefined ? '' : `<span class="t-14 t-black--light"><span class="pvs-entity__caption-wrapper" aria-hidden="true">${start} - ${end}</span></span>`}</a>`,
              ),
            )
            .join('')}</ul>`,
        ),
    person.skills.length === 0
      ? ''
      : section(
          'skills',
          locale.headings.skills,
          `<ul>${person.skills.map((skill) => entry(`<a href="/search/results/all/"><div class="t-bold">${twice(skill)}</div></a>${style.item === 'plainList' ? '' : `<div class="pvs-entity__sub-components"><ul><li>${twice('12 endorsements')}</li></ul></div>`}`)).join('')}</ul><div class="pvs-list__footer-wrapper"><a href="${path}details/skills">${twice('Show all 20 skills')}</a></div>`,
        ),
    person.languages.length === 0
      ? ''
      : section(
          'languages',
          locale.headings.languages,
          `<ul>${person.languages.map(({ name: language, level }) => entry(`<div class="t-bold">${twice(language)}</div>${level === null ? '' : `<span class="t-14 t-black--light">${twice(level)}</span>`}`)).join('')}</ul>`,
        ),
  ];
  const heading = `<h1 class="text-heading-xlarge inline t-24 v-align-middle break-words">${html(name.full)}</h1>`;
  const degree =
    person.degree === null
      ? ''
      : style.degree === 'badge'
        ? `<span class="dist-value">${locale.degree(person.degree)}</span>`
        : `<span class="distance-badge"><span class="visually-hidden">x</span><span class="dist-value" aria-hidden="true">${locale.degree(person.degree)}</span></span>`;
  const top = [
    style.nameLink === 'overlay' ? `<a href="${path}overlay/about-this-profile/">${heading}</a>` : heading,
    person.pronouns === null
      ? ''
      : `<span class="text-body-small v-align-middle break-words t-black--light">(${person.pronouns})</span>`,
    degree,
    `<div class="text-body-medium break-words" data-generated-suggestion-target="u">${html(person.headline)}</div>`,
    person.place === null
      ? ''
      : `<span class="text-body-small inline t-black--light break-words">${html(person.place.text)}</span>`,
    style.nameLink === 'none' ? '' : `<a href="${path}overlay/contact-info/">${locale.contactInfo}</a>`,
    `<ul class="pv-top-card--list">${person.followers === null ? '' : `<li class="text-body-small">${locale.followers(`<span class="t-bold">${person.followers.toLocaleString('en-US')}</span>`)}</li>`}${person.connections === null ? '' : `<li class="text-body-small"><span class="t-black--light">${locale.connections(`<span class="t-bold">${person.connections === 500 ? '500+' : person.connections}</span>`)}</span></li>`}</ul>`,
  ].join('');
  const noise = style.noise
    ? `<aside><h2>More profiles for you</h2><ul><li><a href="/in/rail-person/"><h3>${twice('Rail Person')}</h3></a>${twice('Sales at Rail')}</li></ul></aside>`
    : '';
  return `<!doctype html><html lang="${locale.code}"><head><title>(3) ${html(name.full)} | LinkedIn</title></head><body><div class="scaffold-layout"><main class="scaffold-layout__main"><section class="artdeco-card" data-member-id="77">${top}</section>${style.noise ? '<section class="artdeco-card"><div id="content_collections"></div><h2>Activity</h2><a href="/in/someone-else/">Someone Else</a></section>' : ''}${sections.join('')}</main>${noise}</div><footer><h2>${locale.headings.about}</h2></footer>${writeData(person, style)}</body></html>`;
}

function writeJob(
  { company, companySlug, roles }: Job,
  { locale }: Person,
  style: ClassicStyle,
  twice: (text: string) => string,
): string {
  const href = companySlug === null ? null : `https://www.linkedin.com/company/${companySlug}/`;
  const logo =
    href === null ? '' : `<a href="${href}" class="optional-action-target-wrapper"><img alt="logo"></a>`;
  const dates = (start: string, end: string | null): string =>
    `<span class="t-14 t-normal t-black--light">${twice(`${spanText(locale, start, end)} · ${locale.duration(1, 2)}`)}</span>`;
  const place = (text: string | null): string =>
    text === null ? '' : `<span class="t-14 t-normal t-black--light">${twice(text)}</span>`;
  const text = (description: string | null): string =>
    description === null
      ? ''
      : `<div class="pvs-entity__sub-components"><ul><li><div class="${style.description === 'more' ? 'inline-show-more-text' : 'ph5'}"><div class="t-14 t-normal t-black">${twice(description)}</div></div></li></ul></div>`;
  const [only] = roles;
  if (only !== undefined && roles.length === 1) {
    return `${logo}<div><div class="mr1 t-bold">${twice(only.title)}</div><span class="t-14 t-normal">${twice(`${company} · ${locale.fullTime}`)}</span>${dates(only.start, only.end)}${place(only.place)}</div>${text(only.description)}`;
  }
  const header = `<div class="mr1 hoverable-link-text t-bold">${twice(company)}</div><span class="t-14 t-normal">${twice(`${locale.fullTime} · ${locale.duration(6, 3)}`)}</span>`;
  const list = roles
    .map(
      (role) =>
        `<li class="${style.item === 'paged' ? 'pvs-list__paged-list-item' : ''}"><div data-x="role"><a href="${href ?? '#'}"><div class="mr1 t-bold">${twice(role.title)}</div>${dates(role.start, role.end)}${place(role.place)}</a>${text(role.description)}</div></li>`,
    )
    .join('');
  const inner = `<ul>${list}</ul>`;
  return `${logo}<div>${header}</div>${style.roles === 'nested' ? `<div class="pvs-entity__sub-components">${inner}</div>` : inner}`;
}

/** The response bodies as the page carries them; another person's are among them. */
function writeData(person: Person, style: ClassicStyle): string {
  if (style.data === 'none') return '';
  const included = style.data === 'stale' ? [] : entities(person, style);
  const viewer = {
    $type: 'com.linkedin.voyager.dash.identity.profile.Profile',
    entityUrn: 'urn:li:fsd_profile:ACoAAVIEWERVIEWER9',
    firstName: 'Ute',
    lastName: 'Zuschauer',
    publicIdentifier: 'ute-zuschauer',
    headline: 'Viewer',
  };
  const body = JSON.stringify({ data: { '*elements': [] }, included: [viewer, ...included] }).replaceAll(
    '<',
    '\\u003c',
  );
  const code = style.inComment
    ? `<code style="display: none" id="bpr-guid-2">\n<!--${body.replaceAll('--', '\\u002d\\u002d')}-->\n</code>`
    : `<code style="display: none" id="bpr-guid-2">${html(body)}</code>`;
  return `<img alt=""><code id="datalet-bpr-guid-2">{"request":"/voyager/api/identity/dash/profiles"}</code>${code}`;
}

function entities(person: Person, style: ClassicStyle): object[] {
  const { memberId, slug, locale } = person;
  const older = style.data === 'older';
  const space = `com.linkedin.voyager.${older ? '' : 'dash.'}identity.profile`;
  const urn = (kind: string, index: number): string => `urn:li:fsd_profile${kind}:(${memberId},${index})`;
  const dates = (start: string | undefined, end: string | null | undefined): object => {
    const day = (text: string): object => {
      const [year, month] = text.split('-');
      return { year: Number(year), ...(month !== undefined && { month: Number(month) }) };
    };
    if (start === undefined) return {};
    const from = day(start);
    const to = typeof end === 'string' ? day(end) : undefined;
    return older
      ? { timePeriod: { startDate: from, ...(to && { endDate: to }) } }
      : { dateRange: { start: from, ...(to && { end: to }) } };
  };
  const texts = (values: Record<string, string | null | undefined>): object =>
    Object.fromEntries(
      Object.entries(values)
        .filter(([, value]) => value !== null && value !== undefined)
        .map(([key, value]) =>
          style.data === 'translated'
            ? [
                `multiLocale${key.charAt(0).toUpperCase()}${key.slice(1)}`,
                { zz_ZZ: 'Übersetzung', [`${locale.code}_XX`]: value },
              ]
            : [key, value],
        ),
    );
  let count = 0;
  const groups = person.jobs.map(({ company, companySlug, roles }) => ({
    company,
    positions: roles.map((role) => ({
      $type: `${space}.Position`,
      entityUrn: urn('Position', ++count),
      ...texts({
        title: role.title,
        companyName: company,
        locationName: role.place,
        description: role.description,
      }),
      ...(companySlug !== null && { '*company': `urn:li:fsd_company:c${companySlug}` }),
      ...dates(role.start, role.end),
    })),
  }));
  const companies = person.jobs.flatMap(({ companySlug }) =>
    companySlug === null
      ? []
      : [
          {
            $type: 'com.linkedin.voyager.dash.organization.Company',
            entityUrn: `urn:li:fsd_company:c${companySlug}`,
            name: 'Registered Name',
            url: `https://www.linkedin.com/company/${companySlug}/`,
          },
        ],
  );
  const educations = person.education.map(({ school, degree, field, start, end }, index) => ({
    $type: `${space}.Education`,
    entityUrn: urn('Education', index),
    ...texts({ schoolName: school, degreeName: degree, fieldOfStudy: field }),
    ...dates(start, end),
  }));
  const skills = person.skills.map((name, index) => ({
    $type: `${space}.Skill`,
    entityUrn: urn('Skill', index),
    ...texts({ name }),
  }));
  const languages = person.languages.map(({ name, level }, index) => ({
    $type: `${space}.Language`,
    entityUrn: urn('Language', index),
    ...texts({ name }),
    ...(level !== null && { proficiency: level }),
  }));
  const collection = (name: string, members: { entityUrn: string }[]): object => ({
    $type: 'com.linkedin.restli.common.CollectionResponse',
    entityUrn: `urn:li:collection:${name}`,
    '*elements': members.map((member) => member.entityUrn),
  });
  const positions = groups.flatMap((group) => group.positions);
  const profile = {
    $type: `${space}.Profile`,
    entityUrn: `urn:li:${older ? 'fs' : 'fsd'}_profile:${memberId}`,
    primaryLocale: { language: locale.code, country: 'XX' },
    ...texts({
      firstName: person.name.given,
      lastName: person.name.family,
      headline: person.headline,
      summary: person.about,
      [older ? 'geoLocationName' : 'locationName']: person.place?.text,
    }),
    ...(person.place !== null && { location: { countryCode: person.place.country?.toLowerCase() } }),
  };
  const shuffled = [...skills, ...positions, ...companies, ...educations, ...languages].reverse();
  if (style.data === 'short') {
    return [
      {
        $type: 'com.linkedin.voyager.identity.shared.MiniProfile',
        entityUrn: `urn:li:fs_miniProfile:${memberId}`,
        firstName: person.name.given,
        lastName: person.name.family,
        occupation: person.headline,
        publicIdentifier: slug,
      },
    ];
  }
  if (older) {
    return [
      {
        $type: 'com.linkedin.voyager.identity.shared.MiniProfile',
        entityUrn: `urn:li:fs_miniProfile:${memberId}`,
        firstName: person.name.given,
        lastName: person.name.family,
        occupation: 'An old occupation',
        publicIdentifier: slug,
      },
      profile,
      ...shuffled,
      collection('p', positions),
      collection('e', educations),
      collection('s', skills),
      collection('l', languages),
    ];
  }
  if (style.data === 'flat')
    return [
      { ...profile, publicIdentifier: slug },
      ...shuffled,
      collection('all', [...positions, ...educations, ...skills, ...languages]),
    ];
  return [
    ...shuffled,
    {
      ...profile,
      publicIdentifier: slug,
      '*profilePositionGroups': 'urn:li:collection:g',
      '*profileEducations': 'urn:li:collection:e',
      '*profileSkills': 'urn:li:collection:s',
      '*profileLanguages': 'urn:li:collection:l',
    },
    collection('e', educations),
    collection('s', skills),
    collection('l', languages),
    collection(
      'g',
      groups.map((_, index) => ({ entityUrn: `urn:li:group:${index}` })),
    ),
    ...groups.flatMap((group, index) => [
      {
        $type: `${space}.PositionGroup`,
        entityUrn: `urn:li:group:${index}`,
        companyName: group.company,
        '*profilePositionInPositionGroup': `urn:li:collection:g${index}`,
      },
      collection(`g${index}`, group.positions),
    ]),
  ];
}

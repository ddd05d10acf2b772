import fc from 'fast-check';
import { html, type Job, type Person, spanText } from './person.ts';

/** Ways in which the same page of cards can be written. */
export interface CardStyle {
  cardName: 'Topcard' | 'TopCard';
  experienceName: 'ExperienceTopLevelSection' | 'Experience';
  element: 'section' | 'div';
  nameIn: 'anchor' | 'plain' | 'label';
  hiddenTwin: 'none' | 'attribute' | 'style' | 'class' | 'ariaHidden';
  employerLine: 'none' | 'shown' | 'hidden';
  badge: 'svg' | 'image' | 'none';
  separator: 'own' | 'inline';
  roles: 'list' | 'blocks';
  groupHeader: 'duration' | 'typeAndDuration' | 'bare';
  rules: boolean;
  logoAnchor: boolean;
  linkAround: boolean;
  marked: boolean;
  pronounsBeforeDegree: boolean;
  noise: boolean;
}

export const cardStyle: fc.Arbitrary<CardStyle> = fc.record({
  cardName: fc.constantFrom('Topcard', 'TopCard'),
  experienceName: fc.constantFrom('ExperienceTopLevelSection', 'Experience'),
  element: fc.constantFrom('section', 'div'),
  nameIn: fc.constantFrom('anchor', 'plain', 'label'),
  hiddenTwin: fc.constantFrom('none', 'attribute', 'style', 'class', 'ariaHidden'),
  employerLine: fc.constantFrom('none', 'shown', 'hidden'),
  badge: fc.constantFrom('svg', 'image', 'none'),
  separator: fc.constantFrom('own', 'inline'),
  roles: fc.constantFrom('list', 'blocks'),
  groupHeader: fc.constantFrom('duration', 'typeAndDuration', 'bare'),
  rules: fc.boolean(),
  logoAnchor: fc.boolean(),
  linkAround: fc.boolean(),
  marked: fc.boolean(),
  pronounsBeforeDegree: fc.boolean(),
  noise: fc.boolean(),
});

/** A page of the current generation: `componentkey` cards, hashed classes, no h1. */
export function writeCards(person: Person, style: CardStyle): string {
  const { locale, slug, memberId } = person;
  const path = `/in/${encodeURIComponent(slug)}/`;
  const card = (name: string, inner: string): string =>
    `<${style.element} class="_276b182a aec1c158" componentkey="com.linkedin.sdui.profile.card.ref${memberId}${name}">${inner}</${style.element}>`;
  const heading = (text: string): string => `<div><div><h2 class="_9f">${html(text)}</h2></div></div>`;
  const list = (items: string[]): string => items.join(style.rules ? '<hr role="presentation">' : '');
  const item = (inner: string, index: number): string =>
    `<div componentkey="entity-collection-item-${index}f">${inner}</div>`;
  const sections = [
    person.about === null
      ? ''
      : card(
          'About',
          `${heading(locale.headings.about)}<div><p><span tabindex="-1" data-testid="expandable-text-box">${html(person.about)}</span><span> <button data-testid="expandable-text-button">… more</button></span></p></div>`,
        ),
    person.jobs.length === 0
      ? ''
      : card(
          style.experienceName,
          `${heading(locale.headings.experience)}<div data-testid="profile_ExperienceTopLevelSection_x" data-component-type="LazyColumn">${list(person.jobs.map((job, index) => item(writeJob(job, person, style), index)))}</div><a href="${path}details/experience/"><span>Show all 6 experiences</span></a>`,
        ),
    person.education.length === 0
      ? ''
      : card(
          'EducationTopLevelSection',
          `${heading(locale.headings.education)}${list(
            person.education.map(({ school, degree, field, start, end }, index) =>
              item(
                `<a href="/school/${index}/"><figure></figure></a><a href="/school/${index}/"><p>${html(school)}</p>${degree === undefined ? '' : `<p>${html([degree, field].filter(Boolean).join(', '))}</p>`}${start === undefined ? '' : `<p>${start} – ${end}</p>`}</a>`,
                index + 40,
              ),
            ),
          )}`,
        ),
    person.skills.length === 0
      ? ''
      : card(
          'Skills',
          `${heading(`${locale.headings.skills} (${person.skills.length})`)}${list(person.skills.map((skill, index) => item(`<p><span>${html(skill)}</span></p><p><a href="${path}details/skills/urn:li:fsd_skill:(${index})/">2 endorsements</a></p>`, index + 60)))}<a href="${path}details/skills/"><span>Show all</span></a>`,
        ),
    person.languages.length === 0
      ? ''
      : card(
          'Languages',
          `${heading(locale.headings.languages)}${list(person.languages.map(({ name, level }, index) => item(`<p>${html(name)}</p>${level === null ? '' : `<p>${html(level)}</p>`}`, index + 80)))}`,
        ),
  ];
  const noise = style.noise
    ? `${card('HQSuggestedForYou', '<h2>Suggested for you</h2><p>Add an About section</p>')}<section componentkey="33cd2a88"><h2>Activity</h2><ul><li><a href="/in/someone-else/"><p>Someone Else</p></a></li><li><p>254 comments</p></li></ul></section>`
    : '';
  return `<!doctype html><html lang="${locale.code}"><head><title>(4) ${html(person.name.full)} | LinkedIn</title></head><body><div data-sdui-screen="com.linkedin.sdui.flagshipnav.profile.Profile"><main id="workspace">${card(style.cardName, writeTopCard(person, style, path))}${noise}${sections.join('')}</main></div><aside><h2>More profiles for you</h2><a href="/in/rail-person/"><h2>Rail Person</h2><p>Sales at Rail</p></a></aside><footer><h2>${locale.headings.about}</h2><p>Accessibility</p></footer></body></html>`;
}

function writeTopCard(person: Person, style: CardStyle, path: string): string {
  const { locale, name } = person;
  const heading = `<h2 class="_31">${html(name.full)}</h2>`;
  const named =
    style.nameIn === 'anchor'
      ? `<a href="https://www.linkedin.com${path}"><div>${heading}</div></a>`
      : style.nameIn === 'label'
        ? `<a href="${path}" aria-label="${html(name.full)}"><img src="https://media.invalid/profile-displayphoto-x"></a>${heading}`
        : heading;
  const other = person.degree === 1 ? 2 : 1;
  const twin = `· ${locale.degree(other)}`;
  const hidden = {
    none: '',
    attribute: `<p hidden>${twin}</p>`,
    style: `<p style="display: none">${twin}</p>`,
    class: `<p class="hidden">${twin}</p>`,
    ariaHidden: `<p aria-hidden="true">${twin}</p>`,
  }[style.hiddenTwin];
  const degree = person.degree === null ? '' : `${hidden}<p>· ${locale.degree(person.degree)}</p>`;
  const pronouns = person.pronouns === null ? '' : `<p>${person.pronouns}</p>`;
  const employer = person.jobs[0]?.company;
  const school = person.education[0]?.school;
  const employers = [employer, school].filter((text) => text !== undefined);
  const employerLine =
    style.employerLine === 'none' || employers.length === 0
      ? ''
      : `<p${style.employerLine === 'hidden' ? ' class="visually-hidden"' : ''}>${html(employers.join(' · '))}</p>`;
  const badge = (text: string | undefined, kind: string): string =>
    style.badge === 'none' || text === undefined
      ? ''
      : `<div role="button" tabindex="0">${style.badge === 'svg' ? `<svg id="${kind}-accent-4"></svg>` : `<img src="https://media.invalid/${kind}-logo_100_100/0">`}<p><span>${html(text)}</span></p></div>`;
  const contact = `<a href="${path}overlay/contact-info/">${locale.contactInfo}</a>`;
  const place =
    person.place === null
      ? `<p>${contact}</p>`
      : style.separator === 'own'
        ? `<p>${html(person.place.text)}</p><p>·</p><p>${contact}</p>`
        : `<p>${html(person.place.text)} · ${contact}</p>`;
  return [
    `<div aria-label="Profile photo"><img src="https://media.invalid/profile-displayphoto-a?e=1"></div>`,
    named,
    style.pronounsBeforeDegree ? pronouns + degree : degree + pronouns,
    style.noise ? '<div role="button" tabindex="0"><p>Open to work</p></div>' : '',
    `<p class="_5d">${html(person.headline)}</p>`,
    employerLine,
    `<div>${place}</div>`,
    badge(employer, 'company'),
    badge(school, 'school'),
    person.followers === null ? '' : `<p>${locale.followers(person.followers.toLocaleString('de-DE'))}</p>`,
    person.connections === null
      ? ''
      : `<a href="/search/results/people/?connectionOf=%5B%22${person.memberId}%22%5D"><p>${locale.connections(person.connections === 500 ? '500+' : String(person.connections))}</p></a>`,
    style.noise ? '<a href="/company/promoted/"><p>Promoted Inc.</p></a>' : '',
    person.degree === 1
      ? `<a href="/messaging/compose/?profileUrn=x"><span>Message</span></a>`
      : person.degree === null
        ? ''
        : `<a href="/preload/custom-invite/?vanityName=${encodeURIComponent(person.slug)}"><span>Connect</span></a>`,
  ].join('');
}

function writeJob({ company, companySlug, roles }: Job, person: Person, style: CardStyle): string {
  const { locale } = person;
  const href = companySlug === null ? null : `https://www.linkedin.com/company/${companySlug}/`;
  const link = (inner: string): string =>
    href === null ? `<div>${inner}</div>` : `<a href="${href}">${inner}</a>`;
  const logo = style.logoAnchor ? link('<figure><svg></svg><img></figure>') : '';
  const linked = (inner: string): string =>
    style.linkAround || !style.logoAnchor ? link(inner) : `<div>${inner}</div>`;
  const dates = (start: string, end: string | null): string =>
    `<p>${spanText(locale, start, end)} · ${locale.duration(2, 3)}</p>`;
  const place = (text: string | null): string =>
    text === null ? '' : `<p>${html(text)} · ${locale.hybrid}</p>`;
  const text = (description: string | null): string =>
    description === null
      ? ''
      : `<div><p><span data-testid="expandable-text-box">${html(description)}</span><span><button>…more</button></span></p></div>`;
  const [only] = roles;
  if (only !== undefined && roles.length === 1) {
    return `${logo}${linked(`<div><p>${html(only.title)}</p><p>${html(company)} · ${locale.fullTime}</p></div>${dates(only.start, only.end)}${place(only.place)}`)}${text(only.description)}`;
  }
  const total = {
    duration: `<p>${locale.duration(6, 1)}</p>`,
    typeAndDuration: `<p>${locale.fullTime} · ${locale.duration(6, 1)}</p>`,
    bare: '',
  }[style.groupHeader];
  const header = linked(`<p>${html(company)}</p>${total}`);
  const inner = roles.map(
    (role) =>
      `<p>${html(role.title)}</p>${style.groupHeader === 'duration' ? `<p>${locale.fullTime}</p>` : ''}${dates(role.start, role.end)}${place(role.place)}`,
  );
  return style.roles === 'list'
    ? `${logo}${header}<ul>${roles.map((role, index) => `<li>${inner[index]}${text(role.description)}</li>`).join('')}</ul>`
    : `${logo}${header}<div>${roles.map((role, index) => `<div><a href="/in/x/details/experience/urn:li:fsd_profilePosition:(1,${index})/"><div>${inner[index]}</div></a>${text(role.description)}</div>`).join('')}</div>`;
}

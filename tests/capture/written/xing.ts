import fc from 'fast-check';
import { html, type Person, spanText } from './person.ts';

/** Ways in which XING's page can be written. */
export interface XingStyle {
  view: 'member' | 'visitor';
  iconText: 'sibling' | 'sameBox' | 'strong';
  badge: boolean;
  entry: 'marked' | 'listed';
  metaFirst: boolean;
  length: 'before' | 'after' | 'none';
  words: 'dash' | 'vonBis';
  languages: 'list' | 'headings';
  skills: 'each' | 'box';
  rail: boolean;
  canonical: boolean;
}

export const xingStyle: fc.Arbitrary<XingStyle> = fc.record({
  view: fc.constantFrom('member', 'visitor'),
  iconText: fc.constantFrom('sibling', 'sameBox', 'strong'),
  badge: fc.boolean(),
  entry: fc.constantFrom('marked', 'listed'),
  metaFirst: fc.boolean(),
  length: fc.constantFrom('before', 'after', 'none'),
  words: fc.constantFrom('dash', 'vonBis'),
  languages: fc.constantFrom('list', 'headings'),
  skills: fc.constantFrom('each', 'box'),
  rail: fc.boolean(),
  canonical: fc.boolean(),
});

/** The occupation as XING puts it together. */
export function occupationOf(person: Person): string {
  const job = person.jobs[0];
  return job === undefined ? 'Angestellt' : `Angestellt, ${job.roles[0]?.title}, ${job.company}`;
}

/** A page of XING: modules by id for members, sections by `data-qa` for visitors. */
export function writeXing(person: Person, style: XingStyle): string {
  const german = person.locale.code === 'de';
  const length = german ? '3 Jahre und 2 Monate' : '3 years and 2 months';
  const period = (start: string, end: string | null): string => {
    const numbers = (day: string): string => day.split('-').reverse().join('/');
    const dates =
      style.words === 'vonBis'
        ? `von ${numbers(start)} bis ${end === null ? 'heute' : numbers(end)}`
        : spanText(person.locale, start, end);
    return style.length === 'before'
      ? `${length}, ${dates}`
      : style.length === 'after'
        ? `${dates} · ${length}`
        : dates;
  };
  return style.view === 'member' ? writeMember(person, style, period) : writeVisitor(person, style, period);
}

/** The kind of membership, in a box of its own or right behind the name. */
function badgeOf({ badge, canonical }: XingStyle): string {
  const button = '<button><span><span>Premium</span></span></button>';
  return badge ? (canonical ? ` ${button}` : `<div><div>${button}</div></div>`) : '';
}

type PeriodText = (start: string, end: string | null) => string;

function head(person: Person, style: XingStyle, id: string): string {
  return `<head><title>${html(person.name.full)} | XING</title>${style.canonical ? `<link rel="canonical" href="https://www.xing.com/profile/${encodeURIComponent(id)}">` : ''}</head>`;
}

function writeMember(person: Person, style: XingStyle, period: PeriodText): string {
  const icon = (name: string, text: string): string => {
    const [first = '', ...rest] = text.split(', ');
    return {
      sibling: `<div class="sc-9x"><svg data-xds="${name}"></svg><p>${html(text)}</p></div>`,
      sameBox: `<div class="sc-9x"><span><svg data-xds="${name}"></svg></span><div><p data-xds="BodyCopy">${html(text)}</p></div></div>`,
      strong: `<section><svg data-xds="${name}"></svg><div><p><strong>${html(first)}</strong>${rest.map((part) => `, ${html(part)}`).join('')}</p></div></section>`,
    }[style.iconText];
  };
  const job = (index: number, inner: string, kind: string): string =>
    style.entry === 'marked'
      ? `<div data-qa="timeline-${kind}-${index}-entry" class="styles-grid-col-fe83e37b">${inner}</div>`
      : `<li data-qa="${kind}-${index}">${inner}</li>`;
  const entry = (title: string, company: string, dates: string | null, text: string | null): string => {
    const meta = dates === null ? '' : `<p data-xds="Meta">${html(dates)}</p>`;
    const heading = `<h2 data-qa="timeline-headline" data-xds="Headline">${html(title)}</h2>`;
    return `<div><div><img title="Logo" alt=""></div><div>${style.metaFirst ? meta + heading : heading + meta}<p data-xds="BodyCopy">${html(company)}</p>${text === null ? '' : `<p data-xds="BodyCopy"><span>${html(text)}</span></p>`}</div></div>`;
  };
  const list = (items: string[]): string =>
    style.entry === 'marked' ? items.join('') : `<ul>${items.join('')}</ul>`;
  const roles = person.jobs.flatMap(({ company, roles: all }) => all.map((role) => ({ company, ...role })));
  const skills = person.skills.map(
    (skill) => `<div data-xds="Tag"><div><span>${html(skill)}</span></div></div>`,
  );
  const languages =
    style.languages === 'list'
      ? `<ul>${person.languages.map(({ name, level }) => `<li><span>${html(name)}</span>${level === null ? '' : `<span>${html(level)}</span>`}</li>`).join('')}</ul>`
      : person.languages
          .map(
            ({ name, level }) =>
              `<div class="sc-1n5"><h2 data-xds="Headline">${html(name)}</h2><div>${level === null ? '' : `<p data-xds="BodyCopy">${html(level)}</p>`}<div data-xds="ProgressBar"></div></div></div>`,
          )
          .join('');
  return `<!doctype html><html lang="de">${head(person, style, person.slug)}<body><nav><a href="/profile/Uwe_Betrachter">Mein Profil</a></nav><main id="content"><div id="XingIdModule"><div data-xds="Hero"><div data-xds="ProfileImage"><img alt=""></div><h1>${html(person.name.full)}${badgeOf(style)}</h1></div>${icon('IconJobs', occupationOf(person))}${person.place === null ? '' : icon('IconLocationPin', person.place.text)}${person.connections === null ? '' : `<button data-xds="TextButton"><div><span><span><strong>${person.connections}</strong> Kontakte</span></span></div></button>`}<button>Nachricht</button></div>${person.about === null ? '' : `<div id="ProfileAboutMeModule"><h2 data-xds="Headline">Über mich</h2><p data-xds="BodyCopy">${html(person.about)}</p></div>`}<div id="ProfileTimelineModule"><h2 data-xds="Headline">Werdegang</h2><h2 data-xds="Headline">Berufliche Stationen</h2>${list(roles.map(({ title, company, start, end, description }, index) => job(index, entry(title, company, period(start, end), description), 'work_experience')))}<h2 data-xds="Headline">Studium</h2>${list(person.education.map(({ school, degree, field, start, end }, index) => job(index, entry([field, degree].filter(Boolean).join(', ') || 'Studium', school, start === undefined ? null : `${start} - ${end}`, null), 'school')))}<button>Alle anzeigen</button></div>${person.skills.length === 0 ? '' : `<div id="ProfileSkillsModule"><h2>Fähigkeiten</h2><div><h2>Top skills</h2>${skills[0]}</div><div><h2>Hard skills</h2>${skills.slice(1).join('')}</div></div>`}${person.languages.length === 0 ? '' : `<div id="ProfileLanguagesModule"><h2 data-xds="Headline">Sprachen</h2>${languages}</div>`}${style.rail ? '<div id="ContactsModule"><h2>Kontakte</h2><a href="/profile/Rolf_Rand">Rolf Rand</a><p>Vertrieb, Rand AG</p></div>' : ''}</main></body></html>`;
}

function writeVisitor(person: Person, style: XingStyle, period: PeriodText): string {
  const roles = person.jobs.flatMap(({ company, roles: all }) => all.map((role) => ({ company, ...role })));
  const entry = (
    qa: string,
    title: string,
    company: string,
    dates: string | null,
    text: string | null,
  ): string => {
    const time = dates === null ? '' : `<div class="entry-entry-time-1c"><p>${html(dates)}</p></div>`;
    const heading = `<h4 class="entry-entry-occupation-2b">${html(title)}</h4>`;
    return `<li data-qa="${qa}"><img alt="">${style.metaFirst ? time + heading : heading + time}<p class="entry-entry-organization-77">${html(company)}</p>${text === null ? '' : `<p class="bottom_description-description-9">${html(text)}</p>`}</li>`;
  };
  const skills =
    style.skills === 'each'
      ? person.skills.map((skill) => `<div data-qa="skills-tags">${html(skill)}</div>`).join('')
      : `<div data-qa="skills-tags">${person.skills.map((skill) => `<span><div>${html(skill)}</div></span>`).join('')}</div>`;
  const [city = '', ...rest] = person.place?.text.split(', ') ?? [];
  const place =
    person.place === null
      ? ''
      : `<div class="location-location-locationText-8d"><p><strong>${html(city)}</strong>${rest.map((part) => `, ${html(part)}`).join('')}</p></div>`;
  return `<!doctype html><html lang="de">${head(person, style, person.slug)}<body><main><div class="profile_view-profile_view-1a"><div class="src-xing_id-container-2"><h1>${html(person.name.full)}${style.badge ? '<div><button><span>Basic</span></button></div>' : ''}</h1><div class="occupations-occupations-9b-occupationText-1f"><p>${html(occupationOf(person))}</p></div>${place}</div><div data-qa="timeline-section"><h2>Berufserfahrung von ${html(person.name.full)}</h2><ul>${roles.map(({ title, company, start, end, description }) => entry('we-entry', title, company, period(start, end), description)).join('')}</ul><h2>Ausbildung</h2><ul>${person.education.map(({ school, degree, field, start, end }) => entry('education-entry', [field, degree].filter(Boolean).join(', ') || 'Studium', school, start === undefined ? null : `${start} - ${end}`, null)).join('')}</ul></div>${person.skills.length === 0 ? '' : `<div data-qa="skills-section"><h2>Fähigkeiten und Kenntnisse</h2>${skills}</div>`}${person.languages.length === 0 ? '' : `<div data-qa="language-skills-section"><h2>Sprachen</h2><ul>${person.languages.map(({ name, level }) => `<li class="language_snippet-container-4"><h3>${html(name)}</h3>${level === null ? '' : `<p class="language_snippet-levelTitle-5">${html(level)}</p>`}</li>`).join('')}</ul></div>`}</div>${style.rail ? '<section><h2>21 Mio. XING Mitglieder, von A bis Z</h2><ul><li><a href="/profile/Anna_Zander">Anna Zander</a></li></ul></section>' : ''}</main></body></html>`;
}

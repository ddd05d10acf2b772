import type fc from 'fast-check';
import type { Profile } from '../../../src/core/model/index.ts';
import { type AnyPageStyle, anyPageStyle, writeAnyPage } from './anyPage.ts';
import { type CardStyle, cardStyle, writeCards } from './linkedinCards.ts';
import { type ClassicStyle, classicStyle, writeClassic } from './linkedinClassic.ts';
import { type PublicStyle, publicStyle, writePublic } from './linkedinPublic.ts';
import { HEADLINE_ROLES, type Job, type Person, positionsOf } from './person.ts';
import { occupationOf, writeXing, type XingStyle, xingStyle } from './xing.ts';

/** A kind of page: how it can be written, and what of the person it shows. */
export interface PageCase<Style> {
  name: string;
  style: fc.Arbitrary<Style>;
  write(person: Person, style: Style): { url: string; page: string; profile: Profile };
}

const cards: PageCase<CardStyle> = {
  name: 'LinkedIn, page of cards',
  style: cardStyle,
  write(person, style) {
    return {
      url: linkedinUrl(person),
      page: writeCards(person, style),
      profile: { ...linkedinProfile(person), ...employerOf(person), memberId: person.memberId },
    };
  },
};

const classic: PageCase<ClassicStyle> = {
  name: 'LinkedIn, classic page',
  style: classicStyle,
  write(person, style) {
    const read = !['none', 'stale'].includes(style.data);
    // Without a link of its own the page must be known by its data, or by a name like the slug's.
    const known = style.nameLink === 'none' && !read ? { ...person, slug: slugOf(person) } : person;
    const { positions, ...profile } = linkedinProfile(known);
    return {
      url: linkedinUrl(known),
      page: writeClassic(known, style),
      profile: {
        ...profile,
        // Roles show the company's page by its link; in the data a company is an entity of its own.
        positions,
        ...(read && { memberId: person.memberId }),
      },
    };
  },
};

const visitors: PageCase<PublicStyle> = {
  name: 'LinkedIn, page for visitors',
  style: publicStyle,
  write(shown, style) {
    const person =
      style.data !== 'none' && style.address === 'none' ? { ...shown, slug: slugOf(shown) } : shown;
    const { degree: _, ...profile } = linkedinProfile(person);
    const hasData = style.data !== 'none';
    const company = ({ companySlug }: Job) =>
      companySlug === null ? {} : { companyUrl: `https://de.linkedin.com/company/${companySlug}` };
    const listed = person.jobs.flatMap((job) =>
      job.roles.map(({ title, start, end, place, description }) => ({
        ...(!style.masked && { title }),
        company: job.company,
        ...company(job),
        start,
        end,
        ...(place !== null && { location: place }),
        ...(!style.masked && description !== null && { description }),
      })),
    );
    const told = person.jobs.flatMap(({ company: name, roles }) =>
      roles
        .filter(({ end }) => end === null)
        .map(({ title, start, end }) => ({ title, company: name, start, end })),
    );
    const schools = person.education.map(({ school, start, end }) => ({
      school,
      ...(start !== undefined && { start, end }),
    }));
    const { about, ...rest } = profile;
    // What the top card names is better than nothing.
    const employers = person.jobs.slice(0, 1).map((job) => ({ company: job.company, end: null }));
    const topSchool = person.education.slice(0, 1).map(({ school }) => ({ school }));
    const ofData = hasData && !style.masked ? told : [];
    const positions = style.sections && listed.length > 0 ? listed : ofData.length > 0 ? ofData : employers;
    const education =
      style.sections && !style.masked && person.education.length > 0
        ? person.education
        : hasData && !style.masked && schools.length > 0
          ? schools
          : topSchool;
    return {
      url: linkedinUrl(person),
      page: writePublic(person, style),
      profile: {
        ...rest,
        skills: [],
        positions,
        education,
        languages: style.sections
          ? profile.languages
          : hasData
            ? profile.languages.map(({ name }) => ({ name }))
            : [],
        ...(about !== undefined && !style.masked && (style.sections || hasData) && { about }),
      },
    };
  },
};

const xing: PageCase<XingStyle> = {
  name: 'XING',
  style: xingStyle,
  write(shown, style) {
    const person = {
      ...shown,
      slug: `${shown.name.given}_${shown.name.family}3`.replace(/[^\p{L}\d]+/gu, '_'),
    };
    const isMember = style.view === 'member';
    const { name, place, skills } = person;
    const url = new URL(`https://www.xing.com/profile/${encodeURIComponent(person.slug)}`).href;
    return {
      url: `${url}/cv?sc_o=x`,
      page: writeXing(person, style),
      profile: {
        key: { site: 'xing', id: person.slug },
        url,
        name,
        headline: occupationOf(person),
        ...(place !== null && { location: place }),
        positions: positionsOf(person, { urls: false, places: false }),
        education: person.education.map(({ school, degree, field, start, end }) => ({
          school,
          ...(degree === undefined ? { field: 'Studium' } : { degree }),
          ...(field !== undefined && { field }),
          ...(start !== undefined && { start, end }),
        })),
        skills,
        languages: person.languages.map(({ name: language, level }) => ({
          name: language,
          ...(level !== null && { level }),
        })),
        ...(isMember && person.about !== null && { about: person.about }),
        ...(isMember && person.connections !== null && { connections: person.connections }),
      },
    };
  },
};

const anyPage: PageCase<AnyPageStyle> = {
  name: 'a page of one’s own',
  style: anyPageStyle,
  write(person, style) {
    const { page, profile } = writeAnyPage(person, style);
    const url = 'https://me.example/me';
    return { url, page, profile: { key: { site: 'web', id: 'me.example/me' }, url, ...profile } };
  },
};

export const CASES = [cards, classic, visitors, xing, anyPage] as const;

/** Without any experience on the page, the headline may still name an employer. */
function employerOf({ jobs, headline }: Person): Partial<Profile> {
  const role = HEADLINE_ROLES[headline];
  return jobs.length > 0 || role === undefined ? {} : { positions: [{ ...role, end: null }] };
}

function slugOf({ name }: Person): string {
  return `${name.given}-${name.family}-1`.toLowerCase().replace(/[^\p{L}\d]+/gu, '-');
}

function linkedinUrl({ slug }: Person): string {
  return new URL(`https://www.linkedin.com/in/${encodeURIComponent(slug)}/`).href;
}

/** What every generation of LinkedIn shows of a person. */
function linkedinProfile(person: Person): Profile {
  return {
    key: { site: 'linkedin', id: person.slug },
    url: linkedinUrl(person),
    name: person.name,
    headline: person.headline,
    ...(person.place !== null && { location: person.place }),
    positions: positionsOf(person),
    education: person.education,
    skills: person.skills,
    languages: person.languages.map(({ name, level }) => ({ name, ...(level !== null && { level }) })),
    ...(person.about !== null && { about: person.about }),
    ...(person.connections !== null && { connections: person.connections }),
    ...(person.followers !== null && { followers: person.followers }),
    ...(person.degree !== null && { degree: person.degree }),
  };
}

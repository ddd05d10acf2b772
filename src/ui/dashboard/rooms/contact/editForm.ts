import { formatMonth } from '../../../../browser/text.ts';
import { editsAsShown } from '../../../../core/merge/effective.ts';
import { emailKey, webUrlOf } from '../../../../core/merge/keys.ts';
import type { AllEdits, Contact, Education, Place, Position } from '../../../../core/model/index.ts';
import { parseDate } from '../../../../core/text/dates.ts';
import { parseName } from '../../../../core/text/names.ts';
import { birthdayParts, type TypedBirthday } from '../../../parts/BirthdayField.tsx';

/** A position as it is typed; `was` is what it was made of: what the form does not show of it stays. */
export interface Post {
  title: string;
  company: string;
  start: string;
  end: string;
  still: boolean;
  was: Position | null;
}

export interface School {
  school: string;
  degree: string;
  field: string;
  start: string;
  end: string;
  was: Education | null;
}

/** The form of a contact: every field as text. */
export interface EditForm {
  name: string;
  headline: string;
  location: Place | null;
  posts: Post[];
  schools: School[];
  skills: string[];
  links: string;
  emails: string;
  birthday: TypedBirthday;
}

export const EMPTY_POST: Post = { title: '', company: '', start: '', end: '', still: true, was: null };

/** What is known of a contact, as the form shows it. */
export function formOf(contact: Contact): EditForm {
  const { name, headline, location, positions, education, skills, links, emails } = editsAsShown(contact);
  return {
    name: name.full,
    headline: headline ?? '',
    location,
    posts: positions.map((was) => ({
      title: was.title ?? '',
      company: was.company ?? '',
      start: formatMonth(was.start ?? ''),
      end: formatMonth(was.end ?? ''),
      still: was.end === null,
      was,
    })),
    schools: education.map((was) => ({
      school: was.school,
      degree: was.degree ?? '',
      field: was.field ?? '',
      start: formatMonth(was.start ?? ''),
      end: formatMonth(was.end ?? ''),
      was,
    })),
    skills: [...skills],
    links: links.join('\n'),
    emails: emails.join('\n'),
    birthday: birthdayParts(contact.own.birthday),
  };
}

/** What is no date, link or address among what was typed. */
export interface Refusal {
  kind: 'Date' | 'Link' | 'Email';
  text: string;
}

/** What was typed, as edits of every field; what stands as it stood is the very same value. */
export function typedEdits(form: EditForm, based: AllEdits): { edits: AllEdits } | { refused: Refusal } {
  const name = form.name.trim();
  const headline = form.headline.trim();
  try {
    return {
      edits: {
        name: name === based.name.full || name === '' ? based.name : { ...parseName(name), full: name },
        headline: headline === '' ? null : headline,
        location: form.location,
        positions: form.posts.map(positionOf).filter(({ title, company }) => title ?? company),
        education: form.schools.flatMap((school) => educationOf(school) ?? []),
        skills: form.skills,
        links: linesOf(form.links).map(linkOf),
        emails: linesOf(form.emails).map(emailOf),
      },
    };
  } catch (error) {
    if (error instanceof Refused) return { refused: error.refusal };
    throw error;
  }
}

/** Is this a form as a draft keeps it? */
export function isEditForm(value: unknown): value is EditForm {
  const form = new Map(Object.entries(Object(value)));
  const texts = ['name', 'headline', 'links', 'emails'].every((name) => typeof form.get(name) === 'string');
  const lists = ['posts', 'schools', 'skills'].every((name) => Array.isArray(form.get(name)));
  const birthday: unknown = form.get('birthday');
  return texts && lists && typeof birthday === 'object' && birthday !== null;
}

class Refused extends Error {
  override name = 'Refused';
  readonly refusal: Refusal;

  constructor(refusal: Refusal) {
    super(refusal.text);
    this.refusal = refusal;
  }
}

function positionOf({ title, company, start, end, still, was }: Post): Position {
  const { title: _, company: __, start: ___, end: ____, ...rest } = was ?? {};
  const ended = still ? null : dateOf(end, was?.end);
  return {
    ...rest,
    ...textOf('title', title),
    ...textOf('company', company),
    ...datePart('start', dateOf(start, was?.start)),
    ...(ended !== undefined && { end: ended }),
  };
}

function educationOf({ school, degree, field, start, end, was }: School): Education | null {
  const name = school.trim();
  if (name === '') return null;
  const { school: _, degree: __, field: ___, start: ____, end: _____, ...rest } = was ?? { school: name };
  // A page says of somebody who still studies that there is no end.
  const ended = end.trim() === '' && was?.end === null ? null : dateOf(end, was?.end);
  return {
    ...rest,
    school: name,
    ...textOf('degree', degree),
    ...textOf('field', field),
    ...datePart('start', dateOf(start, was?.start)),
    ...(ended !== undefined && { end: ended }),
  };
}

function textOf<Name extends string>(name: Name, text: string): { [Key in Name]?: string } {
  const clean = text.trim();
  return (clean === '' ? {} : { [name]: clean }) as { [Key in Name]?: string };
}

function datePart(name: 'start', date: string | undefined): { start?: string } {
  return date === undefined ? {} : { [name]: date };
}

function dateOf(text: string, was: string | null | undefined): string | undefined {
  const clean = text.trim();
  if (clean === '') return undefined;
  if (was && (clean === was || clean === formatMonth(was))) return was;
  const date = /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(clean) ? clean : parseDate(clean);
  if (date === null) throw new Refused({ kind: 'Date', text: clean });
  return date;
}

function linesOf(text: string): string[] {
  const lines = text.split(/[\n\r]+/).map((line) => line.trim());
  return [...new Set(lines)].filter((line) => line !== '');
}

function linkOf(text: string): string {
  const url = webUrlOf(text);
  if (url === null) throw new Refused({ kind: 'Link', text });
  // As it was read, where it is whole already: another spelling would be another link.
  return /^https?:\/\//i.test(text) ? text : url.href;
}

function emailOf(text: string): string {
  const key = emailKey(text);
  if (key === null) throw new Refused({ kind: 'Email', text });
  return key;
}

import { effectiveProfile, isLocal } from '../../core/merge/index.ts';
import {
  type Contact,
  currentPosition,
  type Goal,
  lastTogether,
  type Settings,
  type Tie,
} from '../../core/model/index.ts';
import { addDays, addMonths } from '../../core/text/days.ts';
import { escapeVcard, foldLine } from '../vcardLine.ts';
import type { Codes } from './graph.ts';

/** What stands in the calendar, in the user's language; `{name}` and `{text}` are put in. */
export interface CalendarWords {
  keepInTouch: string;
  review: string;
  goal: string;
  milestone: string;
}

const ENGLISH: CalendarWords = {
  keepInTouch: 'Get in touch with {name}',
  review: 'Still worth keeping? {name}',
  goal: 'Goal: {text}',
  milestone: '{name}: {text}',
};

/** Contacts of whom is asked whether to keep them: those for longest, and no more than somebody looks at. */
const REVIEWS = 50;
/** Days ahead for which a review is put down. */
const REVIEWS_AHEAD = 31;
/** Minutes are counted from here, so that the number stays within what calendars read (31 bits). */
const SEQUENCE_FROM = Date.UTC(2020, 0, 1);

interface Entry {
  /** Stays the same for the same thing: what comes later replaces it. */
  uid: string;
  /** ISO 8601 day. */
  day: string;
  summary: string;
  description?: string;
  url?: string;
  changedAt: string;
}

/**
 * What is due as iCalendar (RFC 5545): next steps, signs of life by rhythm, reviews, goals and milestones, a day each.
 * What is overdue stands on today, where it is seen. A second file replaces the first: each thing has its own `UID`, and
 * `SEQUENCE` grows with the time of export, because calendars keep the event with the higher one.
 */
export async function* writeCalendar(
  contacts: AsyncIterable<Contact>,
  {
    ties,
    goals,
    settings,
    exportedAt,
  }: { ties: readonly Tie[]; goals: readonly Goal[]; settings: Settings; exportedAt: string },
  {
    codesOf,
    words = ENGLISH,
  }: { codesOf?: ((contact: Contact) => Codes) | undefined; words?: CalendarWords },
): AsyncGenerator<string> {
  const today = exportedAt.slice(0, 10);
  const lastContact = new Map<string, string>();
  for (const { from, to, lastContact: day = '' } of ties)
    for (const id of [from, to]) if (day > (lastContact.get(id) ?? '')) lastContact.set(id, day);
  const write = (entry: Entry) => eventOf(entry, today, exportedAt);
  yield ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Weitblick//EN', 'CALSCALE:GREGORIAN', 'METHOD:PUBLISH']
    .map(foldLine)
    .join('');
  let reviews: Entry[] = [];
  for await (const contact of contacts) {
    const due = {
      contact,
      last: [lastContact.get(contact.id) ?? '', lastTogether(contact.own.log) ?? ''].sort()[1] ?? '',
    };
    const step = nextStepOf(due);
    if (step !== null) yield write(step);
    const sign = signOfLife(due, contact.own.rhythmDays ?? byLayer(contact, settings, codesOf), words);
    if (sign !== null) yield write(sign);
    const review = reviewOf(due, settings.reviewMonths, words);
    if (review.day <= addDays(today, REVIEWS_AHEAD)) reviews.push(review);
    if (reviews.length > REVIEWS * 20) reviews = longestDue(reviews);
  }
  for (const review of longestDue(reviews)) yield write(review);
  for (const goal of goals) for (const entry of goalEntries(goal, words)) yield write(entry);
  yield foldLine('END:VCALENDAR');
}

interface Due {
  contact: Contact;
  /** ISO 8601 day of the last contact; empty: not known. */
  last: string;
}

function nextStepOf({ contact }: Due): Entry | null {
  const { nextStep } = contact.own;
  if (nextStep?.due === undefined) return null;
  return {
    ...entryOf(contact, 'nextStep'),
    day: nextStep.due,
    summary: `${nameOf(contact)}: ${nextStep.text}`,
  };
}

function signOfLife({ contact, last }: Due, rhythm: number | undefined, words: CalendarWords): Entry | null {
  if (rhythm === undefined) return null;
  const day = addDays(last || contact.createdAt.slice(0, 10), rhythm);
  return {
    ...entryOf(contact, 'keepInTouch'),
    day,
    summary: filled(words.keepInTouch, { name: nameOf(contact) }),
  };
}

function reviewOf({ contact, last }: Due, months: number, words: CalendarWords): Entry {
  const days = [contact.createdAt.slice(0, 10), last, contact.own.reviewedOn ?? ''].sort();
  return {
    ...entryOf(contact, 'review'),
    day: addMonths(days.at(-1) ?? '', months),
    summary: filled(words.review, { name: nameOf(contact) }),
  };
}

function byLayer(
  contact: Contact,
  { rhythms }: Settings,
  codesOf: ((contact: Contact) => Codes) | undefined,
): number | undefined {
  const layer = contact.own.layer ?? codesOf?.(contact).layer;
  return layer === undefined ? undefined : rhythms[layer];
}

function* goalEntries(goal: Goal, words: CalendarWords): Generator<Entry> {
  if (goal.state !== 'active') return;
  const { id, title, updatedAt: changedAt } = goal;
  if (goal.due !== undefined)
    yield { uid: uidOf(id, 'goal'), day: goal.due, summary: filled(words.goal, { text: title }), changedAt };
  for (const [at, { text, due, done }] of (goal.milestones ?? []).entries())
    if (due !== undefined && done !== true)
      yield {
        uid: uidOf(id, `milestone${at + 1}`),
        day: due,
        summary: filled(words.milestone, { name: title, text }),
        changedAt,
      };
}

function longestDue(entries: readonly Entry[]): Entry[] {
  return [...entries].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0)).slice(0, REVIEWS);
}

function entryOf(contact: Contact, kind: string): Omit<Entry, 'day' | 'summary'> {
  const profile = effectiveProfile(contact);
  const position = currentPosition(profile);
  return {
    uid: uidOf(contact.id, kind),
    description: [position?.title, position?.company].filter(Boolean).join(' · '),
    ...(!isLocal(profile) && { url: profile.url }),
    changedAt: contact.updatedAt,
  };
}

function nameOf(contact: Contact): string {
  return effectiveProfile(contact).name.full;
}

function uidOf(id: string, kind: string): string {
  return `${id}.${kind}@weitblick`;
}

/** Each place once, from left to right: what is put in is never looked through for places. */
function filled(words: string, values: { name?: string; text?: string }): string {
  return words.replace(/\{(name|text)\}/g, (_, place: 'name' | 'text') => values[place] ?? '');
}

function eventOf(entry: Entry, today: string, exportedAt: string): string {
  const day = entry.day < today ? today : entry.day;
  const lines = [
    'BEGIN:VEVENT',
    `UID:${escapeVcard(entry.uid)}`,
    `SEQUENCE:${Math.max(0, Math.floor((Date.parse(exportedAt) - SEQUENCE_FROM) / 60_000))}`,
    `DTSTAMP:${instantOf(exportedAt)}`,
    `LAST-MODIFIED:${instantOf(entry.changedAt)}`,
    `DTSTART;VALUE=DATE:${day.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${addDays(day, 1).replaceAll('-', '')}`,
    `SUMMARY:${escapeVcard(entry.summary)}`,
    ...(entry.description ? [`DESCRIPTION:${escapeVcard(entry.description)}`] : []),
    ...(entry.url === undefined ? [] : [`URL:${entry.url}`]),
    // The day stays free in the calendar.
    'TRANSP:TRANSPARENT',
    'BEGIN:VALARM',
    'ACTION:DISPLAY',
    `DESCRIPTION:${escapeVcard(entry.summary)}`,
    'TRIGGER:PT9H',
    'END:VALARM',
    'END:VEVENT',
  ];
  return lines.map(foldLine).join('');
}

function instantOf(iso: string): string {
  return `${iso.slice(0, 19).replace(/[-:]/g, '')}Z`;
}

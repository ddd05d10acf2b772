import { oneLine } from '../../core/text/whitespace.ts';
import { ImportError } from '../errors.ts';
import { IMPORT_LIMITS } from '../limits.ts';
import { parseVcardLine, type VcardProperty, vcardLines, vcardText } from '../vcardLine.ts';
import type { CalendarEvent } from './calendarEvent.ts';
import { asEmail } from './mailHeaders.ts';
import type { Findings } from './parsed.ts';
import { dayNumber, readRule } from './recurrence.ts';

/** The properties that are read; descriptions, alarms and the rules of time zones are passed over unseen. */
const WANTED =
  /^(?:BEGIN|END|UID|SEQUENCE|DTSTART|SUMMARY|STATUS|ORGANIZER|ATTENDEE|RRULE|RDATE|EXDATE|RECURRENCE-ID)(?=[;:])/i;
/** Properties of one event that are looked at. */
const PROPERTIES = 3_000;
/** More are there than anybody has met. */
const PEOPLE = 500;
/** Days of exceptions of one series. */
const DAYS = 2_000;

/** Does the text begin like a calendar? */
export function isCalendar(start: string): boolean {
  return /^\ufeff?BEGIN:VCALENDAR\s/i.test(start);
}

/**
 * An iCalendar file (RFC 5545; also vCalendar 1.0): its events with others. Time zones are not looked up: a day is the
 * one that is written, so a zone that is broken or missing breaks nothing. An event that cannot be read is reported.
 * Our own small reader: see docs/formats.md for what was measured of ical.js beside it.
 */
export async function readCalendar(text: Iterable<string>, findings: Findings): Promise<void> {
  let event: VcardProperty[] | null = null;
  let number = 0;
  let depth = 0;
  for (const line of vcardLines(text)) {
    if (!WANTED.test(line)) continue;
    const property = parseVcardLine(line);
    if (property === null) continue;
    const { name } = property;
    const what = property.value.trim().toUpperCase();
    if (name === 'BEGIN' && what === 'VEVENT') {
      // One that was never closed ends where the next begins.
      if (event !== null) take(event, number, findings);
      number += 1;
      if (number > IMPORT_LIMITS.countedRows) throw new ImportError('tooManyRows', { count: number - 1 });
      event = [];
      depth = 0;
      if (number % 500 === 0) await findings.breathe(number);
    } else if (name === 'BEGIN') depth += 1;
    else if (name === 'END' && what === 'VEVENT') {
      if (event !== null) take(event, number, findings);
      event = null;
    } else if (name === 'END') depth = Math.max(0, depth - 1);
    // What stands in an alarm is no property of the event.
    else if (event !== null && depth === 0 && event.length < PROPERTIES) event.push(property);
  }
  if (event !== null) take(event, number, findings);
}

function take(properties: readonly VcardProperty[], number: number, findings: Findings): void {
  const event = eventOf(properties, number);
  if (event === 'unreadable') findings.rowError(number, 'badDate', textOf(properties, 'SUMMARY'));
  // With nobody else it is a note to oneself.
  else if (event === null) findings.ignored();
  else findings.event(event);
}

function eventOf(properties: readonly VcardProperty[], number: number): CalendarEvent | null | 'unreadable' {
  const get = (name: string) => properties.find((property) => property.name === name)?.value ?? '';
  const people = new Map<string, string>();
  const declined = new Set<string>();
  for (const property of properties) {
    if (property.name !== 'ATTENDEE' && property.name !== 'ORGANIZER') continue;
    const said = (name: string) => (property.parameters.get(name) ?? []).join(',').trim();
    if (/^(?:RESOURCE|ROOM|GROUP)$/i.test(said('CUTYPE'))) continue;
    const email =
      asEmail(property.value.replace(/^\s*mailto:/i, '')) ?? asEmail(said('EMAIL')) ?? asEmail(said('CN'));
    if (email === null) continue;
    if (/^DECLINED$/i.test(said('PARTSTAT'))) declined.add(email);
    else if (people.size < PEOPLE && !people.get(email)) people.set(email, oneLine(said('CN')).slice(0, 200));
  }
  for (const email of declined) people.delete(email);
  const cancelled = /^\s*CANCELLED/i.test(get('STATUS'));
  const instead = dayNumber(get('RECURRENCE-ID'));
  // A cancelled day of a series counts although nobody is named in it.
  if (people.size === 0 && instead === null && !cancelled) return null;
  const start = dayNumber(get('DTSTART')) ?? instead;
  if (start === null) return cancelled ? null : 'unreadable';
  const rule = get('RRULE');
  return {
    uid: get('UID').trim().slice(0, 500) || `${number} ${get('DTSTART')}`,
    instead,
    sequence: Number.parseInt(get('SEQUENCE'), 10) || 0,
    start,
    summary: oneLine(textOf(properties, 'SUMMARY')).slice(0, 200),
    cancelled,
    people: [...people].map(([email, name]) => ({ email, name })),
    declined: [...declined],
    rule: rule === '' ? null : readRule(rule),
    except: daysIn(properties, 'EXDATE'),
    also: daysIn(properties, 'RDATE'),
  };
}

function textOf(properties: readonly VcardProperty[], name: string): string {
  const property = properties.find((one) => one.name === name);
  return property === undefined ? '' : vcardText(property);
}

function daysIn(properties: readonly VcardProperty[], name: string): number[] {
  return properties
    .filter((property) => property.name === name)
    .flatMap(({ value }) => value.slice(0, 100_000).split(/[,;]/))
    .slice(0, DAYS)
    .flatMap((text) => dayNumber(text) ?? []);
}

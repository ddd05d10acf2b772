import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { dayNumber, dayText, pastDays, readRule } from '../../src/exchange/import/recurrence.ts';
import { vcardLines } from '../../src/exchange/vcardLine.ts';
import { expectSteady } from '../cost.ts';
import { file } from './people.ts';

const TODAY = '2026-01-15';
const calendar = (...events: string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...events, 'END:VCALENDAR', ''].join('\r\n');
const event = (...lines: string[]) => ['BEGIN:VEVENT', ...lines, 'END:VEVENT'].join('\r\n');
const WITH_ADA = 'ATTENDEE;CN=Ada Example:mailto:Ada@Firm.example';

async function ada(content: string, options = {}) {
  const parsed = await parseFiles([file('c.ics', content)], { today: TODAY, ...options });
  expect(parsed.fileErrors).toEqual([]);
  const signal = parsed.signals.find(({ person }) => person === 'email:ada@firm.example');
  return { parsed, log: signal?.log, last: signal?.lastContact };
}

/** Days of a rule as another program finds them. */
function independent(start: string, rule: string, today: string, most: number): string[] {
  const recur = ICAL.Recur.fromString(rule);
  const iterator = recur.iterator(ICAL.Time.fromDateString(start));
  const days = new Set([start]);
  for (let step = 0; step < 60_000; step++) {
    const next = iterator.next();
    if (!next || next.toString() > today) break;
    days.add(next.toString());
  }
  return [...days].sort().reverse().slice(0, most);
}

function ours(start: string, rule: string, today = TODAY, most = 500): string[] {
  const read = readRule(rule);
  if (read === null) throw new Error('no rule');
  const [from, until] = [dayNumber(start) ?? 0, dayNumber(today) ?? 0];
  return pastDays(from, read, { today: until, most, budget: { periods: 1e6 } }).map(dayText);
}

describe('a series', () => {
  it.each([
    ['2025-12-01', 'FREQ=WEEKLY'],
    ['2025-12-01', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO,WE,FR'],
    ['2025-12-01', 'FREQ=WEEKLY;INTERVAL=2;BYDAY=SU,TU;WKST=SU'],
    ['2020-01-31', 'FREQ=MONTHLY'],
    ['2020-01-31', 'FREQ=MONTHLY;BYMONTHDAY=-1'],
    ['2020-01-02', 'FREQ=MONTHLY;BYDAY=1TH,-1FR'],
    ['2020-01-01', 'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1'],
    ['2020-03-13', 'FREQ=MONTHLY;BYDAY=FR;BYMONTHDAY=13'],
    ['2000-11-07', 'FREQ=YEARLY;INTERVAL=4;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8'],
    ['2000-04-09', 'FREQ=YEARLY;BYYEARDAY=1,100,-1'],
    ['2025-12-20', 'FREQ=DAILY;COUNT=10'],
    ['2025-12-20', 'FREQ=DAILY;INTERVAL=3;UNTIL=20260105T120000Z'],
    ['2025-01-01', 'FREQ=DAILY;BYMONTH=2;BYDAY=MO'],
    ['2025-01-06', 'FREQ=WEEKLY;COUNT=12;BYDAY=MO,TH'],
  ])('%s %s takes place when ical.js says so', (start, rule) =>
    expect(ours(start, rule)).toEqual(independent(start, rule, TODAY, 500)),
  );

  it('of any weekdays, months and ends is the same as in ical.js', () => {
    const weekdays = fc.subarray(['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'], { minLength: 1 });
    const rule = fc
      .record({
        freq: fc.constantFrom('DAILY', 'WEEKLY', 'MONTHLY'),
        interval: fc.integer({ min: 1, max: 5 }),
        days: fc.option(weekdays),
        end: fc.constantFrom('', ';COUNT=7', ';UNTIL=20250601'),
      })
      .map(
        ({ freq, interval, days, end }) =>
          `FREQ=${freq};INTERVAL=${interval}${days ? `;BYDAY=${days.join()}` : ''}${end}`,
      );
    const start = fc.integer({ min: 19_000, max: 20_000 }).map(dayText);
    fc.assert(
      fc.property(start, rule, (from, text) => {
        // ical.js steps from the first day it finds where the rule does not name the start (its issue, not the rule's).
        fc.pre(independent(from, text.replace(/;(COUNT|UNTIL)=\w+/, ''), from, 1).length === 1);
        const first = ICAL.Recur.fromString(text).iterator(ICAL.Time.fromDateString(from)).next()?.toString();
        fc.pre(first === from);
        expect(ours(from, text)).toEqual(independent(from, text, TODAY, 500));
      }),
      { numRuns: 300 },
    );
  });

  // ical.js makes March of the first and every Monday of the second; RFC 5545 3.3.10 names these days.
  it.each([
    ['2016-02-29', 'FREQ=YEARLY', ['2024-02-29', '2020-02-29', '2016-02-29']],
    ['2023-05-15', 'FREQ=YEARLY;BYDAY=20MO', ['2025-05-19', '2024-05-13', '2023-05-15']],
  ])('%s %s takes place on the days of the standard', (start, rule, days) =>
    expect(ours(start, rule)).toEqual(days),
  );

  it.each([
    ['without end from long ago', '1900-01-01', 'FREQ=DAILY', 500],
    ['every second', '2025-01-01', 'FREQ=SECONDLY', 380],
    ['that never takes place again', '2025-01-30', 'FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30', 1],
    ['with a hundred million of them', '1900-01-01', 'FREQ=DAILY;COUNT=100000000', 500],
    ['an interval of nothing', '2026-01-01', 'FREQ=DAILY;INTERVAL=0', 15],
  ])('%s is bounded', (_, start, rule, count) => expect(ours(start, rule)).toHaveLength(count));

  it('stops when the whole file has taken its steps', () => {
    const read = readRule('FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30');
    const budget = { periods: 10 };
    if (read !== null) pastDays(0, read, { today: 20_000, most: 5, budget });
    expect(budget.periods).toBe(-1);
  });

  it('that names one day over and over names it once', () => {
    const again = (text: string) => Array.from({ length: 60 }, () => text).join();
    const rule = readRule(`FREQ=YEARLY;BYMONTH=${again('3')};BYDAY=${again('9MO')};BYSETPOS=${again('-1')}`);
    expect(rule).toMatchObject({ byMonth: [3], byDay: [{ weekday: 0, nth: 9 }], bySetPos: [-1] });
  });

  it.each([
    ['working days', 'FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 1],
    ['a day of the month', 'FREQ=MONTHLY;BYDAY=-1FR', 1],
    ['a day of the year', 'FREQ=YEARLY;BYMONTH=3;BYDAY=-1SU', 1],
    ['many days of all months', `FREQ=YEARLY;BYMONTH=1,2,3,4,5,6,7,8,9,10,11,12;BYDAY=${manyDays(150)}`, 100],
    ['many days of the year', `FREQ=YEARLY;BYDAY=${manyDays(150)}`, 100],
    ['many days of the month', `FREQ=MONTHLY;BYDAY=${manyDays(150)}`, 10],
    ['many days of both kinds', `FREQ=YEARLY;BYDAY=${manyDays(60)};BYMONTHDAY=${numbersTo(31)}`, 100],
  ])('of %s takes the steps of the days that are looked at', (_, text, least) => {
    const rule = readRule(text);
    const budget = { periods: 1_000 };
    const today = dayNumber('2026-01-15') ?? 0;
    if (rule !== null) pastDays(today - 1, { ...rule, count: 1_000 }, { today, most: 5, budget });
    expect(1_000 - budget.periods).toBeGreaterThanOrEqual(least);
    if (least === 1) expect(1_000 - budget.periods).toBeLessThanOrEqual(2);
  });
});

/** Weekdays by numbers that no month has. */
function manyDays(count: number): string {
  return Array.from({ length: count }, (_, i) => `${10 + (i % 90)}${i < 90 ? 'MO' : 'TU'}`).join();
}

function numbersTo(most: number): string {
  return Array.from({ length: most }, (_, i) => i + 1).join();
}

it('looks once through a line without end', () => {
  const read = (pieces: number) => {
    const line = Array.from({ length: pieces }, () => 'x'.repeat(20_000));
    return [...vcardLines(['BEGIN:VCALENDAR\n', ...line])].length;
  };
  expectSteady(read, 1_000);
});

it('takes no longer for a line that is folded over and over', () => {
  const read = (folds: number) => {
    let length = 0;
    for (const line of vcardLines([`BEGIN:VCALENDAR\nX;QUOTED-PRINTABLE:=\n${' x=\n'.repeat(folds)}`]))
      length += line.length;
    return length;
  };
  expectSteady(read, 60_000);
});

describe('a calendar', () => {
  it('counts a meeting for whoever was there, by the day that is written', async () => {
    const { parsed, log, last } = await ada(
      calendar(
        event(
          'UID:1',
          'DTSTART;TZID="Nowhere/Broken":20250305T233000',
          'SUMMARY:Plan\\, part 1',
          WITH_ADA,
          'ORGANIZER:mailto:bo@firm.example',
        ),
      ),
    );
    expect([log, last]).toEqual([
      {
        meetings: 1,
        firstContact: '2025-03-05',
        lines: [{ day: '2025-03-05', kind: 'met', text: 'Plan, part 1' }],
      },
      '2025-03-05',
    ]);
    expect(parsed.signals.map(({ person, name }) => [person, name])).toEqual([
      ['email:ada@firm.example', 'ada example'],
      ['email:bo@firm.example', undefined],
    ]);
  });

  it.each<[string, string[], number]>([
    ['a day', ['DTSTART;VALUE=DATE:20250305', WITH_ADA], 1],
    ['an instant', ['DTSTART:20250305T100000Z', WITH_ADA], 1],
    ['dashes', ['DTSTART:2025-03-05T10:00:00', WITH_ADA], 1],
    [
      'a folded line',
      [
        'DTSTART:20250305',
        'ATTENDEE;CN="Ada, of the\r\n  Firm";ROLE=REQ-PARTICIPANT:mai\r\n lto:ada@firm.example',
      ],
      1,
    ],
    ['an address as a parameter', ['DTSTART:20250305', 'ATTENDEE;EMAIL=ada@firm.example:urn:uuid:1'], 1],
    ['an address as a name', ['DTSTART:20250305', 'ATTENDEE;CN=ada@firm.example:invalid:nomail'], 1],
    ['whoever organised it', ['DTSTART:20250305', 'ORGANIZER:MAILTO:ada@firm.example'], 1],
    ['the future', ['DTSTART:20260116', WITH_ADA], 0],
    ['today', ['DTSTART:20260115', WITH_ADA], 1],
    ['what was cancelled', ['DTSTART:20250305', 'STATUS:CANCELLED', WITH_ADA], 0],
    ['who declined', ['DTSTART:20250305', 'ATTENDEE;PARTSTAT=DECLINED:mailto:ada@firm.example'], 0],
    ['a room', ['DTSTART:20250305', 'ATTENDEE;CUTYPE=ROOM:mailto:ada@firm.example'], 0],
    [
      'an audience',
      [
        'DTSTART:20250305',
        WITH_ADA,
        ...Array.from({ length: 20 }, (_, i) => `ATTENDEE:mailto:p${i}@x.example`),
      ],
      0,
    ],
    ['a series', ['DTSTART:20260101', 'RRULE:FREQ=WEEKLY', WITH_ADA], 3],
    [
      'a series with a day off',
      ['DTSTART:20260101', 'RRULE:FREQ=WEEKLY', 'EXDATE;TZID=X:20260108T100000', WITH_ADA],
      2,
    ],
    [
      'a series with a day more',
      ['DTSTART:20260101', 'RRULE:FREQ=WEEKLY', 'RDATE:20260110,20270101', WITH_ADA],
      4,
    ],
    ['a series that cannot be read', ['DTSTART:20260101', 'RRULE:EVERY MONDAY', WITH_ADA], 1],
    [
      'a time within an alarm',
      ['DTSTART:20250305', WITH_ADA, 'BEGIN:VALARM', 'DTSTART:20990101', 'END:VALARM'],
      1,
    ],
  ])('%s', async (_, lines, meetings) => {
    const { log } = await ada(calendar(event('UID:1', ...lines)));
    expect(log?.meetings ?? 0).toBe(meetings);
  });

  it('takes a moved day for itself, a cancelled one off, and the newest state of each', async () => {
    const { log } = await ada(
      calendar(
        event('UID:1', 'RECURRENCE-ID:20260108', 'DTSTART:20260109', 'SUMMARY:moved', WITH_ADA),
        event('UID:1', 'DTSTART:20260101', 'RRULE:FREQ=WEEKLY', 'SUMMARY:series', WITH_ADA),
        event('UID:1', 'RECURRENCE-ID:20260115', 'STATUS:CANCELLED'),
        event('UID:2', 'SEQUENCE:2', 'DTSTART:20250102', 'SUMMARY:new', WITH_ADA),
        event('UID:2', 'SEQUENCE:1', 'DTSTART:20250103', 'SUMMARY:old', WITH_ADA),
      ),
    );
    expect(log?.lines.map(({ day, text }) => `${day} ${text}`)).toEqual([
      '2026-01-09 moved',
      '2026-01-01 series',
      '2025-01-02 new',
    ]);
  });

  it('knows that the user did not go', async () => {
    const content = calendar(
      event('UID:1', 'DTSTART:20250305', WITH_ADA, 'ATTENDEE;PARTSTAT=DECLINED:mailto:me@home.example'),
    );
    expect((await ada(content)).log?.meetings).toBe(1);
    expect((await ada(content, { ownAddresses: ['Me@home.example'] })).log).toBeUndefined();
  });

  it('reports an event without a day, keeps the others, and passes over what is only for oneself', async () => {
    const { parsed, log } = await ada(
      calendar(
        event('UID:1', 'DTSTART:soon', 'SUMMARY:broken', WITH_ADA),
        event('UID:2', 'DTSTART:20250305', 'SUMMARY:alone'),
        // Never closed.
        `BEGIN:VEVENT\r\nUID:3\r\nDTSTART:20250306\r\n${WITH_ADA}`,
        event('UID:4', 'DTSTART:20250307', WITH_ADA, 'no property at all', ';;;:'),
      ),
    );
    expect(parsed.rowErrors).toEqual([{ file: 'c.ics', row: 1, kind: 'badDate', value: 'broken' }]);
    expect([log?.meetings, parsed.files[0]?.ignored]).toEqual([2, 1]);
  });

  it('keeps few lines, whatever a calendar holds', async () => {
    const weekly = Array.from({ length: 30 }, (_, i) =>
      event(`UID:${i}`, `DTSTART:2024010${(i % 9) + 1}`, 'RRULE:FREQ=DAILY', `SUMMARY:s${i}`, WITH_ADA),
    );
    const { log } = await ada(calendar(...weekly));
    expect(log?.lines).toHaveLength(12);
    expect(log?.meetings).toBe(30 * 500);
  });
});

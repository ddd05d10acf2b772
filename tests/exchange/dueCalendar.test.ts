import fc from 'fast-check';
import ICAL from 'ical.js';
import { describe, expect, it } from 'vitest';
import { type Backup, type Contact, type OwnWords, Settings } from '../../src/core/model/index.ts';
import { type ExportOptions, exportFile } from '../../src/exchange/export/index.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { makeContact, makeGoal } from '../make.ts';
import { backupOf, lineText, textOf } from './people.ts';

const NOW = '2026-11-24T10:00:00.000Z';

function person(id: string, own: Partial<OwnWords> = {}, changes: Partial<Contact> = {}): Contact {
  const contact = makeContact({ name: { full: `Ada, of ${id}` } }, id);
  return { ...contact, ...changes, own: { ...contact.own, ...own } };
}

/** The events as an independent reader has them. */
async function events(
  { exportedAt = NOW, settings = {}, ...source }: Partial<Omit<Backup, 'settings'>> & { settings?: object },
  options: ExportOptions = {},
) {
  const backup = {
    ...backupOf({ contacts: [], ties: [], ...source }),
    goals: source.goals ?? [],
    settings: Settings.parse(settings),
    exportedAt,
  };
  const text = await textOf(exportFile('ics', backup, options));
  for (const line of text.split('\r\n'))
    expect(new TextEncoder().encode(line).length).toBeLessThanOrEqual(75);
  const calendar = new ICAL.Component(ICAL.parse(text));
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component);
    return {
      uid: event.uid,
      day: event.startDate.toString(),
      end: event.endDate.toString(),
      summary: event.summary,
      sequence: event.sequence,
      stamp: String(component.getFirstPropertyValue('dtstamp')),
      url: component.getFirstPropertyValue('url'),
    };
  });
}

const brief = (all: Awaited<ReturnType<typeof events>>) =>
  all.map(({ uid, day, summary }) => [uid, day, summary]);

describe('what is due, as a calendar', () => {
  it.each<[string, Contact[], Parameters<typeof events>[0], unknown[]]>([
    [
      'a next step with its day',
      [person('a', { nextStep: { text: 'Send; the, deck', due: '2026-12-01' } })],
      {},
      [['a.nextStep@weitblick', '2026-12-01', 'Ada, of a: Send; the, deck']],
    ],
    ['no next step without a day', [person('a', { nextStep: { text: 'some day' } })], {}, []],
    [
      'what is overdue on today',
      [person('a', { nextStep: { text: 'Call', due: '2026-01-01' } })],
      {},
      [['a.nextStep@weitblick', '2026-11-24', 'Ada, of a: Call']],
    ],
    [
      'a sign of life, from the last contact on',
      [person('a', { rhythmDays: 30 })],
      { ties: [{ from: 'me', to: 'a', kind: 'knows', lastContact: '2026-11-20' }] },
      [['a.keepInTouch@weitblick', '2026-12-20', 'Get in touch with Ada, of a']],
    ],
    [
      'a sign of life, from the newest line of the log on',
      [person('a', { rhythmDays: 30, log: [{ day: '2026-11-22', text: 'met' }] })],
      { ties: [{ from: 'me', to: 'a', kind: 'knows', lastContact: '2026-11-20' }] },
      [['a.keepInTouch@weitblick', '2026-12-22', 'Get in touch with Ada, of a']],
    ],
    [
      'the rhythm of a layer',
      [person('a', { layer: 'strategic' })],
      { settings: { rhythms: { strategic: 10 } } },
      [['a.keepInTouch@weitblick', '2026-12-04', 'Get in touch with Ada, of a']],
    ],
    [
      'a review that is near',
      [person('a', {}, { createdAt: '2025-06-01T10:00:00.000Z' })],
      {},
      [['a.review@weitblick', '2026-12-01', 'Still worth keeping? Ada, of a']],
    ],
    ['no review that is far', [person('a')], {}, []],
    [
      'goals and their milestones',
      [],
      {
        goals: [
          makeGoal(
            {},
            {
              id: 'g',
              title: 'Change',
              due: '2027-01-01',
              milestones: [
                { text: 'done', due: '2026-12-01', done: true },
                { text: 'three talks', due: '2026-12-31' },
                { text: 'some day' },
              ],
            },
          ),
          makeGoal({}, { id: 'h', state: 'reached', due: '2027-01-01' }),
        ],
      },
      [
        ['g.goal@weitblick', '2027-01-01', 'Goal: Change'],
        ['g.milestone2@weitblick', '2026-12-31', 'Change: three talks'],
      ],
    ],
  ])('%s', async (_, contacts, more, expected) =>
    expect(brief(await events({ contacts, ...more }))).toEqual(expected),
  );

  it('lasts the one day, leads to the page, and is replaced by a later file', async () => {
    const contacts = [person('a', { nextStep: { text: 'Call', due: '2026-12-01' } })];
    const [first] = await events({ contacts });
    expect(first).toMatchObject({ end: '2026-12-02', stamp: '2026-11-24T10:00:00Z' });
    expect(first?.url).toBe(contacts[0]?.profile.url);
    const moved = [person('a', { nextStep: { text: 'Write', due: '2026-12-05' } })];
    const [second] = await events({ contacts: moved, exportedAt: '2026-11-24T10:02:00.000Z' });
    expect(second?.uid).toBe(first?.uid);
    expect((second?.sequence ?? 0) - (first?.sequence ?? 0)).toBe(2);
  });

  it('keeps back what the mode keeps back, and of some contacts the goals', async () => {
    const contacts = [person('a', { nextStep: { text: 'secret', due: '2026-12-01' }, rhythmDays: 30 })];
    const goals = [makeGoal({}, { due: '2027-01-01' })];
    expect(
      brief(await events({ contacts, goals }, { redaction: 'withoutNotes' })).map(([uid]) => uid),
    ).toEqual(['a.keepInTouch@weitblick', `${goals[0]?.id}.goal@weitblick`]);
    expect(await events({ contacts, goals }, { redaction: 'pseudonymised' })).toEqual([]);
    expect((await events({ contacts, goals }, { ids: new Set(['a']) })).map(({ uid }) => uid)).toEqual([
      'a.nextStep@weitblick',
      'a.keepInTouch@weitblick',
    ]);
  });

  it('asks of few at a time whether to keep them: of those for longest', async () => {
    const contacts = Array.from({ length: 1_200 }, (_, i) =>
      person(`p${i}`, {}, { createdAt: `20${String(10 + (i % 12)).padStart(2, '0')}-01-01T10:00:00.000Z` }),
    );
    const found = await events({ contacts });
    expect(found).toHaveLength(50);
    expect(found.every(({ uid }) => Number(uid.slice(1).split('.')[0]) % 12 === 0)).toBe(true);
  });

  it('is read by another program, whatever names and steps hold', async () => {
    await fc.assert(
      fc.asyncProperty(lineText, lineText, async (name, text) => {
        const contact = person('a', { nextStep: { text, due: '2026-12-01' } });
        const [event, ...others] = await events({
          contacts: [{ ...contact, profile: { ...contact.profile, name: { full: name } } }],
        });
        expect([event?.summary, others.length]).toEqual([`${name}: ${text}`, 0]);
      }),
      { numRuns: 100 },
    );
  });
});

it('gives a card the same UID each time, and a later instant once anything has changed', async () => {
  const card = (contact: Contact) =>
    textOf(exportFile('vcard3', backupOf({ contacts: [contact], ties: [] })));
  const before = person('a');
  const after = person('a', { tags: ['new'] }, { updatedAt: '2026-11-25T10:00:00.000Z' });
  const lines = (text: string, name: string) => text.split('\r\n').filter((line) => line.startsWith(name));
  const [first, second] = [await card(before), await card(after)];
  expect(lines(first, 'UID')).toEqual(lines(second, 'UID'));
  expect([lines(first, 'REV'), lines(second, 'REV')]).toEqual([
    ['REV:2026-11-24T10:00:00Z'],
    ['REV:2026-11-25T10:00:00Z'],
  ]);
  const { persons } = await parseFiles([{ name: 'a.vcf', bytes: new TextEncoder().encode(second) }]);
  expect(persons[0]?.contactId).toBe('a');
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Contact, Settings } from '../../../src/core/model/index.ts';
import {
  arrived,
  Entry,
  entryOf,
  type Json,
  join,
  NOTHING,
  recordOf,
  registersOf,
  rowOf,
  type StampRow,
  shownNote,
  stampWrite,
  stateOf,
  stateOfEntry,
  taken,
  unsentPaths,
} from '../../../src/core/sync/index.ts';
import { network } from '../../exchange/people.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../../make.ts';

const clock = (wall: number, device = 'aaaaaaaa') => ({ wall, device });
const there = (record: unknown, kind: Parameters<typeof registersOf>[0] = 'contact') => ({
  ...registersOf(kind, record),
  there: record !== undefined,
});
/** What another device makes of a row's entry, beside what it has. */
function received(row: StampRow, record: unknown, before?: { row: StampRow; record: unknown }) {
  const told = JSON.parse(
    JSON.stringify(entryOf('contact', 'c1', stateOf(row, registersOf('contact', record)))),
  );
  const known = before === undefined ? NOTHING : stateOf(before.row, registersOf('contact', before.record));
  const state = join(known, stateOfEntry(Entry.parse(told)));
  const values = new Map([...state.registers].map(([path, { value }]) => [path, value]));
  const made = state.dead
    ? null
    : (recordOf('contact', 'c1', { values, note: shownNote(state.note) }, before?.record) as Contact | null);
  const shown = made === null ? { values: new Map<string, Json>(), note: '' } : registersOf('contact', made);
  return { state, record: made, row: rowOf('contact:c1', state, shown, before?.row) };
}

/** Without what is of each device, and lists that are sets in one order. */
function bare(record: unknown): unknown {
  const { rev, updatedAt, deviceId, ...contact } = Contact.parse(record);
  const sorted = <Of>(list: readonly Of[]) => list.map((one) => JSON.stringify(one)).sort();
  const { own } = contact;
  return {
    ...contact,
    keys: sorted(contact.keys),
    emails: sorted(contact.emails),
    events: sorted(contact.events),
    own: { ...own, tags: sorted(own.tags), log: sorted(own.log), roles: sorted(own.roles ?? []) },
  };
}

describe('a record as registers', () => {
  it('comes back on another device as it was', () => {
    fc.assert(
      fc.property(network, ({ contacts }) => {
        for (const contact of contacts) {
          const row = stampWrite(undefined, 'contact:c1', there(contact), clock(5));
          const { record } = received(row, contact);
          expect(bare({ ...(record as object), id: contact.id })).toEqual(bare(contact));
        }
      }),
      { seed: 4, numRuns: 40 },
    );
  });

  it.each([
    ['goal', 'g1', makeGoal()],
    ['me', 'me', makeMe()],
    ['tie', 'me>c1:knows', { from: 'me', to: 'c1', kind: 'knows', strength: 'strong', messages: 3 }],
    ['tie', 'a>b:knows', { from: 'a', to: 'b', kind: 'knows' }],
    ['never', 'f'.repeat(32), { hash: 'f'.repeat(32), contactId: 'c1', at: NOW }],
  ] as const)('%s %s', (kind, id, record) => {
    expect(recordOf(kind, id, registersOf(kind, record), undefined)).toEqual(record);
  });

  it('of settings shares those of the person, and leaves those of the device', () => {
    const here = Settings.parse({ language: 'de', quiet: true, views: [{ name: 'old', query: 'a' }] });
    const other = Settings.parse({
      language: 'en',
      companies: { constructor: '41', __proto: '62' },
      rhythms: { strategic: 30 },
      reviewMonths: 6,
      hoursPerMonth: 4,
      doNotSave: ['https://www.example.org/a'],
      views: [{ name: 'new', query: 'b' }],
    });
    const made = recordOf('settings', 'settings', registersOf('settings', other), here);
    expect(made).toEqual({ ...other, language: 'de', quiet: true });
    // What was taken away there is taken away here.
    expect(recordOf('settings', 'settings', registersOf('settings', here), other)).toEqual({
      ...here,
      language: 'en',
      quiet: false,
    });
  });

  it('keeps what a newer program has written, through a write and a cover of the older one', () => {
    const contact = makeContact();
    const row = stampWrite(undefined, 'contact:c1', there(contact), clock(5));
    const newer = stateOf(row, registersOf('contact', contact));
    const registers = new Map(newer.registers);
    registers.set('own.mood', { stamp: [6, 0, 'bbbbbbbb'], value: { level: 3 } });
    registers.set('wishes/x', { stamp: [6, 0, 'bbbbbbbb'], value: 'tea' });
    const state = { ...newer, registers };
    const told = Entry.parse(JSON.parse(JSON.stringify(entryOf('contact', 'c1', state))));
    const values = new Map([...stateOfEntry(told).registers].map(([path, { value }]) => [path, value]));
    const record = recordOf('contact', 'c1', { values, note: '' }, undefined) as Contact;
    expect(bare(record)).toEqual(bare(contact));
    const old = rowOf('contact:c1', stateOfEntry(told), registersOf('contact', record), undefined);
    const edited = { ...record, own: { ...record.own, layer: 'strategic' as const } };
    const after = stampWrite(old, 'contact:c1', there(edited), clock(9));
    const again = entryOf('contact', 'c1', stateOf(after, registersOf('contact', edited)));
    expect(again.r).toMatchObject({ 'own.mood': { level: 3 }, 'wishes/x': 'tea', 'own.layer': 'strategic' });
  });
});

describe('what is written is stamped', () => {
  const contact = makeContact();
  const first = stampWrite(undefined, 'contact:c1', there(contact), clock(5));
  const settled = arrived(taken(first, 'f'), 'f');

  it('tells nothing of what has not changed', () => {
    expect(stampWrite(settled, 'contact:c1', there(contact), clock(9))).toBe(settled);
    expect(settled.opens).toEqual([]);
  });

  it('tells the changed registers alone, and clears only what the file took', () => {
    const edited = { ...contact, own: { ...contact.own, tags: ['a', 'b'] } };
    const row = stampWrite(settled, 'contact:c1', there(edited), clock(9));
    expect(unsentPaths(row)).toHaveLength(2);
    const sent = taken(row, 'f2');
    const other = { ...edited, own: { ...edited.own, tags: ['b'] } };
    const later = stampWrite(sent, 'contact:c1', there(other), clock(10));
    expect(arrived(later, 'f2').open).toHaveLength(1);
    expect(arrived(later, 'f2').opens).toEqual(['']);
    expect(arrived(sent, 'f2', true).opens).toEqual(['']);
  });

  it('a tag added here and another taken away there both hold', () => {
    const base = { ...contact, own: { ...contact.own, tags: ['old', 'both'] } };
    const row = stampWrite(undefined, 'contact:c1', there(base), clock(5));
    const other = received(row, base);
    const here = { ...base, own: { ...base.own, tags: ['old', 'both', 'added'] } };
    const mine = stampWrite(row, 'contact:c1', there(here), clock(6));
    const away = { ...(other.record as Contact), own: { ...base.own, tags: ['both'] } };
    const theirs = stampWrite(other.row, 'contact:c1', there(away), clock(7, 'bbbbbbbb'));
    const both = received(theirs, away, { row: mine, record: here });
    expect([...(both.record?.own.tags ?? [])].sort()).toEqual(['added', 'both']);
    const back = received(mine, here, { row: theirs, record: away });
    expect([...(back.record?.own.tags ?? [])].sort()).toEqual(['added', 'both']);
  });

  it('somebody forgotten leaves no register; taken back, everything is told anew while a third edits', () => {
    const gone = stampWrite(settled, 'contact:c1', there(undefined), clock(9));
    expect(gone).toMatchObject({ dead: true, cells: [], life: 1 });
    expect(gone).not.toHaveProperty('note');
    const back = stampWrite(gone, 'contact:c1', there(contact), clock(10));
    expect(back).toMatchObject({ life: 2 });
    expect(unsentPaths(back).length).toBeGreaterThan(5);
    const edited = { ...contact, own: { ...contact.own, note: 'of the old life' } };
    const third = stampWrite(settled, 'contact:c1', there(edited), clock(99, 'cccccccc'));
    const after = received(back, contact, { row: third, record: edited });
    expect(after.state.life).toBe(2);
    expect(after.record?.own.note).toBeUndefined();
    const late = received(third, edited, { row: back, record: contact });
    expect(late.record?.own.note).toBeUndefined();
  });

  it('what a merge took away is kept unseen, and comes back whole', () => {
    const noted = { ...contact, own: { ...contact.own, note: 'mine' } };
    const row = stampWrite(undefined, 'contact:c1', there(noted), clock(5));
    const away = stampWrite(row, 'contact:c1', { ...there(noted), there: false, into: 'c2' }, clock(6));
    expect(away.into).toBe('c2');
    const told = received(away, undefined);
    expect(told.state.registers.get('into')?.value).toEqual({ id: 'c2' });
    expect(told.state.registers.get('own.layer')?.value ?? null).toBeNull();
    expect(told.state.registers.get('profile.name')?.value).toEqual([noted.profile.name]);
    const back = stampWrite(away, 'contact:c1', there(noted), clock(7));
    expect(back).not.toHaveProperty('into');
    const seen = received(back, noted, { row: told.row, record: undefined });
    expect(bare(seen.record)).toEqual(bare(noted));
  });
});

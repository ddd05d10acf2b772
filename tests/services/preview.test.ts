import { describe, expect, it } from 'vitest';
import type { Contact, Me } from '../../src/core/model/index.ts';
import type { ParsedImport } from '../../src/exchange/import/index.ts';
import type { ImportPlan } from '../../src/exchange/plan.ts';
import type { RestorePlan } from '../../src/exchange/restore.ts';
import { previewOf } from '../../src/services/importPreview.ts';
import { makeContact, makeGoal, makeMe } from '../make.ts';

const EMPTY_FILES = {
  files: [],
  fileErrors: [],
  setAside: [],
  rowErrors: [],
  rowErrorCount: 0,
  mappings: [],
} as unknown as ParsedImport;
const EMPTY_PLAN = {
  create: [],
  update: [],
  unchanged: 0,
  repeated: 0,
  leftOut: 0,
  self: 0,
  suggestDuplicates: [],
  ties: { after: [], before: [] },
  unknownSignals: 0,
  log: null,
  me: null,
  goals: [],
  fileErrors: [],
  rowErrors: [],
  rowErrorCount: 0,
} as unknown as ImportPlan;
const ALONE = { goals: [], restore: null, takesNames: false };

const preview = (
  parsed: Partial<ParsedImport>,
  plan: Partial<ImportPlan> = {},
  beside: Partial<typeof ALONE> = {},
) => previewOf({ ...EMPTY_FILES, ...parsed }, { ...EMPTY_PLAN, ...plan }, { ...ALONE, ...beside });
const people = (count: number): Contact[] =>
  Array.from({ length: count }, (_, i) => makeContact({ name: { full: `P${i}` } }, `c${i}`));
const updated = (contact: Contact, after = contact, events: Contact['events'] = []) => ({
  before: contact,
  after,
  events,
  changes: [],
});

describe('what is shown before anything is imported', () => {
  it('is nothing of files that hold nothing', () => {
    expect(preview({})).toEqual({
      files: [],
      fileErrors: [],
      setAside: [],
      rowErrors: [],
      rowErrorCount: 0,
      mappings: [],
      counts: {
        new: 0,
        changed: 0,
        same: 0,
        repeated: 0,
        leftOut: 0,
        self: 0,
        ties: 0,
        unknownSignals: 0,
        duplicates: 0,
      },
      first: [],
      log: null,
      me: null,
      goals: [],
      restore: null,
    });
  });

  it('counts each kind for itself', () => {
    const tie = { from: 'me', to: 'c0', kind: 'knows' as const };
    const { counts } = preview(
      {},
      {
        create: people(1),
        update: people(2).map((contact) => updated(contact)),
        unchanged: 3,
        repeated: 4,
        leftOut: 5,
        self: 6,
        ties: { after: Array.from({ length: 7 }, () => tie), before: [tie] },
        unknownSignals: 8,
        suggestDuplicates: Array.from({ length: 9 }, () => ({ a: 'a', b: 'b', reasons: [] })),
      },
    );
    expect(Object.values(counts)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9]);
  });

  it('names what could not be read, of rows the first two hundred', () => {
    const rowErrors = Array.from({ length: 201 }, (_, row) => ({
      file: 'a.csv',
      row,
      kind: 'noName' as const,
    }));
    const found = preview({
      fileErrors: [
        { file: 'b.csv', kind: 'tooLarge', messageKey: 'import_tooLarge', values: { size: 1 } },
      ] as never,
      setAside: [{ file: 'c.csv', kind: 'empty' }] as never,
      rowErrors: [{ ...rowErrors[0], value: 'x' }, ...rowErrors.slice(1)] as never,
      rowErrorCount: 900,
    });
    expect(found.fileErrors).toEqual([
      { file: 'b.csv', kind: 'tooLarge', key: 'import_tooLarge', values: { size: 1 } },
    ]);
    expect(found.setAside).toEqual(['c.csv']);
    expect(found.rowErrors).toHaveLength(200);
    expect(found.rowErrors.slice(0, 2).map(({ values }) => values)).toEqual([
      { file: 'a.csv', row: 0, value: 'x' },
      { file: 'a.csv', row: 1, value: '' },
    ]);
    expect(found.rowErrorCount).toBe(900);
  });

  it.each([
    [40, 40, 10, 10],
    [0, 40, 20, 0],
    [40, 4, 4, 16],
    [3, 40, 10, 3],
  ])('shows of %i new and %i changed ones %i changed and %i new', (made, changed, ofChanged, ofNew) => {
    const { first } = preview(
      {},
      { create: people(made), update: people(changed).map((one) => updated(one)) },
    );
    expect(first.map(({ state }) => state)).toEqual([
      ...Array.from({ length: ofChanged }, () => 'changed'),
      ...Array.from({ length: ofNew }, () => 'new'),
    ]);
  });

  it('shows a person as they would be saved, and what would change', () => {
    const place = { text: 'Hamburg' };
    const nurse = { title: 'Nurse', company: 'Klinik', end: null };
    const before = makeContact({ headline: 'Caring', positions: [] }, 'a');
    const after = makeContact({ positions: [nurse], location: place }, 'a');
    const event = { at: 'now', kind: 'headline' as const, to: 'Caring' };
    const { first } = preview(
      {},
      {
        create: [before],
        update: [updated(before, after), updated(after, after), updated(before, after, [event])],
      },
    );
    const shown = {
      name: 'Leyla Brandt',
      title: 'Nurse',
      company: 'Klinik',
      place: 'Hamburg',
      state: 'changed',
    };
    expect(first).toEqual([
      { ...shown, changes: [{ kind: 'position', from: '', to: 'Nurse, Klinik' }] },
      { ...shown, changes: [{ kind: 'other', from: '', to: '' }] },
      { ...shown, changes: [{ kind: 'headline', from: '', to: 'Caring' }] },
      { name: 'Leyla Brandt', title: 'Caring', company: '', place: '', state: 'new', changes: [] },
    ]);
    const [bare] = preview({}, { create: [makeContact({ positions: [] })] }).first;
    expect(bare?.title).toBe('');
  });

  it('adds up what calendars and mailboxes say', () => {
    const log = {
      contacts: Array.from({ length: 21 }, (_, i) => ({
        id: `c${i}`,
        name: `P${i}`,
        meetings: 1,
        sent: 2,
        received: 3,
        ...(i > 0 && { first: '2026-01-01', last: '2026-02-01' }),
      })),
      unknown: 4,
      byName: 5,
    };
    const sources = { messages: 99, own: ['kim@example.org'], ownBy: 'sent' };
    const told = preview({ log: sources } as never, { log } as never, { takesNames: true }).log;
    expect(told).toMatchObject({
      contacts: 21,
      meetings: 21,
      messages: 105,
      unknown: 4,
      byName: 5,
      takesNames: true,
      read: 99,
      own: ['kim@example.org'],
      ownBy: 'sent',
    });
    expect(told?.rows).toHaveLength(20);
    expect(told?.rows.slice(0, 2)).toEqual([
      { name: 'P0', meetings: 1, sent: 2, received: 3, first: '', last: '' },
      { name: 'P1', meetings: 1, sent: 2, received: 3, first: '2026-01-01', last: '2026-02-01' },
    ]);
    expect(preview({}, { log } as never).log).toBeNull();
    expect(preview({ log: sources } as never).log).toBeNull();
  });

  it('tells what the archive would make of the user, of goals, and of everything', () => {
    const me: Me = makeMe();
    const fills = { before: null, after: me, differs: { headline: 'Engineer' } };
    expect(preview({}, { me: fills }).me).toEqual({
      after: me,
      fills: true,
      differs: [{ field: 'headline', mine: '', archive: 'Engineer' }],
    });
    expect(preview({}, { me: { before: me, after: me, differs: {} } }).me).toMatchObject({
      fills: false,
      differs: [],
    });
    const goals = [makeGoal()];
    const restore: RestorePlan = {
      exportedAt: '2026-11-01',
      contacts: { now: 1, after: 2, added: 1, changed: 0, removed: 0 },
      joined: { same: 1, forgotten: 0 },
      ties: { now: 3, after: 4 },
      goals: { now: 5, after: 6 },
      me: 'changed',
      lastChange: { now: null, after: '2026-10-01' },
      leftOut: { ties: 2 },
    };
    const told = preview({}, {}, { goals, restore } as never);
    expect(told.goals).toEqual(goals);
    expect(told.restore).toEqual(restore);
  });
});

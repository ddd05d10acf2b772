import { describe, expect, it } from 'vitest';
import {
  Contact,
  Goal,
  Me,
  OwnWords,
  Settings,
  type Tie,
  type TieQuestion,
} from '../../../src/core/model/index.ts';
import { type Kind, registersOf, rowKey, SHARED_SETTINGS, stampWrite } from '../../../src/core/sync/index.ts';
import { DATABASE_STORES, type StateValues, type StoreName } from '../../../src/storage/schema.ts';
import { tieName } from '../../../src/storage/ties.ts';
import { write } from '../../../src/storage/transaction.ts';
import { randomFrom } from '../../core/sync/histories.ts';
import { MemoryCarrier } from '../../servers/memory.ts';
import { type Device, FROM, makeDevice, two, untilInStep } from './devices.ts';
import { randomEdit } from './edits.ts';

/** What becomes of what a store holds: it goes to the other devices as records of a kind, or stays here for a reason. */
type Fate = { synced: Kind } | { stays: string };

const STORES: Readonly<Record<StoreName, Fate>> = {
  contacts: { synced: 'contact' },
  captures: { synced: 'capture' },
  goals: { synced: 'goal' },
  ties: { synced: 'tie' },
  questions: { synced: 'question' },
  tombstones: { synced: 'never' },
  state: { stays: 'by value: see below' },
  careers: { stays: 'derived from contacts' },
  segments: { stays: 'derived from contacts' },
  digests: { stays: 'derived from contacts' },
  readings: { stays: 'derived from contacts and goals' },
  pending: { stays: 'what is still to be derived here' },
  changes: { stays: 'the log of this database' },
  undo: { stays: 'a step is taken back where it was taken; its outcome goes over like every write' },
  registers: { stays: 'how the records stand toward the other devices' },
  files: { stays: 'what this device knows of the storage' },
};

const STATE: Readonly<Record<keyof StateValues, Fate>> = {
  me: { synced: 'me' },
  settings: { synced: 'settings' },
  deviceId: { stays: 'the name of this database' },
  backup: { stays: 'each device backs up for itself; the key is of this one' },
  drafts: { stays: 'typed and not saved: it is nobody’s word yet' },
  contactCount: { stays: 'counted' },
  revision: { stays: 'counted' },
  openSegment: { stays: 'derived' },
  remindedOn: { stays: 'this device has reminded' },
  derivedWith: { stays: 'derived' },
  packedChanges: { stays: 'the log of this database' },
  deriving: { stays: 'derived' },
  analysis: { stays: 'derived' },
  months: { stays: 'figures that each device computes of what it holds, kept in backups' },
  sync: { stays: 'the code and the password: whoever has them has everything' },
};

/** Settings of the device. */
const OF_THE_DEVICE: Readonly<Record<string, string>> = {
  language: 'of the browser',
  quiet: 'of the browser',
  reminders: 'a permission of the browser',
  onboarding: 'what was shown here',
  backup: 'where backups go is of this device',
};

describe('every place in which something is kept', () => {
  it('goes to the other devices, or says why it stays', () => {
    expect(Object.keys(STORES).sort()).toEqual([...DATABASE_STORES].sort());
    expect([...SHARED_SETTINGS, ...Object.keys(OF_THE_DEVICE)].sort()).toEqual(
      Object.keys(Settings.shape).sort(),
    );
    for (const fate of [...Object.values(STORES), ...Object.values(STATE)])
      expect('synced' in fate ? fate.synced : fate.stays).not.toBe('');
  });

  it('of the state is named, also what was written by a device in use', async () => {
    const { laptop, ids } = await two();
    await laptop.handlers['draft.set']({ kind: 'note', subject: ids[0] ?? '', text: 'not saved' }, FROM);
    for (const key of await laptop.db.getAllKeys('state')) expect(Object.keys(STATE)).toContain(key);
  });
});

/** What stands in a store and its stamps do not know of: it would never be sent. */
async function unstamped(device: Device): Promise<string[]> {
  const clock = { wall: device.clock.ms, device: '00000000' };
  const found: string[] = [];
  const look = async (kind: Kind, id: string, record: unknown) => {
    const row = await device.db.get('registers', rowKey(kind, id));
    const written = { ...registersOf(kind, record), there: true };
    if (row === undefined || stampWrite(row, row.key, written, clock) !== row) found.push(`${kind} ${id}`);
  };
  for (const contact of await device.contacts()) await look('contact', contact.id, contact);
  for (const tie of await device.db.getAll('ties')) await look('tie', tieName(tie), tie);
  for (const goal of await device.db.getAll('goals')) await look('goal', goal.id, goal);
  for (const question of await device.db.getAll('questions')) await look('question', question.id, question);
  for (const one of await device.db.getAll('tombstones')) await look('never', one.hash, one);
  for (const name of ['me', 'settings'] as const) {
    const record = await device.db.get('state', name);
    if (record !== undefined) await look(name, name, record);
  }
  return found;
}

it.each([1, 2, 3])('nothing is written past the stamps, by whatever way: history %i', async (seed) => {
  const random = randomFrom(seed);
  const { laptop, tablet } = await two(6);
  for (let turn = 0; turn < 3; turn++) {
    for (const device of [laptop, tablet]) for (let i = 0; i < 40; i++) await randomEdit(device, random, 9);
    for (const device of [laptop, tablet]) expect(await unstamped(device)).toEqual([]);
    await untilInStep([laptop, tablet]);
    for (const device of [laptop, tablet]) expect(await unstamped(device)).toEqual([]);
  }
});

const DAY = '2026-11-20';
const AT = '2026-11-20T08:00:00.000Z';

type Whole<Of> = { [Name in keyof Of]-?: Exclude<Of[Name], undefined> };

/** A word on everything; a field that is missing here fails the test below. */
const OWN: Whole<OwnWords> = {
  note: 'met in Kiel',
  tags: ['sailing', 'choir'],
  layer: 'strategic',
  isco4: '2511',
  seniority: 'lead',
  nace2: '62',
  hub: true,
  roles: [{ goalId: 'g1', role: 'mentor', is: true }],
  looksFor: 'a flat',
  offer: 'a boat',
  nextStep: { text: 'call', due: DAY },
  rhythmDays: 30,
  reviewedOn: DAY,
  log: [{ day: DAY, text: 'lunch', kind: 'met' }],
  edits: { headline: 'as I know her', location: null },
  birthday: '--03-04',
  lists: [
    ['l1', 2],
    ['l2', 1],
  ],
  boards: [['g1', 'asked', 3]],
  snoozed: [['review', '2027-01-02']],
};
const SETTINGS = {
  companies: { 'klinikum elbhöhe': '86' },
  companiesAsked: ['alster versicherung'],
  rhythms: { strategic: 40 },
  reviewMonths: 7,
  notDuplicates: ['p1|p2'],
  hoursPerMonth: 5,
  moves: { 'm:1': 'never' },
  doNotSave: ['https://www.example.org/never'],
  views: [{ name: 'mine', query: 'q=a' }],
  lists: [
    { id: 'l1', name: 'Choir' },
    { id: 'l2', name: 'Boat' },
  ],
};
const GOAL: Whole<Goal> = {
  id: 'g1',
  kind: 'ownWords',
  title: 'Find a boat',
  target: { companies: ['Werft am Fjord'], skills: ['sailing'], nace2: '30' },
  horizon: 'future',
  weight: 3,
  state: 'active',
  words: { industry: 'boats' },
  due: DAY,
  milestones: [{ text: 'ask', done: true }],
  confirmedOn: DAY,
  createdAt: AT,
  updatedAt: AT,
};
const ME: Whole<Me> = {
  name: 'Kim Sommer',
  headline: 'sails',
  positions: [{ title: 'Skipper', company: 'Werft am Fjord', end: null }],
  isco4: '2511',
  nace2: '62',
  seniority: 'lead',
  industryLabel: 'Boats',
  place: { text: 'Kiel' },
  education: [],
  skills: ['knots'],
  languages: [],
  profileUrl: 'https://www.example.org/kim',
  addresses: ['https://www.example.org/kim-sommer'],
};
const SOURCE = { relation: 'follows' as const, site: 'web', url: 'https://www.example.org/p', on: DAY };

const fieldsOf = (schema: { shape: object }) => Object.keys(schema.shape).sort();

/** Everything at once, as a person has it after some months; the writes are those of the product. */
async function everything(
  laptop: Device,
  ids: readonly string[],
): Promise<{ tie: Tie; question: TieQuestion }> {
  const [a = '', b = '', c = ''] = ids;
  const tie: Whole<Tie> = {
    ...{ from: a, to: b, kind: 'knows', strength: 'strong', label: 'personal' },
    ...{ since: '2020-05', connectedOn: DAY, lastContact: DAY, messages: 4 },
    sources: [{ ...SOURCE, matchedBy: 'user' }],
  };
  const question: TieQuestion = { subject: c, candidates: [a, b].sort(), source: SOURCE, answer: 'no' };
  const { putTie } = await import('../../../src/storage/ties.ts');
  const { putGoal } = await import('../../../src/storage/goals.ts');
  const { putQuestion } = await import('../../../src/storage/questions.ts');
  const { writeMe } = await import('../../../src/storage/me.ts');
  const { writeState } = await import('../../../src/storage/state.ts');
  const { updateContact, CONTACT_STORES } = await import('../../../src/storage/contacts.ts');
  await write(laptop.db, laptop.background.world, [...CONTACT_STORES], async (writing) => {
    await updateContact(writing, a, (contact) => ({
      ...contact,
      own: OWN,
      emails: ['ada@example.org'],
      namedOnPages: [{ url: SOURCE.url, on: DAY, relation: 'follows', named: 9, unsaved: 7, refused: true }],
    }));
    putTie(writing, tie);
    putGoal(writing, GOAL);
    putQuestion(writing, question);
    writeMe(writing, ME);
    await writeState(writing.transaction, 'settings', Settings.parse({ ...SETTINGS, language: 'de' }));
    writing.log({ store: 'settings', id: 'settings', kind: 'put', rev: 0 });
  });
  return { tie, question };
}

describe('what a person has typed', () => {
  it('is written down here without a gap', () => {
    expect(Object.keys(OWN).sort()).toEqual(fieldsOf(OwnWords));
    expect(Object.keys(GOAL).sort()).toEqual(fieldsOf(Goal));
    expect(Object.keys(ME).sort()).toEqual(fieldsOf(Me));
    expect(Object.keys(SETTINGS).sort()).toEqual([...SHARED_SETTINGS].sort());
  });

  it.each([
    ['as a change', false],
    ['in the first cover', true],
  ] as const)('arrives on the other device, every word of it: %s', async (_, before) => {
    const carrier = new MemoryCarrier();
    const [laptop, tablet] = [await makeDevice('Laptop', carrier), await makeDevice('Tablet', carrier)];
    const ids = [await laptop.save('a'), await laptop.save('b'), await laptop.save('c')];
    if (!before) await tablet.join(await laptop.setUp());
    const { tie, question } = await everything(laptop, ids);
    if (before) await tablet.join(await laptop.setUp());
    await untilInStep([laptop, tablet]);
    const [mine, theirs] = [await laptop.contact(ids[0] ?? ''), await tablet.contact(ids[0] ?? '')];
    expect(Object.keys(mine ?? {}).sort()).toEqual(fieldsOf(Contact));
    const { lists = [], tags, ...own } = theirs?.own ?? { tags: [] };
    const { lists: _lists, tags: _tags, ...expected } = OWN;
    expect(own).toEqual(expected);
    expect([...lists].sort()).toEqual([...OWN.lists].sort());
    expect([...tags].sort()).toEqual([...OWN.tags].sort());
    expect(theirs?.namedOnPages).toEqual(mine?.namedOnPages);
    expect(theirs?.emails).toEqual(['ada@example.org']);
    expect(await tablet.db.get('goals', 'g1')).toEqual(GOAL);
    expect(await tablet.db.get('state', 'me')).toEqual(ME);
    expect(await tablet.db.get('ties', [tie.from, tie.to, 'knows'])).toEqual(tie);
    expect(await tablet.db.getAll('questions')).toMatchObject([question]);
    const settings = Settings.parse(await tablet.db.get('state', 'settings'));
    const named = ({ lists: all }: { lists: { id: string; name: string }[] }) =>
      [...all].sort((one, other) => (one.id < other.id ? -1 : 1));
    expect(named(settings)).toEqual(SETTINGS.lists);
    const { lists: _all, ...others } = SETTINGS;
    expect(settings).toMatchObject(others);
    expect(settings.language).toBe('auto');
  });

  it('on two devices at once holds on both: one more list, board, refusal and answer each', async () => {
    const { laptop, tablet, ids } = await two();
    const [a = '', b = '', c = ''] = ids;
    await everything(laptop, ids);
    await untilInStep([laptop, tablet]);
    await laptop.own(a, { lists: [...OWN.lists, ['l3', 5]] });
    await tablet.own(a, {
      lists: OWN.lists.filter(([list]) => list !== 'l1'),
      boards: [...OWN.boards, ['g2', 'met', 1]],
    });
    await laptop.handlers['list.name']({ id: 'l3', name: 'Laptop' }, FROM);
    await tablet.handlers['list.name']({ id: 'l4', name: 'Tablet' }, FROM);
    await untilInStep([laptop, tablet]);
    for (const device of [laptop, tablet]) {
      const own = (await device.contact(a))?.own;
      expect([...(own?.lists ?? [])].sort()).toEqual([
        ['l2', 1],
        ['l3', 5],
      ]);
      expect([...(own?.boards ?? [])].sort()).toEqual([
        ['g1', 'asked', 3],
        ['g2', 'met', 1],
      ]);
      const { lists } = Settings.parse(await device.db.get('state', 'settings'));
      expect(lists.map(({ id }) => id).sort()).toEqual(['l1', 'l2', 'l3', 'l4']);
    }
    expect(await laptop.db.count('questions')).toBe(1);
    // Whoever is forgotten is asked about no more, on either device; whoever is merged is asked about as the other.
    await laptop.handlers['merge.run']({ kept: b, other: c, choices: {} } as never, FROM);
    await untilInStep([laptop, tablet]);
    const about = async (device: Device) =>
      (await device.db.getAll('questions')).map(({ subject, candidates }) => [subject, candidates]);
    expect(await about(tablet)).toEqual([[b, [a]]]);
    expect(await about(laptop)).toEqual(await about(tablet));
    await tablet.forget(a);
    await untilInStep([laptop, tablet]);
    expect([await about(laptop), await about(tablet)]).toEqual([[], []]);
  });

  it('hangs on those who are brought back everywhere: ties, answers and pages', async () => {
    const { laptop, tablet, ids } = await two(30);
    await everything(laptop, ids);
    await untilInStep([laptop, tablet]);
    await laptop.handlers['contact.forgetMany']({ ids: ids.slice(0, 20) }, FROM);
    await laptop.round();
    await tablet.round();
    await tablet.background.sync.massForget('keep');
    await untilInStep([laptop, tablet]);
    for (const device of [laptop, tablet]) {
      expect(await device.contacts()).toHaveLength(30);
      expect(await device.db.count('ties')).toBe(1);
      expect(await device.db.count('questions')).toBe(1);
      expect(await device.db.count('tombstones')).toBe(0);
      expect((await device.contact(ids[0] ?? ''))?.own.note).toBe('met in Kiel');
    }
  });
});

import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { type Contact, LIMITS, LOG_LIMITS, type OwnWords, type Profile } from '../../src/core/model/index.ts';
import type { Input } from '../../src/messaging/protocol.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { bestFit, patchOwn, withoutOldSnooze } from '../../src/services/save.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const TODAY = NOW.slice(0, 10);
const NOTE_LENGTH = 20_000;
const LOG_KEPT = 1_000;

async function open() {
  const background = createBackground({ ...makeEnvironment().environment, identify: personOf });
  const handlers = handlersOf(background);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
  const db = await background.database;
  const stored = async () => (await db.get('contacts', id)) as Contact;
  return {
    background,
    handlers,
    id,
    stored,
    own: async () => (await stored()).own,
    /** The contact as if the user had said this so far. */
    given: async (own: Partial<OwnWords>) => {
      const contact = await stored();
      await db.put('contacts', { ...contact, own: { tags: [], log: [], edits: {}, ...own } });
    },
  };
}

describe('own words after a change', () => {
  const own: OwnWords = { tags: ['old'], log: [], edits: { headline: 'typed' }, note: 'tea', hub: true };
  it.each<[what: string, patch: object, clear: string[], after: object]>([
    ['nothing changes nothing', {}, [], own],
    ['a word replaces the one before it, and no other', { note: 'milk' }, [], { ...own, note: 'milk' }],
    ['what is named without a value stays', { note: undefined }, [], own],
    ['what is cleared is gone', {}, ['note'], { tags: ['old'], log: [], edits: own.edits, hub: true }],
    [
      'what is cleared is gone, whatever is said with it',
      { note: 'milk', looksFor: 'data' },
      ['note', 'hub'],
      { tags: ['old'], log: [], edits: own.edits, looksFor: 'data' },
    ],
    ['lists that are cleared are empty', {}, ['tags', 'log', 'edits'], { ...own, tags: [], edits: {} }],
  ])('%s', (_, patch, clear, after) => {
    expect(patchOwn(own, patch, clear)).toEqual(after);
  });

  it('lose what was put off of a step when there is another step', () => {
    const step = { text: 'Call', due: '2026-12-01' };
    const putOff: OwnWords['snoozed'] = [['nextStep', '2026-12-24']];
    const both: OwnWords['snoozed'] = [...putOff, ['review', '2027-01-01']];
    const of = (snoozed: OwnWords['snoozed'], nextStep: OwnWords['nextStep'] = step): OwnWords => ({
      tags: [],
      log: [],
      edits: {},
      ...(snoozed && { snoozed }),
      ...(nextStep && { nextStep }),
    });
    const other = { text: 'Write' };
    expect(withoutOldSnooze(of(putOff), of(putOff))).toEqual(of(putOff));
    expect(withoutOldSnooze(of(putOff), of(putOff, { ...step }))).toEqual(of(putOff));
    expect(withoutOldSnooze(of(undefined), of(undefined, other))).toEqual(of(undefined, other));
    const without = withoutOldSnooze(of(putOff), of(putOff, other));
    expect(without).toEqual(of(undefined, other));
    expect(without).not.toHaveProperty('snoozed');
    expect(withoutOldSnooze(of(both), of(both, other))).toEqual(of([['review', '2027-01-01']], other));
  });
});

it('the strongest fit is the best of those of which anything can be said', () => {
  const strongest = (...values: (number | null)[]) =>
    bestFit({ fits: values.map((value) => ({ value })) } as never);
  expect([strongest(), strongest(null), strongest(null, 20, 70, null, 40), strongest(0)]).toEqual([
    null,
    null,
    70,
    0,
  ]);
});

describe('tags', () => {
  it('come and go one by one, each once, the first fifty', async () => {
    const { handlers, id, own } = await open();
    const tag = async (change: { add?: string[]; remove?: string[] }) =>
      (await handlers['contact.tag']({ id, ...change }, POPUP))?.contact.own.tags;
    expect(await tag({ add: ['b', 'a'] })).toEqual(['b', 'a']);
    expect(await tag({ add: ['a', 'c'] })).toEqual(['b', 'a', 'c']);
    expect(await tag({ remove: ['a', 'nothing'] })).toEqual(['b', 'c']);
    // What is taken away and added at once stands, behind the others.
    expect(await tag({ add: ['b'], remove: ['b'] })).toEqual(['c', 'b']);
    const many = Array.from({ length: 60 }, (_, i) => `t${i}`);
    expect(await tag({ add: many })).toEqual(['c', 'b', ...many].slice(0, 50));
    expect(await tag({})).toHaveLength(50);
    expect((await own()).tags[0]).toBe('c');
    expect(await handlers['contact.tag']({ id: 'gone', add: ['a'] }, POPUP)).toBeNull();
  });
});

describe('words on roles', () => {
  it('stand one for each role toward each goal, the last five hundred', async () => {
    const { handlers, id, given } = await open();
    const roles = Array.from({ length: 500 }, (_, i) => ({
      goalId: `g${i}`,
      role: 'peer' as const,
      is: true,
    }));
    await given({ roles });
    const says = async (goalId: string, role: 'peer' | 'mentor', word: 'yes' | 'no' | null) =>
      (await handlers['contact.role']({ id, goalId, role, says: word }, POPUP))?.contact.own.roles;
    // The same role again: none is lost for it.
    expect(await says('g3', 'peer', 'no')).toEqual([
      ...roles.filter(({ goalId }) => goalId !== 'g3'),
      { goalId: 'g3', role: 'peer', is: false },
    ]);
    const after = await says('g4', 'mentor', 'yes');
    expect(after).toHaveLength(500);
    expect(after?.[0]).toEqual(roles[1]);
    expect(after?.at(-1)).toEqual({ goalId: 'g4', role: 'mentor', is: true });
    expect(after).toContainEqual(roles[4]);
    expect(await says('g4', 'peer', null)).toEqual(
      after?.filter(({ goalId, role }) => goalId !== 'g4' || role !== 'peer'),
    );
  });
});

describe('what was put off', () => {
  it('stands once for each kind, and goes without a trace', async () => {
    const { handlers, id } = await open();
    const snooze = async (kind: 'nextStep' | 'review', until: string | null) =>
      (await handlers['contact.snooze']({ id, kind, until }, POPUP))?.contact.own.snoozed;
    expect(await snooze('review', '2026-12-01')).toEqual([['review', '2026-12-01']]);
    expect(await snooze('nextStep', '2026-12-02')).toEqual([
      ['review', '2026-12-01'],
      ['nextStep', '2026-12-02'],
    ]);
    expect(await snooze('review', '2026-12-05')).toEqual([
      ['nextStep', '2026-12-02'],
      ['review', '2026-12-05'],
    ]);
    expect(await snooze('nextStep', null)).toEqual([['review', '2026-12-05']]);
    expect(await snooze('review', null)).toBeUndefined();
    expect(await handlers['contact.snooze']({ id: 'gone', kind: 'review', until: null }, POPUP)).toBeNull();
  });
});

describe('the log', () => {
  const STEP = { text: 'Call', due: '2026-12-01' };

  it.each<
    [
      what: string,
      before: Partial<OwnWords>,
      entry: Omit<Input<'contact.log'>, 'id'>,
      after: Partial<OwnWords>,
    ]
  >([
    ['of today, when no day is named', {}, { text: 'Lunch' }, { log: [{ day: TODAY, text: 'Lunch' }] }],
    [
      'of a day and a kind',
      {},
      { text: 'Lunch', day: '2026-01-02', kind: 'met' },
      { log: [{ day: '2026-01-02', text: 'Lunch', kind: 'met' }] },
    ],
    [
      'before those of earlier days, behind those of later ones, before those of its own',
      {
        log: [
          { day: '2026-03-03', text: 'late' },
          { day: '2026-02-02', text: 'same' },
          { day: '2026-01-01', text: 'early' },
        ],
      },
      { text: 'new', day: '2026-02-02' },
      {
        log: [
          { day: '2026-03-03', text: 'late' },
          { day: '2026-02-02', text: 'new' },
          { day: '2026-02-02', text: 'same' },
          { day: '2026-01-01', text: 'early' },
        ],
      },
    ],
    [
      'and the next step stays',
      { nextStep: STEP },
      { text: 'Lunch' },
      { log: [{ day: TODAY, text: 'Lunch' }], nextStep: STEP },
    ],
    [
      'and the next step stays when it is said not to be done',
      { nextStep: STEP },
      { text: 'Lunch', stepDone: false },
      { log: [{ day: TODAY, text: 'Lunch' }], nextStep: STEP },
    ],
    [
      'and the next step is done',
      { nextStep: STEP },
      { text: 'Lunch', stepDone: true },
      { log: [{ day: TODAY, text: 'Lunch' }] },
    ],
    [
      'and no step was there',
      {},
      { text: 'Lunch', stepDone: true },
      { log: [{ day: TODAY, text: 'Lunch' }] },
    ],
  ])('takes a line %s', async (_, before, entry, after) => {
    const { handlers, id, own, given } = await open();
    await given(before);
    await handlers['contact.log']({ id, ...entry }, POPUP);
    expect(await own()).toEqual({ tags: [], edits: {}, ...after });
  });

  const LOG: OwnWords['log'] = [
    { day: '2026-02-02', text: 'Lunch', kind: 'met' },
    { day: '2026-02-02', text: 'Lunch' },
    { day: '2026-02-02', text: 'Dinner' },
    { day: '2026-01-01', text: 'Lunch' },
    { day: '2026-01-01', text: 'Lunch' },
  ];

  it.each<[entry: OwnWords['log'][number], place: number]>([
    [{ day: '2026-02-02', text: 'Lunch', kind: 'met' }, 0],
    [{ day: '2026-02-02', text: 'Lunch' }, 1],
    [{ day: '2026-02-02', text: 'Dinner' }, 2],
    // Of two that are the same one goes.
    [{ day: '2026-01-01', text: 'Lunch' }, 3],
    [{ day: '2026-01-01', text: 'Dinner' }, -1],
    [{ day: '2026-02-02', text: 'Dinner', kind: 'met' }, -1],
    [{ day: '2026-03-03', text: 'Lunch' }, -1],
  ])('loses the line that is taken back, and no other: %o', async (entry, place) => {
    const left = place === -1 ? LOG : LOG.toSpliced(place, 1);
    const { handlers, id, own, given } = await open();
    await given({ log: LOG });
    await handlers['contact.unlog']({ id, ...entry, nextStep: undefined }, POPUP);
    expect(await own()).toEqual({ tags: [], edits: {}, log: left });
    // Written anew it stands by its own day; where it was gone, what was typed is still there.
    await given({ log: LOG });
    const newer = { day: '2026-01-15', text: 'Walk', kind: 'note' as const };
    await handlers['contact.relog']({ id, was: entry, entry: newer }, POPUP);
    const later = left.filter(({ day }) => day > newer.day);
    expect((await own()).log).toEqual([...later, newer, ...left.slice(later.length)]);
  });

  it.each<[what: string, now: OwnWords['nextStep'], given: OwnWords['nextStep'], after: object | undefined]>([
    ['comes back', undefined, STEP, STEP],
    ['does not replace another', { text: 'Write' }, STEP, { text: 'Write' }],
    ['stays where none comes back', { text: 'Write' }, undefined, { text: 'Write' }],
    ['is none where there was none', undefined, undefined, undefined],
  ])('gives back the step that a line had done: it %s', async (_, now, back, after) => {
    const { handlers, id, own, given } = await open();
    await given({ log: LOG, ...(now && { nextStep: now }) });
    await handlers['contact.unlog']({ id, day: '2026-02-02', text: 'Dinner', nextStep: back }, POPUP);
    expect((await own()).nextStep).toEqual(after);
    expect('nextStep' in (await own())).toBe(after !== undefined);
  });

  it('keeps the last thousand lines', async () => {
    const { handlers, id, own, given } = await open();
    const log = Array.from({ length: LOG_KEPT }, (_, i) => ({ day: '2026-01-01', text: `${i}` }));
    await given({ log });
    await handlers['contact.log']({ id, text: 'new', day: '2026-01-02' }, POPUP);
    expect((await own()).log).toEqual([{ day: '2026-01-02', text: 'new' }, ...log.slice(0, -1)]);
  });

  it('is as long as it may be, to the letter, and refuses what would be longer', async () => {
    const { handlers, id, own, given } = await open();
    const text = 'x'.repeat(LOG_LIMITS.entry);
    const full = LOG_LIMITS.together / LOG_LIMITS.entry;
    const log = Array.from({ length: full - 1 }, () => ({ day: '2026-01-01', text }));
    await given({ log });
    expect(await handlers['contact.log']({ id, text }, POPUP)).not.toBeNull();
    await expect(handlers['contact.log']({ id, text: 'x' }, POPUP)).rejects.toMatchObject({
      kind: 'tooLarge',
    });
    await expect(
      handlers['contact.relog'](
        { id, was: { day: '2020-01-01', text: 'x' }, entry: { day: TODAY, text } },
        POPUP,
      ),
    ).rejects.toMatchObject({ kind: 'tooLarge' });
    expect((await own()).log).toHaveLength(full);
  });
});

describe('words that two pages write', () => {
  const STEP = { text: 'Call', due: '2026-12-01' };
  const note = (text: string) => text.padEnd(NOTE_LENGTH - 10, '.');

  it.each<
    [
      what: string,
      stored: Partial<OwnWords>,
      change: Omit<Input<'contact.setOwn'>, 'id'>,
      after: Partial<OwnWords>,
    ]
  >([
    [
      'a note of nobody else is what is wanted',
      { note: 'a' },
      { own: { note: 'ab' }, based: { note: 'a' } },
      { note: 'ab' },
    ],
    ['a note is written for the first time', {}, { own: { note: 'a' }, based: { note: '' } }, { note: 'a' }],
    ['without what it is based on a note is replaced', { note: 'b' }, { own: { note: 'a' } }, { note: 'a' }],
    [
      'what another page has written stays beside it',
      { note: 'one two' },
      { own: { note: 'zero one' }, based: { note: 'one' } },
      { note: 'zero one two' },
    ],
    ['an emptied note is gone', { note: 'a' }, { own: { note: ' ' }, based: { note: 'a' } }, {}],
    ['a cleared note is gone', { note: 'a' }, { own: {}, clear: ['note'], based: { note: 'a' } }, {}],
    [
      'a cleared note is gone, whatever is said with it',
      { note: 'a' },
      { own: { note: 'b' }, clear: ['note'], based: { note: 'a' } },
      {},
    ],
    [
      'a cleared note leaves what another page has added',
      { note: 'a b' },
      { own: {}, clear: ['note'], based: { note: 'a' } },
      { note: ' b' },
    ],
    ['a note that nobody has, cleared, is none', {}, { own: {}, clear: ['note'], based: { note: '' } }, {}],
    [
      'a note of which nothing is said stays, whatever it is based on',
      { note: 'a' },
      { own: { hub: true }, based: { note: 'a' } },
      { note: 'a', hub: true },
    ],
    [
      'another word is cleared as it is said',
      { note: 'a', hub: true },
      { own: { note: 'ab' }, clear: ['hub'], based: { note: 'a' } },
      { note: 'ab' },
    ],
    [
      'a step changes where this page changed it',
      { nextStep: { text: 'Call', due: '2026-12-24' } },
      { own: { nextStep: { text: 'Write', due: '2026-12-01' } }, based: { nextStep: STEP } },
      { nextStep: { text: 'Write', due: '2026-12-24' } },
    ],
    [
      'a step that is gone meanwhile is there again',
      {},
      { own: { nextStep: { text: 'Write', due: '2026-12-01' } }, based: { nextStep: STEP } },
      { nextStep: { text: 'Write', due: '2026-12-01' } },
    ],
    [
      'a step without what it is based on is replaced',
      { nextStep: { text: 'Call', due: '2026-12-24' } },
      { own: { nextStep: { text: 'Write' } } },
      { nextStep: { text: 'Write' } },
    ],
    [
      'a step is not touched by another word',
      { nextStep: STEP },
      { own: { note: 'a' }, based: { nextStep: { text: 'old' } } },
      { nextStep: STEP, note: 'a' },
    ],
  ])('%s', async (_, stored, change, after) => {
    const { handlers, id, own, given } = await open();
    await given(stored);
    await handlers['contact.setOwn']({ id, ...change }, POPUP);
    expect(await own()).toEqual({ tags: [], log: [], edits: {}, ...after });
  });

  it('are together no longer than a note may be', async () => {
    const { handlers, id, own, given } = await open();
    await given({ note: note('theirs') });
    const write = (more: number) =>
      handlers['contact.setOwn']({ id, own: { note: 'm'.repeat(more) }, based: { note: '' } }, POPUP);
    await expect(write(10)).rejects.toMatchObject({ kind: 'tooLarge' });
    expect((await own()).note).toBe(note('theirs'));
    // A line break parts the two.
    await write(9);
    expect((await own()).note).toHaveLength(NOTE_LENGTH);
  });
});

describe('what is said before saving', () => {
  const save = async (
    { handlers }: Awaited<ReturnType<typeof open>>,
    said: Omit<Input<'contact.save'>, 'capture'>,
    profile: Partial<Profile> = {},
  ) => handlers['contact.save']({ capture: makeCapture(profile), ...said }, POPUP);

  it('stands beside what is known of somebody who was saved meanwhile', async () => {
    const opened = await open();
    await opened.given({
      note: 'known',
      tags: ['a', 'b'],
      nextStep: { text: 'Call' },
      birthday: '--01-01',
      layer: 'personal',
      edits: { headline: 'typed', skills: ['tea'] },
    });
    const { id, created } = await save(opened, {
      edits: { headline: 'typed anew' },
      corrections: { nace2: '86' },
      own: { note: 'new', tags: ['b', 'c'], nextStep: { text: 'Write' }, birthday: '1980-04-01' },
    });
    expect([id, created]).toEqual([opened.id, false]);
    expect(await opened.own()).toEqual({
      note: 'known\nnew',
      tags: ['a', 'b', 'c'],
      nextStep: { text: 'Write' },
      birthday: '1980-04-01',
      layer: 'personal',
      nace2: '86',
      log: [],
      edits: { headline: 'typed anew', skills: ['tea'] },
    });
    // Whoever says nothing takes nothing back.
    const before = await opened.own();
    await save(opened, {});
    await save(opened, { own: {}, edits: {}, corrections: {}, emails: [] });
    expect(await opened.own()).toEqual(before);
  });

  it('is cut to what fits, the known first', async () => {
    const opened = await open();
    const tags = Array.from({ length: 45 }, (_, i) => `t${i}`);
    await opened.given({ tags, note: 'k'.repeat(NOTE_LENGTH - 5) });
    const more = Array.from({ length: 9 }, (_, i) => `more${i}`);
    await save(opened, { own: { tags: more, note: 'n'.repeat(50) } });
    const { tags: kept, note } = await opened.own();
    expect(kept).toEqual([...tags, ...more].slice(0, 50));
    expect(note).toBe(`${'k'.repeat(NOTE_LENGTH - 5)}\nnnnn`);
  });

  it.each<[what: string, typed: string[] | undefined, after: object]>([
    ['is the contact’s', undefined, {}],
    // A list that the user typed over would hide it.
    [
      'stands on the list that the user typed, too',
      ['own@example.org'],
      { emails: ['own@example.org', 'new@example.org'] },
    ],
    ['stands alone on a list that the user emptied', [], { emails: ['new@example.org'] }],
  ])('an address %s', async (_, typed, after) => {
    const opened = await open();
    const { stored, given } = opened;
    await save(opened, { emails: ['old@example.org'] });
    await given({ edits: { headline: 'h', ...(typed && { emails: typed }) } });
    await save(opened, {
      emails: ['New@Example.org', 'old@example.org', 'no address'],
      edits: { skills: ['s'] },
    });
    const { emails, own } = await stored();
    expect(emails).toEqual(['old@example.org', 'new@example.org']);
    const list = (after as { emails?: string[] }).emails;
    expect(own.edits).toEqual({
      headline: 'h',
      skills: ['s'],
      ...(list && { emails: [...list, 'old@example.org'] }),
    });
  });

  it('keeps what the page said, as one of its readings', async () => {
    const { environment } = makeEnvironment();
    let now = NOW;
    const background = createBackground({
      ...environment,
      world: { ...environment.world, now: () => new Date(now) },
    });
    const handlers = handlersOf(background);
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    now = '2026-11-25T10:00:00.000Z';
    const newer = { ...makeCapture({ headline: 'Newer' }), reader: 'linkedin@2' };
    await handlers['contact.save']({ capture: newer }, POPUP);
    const readings = await (await background.database).getAll('captures');
    expect(readings).toMatchObject([
      {
        contactId: id,
        at: NOW,
        reader: 'linkedin@1',
        url: makeCapture().profile.url,
        profile: makeCapture().profile,
      },
      { contactId: id, at: now, reader: 'linkedin@2', profile: newer.profile, provenance: newer.provenance },
    ]);
  });
});

describe('a preview', () => {
  const page = (profile: Partial<Profile> = {}) => makeCapture(profile);

  it.each<[what: string, saved: boolean, listed: boolean, me: object | null, flags: object]>([
    ['of somebody new', false, false, null, {}],
    ['of somebody saved', true, false, null, {}],
    ['of somebody never to be saved', false, true, null, { doNotSave: true }],
    ['of somebody saved before they came on the list', true, true, null, { doNotSave: true }],
    ['of the user', false, false, { profileUrl: makeCapture().profile.url }, { isMe: true }],
    [
      'of the user, who saved themself',
      true,
      false,
      { profileUrl: makeCapture().profile.url },
      { isMe: true },
    ],
    [
      'of somebody of the user’s name and company',
      true,
      false,
      { name: 'Leyla Brandt', positions: [{ company: 'Klinikum Musterstadt' }] },
      { likeMe: true },
    ],
    [
      'of somebody new of the user’s name and company',
      false,
      false,
      { name: 'Leyla Brandt', positions: [{ company: 'Klinikum Musterstadt' }] },
      { likeMe: true },
    ],
  ])('says whom the page is about: %s', async (_, saved, listed, me, flags) => {
    const background = createBackground({ ...makeEnvironment().environment, identify: personOf });
    const handlers = handlersOf(background);
    if (saved) await handlers['contact.save']({ capture: page() }, POPUP);
    if (listed) await handlers['doNotSave.add']({ address: page().profile.url }, POPUP);
    if (me !== null) await handlers['me.set']({ me: makeMe(me) }, POPUP);
    const before = await (await background.database).count('changes');
    const preview = await handlers['contact.preview']({ capture: page({ headline: 'New' }) }, POPUP);
    expect(preview).toMatchObject({ doNotSave: false, isMe: false, likeMe: false, ...flags });
    expect(preview.saved?.contact.profile.name.full).toBe(saved ? 'Leyla Brandt' : undefined);
    expect(preview.changes).toEqual(saved && !listed ? [{ field: 'headline', to: 'New' }] : []);
    expect(await (await background.database).count('changes')).toBe(before);
    const refused = listed ? 'doNotSave' : 'isMe' in flags ? 'ownProfile' : null;
    const again = handlers['contact.save']({ capture: page() }, POPUP);
    if (refused === null) await again;
    else await expect(again).rejects.toMatchObject({ kind: refused });
  });

  it.each<
    [what: string, known: Partial<Profile>, typed: OwnWords['edits'], shown: Partial<Profile>, news: object[]]
  >([
    ['nothing, where all is as it was', {}, {}, {}, []],
    ['a text', { headline: 'Old' }, {}, { headline: 'New' }, [{ field: 'headline', from: 'Old', to: 'New' }]],
    ['a text for the first time', {}, {}, { about: 'Me' }, [{ field: 'about', to: 'Me' }]],
    [
      'another post',
      { positions: [] },
      {},
      { positions: [{ title: 'Chief', company: 'Elbhöhe', start: '2026-01', end: null }] },
      [{ field: 'position', to: 'Chief, Elbhöhe' }],
    ],
    [
      'another title in the same post',
      {},
      {},
      { positions: [{ title: 'Chief', company: 'Klinikum Musterstadt', start: '2021-03', end: null }] },
      [
        {
          field: 'position',
          from: 'Head of Data Platforms, Klinikum Musterstadt',
          to: 'Chief, Klinikum Musterstadt',
        },
      ],
    ],
    [
      'that a post has ended, with its time',
      { positions: [{ title: 'Buyer', company: 'Elbhöhe', start: '2019-04', end: null }] },
      {},
      { positions: [{ title: 'Buyer', company: 'Elbhöhe', start: '2019-04', end: '2024-05' }] },
      [
        {
          field: 'position',
          from: 'Buyer, Elbhöhe (2019-04 –)',
          to: 'Buyer, Elbhöhe (2019-04 – 2024-05)',
        },
      ],
    ],
    [
      'that a post has ended, whatever the user has named it',
      { positions: [{ title: 'Buyer', company: 'Elbhöhe', start: '2019', end: null }] },
      { positions: [{ title: 'Purchasing', company: 'Elbhöhe', start: '2019', end: null }] },
      { positions: [{ title: 'Buyer', company: 'Elbhöhe', start: '2019', end: '2024' }] },
      [{ field: 'position', from: 'Buyer, Elbhöhe (2019 –)', to: 'Buyer, Elbhöhe (2019 – 2024)' }],
    ],
    [
      'what is new on a list',
      { skills: ['tea'] },
      {},
      { skills: ['tea', 'SQL', 'Go'] },
      [{ field: 'skills', to: 'SQL, Go' }],
    ],
    ['no count that rises by itself', { followers: 1 }, {}, { followers: 2 }, []],
    [
      'nothing that the user has typed already',
      { headline: 'Old' },
      { headline: 'New' },
      { headline: 'New' },
      [],
    ],
    [
      'what differs from what the user has typed',
      { headline: 'Old' },
      { headline: 'Typed' },
      { headline: 'New' },
      [{ field: 'headline', from: 'Old', to: 'New' }],
    ],
    [
      'nothing that was read before, whatever the user typed',
      { headline: 'Old' },
      { headline: 'Typed' },
      { headline: 'Old' },
      [],
    ],
  ])('tells as news %s', async (_, known, edits, shown, news) => {
    const handlers = handlersOf(createBackground(makeEnvironment().environment));
    await handlers['contact.save']({ capture: page(known), edits }, POPUP);
    const { changes } = await handlers['contact.preview']({ capture: page({ ...known, ...shown }) }, POPUP);
    expect(changes.filter(({ to }) => to !== undefined)).toEqual(news);
  });

  it('does not offer what may be wrong in place of what is known', async () => {
    const handlers = handlersOf(createBackground(makeEnvironment().environment));
    await handlers['contact.save']({ capture: page({ headline: 'Old' }) }, POPUP);
    const doubtful = { ...page({ headline: 'Perhaps' }), doubtful: ['headline'] };
    expect((await handlers['contact.preview']({ capture: doubtful }, POPUP)).changes).toEqual([]);
  });
});

describe('what the network gains', () => {
  it('is said of who is saved by id and by page alike, of who is not by the page and the user’s word', async () => {
    const { handlers, id } = await open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const of = (input: Input<'contact.marginal'>) => handlers['contact.marginal'](input, POPUP);
    expect(await of({ id: 'gone' })).toBeNull();
    const saved = await of({ id });
    expect(saved?.marginal.length).toBeGreaterThan(0);
    expect(await of({ capture: makeCapture() })).toEqual(saved);
    const stranger = makeCapture({
      key: { site: 'linkedin', id: 'otto' },
      url: 'https://www.linkedin.com/in/otto/',
      name: { full: 'Otto Other' },
      positions: [{ title: 'Tree surgeon', company: 'Astwerk' }],
    });
    const plain = await of({ capture: stranger });
    expect(plain).not.toBeNull();
    expect(plain).not.toEqual(saved);
    const corrected = await of({ capture: stranger, corrections: { nace2: '86', isco4: '2221' } });
    expect(corrected).not.toEqual(plain);
  });
});

it('addresses that the user types are at most as many as a contact may have', async () => {
  const { handlers, stored, id } = await open();
  const emails = Array.from({ length: LIMITS.emails }, (_, i) => `a${i}@example.org`);
  await handlers['contact.edit']({ id, edits: { emails } }, POPUP);
  expect((await stored()).own.edits.emails).toEqual(emails);
  expect(await handlers['contact.edit']({ id: 'gone', edits: {} }, POPUP)).toBeNull();
});

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { Contact, OwnWords } from '../../src/core/model/index.ts';
import type { Input } from '../../src/messaging/protocol.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { Typing } from '../../src/services/typing.ts';
import { listDrafts, putDraft } from '../../src/storage/drafts.ts';
import { makeCapture, makeEnvironment, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const SETTLE_MS = 400;
type What = Input<'contact.typed'>['what'];

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] }));
afterEach(() => void vi.useRealTimers());

async function open() {
  const background = createBackground(makeEnvironment().environment);
  const { id } = await handlersOf(background)['contact.save']({ capture: makeCapture() }, POPUP);
  const db = await background.database;
  const typing = new Typing(background);
  const own = async () => ((await db.get('contacts', id)) as Contact).own;
  return {
    typing,
    db,
    id,
    own,
    type: (what: What, more: { now?: boolean; writer?: string; id?: string } = {}) =>
      typing.type({ id, writer: 'w', what, ...more }),
    given: async (words: Partial<OwnWords>) => {
      const contact = (await db.get('contacts', id)) as Contact;
      await db.put('contacts', { ...contact, own: { tags: [], log: [], edits: {}, ...words } });
    },
    drafts: async () =>
      (await listDrafts(db, new Date(NOW))).map(({ kind, subject, text }) => [kind, subject, text]),
    /** Lets what was begun be written, without any time going by. */
    rest: async () => {
      for (let turn = 0; turn < 60; turn++) await new Promise((resolve) => setImmediate(resolve));
    },
  };
}

const note = (text: string, based = ''): What => ({ field: 'note', text, based });

describe('what is typed becomes the contact’s own', () => {
  it('when the keys rest, and not before', async () => {
    const { type, own, drafts, rest, id } = await open();
    const first = type(note('a'));
    await rest();
    vi.advanceTimersByTime(SETTLE_MS - 1);
    const second = type(note('ab', 'a'));
    expect(await first).toEqual({ kept: false, view: null });
    await rest();
    vi.advanceTimersByTime(SETTLE_MS - 1);
    await rest();
    expect(await own()).not.toHaveProperty('note');
    // Each key is kept at once, with what all of it began from.
    expect(await drafts()).toEqual([['note', id, JSON.stringify(note('ab'))]]);
    vi.advanceTimersByTime(1);
    const { kept, view } = await second;
    expect([kept, view?.contact.own.note, (await own()).note]).toEqual([true, 'ab', 'ab']);
    expect(await drafts()).toEqual([]);
  });

  it.each<[what: string, before: Partial<OwnWords>, what_: What, after: Partial<OwnWords>]>([
    ['a note', { note: 'old' }, note('old tea', 'old'), { note: 'old tea' }],
    [
      'a note beside what another page wrote',
      { note: 'old, new' },
      note('my old', 'old'),
      { note: 'my old, new' },
    ],
    ['a note of blanks is none', { note: 'old' }, note(' \n', 'old'), {}],
    ['a tag', { tags: ['a'] }, { field: 'tag', text: ' #b ' }, { tags: ['a', '#b'] }],
    ['a tag as it is written elsewhere', {}, { field: 'tag', text: '#b c ' }, { tags: ['b c'] }],
    ['a tag of nothing is none', { tags: ['a'] }, { field: 'tag', text: '# ' }, { tags: ['a'] }],
    [
      'a step where none was',
      {},
      { field: 'nextStep', step: { text: 'Call' }, based: null },
      { nextStep: { text: 'Call' } },
    ],
    [
      'a step that another page wrote meanwhile is replaced',
      { nextStep: { text: 'Write', due: '2026-12-01' } },
      { field: 'nextStep', step: { text: 'Call' }, based: null },
      { nextStep: { text: 'Call' } },
    ],
    [
      'a step field by field',
      { nextStep: { text: 'Call', due: '2026-12-24' } },
      {
        field: 'nextStep',
        step: { text: 'Write', due: '2026-12-01' },
        based: { text: 'Call', due: '2026-12-01' },
      },
      { nextStep: { text: 'Write', due: '2026-12-24' } },
    ],
    [
      'no step',
      { nextStep: { text: 'Call' }, note: 'n' },
      { field: 'nextStep', step: null, based: { text: 'Call' } },
      { note: 'n' },
    ],
  ])('at once when the field is left: %s', async (_, before, what, after) => {
    const { type, own, given, drafts } = await open();
    await given(before);
    const { kept, view } = await type(what, { now: true });
    expect(await own()).toEqual({ tags: [], log: [], edits: {}, ...after });
    expect([kept, view?.contact.own]).toEqual([true, await own()]);
    expect(await drafts()).toEqual([]);
  });

  it('but not half a tag: it waits in its field until that or the page is left', async () => {
    const { type, own, drafts, rest, typing, id } = await open();
    expect(await type({ field: 'tag', text: 'he' })).toEqual({ kept: false, view: null });
    vi.advanceTimersByTime(10 * SETTLE_MS);
    await rest();
    expect((await own()).tags).toEqual([]);
    expect(await drafts()).toEqual([['tag', id, JSON.stringify({ field: 'tag', text: 'he' })]]);
    typing.left('another');
    await rest();
    expect((await own()).tags).toEqual([]);
    typing.left('w');
    await rest();
    expect([(await own()).tags, await drafts()]).toEqual([['he'], []]);
    // Once is enough.
    typing.left('w');
    await rest();
    expect((await own()).tags).toEqual(['he']);
  });

  it('when its page is gone, and no other page’s', async () => {
    const { type, own, rest, typing } = await open();
    const mine = type(note('mine'), { writer: 'one' });
    const step = type({ field: 'nextStep', step: { text: 'Call' }, based: null }, { writer: 'one' });
    const theirs = type(note('theirs'), { writer: 'two' });
    typing.left('one');
    expect((await mine).kept && (await step).kept).toBe(true);
    await rest();
    expect(await own()).toMatchObject({ note: 'mine', nextStep: { text: 'Call' } });
    vi.advanceTimersByTime(SETTLE_MS);
    await theirs;
    const { note: both = '' } = await own();
    expect(both.split('\n').toSorted()).toEqual(['mine', 'theirs']);
  });

  it('from where it began, as long as each key goes on from the one before', async () => {
    const { type, own, given } = await open();
    await given({ note: 'old and more' });
    void type(note('old 1', 'old'));
    await type(note('old 12', 'old 1'), { now: true });
    expect((await own()).note).toMatch(/^old/);
    expect((await own()).note).toContain('12');
    expect((await own()).note).toContain('and more');
    // A page that begins anew says from what.
    await given({ note: 'fresh' });
    void type(note('lost', 'other'));
    await type(note('fresh start', 'fresh'), { now: true });
    expect((await own()).note).toBe('fresh start');
  });

  it('of somebody who is gone is told so', async () => {
    const { type } = await open();
    expect(await type(note('a'), { id: 'gone', now: true })).toEqual({ kept: true, view: null });
  });

  it('or is refused, and stays where it was typed', async () => {
    const { type, given, own, drafts, id, typing, rest } = await open();
    await given({ note: 'x'.repeat(20_000) });
    await expect(type(note('tea'), { now: true })).rejects.toMatchObject({ kind: 'tooLarge' });
    expect(await drafts()).toEqual([['note', id, JSON.stringify(note('tea'))]]);
    expect((await own()).note).toHaveLength(20_000);
    // Also where nobody waits for the answer any more.
    const unheard = type(note('milk'));
    unheard.catch(() => {});
    typing.left('w');
    await rest();
    expect(await drafts()).toEqual([['note', id, JSON.stringify(note('milk'))]]);
  });
});

describe('what a background that was stopped had still to write', () => {
  it('is written by the next one, but for half a tag and for what is no word of a contact', async () => {
    const { typing, db, id, own, drafts } = await open();
    const put = (kind: 'note' | 'nextStep' | 'tag' | 'log' | 'profile', subject: string, what: unknown) =>
      putDraft(db, { kind, subject, text: JSON.stringify(what), at: NOW });
    await put('profile', 'linkedin:x', { field: 'note', text: 'of a page', based: '' });
    await put('log', id, { field: 'note', text: 'of the log', based: '' });
    await put('tag', id, { field: 'tag', text: 'he' });
    await put('note', id, note('tea'));
    await put('nextStep', id, { field: 'nextStep', step: { text: 'Call' }, based: null });
    await put('note', 'gone', note('of somebody gone'));
    await typing.recover();
    expect(await own()).toMatchObject({ note: 'tea', nextStep: { text: 'Call' }, tags: [], log: [] });
    expect((await drafts()).map(([kind, subject]) => [kind, subject])).toEqual([
      ['profile', 'linkedin:x'],
      ['log', id],
      ['tag', id],
    ]);
  });

  it('is left to the page that is typing it now, and to no page that types elsewhere', async () => {
    const { typing, type, db, id, own, rest } = await open();
    await putDraft(db, { kind: 'note', subject: 'other', text: JSON.stringify(note('of another')), at: NOW });
    const typed = type(note('tea'));
    void type({ field: 'tag', text: 'he' });
    await rest();
    await putDraft(db, {
      kind: 'nextStep',
      subject: id,
      text: JSON.stringify({ field: 'nextStep', step: { text: 'Call' }, based: null }),
      at: NOW,
    });
    await typing.recover();
    expect(await own()).toEqual({ tags: [], log: [], edits: {}, nextStep: { text: 'Call' } });
    vi.advanceTimersByTime(SETTLE_MS);
    expect((await typed).view?.contact.own.note).toBe('tea');
  });
});

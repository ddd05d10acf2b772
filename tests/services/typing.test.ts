import { describe, expect, it } from 'vitest';
import { DRAFT_LIMITS } from '../../src/core/model/limits.ts';
import type { ContactView, Handlers } from '../../src/messaging/protocol.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { getDraft, listDrafts, putDraft } from '../../src/storage/drafts.ts';
import { makeCapture, makeEnvironment, NOW } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

async function open(name?: string) {
  const { environment } = makeEnvironment(name);
  const background = createBackground(environment);
  const handlers = handlersOf(background);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  const own = async () => ((await handlers['contact.get']({ id }, PAGE)) as ContactView).contact.own;
  return { environment, background, handlers, id, own, db: await environment.database };
}

/** Types a text key by key, as a page sends it; answers what each key was answered. */
function keys(handlers: Handlers, id: string, text: string, writer = 'w', begun = '') {
  return [...text].map((_, at) =>
    handlers['contact.typed'](
      {
        id,
        writer,
        what: { field: 'note', text: begun + text.slice(0, at + 1), based: begun + text.slice(0, at) },
      },
      PAGE,
    ),
  );
}

describe('what is typed', () => {
  it('is written once when the keys rest, and told to the last of them', async () => {
    const { handlers, id, own, db } = await open();
    const before = await db.count('changes');
    const answers = await Promise.all(keys(handlers, id, 'Likes data'));
    expect(answers.map(({ kept }) => kept)).toEqual([...Array(9).fill(false), true]);
    expect(answers.at(-1)?.view?.contact.own.note).toBe('Likes data');
    expect((await own()).note).toBe('Likes data');
    expect((await db.count('changes')) - before).toBe(1);
    expect(await listDrafts(db, new Date(NOW))).toEqual([]);
  });

  it('is written when the page is gone, whatever was answered by then; a tag too', async () => {
    const { background, handlers, id, own } = await open();
    keys(handlers, id, 'Likes data');
    void handlers['contact.typed']({ id, writer: 'w', what: { field: 'tag', text: '#health' } }, PAGE);
    void handlers['contact.typed']({ id, writer: 'other', what: { field: 'tag', text: 'hal' } }, PAGE);
    background.typing.left('w');
    await expect.poll(own).toMatchObject({ note: 'Likes data', tags: ['health'] });
  });

  it('is written by the next background when one was stopped in between; half a tag waits in its field', async () => {
    const { environment, handlers, id, db } = await open();
    keys(handlers, id, 'Likes');
    void handlers['contact.typed']({ id, writer: 'w', what: { field: 'tag', text: 'hea' } }, PAGE);
    await expect.poll(() => getDraft(db, { kind: 'note', subject: id }, new Date(NOW))).toContain('Likes');
    const next = createBackground(environment);
    await next.typing.recover();
    const view = await handlersOf(next)['contact.get']({ id }, PAGE);
    expect(view?.contact.own).toMatchObject({ note: 'Likes', tags: [] });
    expect(await handlersOf(next)['draft.get']({ kind: 'tag', subject: id }, PAGE)).toEqual({
      text: JSON.stringify({ field: 'tag', text: 'hea' }),
    });
    // The page is still there and goes on from what it sent last.
    await Promise.all(keys(handlersOf(next), id, ' data', 'w', 'Likes'));
    expect((await handlersOf(next)['contact.get']({ id }, PAGE))?.contact.own.note).toBe('Likes data');
  });

  it('of two pages at once is all there, once', async () => {
    const { handlers, id, own } = await open();
    await Promise.all([...keys(handlers, id, 'mine', 'a'), ...keys(handlers, id, 'theirs', 'b')]);
    const { note = '' } = await own();
    expect(note.split('\n').sort()).toEqual(['mine', 'theirs']);
  });

  it('that makes a note too long is refused, and nothing of it is lost', async () => {
    const { handlers, id, own } = await open();
    await handlers['contact.setOwn']({ id, own: { note: 'x'.repeat(19_990) } }, PAGE);
    const what = { field: 'note', text: 'twenty-one characters', based: '' } as const;
    await expect(handlers['contact.typed']({ id, writer: 'w', now: true, what }, PAGE)).rejects.toMatchObject(
      {
        kind: 'tooLarge',
      },
    );
    expect((await own()).note).toHaveLength(19_990);
    expect((await handlers['draft.get']({ kind: 'note', subject: id }, PAGE))?.text).toContain('twenty-one');
  });

  it('is emptied with its text', async () => {
    const { handlers, id, own } = await open();
    await handlers['contact.setOwn']({ id, own: { note: 'old', nextStep: { text: 'Call' } } }, PAGE);
    const typed = (what: Parameters<Handlers['contact.typed']>[0]['what']) =>
      handlers['contact.typed']({ id, writer: 'w', now: true, what }, PAGE);
    await typed({ field: 'note', text: '', based: 'old' });
    await typed({ field: 'nextStep', step: null, based: { text: 'Call' } });
    expect(await own()).toEqual({ tags: [], log: [], edits: {} });
  });
});

describe('a draft', () => {
  const name = { kind: 'profile', subject: 'linkedin:leyla-brandt' } as const;

  it('survives until its person is saved, with the words that were typed', async () => {
    const { environment } = makeEnvironment();
    const handlers = handlersOf(createBackground(environment));
    await handlers['draft.set']({ ...name, text: '{"own":1}' }, PAGE);
    expect(await handlers['draft.get'](name, PAGE)).toEqual({ text: '{"own":1}' });
    const own = { note: 'met at the fair', tags: ['fair'], nextStep: { text: 'Write' } };
    const { id } = await handlers['contact.save']({ capture: makeCapture(), own }, PAGE);
    expect((await handlers['contact.get']({ id }, PAGE))?.contact.own).toMatchObject(own);
    expect(await handlers['draft.get'](name, PAGE)).toBeNull();
  });

  it('adds to what is known of somebody who was saved meanwhile', async () => {
    const { handlers, own } = await open();
    const words = (note: string, tag: string) => ({ note, tags: [tag], nextStep: undefined });
    await handlers['contact.save']({ capture: makeCapture(), own: words('first', 'a') }, PAGE);
    await handlers['contact.save']({ capture: makeCapture(), own: words('second', 'b') }, PAGE);
    expect(await own()).toMatchObject({ note: 'first\nsecond', tags: ['a', 'b'] });
  });

  it.each(['contact.forget', 'contact.forgetMany', 'privacy.erase'] as const)(
    'is gone after %s',
    async (how) => {
      const { handlers, id, db } = await open();
      await handlers['draft.set']({ kind: 'log', subject: id, text: '"SECRET"' }, PAGE);
      await handlers['draft.set']({ ...name, text: '"SECRET"' }, PAGE);
      if (how === 'contact.forget') await handlers[how]({ id }, PAGE);
      if (how === 'contact.forgetMany') await handlers[how]({ ids: [id] }, PAGE);
      if (how === 'privacy.erase') await handlers[how]({ everything: true }, PAGE);
      expect(JSON.stringify(await db.get('state', 'drafts')) ?? '').not.toContain('SECRET');
    },
  );

  it('is not kept of people who are never saved', async () => {
    const { handlers, db } = await open();
    await handlers['doNotSave.add']({ address: makeCapture().profile.url }, PAGE);
    await handlers['draft.set']({ ...name, text: '"SECRET"' }, PAGE);
    expect(await listDrafts(db, new Date(NOW))).toEqual([]);
  });

  it('makes room for newer ones, and is given up after a month', async () => {
    const { db } = await open();
    const keep = (subject: string, text: string, at = NOW) =>
      putDraft(db, { kind: 'goal', subject, text, at });
    await keep('old', 'x', '2026-10-01T10:00:00.000Z');
    for (let at = 0; at < DRAFT_LIMITS.drafts + 5; at += 1) await keep(`${at}`, 'x');
    const subjects = async () => (await listDrafts(db, new Date(NOW))).map(({ subject }) => subject);
    expect(await subjects()).toHaveLength(DRAFT_LIMITS.drafts);
    expect((await subjects())[0]).toBe('5');
    for (let at = 0; at < 10; at += 1) await keep(`long ${at}`, 'x'.repeat(DRAFT_LIMITS.characters));
    expect(await subjects()).toEqual(['2', '3', '4', '5', '6', '7', '8', '9'].map((at) => `long ${at}`));
  });

  it('changes nothing that pages follow', async () => {
    const { handlers, db } = await open();
    const before = await db.get('state', 'revision');
    await handlers['draft.set']({ kind: 'me', subject: 'me', text: '{}' }, PAGE);
    expect(await db.get('state', 'revision')).toBe(before);
  });
});

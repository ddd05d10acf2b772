import { describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { createBackground } from '../../src/services/background.ts';
import { createHandlers, handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const OWN = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

async function filled() {
  const { environment } = makeEnvironment();
  const background = createBackground(environment);
  const handlers = handlersOf(background);
  await handlers['me.set']({ me: makeMe() }, OWN);
  await handlers['goal.set']({ goal: makeGoal() }, OWN);
  for (const [id, tags] of [
    ['leyla-brandt', ['health', 'meet-up']],
    ['amir-haddad', ['health']],
  ] as const) {
    const capture = makeCapture({ key: { site: 'linkedin', id }, url: `https://www.linkedin.com/in/${id}/` });
    const saved = await handlers['contact.save']({ capture }, OWN);
    await handlers['contact.tag']({ id: saved.id, add: [...tags] }, OWN);
  }
  return { handlers, background };
}

describe('the list of people who are never saved', () => {
  const URL_OF_LEYLA = 'https://www.linkedin.com/in/leyla-brandt/';
  const open = async () => {
    const made = makeEnvironment();
    const handlers = createHandlers(made.environment);
    for (const address of [URL_OF_LEYLA, 'https://a.example/ada']) {
      await handlers['doNotSave.add']({ address }, OWN);
    }
    return { ...made, handlers, db: await made.environment.database };
  };
  const web = (address: string, id = 'x') => makeCapture({ key: { site: 'web', id }, url: address });

  it.each([
    ['https://de.linkedin.com/in/Jana-Bergmann/?trk=feed#top', 'https://www.linkedin.com/in/jana-bergmann/'],
    ['http://xing.com/profile/Jana_Bergmann/cv?sc_o=x', 'https://www.xing.com/profile/Jana_Bergmann'],
    // Here the query says who it is.
    [
      'https://scholar.google.com/citations?hl=en&user=AbCdEfGhIjK',
      'https://scholar.google.com/citations?user=AbCdEfGhIjK',
    ],
    ['https://b.example/jana?tab=1#cv', 'https://b.example/jana?tab=1'],
  ])('takes %s once, by the address under which its person would be saved', async (typed, kept) => {
    const { environment } = makeEnvironment();
    const handlers = createHandlers({ ...environment, identify: personOf });
    const add = async (address: string) => (await handlers['doNotSave.add']({ address }, OWN)).doNotSave;
    const variant = typed.replace(/^https?:\/\/(?:de\.)?/, 'http://www.').replace('www.scholar', 'scholar');
    expect([await add(typed), await add(variant), await add(kept)]).toEqual([[kept], [kept], [kept]]);
  });

  it.each(['https://www.linkedin.com/feed/', 'https://www.linkedin.com/in/me/', 'https://www.xing.com/jobs'])(
    'takes no address that is nobody’s profile: %s',
    async (address) => {
      const { handlers, db } = await open();
      const before = await db.get('state', 'settings');
      await expect(handlers['doNotSave.add']({ address }, OWN)).rejects.toMatchObject({
        kind: 'notAProfile',
      });
      expect(await db.get('state', 'settings')).toEqual(before);
    },
  );

  it('keeps a click from saving them, and the popup from offering it', async () => {
    const { handlers, db, pages, badges } = await open();
    pages.push({ url: URL_OF_LEYLA, ok: true, capture: makeCapture() });
    const page = { kind: 'page', url: URL_OF_LEYLA, tab: 1 } as const;
    // The page hears the same as of everybody; the toolbar says why.
    expect(await handlers['page.save']({}, page)).toBeNull();
    await vi.waitFor(() =>
      expect(badges.at(-1)).toEqual([1, { state: 'failed', sentence: 'error_doNotSave' }]),
    );
    await expect(handlers['contact.save']({ capture: makeCapture() }, OWN)).rejects.toMatchObject({
      kind: 'doNotSave',
    });
    expect((await handlers['contact.preview']({ capture: makeCapture() }, OWN)).doNotSave).toBe(true);
    expect(await db.count('contacts')).toBe(0);
  });

  it('knows a page without a site of its own by its address, and lets everybody else pass', async () => {
    const { handlers, db } = await open();
    const saves = (capture: ReturnType<typeof web>) => handlers['contact.save']({ capture }, OWN);
    await expect(saves(web('https://www.a.example/ada/?tab=1'))).rejects.toMatchObject({ kind: 'doNotSave' });
    await saves(web('https://a.example/bea'));
    expect(
      (await handlers['contact.preview']({ capture: web('https://b.example/ada') }, OWN)).doNotSave,
    ).toBe(false);
    expect(await db.count('contacts')).toBe(1);
  });
});

it('is not offered the news of somebody who was saved before they came on the list', async () => {
  const handlers = createHandlers(makeEnvironment().environment);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, OWN);
  const news = { capture: makeCapture({ headline: 'On to something new' }) };
  expect((await handlers['contact.preview'](news, OWN)).changes).toHaveLength(1);
  await handlers['doNotSave.add']({ address: makeCapture().profile.url }, OWN);
  expect(await handlers['contact.preview'](news, OWN)).toMatchObject({
    saved: { contact: { id } },
    changes: [],
    doNotSave: true,
  });
});

describe('what is stored', () => {
  it('is counted, and tags with the commonest first', async () => {
    const { handlers } = await filled();
    expect(await handlers['privacy.get']({}, OWN)).toMatchObject({
      contacts: 2,
      captures: 2,
      goals: 1,
      forReview: 0,
      oldest: '2026-11-24',
    });
    expect((await handlers['tags.get']({}, OWN)).tags).toEqual([
      { name: 'health', count: 2 },
      { name: 'meet-up', count: 1 },
    ]);
  });
  it('is gone after everything was erased, and a contact can be saved anew', async () => {
    const { handlers, background } = await filled();
    await handlers['privacy.erase']({ everything: true }, OWN);
    expect(await handlers['privacy.get']({}, OWN)).toEqual({
      contacts: 0,
      captures: 0,
      goals: 0,
      ties: 0,
      forgotten: 0,
      oldest: null,
      forReview: 0,
    });
    expect(await handlers['network.get']({}, OWN)).toMatchObject({ me: null, goals: [], contactCount: 0 });
    const db = await background.database;
    for (const store of db.objectStoreNames) {
      if (store !== 'state' && store !== 'changes') expect(await db.count(store), store).toBe(0);
    }
    expect((await handlers['contact.save']({ capture: makeCapture() }, OWN)).created).toBe(true);
    expect((await handlers['privacy.get']({}, OWN)).contacts).toBe(1);
  });
});

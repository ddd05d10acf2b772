import { describe, expect, it, vi } from 'vitest';
import type { Classification } from '../../src/core/model/index.ts';
import { MessageFailure } from '../../src/messaging/errors.ts';
import { PROTOCOL } from '../../src/messaging/protocol.ts';
import { createHandlers, failureOf } from '../../src/services/handlers.ts';
import { StorageUnavailable } from '../../src/storage/unavailable.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const PAGE = { kind: 'page', url: 'https://www.linkedin.com/in/leyla-brandt/', tab: 7 } as const;
const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

function open() {
  const { environment, badges, pages } = makeEnvironment();
  const handlers = createHandlers(environment);
  /** A click on the page's button, with what the tab shows at that moment; answers what the toolbar then shows. */
  const click = async (changes = {}) => {
    pages.push({ url: PAGE.url, ok: true, capture: makeCapture(changes) });
    const before = badges.length;
    expect(await handlers['page.save']({}, PAGE)).toBeNull();
    await vi.waitFor(() => expect(badges.length).toBeGreaterThan(before));
    return badges.at(-1);
  };
  return { handlers, environment, badges, pages, click };
}

describe('saving', () => {
  it('makes one contact of two saves of one person, also when they run at once', async () => {
    const { handlers, environment } = open();
    const [first, second] = await Promise.all([
      handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP),
      handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP),
    ]);
    expect(first.id).toBe(second.id);
    expect([first.created, second.created].sort()).toEqual([false, true]);
    expect((await handlers['network.get']({}, POPUP)).contactCount).toBe(1);
    expect(await (await environment.database).count('contacts')).toBe(1);
  });

  it('leaves a key with whom it belongs to, when a page shows one person’s id at another’s address', async () => {
    const { handlers, environment } = open();
    const page = (id: string, memberId?: string) =>
      makeCapture({
        key: { site: 'linkedin', id },
        url: `https://www.linkedin.com/in/${id}/`,
        ...(memberId !== undefined && { memberId }),
      });
    const ada = await handlers['contact.save']({ capture: page('ada', '1') }, POPUP);
    const bea = await handlers['contact.save']({ capture: page('bea', '2') }, POPUP);
    expect(await handlers['contact.save']({ capture: page('bea', '1') }, POPUP)).toEqual({
      id: ada.id,
      created: false,
    });
    const keys = async (id: string) => (await (await environment.database).get('contacts', id))?.keys;
    expect(await keys(ada.id)).toEqual(['linkedin-member:1', 'linkedin:ada']);
    expect(await keys(bea.id)).toEqual(['linkedin-member:2', 'linkedin:bea']);
  });

  it('writes a row of the change log with each save, with rev, time and device', async () => {
    const { handlers, environment, click } = open();
    await handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP);
    await click({ headline: 'New' });
    const rows = await (await environment.database).getAll('changes');
    expect(rows.map(({ store, kind, rev }) => [store, kind, rev])).toEqual([
      ['contacts', 'put', 0],
      ['contacts', 'put', 1],
    ]);
    expect(new Set(rows.map(({ deviceId }) => deviceId)).size).toBe(1);
    expect(rows[0]?.updatedAt).toBe('2026-11-24T10:00:00.000Z');
  });

  it('takes what the user put right before saving: read so at once, and kept as their own word', async () => {
    const { handlers } = open();
    const capture = makeCapture();
    const corrections = { isco4: '2221', nace2: '85', seniority: 'lead' as const };
    const codes = ({ function: what, industry, seniority }: Classification) => ({
      isco4: what?.isco4,
      nace2: industry?.nace2,
      seniority,
    });
    const before = await handlers['contact.preview']({ capture }, POPUP);
    expect(codes(before.reading.career.current)).not.toEqual(corrections);
    const { reading } = await handlers['contact.preview']({ capture, corrections }, POPUP);
    expect(codes(reading.career.current)).toEqual(corrections);
    const { id } = await handlers['contact.save']({ capture, corrections }, POPUP);
    const view = await handlers['contact.get']({ id }, POPUP);
    expect(view?.contact.own).toMatchObject(corrections);
    // A later save without any word takes nothing back.
    await handlers['contact.save']({ capture }, POPUP);
    expect((await handlers['contact.get']({ id }, POPUP))?.contact.own).toMatchObject(corrections);
  });

  it('refuses a page that sends another person than its address', async () => {
    const { click, environment } = open();
    expect(await click({ key: { site: 'linkedin', id: 'somebody-else' } })).toEqual([
      7,
      { state: 'failed', sentence: 'error_otherPerson' },
    ]);
    expect(await (await environment.database).count('contacts')).toBe(0);
  });

  it('shows the fit at the toolbar of the tab that saved', async () => {
    const { handlers, badges } = open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    await handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP);
    expect(badges.at(-1)).toEqual([7, { state: 'saved', fit: expect.any(Number), layer: 'strategic' }]);
  });

  it('never overwrites the own words by a new capture', async () => {
    const { handlers, click } = open();
    const { id } = await handlers['contact.save'](
      { capture: makeCapture(), edits: { headline: 'typed' } },
      POPUP,
    );
    await handlers['contact.setOwn']({ id, own: { note: 'met in Ulm' } }, POPUP);
    await handlers['contact.tag']({ id, add: ['data'] }, POPUP);
    await click({ headline: 'from the page' });
    const view = await handlers['contact.get']({ id }, POPUP);
    expect(view?.contact.own).toMatchObject({
      note: 'met in Ulm',
      tags: ['data'],
      edits: { headline: 'typed' },
    });
    expect(view?.contact.profile.headline).toBe('from the page');
  });
});

describe('a page of its own', () => {
  const ask = (handlers: ReturnType<typeof open>['handlers'], url: string) =>
    handlers['page.state']({ url, texts: ['button_save'] }, PAGE);

  it('learns that it is a profile, the same of everybody: saved, not saved, never to be saved', async () => {
    const { handlers, click } = open();
    const shown = { show: true, texts: null };
    expect(await ask(handlers, PAGE.url)).toEqual(shown);
    await click();
    expect(await ask(handlers, PAGE.url)).toEqual(shown);
    await handlers['doNotSave.add']({ address: PAGE.url }, POPUP);
    expect(await ask(handlers, PAGE.url)).toEqual(shown);
    expect(await ask(handlers, 'https://www.linkedin.com/feed/')).toEqual({ show: false, texts: null });
  });

  it('learns nothing of another site', async () => {
    const { handlers } = open();
    expect((await ask(handlers, 'https://evil.example/in/leyla-brandt/')).show).toBe(false);
  });

  it('gets no button in quiet mode, whoever it is about', async () => {
    const { handlers, click } = open();
    await handlers['settings.set']({ settings: { quiet: true } }, POPUP);
    expect((await ask(handlers, PAGE.url)).show).toBe(false);
    await click();
    expect((await ask(handlers, PAGE.url)).show).toBe(false);
  });

  it('has its answer before anybody looks who is saved', async () => {
    const { handlers, badges, click } = open();
    await click();
    badges.length = 0;
    await ask(handlers, PAGE.url);
    expect(badges).toEqual([]);
    await vi.waitFor(() => expect(badges).toEqual([[7, expect.objectContaining({ state: 'saved' })]]));
  });

  it('shows at the toolbar whom the tab is at now, however fast it walked there', async () => {
    const { handlers, badges, click } = open();
    await click();
    badges.length = 0;
    await ask(handlers, PAGE.url);
    await ask(handlers, 'https://www.linkedin.com/in/nobody-yet/');
    await ask(handlers, 'https://www.linkedin.com/feed/');
    await vi.waitFor(() => expect(badges.at(-1)).toEqual([7, { state: 'none' }]));
    await new Promise((rest) => setTimeout(rest, 20));
    expect(badges.at(-1)).toEqual([7, { state: 'none' }]);
  });

  it('opens the popup with each click, at once, whatever comes of it', async () => {
    const { environment, pages } = open();
    const order: string[] = [];
    const read = Promise.withResolvers<void>();
    const handlers = createHandlers({
      ...environment,
      openPopup: async () => {
        order.push('popup');
        throw new Error('no window in front');
      },
      readPage: async () => {
        order.push('read');
        await read.promise;
        return pages.at(-1) ?? { url: '', ok: false, reason: 'unreadable' };
      },
    });
    pages.push({ url: PAGE.url, ok: true, capture: makeCapture() });
    expect(await handlers['page.save']({}, PAGE)).toBeNull();
    expect(order).toEqual(['popup', 'read']);
    // A second click while the first still reads opens the popup again, and saves once.
    expect(await handlers['page.save']({}, PAGE)).toBeNull();
    expect(order).toEqual(['popup', 'read', 'popup']);
    // What the popup asks for waits for what is being saved.
    const seen = handlers['contact.preview']({ capture: makeCapture() }, POPUP);
    read.resolve();
    expect((await seen).saved).not.toBeNull();
  });

  it('is told of by the popup, once: who asks later sees a contact as it is', async () => {
    const { handlers, click } = open();
    const preview = () => handlers['contact.preview']({ capture: makeCapture() }, POPUP);
    await click();
    expect((await preview()).justSaved).toBe('created');
    expect((await preview()).justSaved).toBeUndefined();
    await click({ headline: 'Somewhere else' });
    expect((await preview()).justSaved).toBe('updated');
    // Saved from the popup itself, which says so by its own.
    await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    expect((await preview()).justSaved).toBeUndefined();
  });

  it('finds who is saved by the address alone, and nobody elsewhere', async () => {
    const { handlers, click } = open();
    expect(await handlers['contact.at']({ url: PAGE.url }, POPUP)).toBeNull();
    await click();
    const found = await handlers['contact.at']({ url: `${PAGE.url}?trk=feed` }, POPUP);
    expect(found?.contact.profile.name.full).toBe(makeCapture().profile.name.full);
    for (const url of ['https://www.linkedin.com/in/somebody-else/', 'https://laden.example/'])
      expect(await handlers['contact.at']({ url }, POPUP)).toBeNull();
  });

  it('gets its sentences in the language that the user has chosen', async () => {
    const { handlers } = open();
    await handlers['settings.set']({ settings: { language: 'de' } }, POPUP);
    const { texts } = await handlers['page.state']({ url: PAGE.url, texts: ['button_save'] }, PAGE);
    expect(Object.keys(texts ?? {})).toEqual(['button_save']);
    expect(PROTOCOL['page.state'].input.safeParse({ url: PAGE.url, texts: ['settings_me'] }).success).toBe(
      false,
    );
  });

  it('is not told why nothing was saved: the toolbar is', async () => {
    const { handlers, pages, environment, badges } = open();
    for (const [page, sentence] of [
      [{ url: PAGE.url, ok: false, reason: 'signInWall' }, 'reason_signInWall'],
      [{ url: PAGE.url, ok: true, capture: { profile: { url: 'javascript:1' } } }, 'error_badMessage'],
    ] as const) {
      pages.push(page);
      expect(await handlers['page.save']({}, PAGE)).toBeNull();
      await vi.waitFor(() => expect(badges.at(-1)).toEqual([7, { state: 'failed', sentence }]));
    }
    expect(await (await environment.database).count('contacts')).toBe(0);
  });
});

describe('own words', () => {
  it('changes what is named, keeps the rest, and clears on request', async () => {
    const { handlers } = open();
    const { id } = await handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP);
    await handlers['contact.tag']({ id, add: ['a'] }, POPUP);
    await handlers['contact.setOwn']({ id, own: { layer: 'personal' } }, POPUP);
    await handlers['contact.setOwn']({ id, own: { note: 'n' } }, POPUP);
    const view = await handlers['contact.setOwn']({ id, own: {}, clear: ['layer'] }, POPUP);
    expect(view?.contact.own).toEqual({ tags: ['a'], log: [], edits: {}, note: 'n' });
  });
});

describe('forgetting', () => {
  it('leaves hashes only, and a later click of the person saves anew', async () => {
    const { handlers, environment } = open();
    const { id } = await handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP);
    expect(await handlers['contact.forget']({ id }, POPUP)).toEqual({ forgotten: true });
    const db = await environment.database;
    expect([await db.count('contacts'), await db.count('captures')]).toEqual([0, 0]);
    const tombstones = await db.getAll('tombstones');
    expect(tombstones).toHaveLength(1);
    expect(JSON.stringify(tombstones)).not.toContain('leyla');
    await handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP);
    expect(await db.count('tombstones')).toBe(0);
  });
});

describe('preview', () => {
  it('tells what the page shows anew, and writes nothing', async () => {
    const { handlers, environment } = open();
    await handlers['contact.save']({ capture: makeCapture(), tab: 7 }, POPUP);
    const positions = [{ title: 'Chief Data Officer', company: 'Charité', start: '2026-01', end: null }];
    const { changes, saved } = await handlers['contact.preview'](
      { capture: makeCapture({ positions }) },
      POPUP,
    );
    expect(saved).not.toBeNull();
    expect(changes.some(({ field, to }) => field === 'position' && to?.includes('Chief Data Officer'))).toBe(
      true,
    );
    expect(await (await environment.database).count('changes')).toBe(1);
  });
});

it('names each failure of the storage', () => {
  expect(failureOf(new StorageUnavailable('full'))).toBe('storageFull');
  expect(failureOf(new Error('x'))).toBe('unknown');
  expect(new MessageFailure('tooLarge').kind).toBe('tooLarge');
});

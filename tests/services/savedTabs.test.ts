import { afterEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { MessageFailure } from '../../src/messaging/errors.ts';
import { createBackground } from '../../src/services/background.ts';
import { Badges, savedBadge } from '../../src/services/badge.ts';
import type { Environment } from '../../src/services/environment.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { TabSaves } from '../../src/services/saveTab.ts';
import { StorageUnavailable } from '../../src/storage/unavailable.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const URL = makeCapture().profile.url;
type Page = Awaited<ReturnType<Environment['readPage']>>;

function open(page: Page | Error, more: Partial<Environment> = {}) {
  const { environment, badges } = makeEnvironment();
  const readPage = vi.fn(async () => {
    if (page instanceof Error) throw page;
    return page;
  });
  const background = createBackground({ ...environment, identify: personOf, readPage, ...more });
  return { background, saves: new TabSaves(background), handlers: handlersOf(background), badges, readPage };
}
const read = (capture: unknown = makeCapture(), more: object = {}): Page =>
  ({ url: URL, ok: true, capture, ...more }) as Page;

afterEach(() => void vi.restoreAllMocks());

describe('a tab that is saved', () => {
  it.each<[what: string, page: Page | Error, sentence: string, told: number]>([
    ['of which nothing can be read', { url: URL, ok: false, reason: 'signInWall' }, 'reason_signInWall', 0],
    ['that sends what is no capture', read({ profile: 'x' }), 'error_badMessage', 0],
    ['that sends nothing', read(null), 'error_badMessage', 0],
    [
      'whose address is nobody’s',
      read(makeCapture(), { url: 'https://www.linkedin.com/feed/' }),
      'error_otherPerson',
      0,
    ],
    [
      'whose address is another’s',
      read(makeCapture(), { url: 'https://www.linkedin.com/in/other/' }),
      'error_otherPerson',
      0,
    ],
    ['that shows its person themselves', read(makeCapture(), { own: true }), 'error_ownProfile', 0],
    ['that fails in a way of ours', new MessageFailure('tooLarge'), 'error_tooLarge', 0],
    ['whose database is full', new StorageUnavailable('full'), 'error_storageFull', 0],
    ['that fails in any other way', new Error('no tab'), 'error_unknown', 1],
  ])('shows why nothing was saved: %s', async (_, page, sentence, told) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { saves, badges, background } = open(page);
    await expect(saves.start(7)).resolves.toBeUndefined();
    expect(badges).toEqual([[7, { state: 'failed', sentence }]]);
    expect(errors).toHaveBeenCalledTimes(told);
    expect(await (await background.database).count('contacts')).toBe(0);
    // It can be tried again.
    await saves.start(7);
    expect(badges).toHaveLength(2);
  });

  it.each([undefined, false, true])('shows how they fit, and is news once; own page: %s', async (own) => {
    const { saves, badges, background, handlers } = open(
      read(makeCapture(), own === undefined ? {} : { own }),
    );
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    // Whoever shows themselves is updated where they were saved by hand.
    if (own === true) await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    await saves.start(7);
    const [contact] = await (await background.database).getAll('contacts');
    const view = await handlers['contact.get']({ id: contact?.id ?? '' }, POPUP);
    if (view === null) throw new Error('nobody was saved');
    expect(badges).toEqual([[7, savedBadge(view.reading)]]);
    expect(badges[0]).toEqual([7, { state: 'saved', fit: view.reading.fits[0]?.value, layer: 'strategic' }]);
    expect(saves.takeNews('another')).toBeUndefined();
    expect(saves.takeNews(view.contact.id)).toBe(own === true ? 'updated' : 'created');
    expect(saves.takeNews(view.contact.id)).toBeUndefined();
    await saves.start(7);
    expect(saves.takeNews(view.contact.id)).toBe('updated');
  });

  it('is read once, however often it is clicked; another tab is another', async () => {
    const waiting = Promise.withResolvers<Page>();
    const popup = vi.fn(() => Promise.reject(new Error('no window')));
    const readPage = vi.fn(() => waiting.promise);
    const { saves, badges } = open(read(), { readPage, openPopup: popup });
    const [one, again, other] = [saves.start(7), saves.start(7), saves.start(8)];
    expect([again === one, other === one]).toEqual([true, false]);
    expect([popup.mock.calls.length, readPage.mock.calls]).toEqual([3, [[7], [8]]]);
    let isSettled = false;
    const settled = saves.settled().then(() => {
      isSettled = true;
    });
    await new Promise((resolve) => setImmediate(resolve));
    expect(isSettled).toBe(false);
    waiting.resolve(read());
    await settled;
    expect(badges).toHaveLength(2);
    await saves.settled();
  });

  it('is saved, whether or not the toolbar shows it', async () => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const failure = new Error('no toolbar');
    const { saves, background } = open(read(), { showBadge: () => Promise.reject(failure) });
    await saves.start(7);
    expect(errors.mock.calls).toEqual([[failure]]);
    expect(await (await background.database).count('contacts')).toBe(1);
  });
});

describe('the toolbar of a tab', () => {
  it('shows who is there now: nobody, somebody new, somebody saved', async () => {
    const { background, badges, handlers } = open(read());
    const follow = async (id: string | null) => {
      new Badges(background).follow(7, id === null ? null : { site: 'linkedin', id });
      const before = badges.length;
      await vi.waitFor(() => expect(badges.length).toBe(before + 1));
      return badges.at(-1);
    };
    expect(await follow(null)).toEqual([7, { state: 'none' }]);
    expect(await follow('leyla-brandt')).toEqual([7, { state: 'unsaved' }]);
    await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    expect(await follow('leyla-brandt')).toEqual([7, expect.objectContaining({ state: 'saved' })]);
    expect(await follow('another')).toEqual([7, { state: 'unsaved' }]);
  });

  it('shows the last of several, each tab its own, and tells what fails', async () => {
    const { background, badges } = open(read());
    const all = new Badges(background);
    const key = { site: 'linkedin', id: 'leyla-brandt' };
    all.follow(7, null);
    all.follow(8, key);
    all.follow(7, key);
    await vi.waitFor(() => expect(badges).toHaveLength(2));
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(badges.toSorted()).toEqual([
      [7, { state: 'unsaved' }],
      [8, { state: 'unsaved' }],
    ]);
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const broken = { ...background, showBadge: () => Promise.reject(new Error('no toolbar')) };
    new Badges(broken).follow(7, null);
    await vi.waitFor(() => expect(errors).toHaveBeenCalledTimes(1));
  });
});

describe('a page that asks', () => {
  const ask = async (given: {
    url?: string;
    from?: string;
    tab?: number | null;
    texts?: string[];
    quiet?: boolean;
    language?: 'auto' | 'en' | 'de';
  }) => {
    const { handlers, badges } = open(read());
    const {
      url = URL,
      from = URL,
      tab = 7,
      texts = ['button_save', 'button_saved'],
      quiet = false,
      language = 'auto',
    } = given;
    await handlers['settings.set']({ settings: { quiet, language } }, POPUP);
    const state = await handlers['page.state']({ url, texts }, { kind: 'page', url: from, tab });
    await new Promise((resolve) => setTimeout(resolve, 15));
    return [state.show, state.texts, badges.map((badge) => (badge as [number, { state: string }])[1].state)];
  };
  const words = { button_save: 'button_save', button_saved: 'button_saved' };
  it.each<
    [what: string, given: Parameters<typeof ask>[0], show: boolean, texts: object | null, badge: string[]]
  >([
    ['a profile', {}, true, null, ['unsaved']],
    [
      'a profile, reached within the site',
      { from: 'https://www.linkedin.com/feed/' },
      true,
      null,
      ['unsaved'],
    ],
    ['a profile of another site', { from: 'https://evil.example/in/leyla-brandt/' }, false, null, ['none']],
    ['no profile', { url: 'https://www.linkedin.com/feed/' }, false, null, ['none']],
    ['in quiet mode', { quiet: true }, false, null, ['unsaved']],
    ['without a tab', { tab: null }, true, null, []],
    ['in another language', { language: 'de' }, true, words, ['unsaved']],
    ['in another language, for no words', { language: 'en', texts: [] }, true, {}, ['unsaved']],
  ])(
    'learns by its address alone whether a button is to be shown: %s',
    async (_, given, show, texts, badge) => {
      expect(await ask(given)).toEqual([show, texts, badge]);
    },
  );

  it('saves nothing where it is no tab', async () => {
    const { handlers, readPage } = open(read());
    await expect(handlers['page.save']({}, { kind: 'page', url: URL, tab: null })).rejects.toMatchObject({
      kind: 'notAllowed',
    });
    expect(readPage).not.toHaveBeenCalled();
  });
});

it('whoever is saved in the popup is shown at its tab, where it is of one', async () => {
  const { handlers, badges } = open(read());
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
  expect(badges).toEqual([]);
  expect(await handlers['contact.save']({ capture: makeCapture(), tab: 0 }, POPUP)).toEqual({
    id,
    created: false,
  });
  expect(badges).toEqual([[0, expect.objectContaining({ state: 'saved' })]]);
});

it('the button is put on a site that was granted', async () => {
  const addSite = vi.fn(async () => {});
  const { handlers } = open(read(), { addSite });
  expect(await handlers['site.add']({ host: 'people.example' }, POPUP)).toBeNull();
  expect(addSite.mock.calls).toEqual([['people.example']]);
});

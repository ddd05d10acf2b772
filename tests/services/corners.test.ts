import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import { joinContacts } from '../../src/core/merge/index.ts';
import type { Contact, Profile } from '../../src/core/model/index.ts';
import type { MergeChoices } from '../../src/messaging/files.ts';
import type { DueItem } from '../../src/messaging/protocol.ts';
import { suggestionsOf } from '../../src/services/addressBar.ts';
import { createAnnouncer } from '../../src/services/announcer.ts';
import { createBackground } from '../../src/services/background.ts';
import { failureOf, namedFailure } from '../../src/services/failures.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { startJob } from '../../src/services/jobs.ts';
import { createMenus } from '../../src/services/menus.ts';
import { choose } from '../../src/services/mergeContacts.ts';
import { notifierOf, REMINDER } from '../../src/services/notify.ts';
import { isOwnPage, looksLikeMe } from '../../src/services/ownPage.ts';
import { RowNames } from '../../src/services/rowNames.ts';
import { followGrants } from '../../src/services/sites.ts';
import { inSlices, SLICE_MS } from '../../src/services/slices.ts';
import { NotStorable, StorageUnavailable } from '../../src/storage/unavailable.ts';
import { makeCapture, makeContact, makeEnvironment, makeProfile, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

describe('what the user chooses of two who become one', () => {
  const of = (id: string, word: string): Contact => {
    const made = makeContact(
      {
        key: { site: 'web', id },
        url: `https://example.org/${id}`,
        name: { full: `Name ${word}` },
        headline: word,
        industry: word,
        about: word,
        location: { text: word },
        positions: [{ title: word, company: word }],
      },
      id,
    );
    return {
      ...made,
      own: { ...made.own, note: word, edits: { headline: `typed ${word}`, skills: [word] } },
    };
  };
  const [kept, other] = [of('a', 'kept'), of('b', 'other')];
  const merged = joinContacts(kept, other, { now: NOW, deviceId: 'd' });
  const chosen = (choices: MergeChoices, one = kept, two = other) => choose(merged, one, two, choices);

  it('changes nothing where they choose nothing', () => {
    expect(chosen({})).toEqual(merged);
    expect(chosen({ positions: 'both', note: 'both' })).toEqual(merged);
  });

  it.each(['kept', 'other'] as const)('is that of the %s one, in each field', (side) => {
    const from = side === 'kept' ? kept : other;
    const all = chosen({
      name: side,
      headline: side,
      location: side,
      industry: side,
      about: side,
      url: side,
      positions: side,
      note: side,
    });
    const { key, url, name, headline, location, industry, about, positions } = from.profile;
    expect(all.profile).toMatchObject({ key, url, name, headline, location, industry, about });
    expect(all.profile.positions).toEqual(positions);
    expect([all.own.note, all.own.edits.headline]).toEqual([side, `typed ${side}`]);
    expect(all.own.edits.skills).toEqual(merged.own.edits.skills);
  });

  it('is nothing where the chosen one says nothing', () => {
    const silent = { ...makeContact({ positions: [] }, 'c') };
    const found = chosen(
      { headline: 'other', about: 'other', note: 'other', positions: 'other' },
      kept,
      silent,
    );
    expect(found.profile).not.toHaveProperty('headline');
    expect(found.profile).not.toHaveProperty('about');
    expect(found.own).not.toHaveProperty('note');
    expect(found.own.edits).not.toHaveProperty('headline');
    expect(found.profile.positions).toEqual([]);
  });
});

describe('time', () => {
  beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }));
  afterEach(() => void vi.useRealTimers());

  it('open pages hear the first write at once, and a burst together, with its last number', () => {
    const heard: unknown[] = [];
    const wrote = createAnnouncer((event) => heard.push(event));
    for (const revision of [1, 2, 4, 3]) wrote(revision);
    expect(heard).toEqual([{ kind: 'changed', revision: 1 }]);
    vi.advanceTimersByTime(149);
    expect(heard).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(heard.at(-1)).toEqual({ kind: 'changed', revision: 4 });
    vi.advanceTimersByTime(1_000);
    wrote(5);
    expect(heard).toHaveLength(3);
    vi.advanceTimersByTime(1_000);
    expect(heard).toHaveLength(3);
  });

  it('open pages hear of a task at its beginning and end, and in between now and then', () => {
    const heard: object[] = [];
    const announce = (event: object) => void heard.push((event as { job: object }).job);
    vi.advanceTimersByTime(1_000);
    const progress = startJob({ announce }, { id: 'j', kind: 'import' });
    expect(heard).toEqual([{ id: 'j', kind: 'import', state: 'running', done: 0, total: null }]);
    progress.report(1, 9);
    progress.report(2);
    vi.advanceTimersByTime(150);
    progress.report(3);
    progress.end('cancelled');
    expect(heard.slice(1)).toEqual([
      { id: 'j', kind: 'import', state: 'running', done: 1, total: 9 },
      { id: 'j', kind: 'import', state: 'running', done: 3, total: 9 },
      { id: 'j', kind: 'import', state: 'cancelled', done: 3, total: 9 },
    ]);
    startJob({ announce }, { id: 'k', kind: 'export' }, 5);
    expect(heard.at(-1)).toMatchObject({ total: 5 });
  });
});

it('steps are heard one by one, and others have a turn after each slice alone', async () => {
  let turns = 0;
  const ticking = setInterval(() => {
    turns += 1;
  }, 0);
  const heard: number[] = [];
  await inSlices([1, 2, 3], (step) => heard.push(step));
  expect([heard, turns]).toEqual([[1, 2, 3], 0]);
  await inSlices([1, 2, 3], () => {
    const end = performance.now() + SLICE_MS;
    while (performance.now() < end);
  });
  clearInterval(ticking);
  expect(turns).toBeGreaterThan(0);
});

describe('a reminder', () => {
  const item = (name: string, kind: DueItem['kind']): DueItem => ({
    contactId: name,
    name,
    kind,
    text: 'call',
    due: '2026-11-24',
  });
  const shown: unknown[][] = [];
  const platform = {
    runtime: { getURL: (path: string) => `x:/${path}` },
    notifications: { create: async (...all: unknown[]) => void shown.push(all) },
  };
  const texts = makeEnvironment().environment;

  it('names three, and says of how many more it could', async () => {
    const notify = notifierOf(platform as never, texts);
    const due = [item('a', 'nextStep'), item('b', 'keepInTouch'), item('c', 'review'), item('d', 'nextStep')];
    await notify({ due: due.slice(0, 3), count: 3 }, { language: 'en' });
    await notify({ due, count: 9 }, { language: 'en' });
    expect(shown).toEqual([
      [
        REMINDER,
        {
          type: 'basic',
          iconUrl: 'x://icon/128.png',
          title: 'factDueSteps 3',
          message: 'notify_step a call\nnotify_touch b\nnotify_touch c',
        },
      ],
      [
        REMINDER,
        expect.objectContaining({
          title: 'factDueSteps 9',
          message: 'notify_step a call\nnotify_touch b\nnotify_touch c\nnotify_more 6',
        }),
      ],
    ]);
  });

  it('is not shown where the browser has none, or the user has not allowed it', async () => {
    const notify = notifierOf({ runtime: platform.runtime } as never, texts);
    await expect(notify({ due: [], count: 0 }, { language: 'en' })).resolves.toBeUndefined();
  });
});

it('the menus stand where they are of use', async () => {
  const made: object[] = [{ id: 'old' }];
  await createMenus({
    i18n: { getMessage: (key: string) => key },
    contextMenus: {
      removeAll: async () => void made.splice(0),
      create: (item: object) => void made.push(item),
    },
  } as never);
  expect(made).toEqual([
    {
      id: 'save',
      title: 'menu_save',
      contexts: ['page'],
      documentUrlPatterns: ['https://*/*', 'http://*/*'],
    },
    { id: 'side', title: 'menu_side', contexts: ['action'] },
    { id: 'dashboard', title: 'menu_dashboard', contexts: ['action'] },
  ]);
  await expect(createMenus({ i18n: {} } as never)).resolves.toBeUndefined();
});

describe('a failure of the database', () => {
  it.each([
    [new StorageUnavailable('full'), 'storageFull'],
    [new StorageUnavailable('newerVersion'), 'storageNewer'],
    [new StorageUnavailable('blocked'), 'storageBlocked'],
    [new StorageUnavailable('broken'), 'storageBroken'],
    [new StorageUnavailable('private'), 'storagePrivate'],
    [new StorageUnavailable('missingStore'), 'storageMissing'],
    [new StorageUnavailable('missingIndex'), 'storageIndex'],
    [new StorageUnavailable('damagedRow'), 'storageRow'],
    [Object.create(NotStorable.prototype), 'notStorable'],
    [new Error('else'), 'unknown'],
    ['no error', 'unknown'],
  ])('%s is told as %s', (error, kind) => {
    expect(failureOf(error)).toBe(kind);
  });

  it('of another kind stays what it is, also where no database opens', async () => {
    const error = new Error('else');
    expect(await namedFailure(error, { database: Promise.reject(new Error('closed')) as never })).toBe(error);
  });
});

describe('the user’s own page', () => {
  const environment = { identify: personOf };
  const page = (id: string, more: Partial<Profile> = {}) =>
    makeProfile({ key: { site: 'linkedin', id }, url: `https://www.linkedin.com/in/${id}/`, ...more });

  it('is known by the address that they named, and by any further one', () => {
    const me = {
      profileUrl: 'https://www.linkedin.com/in/kim/',
      addresses: ['https://www.example.org/kim/'],
    };
    expect(isOwnPage(page('kim'), me, environment)).toBe(true);
    expect(isOwnPage(page('leyla'), me, environment)).toBe(false);
    const web = { key: { site: 'web', id: 'x' }, url: 'https://example.org/kim' };
    expect(isOwnPage(page('x', web), me, environment)).toBe(true);
    expect(isOwnPage(page('x', { ...web, url: 'https://example.org/kim/else' }), me, environment)).toBe(
      false,
    );
    expect(isOwnPage(page('kim'), { addresses: [] }, environment)).toBe(false);
    expect(isOwnPage(page('kim'), undefined, environment)).toBe(false);
  });

  it('may be one of their name at an employer of theirs', () => {
    const me = { name: 'Kim Sommer', positions: [{ company: 'Acme GmbH' }, {}] };
    const at = (full: string, company?: string) => ({
      name: { full },
      positions: company === undefined ? [{}] : [{ company }],
    });
    expect(looksLikeMe(at('Sommer, Kim', 'ACME'), me)).toBe(true);
    expect(looksLikeMe(at('Kim Sommer', 'Beispiel'), me)).toBe(false);
    expect(looksLikeMe(at('Leyla Brandt', 'ACME'), me)).toBe(false);
    expect(looksLikeMe(at('Kim Sommer'), me)).toBe(false);
    expect(looksLikeMe(at('Kim Sommer', 'ACME'), { positions: me.positions })).toBe(false);
    expect(looksLikeMe(at('Kim Sommer', 'ACME'), undefined)).toBe(false);
  });

  it('names the contact who is saved under it', async () => {
    const background = createBackground({ ...makeEnvironment().environment, identify: personOf });
    const handlers = handlersOf(background);
    expect(await handlers['me.contact']({}, POPUP)).toBeNull();
    const { id } = await handlers['contact.save']({ capture: makeCapture() }, POPUP);
    const me = { positions: [], education: [], skills: [], languages: [] };
    await handlers['me.set']({ me }, POPUP);
    expect(await handlers['me.contact']({}, POPUP)).toBeNull();
    await handlers['me.set'](
      { me: { ...me, addresses: ['https://www.linkedin.com/in/leyla-brandt/'] } },
      POPUP,
    );
    expect(await handlers['me.contact']({}, POPUP)).toEqual({ id, name: 'Leyla Brandt' });
  });
});

it('the button follows what was granted, but for the storage of sync', async () => {
  const { environment } = makeEnvironment();
  const done: string[] = [];
  await followGrants({
    ...environment,
    grantedSites: async () => ['new.example', 'kept.example'],
    buttonSites: async () => ['kept.example', 'gone.example'],
    addSite: async (host) => void done.push(`add ${host}`),
    takeButton: async (host) => void done.push(`take ${host}`),
  });
  expect(done).toEqual(['add new.example', 'take gone.example']);
});

it('names follow the segments that have changed, and no others', () => {
  const names = new RowNames();
  const rows = (...people: string[]) => ({
    rows: {
      count: people.length,
      columns: { id: people.map((name) => `id ${name}`).join('\t'), name: people.join('\t') },
    },
  });
  const [one, other] = [rows('Ada Blum'), rows('Bea Stein')];
  const follow = (...segments: object[]) =>
    [...names.follow(new Map(segments.map((row, at) => [at, row])) as never)].length;
  expect(follow(one, other)).toBe(2);
  expect(follow(one, other)).toBe(0);
  expect(names.find('Ada Blum')).toEqual(['id Ada Blum']);
  expect(follow(rows('Cem Kaya'), other)).toBe(1);
  expect([names.find('Ada Blum'), names.find('Cem Kaya'), names.find('Bea Stein')]).toEqual([
    [],
    ['id Cem Kaya'],
    ['id Bea Stein'],
  ]);
});

it('a line of the address bar says by what somebody was found where it does not say so itself', () => {
  const row = { id: '1', name: 'Ada', title: '', company: 'Acme', place: 'Ulm' };
  const line = (by?: string) => suggestionsOf([row], () => by)[0]?.content;
  expect([line(), line('Ulm'), line('tea')]).toEqual([
    'Ada · Acme · Ulm',
    'Ada · Acme · Ulm',
    'Ada · Acme · Ulm · tea',
  ]);
});

it('a passphrase of nothing seals nothing', async () => {
  const handlers = handlersOf(createBackground(makeEnvironment().environment));
  await expect(handlers['backup.seal']({ passphrase: '' }, POPUP)).rejects.toMatchObject({
    kind: 'passphraseEmpty',
  });
  expect((await handlers['backup.state']({}, POPUP)).encrypted).toBe(false);
});

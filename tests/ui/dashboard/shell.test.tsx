import { act, cleanup, fireEvent } from '@testing-library/preact';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { MessageFailure } from '../../../src/messaging/errors.ts';
import type { Job, NetworkEvent } from '../../../src/messaging/events.ts';
import { linkTo, linkToContact, placeOf } from '../../../src/ui/dashboard/links.ts';
import { enter, makeRow } from './stage.tsx';

afterEach(cleanup);

const tell = (weitblickEvent: NetworkEvent) =>
  act(async () => {
    await fakeBrowser.runtime.onMessage.trigger({ weitblickEvent }, { id: fakeBrowser.runtime.id }, () => {});
  });
const job = (changes: Partial<Job>): NetworkEvent => ({
  kind: 'job',
  job: { id: 'j1', kind: 'import', state: 'running', done: 320, total: 1000, ...changes },
});

describe('addresses', () => {
  it.each([
    ['', 'today', [], {}],
    ['#/nowhere', 'today', [], {}],
    ['#/constructor', 'today', [], {}],
    ['#/goals/a%20b/edit?x=1&y=%26', 'goals', ['a b', 'edit'], { x: '1', y: '&' }],
    ['#/goals/%E0%A4%A', 'goals', ['%E0%A4%A'], {}],
  ])('%s', (hash, room, path, query) => {
    expect(placeOf(hash)).toMatchObject({ room, place: { path, query } });
  });

  it('opens a contact over any room, and closes it again', () => {
    const here = linkTo('test', [], { industry: '86' });
    const open = linkToContact('c/1', here);
    expect(placeOf(open)).toMatchObject({
      room: 'test',
      contact: 'c/1',
      place: { query: { industry: '86' } },
    });
    expect(linkToContact(null, open)).toBe(here);
  });
});

it('names ten rooms in words, the user at the foot, and the page after the room', async () => {
  const { container } = await enter('#/goals', { rows: [makeRow('a', 'Alma Berg')] });
  const words = [...container.querySelectorAll('.rail li')].map(({ textContent }) => textContent);
  expect(words).toEqual([
    'Today',
    'Map',
    'Contacts',
    'Lists',
    'Goals',
    'Change test',
    'Key persons',
    'Next moves',
    'Files',
    'Settings',
  ]);
  expect(container.querySelector('.rail [aria-current=page]')?.textContent).toBe('Goals');
  expect(container.querySelector('.rail-me')?.textContent).toContain('Kim Sommer');
  expect(document.title).toBe('Goals · Weitblick');
});

it('asks at the foot of the rail who the user is', async () => {
  const { container } = await enter('#/goals', { me: null });
  expect(container.querySelector('.rail-me')?.textContent).toBe('Say who you are');
});

it('brings the focus to the heading of the next room, not of the first', async () => {
  const { container } = await enter('#/goals');
  expect(document.activeElement).toBe(document.body);
  location.hash = '#/moves';
  await vi.waitFor(() => expect(document.activeElement).toBe(container.querySelector('h1')));
  expect(document.activeElement?.textContent).toBe('Next moves');
});

it('takes the focus to the heading when a step within a room takes away what had it, and only then', async () => {
  const { container } = await enter('#/welcome/archive');
  const button = await vi.waitFor(() => {
    const found = container.querySelector<HTMLElement>('section button');
    if (found === null) throw new Error('not yet');
    return found;
  });
  button.focus();
  location.hash = '#/welcome/goal';
  await vi.waitFor(() => expect(document.activeElement).toBe(container.querySelector('h1')));
  const kept = container.querySelector('.rail a') as HTMLElement;
  kept.focus();
  location.hash = '#/welcome/archive';
  await vi.waitFor(() => expect(container.querySelector('section button')).not.toBeNull());
  expect(document.activeElement).toBe(kept);
});

it('gives the focus back to who opened a panel, each time, and to the line of the contact when that is gone', async () => {
  const rows = [makeRow('a', 'Alma Berg'), makeRow('b', 'Bela Costa')];
  const { container } = await enter('#/goals', { rows });
  const place = container.querySelector('main') as Element;
  const link = (id: string) => {
    const made = Object.assign(document.createElement('a'), { href: linkToContact(id), textContent: id });
    place.append(made);
    return made;
  };
  const [one, two] = [link('a'), link('b')];
  const panel = () => container.querySelector('.panel');
  const openBy = async (opener: HTMLElement, id: string) => {
    opener.focus();
    location.hash = linkToContact(id);
    await vi.waitFor(() => expect(panel()?.contains(document.activeElement)).toBe(true));
  };
  const close = async () => {
    location.hash = linkToContact(null);
    await vi.waitFor(() => expect(panel()).toBeNull());
  };
  await openBy(one, 'a');
  await close();
  expect(document.activeElement).toBe(one);
  await openBy(two, 'b');
  await close();
  expect(document.activeElement).toBe(two);
  // One panel after the other, without closing the first.
  await openBy(one, 'a');
  await openBy(two, 'b');
  await close();
  expect(document.activeElement).toBe(two);
  await openBy(one, 'a');
  one.remove();
  const again = link('a');
  await close();
  expect(document.activeElement).toBe(again);
  await openBy(again, 'a');
  again.remove();
  await close();
  expect(document.activeElement).toBe(container.querySelector('h1'));
});

it('skips the rail', async () => {
  const { container } = await enter('#/moves');
  fireEvent.click(container.querySelector('.skip') as Element);
  expect(document.activeElement).toBe(container.querySelector('h1'));
  expect(location.hash).toBe('#/moves');
});

describe('a long task', () => {
  it('has a line only when it takes a while, with its progress and a way to stop it', async () => {
    const { container, sent } = await enter('#/moves', { answers: { 'import.cancel': () => null } });
    await tell(job({}));
    expect(container.querySelector('.job')).toBeNull();
    await vi.waitFor(
      () => expect(container.querySelector('.job')?.textContent).toContain('320 of 1,000'),
      2000,
    );
    expect(container.querySelector('progress')?.value).toBe(320);
    fireEvent.click(container.querySelector('.job button') as Element);
    await vi.waitFor(() => expect(sent.at(-1)).toEqual({ name: 'import.cancel', input: { id: 'j1' } }));
    await tell(job({ state: 'cancelled' }));
    await vi.waitFor(() => expect(container.querySelector('.job')).toBeNull());
  });

  it('cannot be stopped where stopping means nothing', async () => {
    const { container } = await enter('#/moves');
    await tell(job({ kind: 'analyse', total: null }));
    await vi.waitFor(() => expect(container.querySelector('.job')).not.toBeNull(), 2000);
    expect(container.querySelector('.job')?.textContent).toBe('Analysing your network');
    expect(container.querySelector('.job button')).toBeNull();
  });
});

it('says that contacts are gone, what is safe and what to do, until it is seen', async () => {
  const { container, sent } = await enter('#/moves', {
    lost: { count: 412, at: '2026-11-03T08:00:00.000Z' },
    answers: { 'loss.dismiss': () => null },
  });
  const banner = () => container.querySelector('[role=alert].loss');
  expect(banner()?.textContent).toContain('412 contacts that were here on Nov 3, 2026 are gone');
  expect(banner()?.querySelector('a')?.getAttribute('href')).toBe('#/files');
  fireEvent.click(banner()?.querySelector('button') as Element);
  await vi.waitFor(() => expect(banner()).toBeNull());
  expect(sent.map(({ name }) => name)).toContain('loss.dismiss');
});

describe('when the background fails', () => {
  const rows = [
    makeRow('a', 'Alma Berg', { fits: [80], roles: [1], isHub: true }),
    makeRow('b', 'Bela Costa'),
  ];
  const broken = () => {
    throw new MessageFailure('storageBroken');
  };
  it.each(['today', 'goals', 'key', 'moves'])('%s says what is safe, and claims nothing', async (room) => {
    const { text } = await enter(`#/${room}`, {
      rows,
      answers: { 'analysis.get': broken, 'rows.of': broken, 'due.get': broken },
    });
    await vi.waitFor(() => expect(text()).toContain('Nothing was deleted; restart the browser'));
    expect(text()).not.toMatch(/Nothing is due|Nothing to suggest|No key person/);
  });

  it.each(['today', 'goals', 'key', 'moves', 'test'])('%s says so when only the names fail', async (room) => {
    const { text } = await enter(`#/${room}`, { rows, answers: { 'rows.of': broken } });
    await vi.waitFor(() => expect(text()).toContain('Nothing was deleted; restart the browser'));
    expect(text()).not.toContain('One moment');
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import { type Handlers, type MessageName, PROTOCOL, type Sender } from '../../src/messaging/protocol.ts';
import { type MessageSender, serve } from '../../src/messaging/server.ts';

const root = join(import.meta.dirname, '../..');

/**
 * Who may send each message, written a second time on purpose: whoever opens one to somebody else must say so here,
 * with the reason. `page` is a script in a page of the web, which a hostile page may have taken over: it learns
 * nothing, and it changes nothing but by the reading of its own tab.
 */
const SENDERS: Record<MessageName, readonly [from: readonly Sender[], why: string]> = {
  'page.state': [['page'], 'whether to show a button: by the address, never by who is saved'],
  'page.save': [['page'], 'the click of a person; the background reads the tab itself'],

  'contact.save': [['extension'], 'writes what it is handed'],
  'contact.preview': [['extension'], 'tells what is saved of a person'],
  'contact.marginal': [['extension'], 'tells of the network'],
  'contact.get': [['extension'], 'tells of a contact'],
  'contact.ways': [['extension'], 'tells who knows whom: also offered by the popup'],
  'company.get': [['extension'], 'tells of contacts: also offered by the popup'],
  'contact.at': [['extension'], 'tells of a contact'],
  'contact.search': [['extension'], 'tells of contacts'],
  'contact.history': [['extension'], 'tells of a contact'],
  'contact.log': [['extension'], 'writes'],
  'contact.unlog': [['extension'], 'takes a line back'],
  'contact.relog': [['extension'], 'writes'],
  'contact.edit': [['extension'], 'writes'],
  'contact.alike': [['extension'], 'tells of contacts'],
  'contact.snooze': [['extension'], 'writes: also offered by the popup'],
  'list.get': [['extension'], 'tells of contacts'],
  'list.name': [['extension'], 'writes'],
  'list.remove': [['extension'], 'takes a list away, and nobody with it; can be taken back'],
  'list.place': [['extension'], 'writes'],
  'list.add': [['extension'], 'writes'],
  'board.get': [['extension'], 'tells of contacts'],
  'board.place': [['extension'], 'writes'],
  'contact.tag': [['extension'], 'writes'],
  'contact.role': [['extension'], 'writes: also offered by the popup'],
  'contact.typed': [['extension'], 'keeps what is being typed'],
  'contact.setOwn': [['extension'], 'writes'],
  'contact.setTie': [['extension'], 'writes'],
  'contact.removeTie': [['extension'], 'writes'],
  'acquaintances.look': [['extension'], 'tells of contacts'],
  'acquaintances.choose': [['extension'], 'writes: the ticks of the popup'],
  'acquaintances.refuse': [['extension'], 'writes: also offered by the popup'],
  'questions.get': [['extension'], 'tells of contacts'],
  'questions.answer': [['extension'], 'writes'],
  'contact.forget': [['extension'], 'erases one: also offered by the popup'],
  'rows.get': [['extension'], 'tells of contacts'],
  'rows.index': [['extension'], 'tells how many contacts there are'],
  'rows.packed': [['extension'], 'tells of contacts'],
  'rows.of': [['extension'], 'tells of contacts'],
  'due.get': [['extension'], 'tells of contacts'],
  'review.get': [['extension'], 'tells of contacts'],
  'tags.get': [['extension'], 'tells the user’s words'],
  'analysis.get': [['extension'], 'tells of the network'],
  'analysis.months': [['extension'], 'tells of the network'],
  'analysis.test': [['extension'], 'tells of the network'],
  'graph.get': [['extension'], 'tells of the network'],
  'network.get': [['extension'], 'tells who the user is'],
  'privacy.get': [['extension'], 'tells how much is stored'],
  'undo.list': [['extension'], 'tells what was done'],
  'undo.run': [['extension'], 'writes'],
  'merge.suggest': [['extension'], 'tells of contacts'],
  'merge.run': [['extension'], 'writes'],
  'merge.dismiss': [['extension'], 'writes'],
  'me.set': [['extension'], 'sets who the user is: also offered by the popup'],
  'me.contact': [['extension'], 'makes a contact the user: also offered by the popup'],
  'me.unset': [['extension'], 'takes that back'],
  'draft.get': [['extension'], 'tells what was typed'],
  'draft.set': [['extension'], 'keeps what is being typed'],
  'goal.set': [['extension'], 'sets'],
  'goal.delete': [['extension'], 'erases a goal'],
  'settings.set': [['extension'], 'sets'],
  'company.asked': [['extension'], 'sets: offered by the popup'],
  'company.set': [['extension'], 'sets: also offered by the popup'],
  'move.set': [['extension'], 'sets'],
  'view.set': [['extension'], 'sets'],
  'rhythm.set': [['extension'], 'sets'],
  'backup.when': [['extension'], 'sets'],
  'site.add': [['extension'], 'puts the button on a site: offered by the popup'],
  'doNotSave.add': [['extension'], 'sets'],
  'doNotSave.remove': [['extension'], 'sets'],
  'loss.dismiss': [['extension'], 'sets'],
  'backup.state': [['extension'], 'tells when a backup was made'],

  'contact.setMany': [['extension'], 'writes many'],
  'contact.forgetMany': [['dashboard'], 'erases many'],
  'privacy.erase': [['dashboard'], 'erases everything'],
  'restore.confirm': [['dashboard'], 'replaces everything'],
  'restore.join': [['dashboard'], 'writes the whole network'],
  'import.begin': [['dashboard'], 'imports'],
  'import.part': [['dashboard'], 'imports'],
  'import.read': [['dashboard'], 'imports'],
  'import.confirm': [['dashboard'], 'imports'],
  'import.cancel': [['dashboard'], 'imports'],
  'export.begin': [['dashboard'], 'exports'],
  'export.next': [['dashboard'], 'exports'],
  'export.cancel': [['dashboard'], 'exports'],
  'export.report': [['dashboard'], 'exports'],
  'backup.seal': [['dashboard'], 'takes the passphrase'],
  'backup.now': [['dashboard'], 'exports'],

  'sync.status': [['extension'], 'tells where devices are kept in step, never password or code'],
  'sync.now': [['extension'], 'a round to the place that the person gave'],
  'sync.note': [['extension'], 'tells the versions of a note'],
  'sync.check': [['dashboard'], 'sends to an address'],
  'sync.setUp': [['dashboard'], 'sends to an address'],
  'sync.meet': [['dashboard'], 'sends to an address'],
  'sync.join': [['dashboard'], 'sends to an address, and takes over what is there'],
  'sync.code': [['dashboard'], 'tells the code that opens everything'],
  'sync.password': [['dashboard'], 'changes what is sent to the storage'],
  'sync.changeCode': [['dashboard'], 'locks other devices out'],
  'sync.enterCode': [['dashboard'], 'takes over what is there'],
  'sync.publishAgain': [['dashboard'], 'sends everything'],
  'sync.massForget': [['dashboard'], 'forgets many'],
  'sync.leave': [['dashboard'], 'can remove what is on the storage'],
};

const NAMES = Object.keys(PROTOCOL) as MessageName[];

it('lets those send each message that are named here, and nobody else', () => {
  expect(Object.fromEntries(NAMES.map((name) => [name, PROTOCOL[name].from]))).toEqual(
    Object.fromEntries(Object.entries(SENDERS).map(([name, [from]]) => [name, from])),
  );
});

const OWN = { id: 'own', origin: 'chrome-extension://own' };
const ours = (path: string): MessageSender => ({
  id: 'own',
  url: `chrome-extension://own${path}`,
  origin: OWN.origin,
});
const WEB = 'https://www.linkedin.com/in/a/';
const PAGE: MessageSender = {
  id: 'own',
  url: WEB,
  origin: 'https://www.linkedin.com',
  frameId: 0,
  documentLifecycle: 'active',
  tab: { id: 1, url: WEB },
};

/** Which messages of the whole protocol get past the door; what they carry is looked at later. */
async function heard(sender: MessageSender): Promise<MessageName[]> {
  const handlers = new Proxy({}, { get: () => vi.fn(async () => null) }) as Handlers;
  const listen = serve(handlers, OWN, () => 'unknown');
  const answers = await Promise.all(NAMES.map((weitblick) => listen({ weitblick, input: null }, sender)));
  return NAMES.filter((_, at) => {
    const answer = answers[at];
    return answer?.ok || answer?.kind !== 'notAllowed';
  });
}
const allowedTo = (...kinds: Sender[]) =>
  NAMES.filter((name) => SENDERS[name][0].some((kind) => kinds.includes(kind)));

describe('of the whole protocol', () => {
  it.each<[string, MessageSender, Sender[]]>([
    ['the popup', ours('/popup.html'), ['extension']],
    ['the side panel', ours('/sidepanel.html'), ['extension']],
    ['the dashboard', ours('/dashboard.html'), ['extension', 'dashboard']],
    ['the dashboard in a room', ours('/dashboard.html?x=1#/files/import'), ['extension', 'dashboard']],
    // Chromium and Firefox say more or less of a sender.
    ['a browser that names no origin', { id: 'own', url: `${OWN.origin}/popup.html` }, ['extension']],
    [
      'the dashboard while its tab is already elsewhere',
      {
        ...ours('/dashboard.html'),
        documentLifecycle: 'pending_deletion',
        frameId: 0,
        tab: { id: 1, url: WEB },
      },
      ['extension', 'dashboard'],
    ],
    ['a script in a page', PAGE, ['page']],
    [
      'a script in a page of which no more is known',
      { id: 'own', url: WEB, frameId: 0, tab: { id: 1 } },
      ['page'],
    ],
  ])('%s may send all that it needs, and no more', async (_, sender, kinds) => {
    expect(await heard(sender)).toEqual(allowedTo(...kinds));
  });

  it.each<[string, MessageSender]>([
    ['another extension', { ...ours('/dashboard.html'), id: 'other' }],
    ['nobody', {}],
    ['somebody without an address', { id: 'own' }],
    ['somebody with an address that is none', { id: 'own', url: 'dashboard.html' }],
    ['a page of ours that sends nothing', ours('/offscreen.html')],
    ['an address of ours that is no page', ours('/')],
    ['a path that only begins like one', ours('/dashboard.html/x')],
    ['a path with its dots', ours('/a/dashboard.html')],
    ['an origin that only begins like ours', { id: 'own', url: 'chrome-extension://owner/popup.html' }],
    ['an origin that only ends like ours', { id: 'own', url: 'chrome-extension://x.own/popup.html' }],
    [
      'ours as a user’s name',
      { id: 'own', url: 'https://chrome-extension:own@evil.example/popup.html', frameId: 0 },
    ],
    ['our path at a web address', { ...PAGE, url: 'https://own/dashboard.html' }],
    ['a page that claims our address', { ...PAGE, url: `${OWN.origin}/dashboard.html` }],
    ['a page that claims our origin', { ...PAGE, origin: OWN.origin }],
    ['a page in a sandbox', { ...PAGE, origin: 'null' }],
    ['a frame of ours in a sandbox', { ...ours('/dashboard.html'), origin: 'null' }],
    ['a frame in a page', { ...PAGE, frameId: 3 }],
    ['a page of which no frame is known', { ...PAGE, frameId: undefined }],
    ['a page without a tab', { ...PAGE, tab: undefined }],
    ['a page in a tab without a number', { ...PAGE, tab: { url: WEB } }],
    ['a page whose tab shows another site', { ...PAGE, tab: { id: 1, url: 'https://evil.example/' } }],
    [
      'a page whose tab shows a page of ours',
      { ...PAGE, tab: { id: 1, url: `${OWN.origin}/dashboard.html` } },
    ],
    ['a page that is only made ready', { ...PAGE, documentLifecycle: 'prerender' }],
    ['a page that was left', { ...PAGE, documentLifecycle: 'cached' }],
    [
      'a page without encryption',
      { ...PAGE, url: 'http://www.linkedin.com/in/a/', origin: 'http://www.linkedin.com' },
    ],
    ['a file', { ...PAGE, url: 'file:///home/a.html', origin: 'null' }],
    [
      'a blob of a page',
      { ...PAGE, url: 'blob:https://www.linkedin.com/1', origin: 'https://www.linkedin.com' },
    ],
  ])('%s may send nothing', async (_, sender) => {
    expect(await heard(sender)).toEqual([]);
  });
});

describe('callers', () => {
  const sources = ['ui', 'cli'].flatMap((room) =>
    readdirSync(join(root, 'src', room), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
      .map((entry) => [room, readFileSync(join(entry.parentPath, entry.name), 'utf8')] as const),
  );
  const called = (message: string, from: RegExp) =>
    sources.some(
      ([room, text]) => from.test(room) && new RegExp(`'${message.replace('.', '\\.')}'`).test(text),
    );
  /** Asked for by the pictures and the browser tests, which look at what is stored as a person would read it. */
  const OF_THE_WORKSHOP: readonly MessageName[] = ['rows.get'];

  it.each(NAMES)('%s has one', (name) => {
    expect(called(name, OF_THE_WORKSHOP.includes(name) ? /^cli$/ : /^ui$/)).toBe(true);
  });
});

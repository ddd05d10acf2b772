import { expect, it, vi } from 'vitest';
import { createHandlers } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeMe } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const LINKEDIN = 'https://www.linkedin.com/in/leyla-brandt/';

function open() {
  const { environment, pages, badges } = makeEnvironment();
  return { handlers: createHandlers(environment), pages, badges };
}

it.each([
  ['the address', { profileUrl: LINKEDIN }, {}],
  ['the same person at another address', { profileUrl: 'https://de.linkedin.com/in/leyla-brandt/' }, {}],
  ['one of several pages', { profileUrl: 'https://github.com/leyla', addresses: [LINKEDIN] }, {}],
  [
    'a page of no network',
    { profileUrl: 'https://leyla.example/me' },
    { key: { site: 'web', id: 'leyla.example/me' }, url: 'https://leyla.example/me/' },
  ],
])('knows the user by %s, says so, and saves nobody', async (_, known, page) => {
  const { handlers } = open();
  await handlers['me.set']({ me: makeMe(known) }, PAGE);
  const capture = makeCapture(page);
  expect(await handlers['contact.preview']({ capture }, PAGE)).toMatchObject({ isMe: true, saved: null });
  await expect(handlers['contact.save']({ capture }, PAGE)).rejects.toMatchObject({ kind: 'ownProfile' });
  expect((await handlers['network.get']({}, PAGE)).contactCount).toBe(0);
});

it('takes nobody else for the user', async () => {
  const { handlers } = open();
  await handlers['me.set']({ me: makeMe({ profileUrl: LINKEDIN }) }, PAGE);
  // A page can name any address among its links.
  const capture = makeCapture({
    key: { site: 'linkedin', id: 'somebody-else' },
    url: 'https://www.linkedin.com/in/somebody-else/',
    links: [LINKEDIN],
  });
  expect((await handlers['contact.preview']({ capture }, PAGE)).isMe).toBe(false);
  expect((await handlers['contact.save']({ capture }, PAGE)).created).toBe(true);
});

it.each([
  ['Kim Sommer', 'Hanseatische Versicherung', true],
  ['Dr. Kim Sommer', 'Hanseatische Versicherung AG', true],
  ['Kim Sommer', 'Elbhöhe', false],
  ['Kai Sommer', 'Hanseatische Versicherung AG', false],
])('asks about %s at %s whether that is the user: %s', async (full, company, likeMe) => {
  const { handlers } = open();
  await handlers['me.set']({ me: makeMe() }, PAGE);
  const capture = makeCapture({
    name: { full, given: 'Kim', family: full.split(' ').at(-1) ?? '' },
    positions: [{ company, end: null }],
  });
  const given = full.startsWith('Kai') ? { full, given: 'Kai', family: 'Sommer' } : capture.profile.name;
  const asked = { ...capture, profile: { ...capture.profile, name: given } };
  expect(await handlers['contact.preview']({ capture: asked }, PAGE)).toMatchObject({ isMe: false, likeMe });
});

it('refuses the button in the page with the same reason, which the toolbar alone tells', async () => {
  const { handlers, pages, badges } = open();
  await handlers['me.set']({ me: makeMe({ profileUrl: LINKEDIN }) }, PAGE);
  pages.push({ url: LINKEDIN, ok: true, capture: makeCapture() });
  expect(await handlers['page.save']({}, { kind: 'page', url: LINKEDIN, tab: 3 })).toBeNull();
  await vi.waitFor(() => expect(badges).toEqual([[3, { state: 'failed', sentence: 'error_ownProfile' }]]));
});

it('finds the contact whom the user has taken themself for; all of it comes back', async () => {
  const { handlers } = open();
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  await handlers['contact.setOwn']({ id, own: { note: 'that is me' } }, PAGE);
  expect(await handlers['me.contact']({}, PAGE)).toBeNull();
  await handlers['me.set']({ me: makeMe({ profileUrl: LINKEDIN }) }, PAGE);
  expect(await handlers['me.contact']({}, PAGE)).toEqual({ id, name: 'Leyla Brandt' });
  const { undo } = await handlers['contact.forgetMany']({ ids: [id] }, PAGE);
  await handlers['me.unset']({}, PAGE);
  await handlers['undo.run']({ id: undo }, PAGE);
  expect((await handlers['network.get']({}, PAGE)).me).toBeNull();
  expect((await handlers['contact.get']({ id }, PAGE))?.contact.own.note).toBe('that is me');
});

it('passes the user over in an import, and says so', async () => {
  const { handlers } = open();
  await handlers['me.set']({ me: makeMe({ profileUrl: LINKEDIN }) }, PAGE);
  const card = (name: string, address: string) =>
    `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:${name}\r\nURL:${address}\r\nEND:VCARD\r\n`;
  const text = card('Leyla Brandt', LINKEDIN) + card('Bela Costa', 'https://www.linkedin.com/in/bela-costa/');
  const bytes = new TextEncoder().encode(text);
  const { id } = await handlers['import.begin'](
    { files: [{ name: 'people.vcf', size: bytes.length }] },
    PAGE,
  );
  await handlers['import.part']({ id, file: 0, data: btoa(String.fromCharCode(...bytes)) } as never, PAGE);
  const preview = await handlers['import.read']({ id }, PAGE);
  expect(preview.counts).toMatchObject({ new: 1, self: 1, leftOut: 0 });
});

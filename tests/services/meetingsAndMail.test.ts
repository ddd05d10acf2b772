import { expect, it } from 'vitest';
import { toBase64 } from '../../src/exchange/bytes.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { makeCapture, makeContact, makeEnvironment } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: 1 } as const;
const LOG_WORDS = { met: 'Treffen', wrote: 'E-Mail' };
const CALENDAR = `BEGIN:VCALENDAR
BEGIN:VEVENT
UID:1
DTSTART:20260305T100000Z
SUMMARY:Plan
ATTENDEE;CN=L. B.:mailto:Leyla@Charite.example
ATTENDEE;CN=Nora Neu:mailto:nora@x.example
END:VEVENT
END:VCALENDAR
`;
const MAIL = ['5 Mar 2026', '1 Apr 2026']
  .map(
    (day, i) =>
      `From x\nMessage-ID: <${i}@x>\nFrom: ${i === 0 ? 'leyla@charite.example' : 'me@home.example'}\nTo: ${i === 0 ? 'me@home.example' : 'leyla@charite.example'}\nDate: ${day} 10:00:00 +0100\nSubject: secret\n\nsecret\n\n`,
  )
  .join('');

async function open() {
  const { environment } = makeEnvironment();
  const handlers = createHandlers(environment);
  const saved = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  const { id } = saved;
  const db = await environment.database;
  const contact = async () => {
    const found = await db.get('contacts', id);
    if (found === undefined) throw new Error('gone');
    return found;
  };
  await db.put('contacts', { ...(await contact()), emails: ['leyla@charite.example'] });

  async function upload(files: Record<string, string>) {
    const all = Object.entries(files).map(([name, text]) => ({
      name,
      bytes: new TextEncoder().encode(text),
    }));
    const begun = await handlers['import.begin'](
      { files: all.map(({ name, bytes }) => ({ name, size: bytes.length })) },
      PAGE,
    );
    for (const [file, { bytes }] of all.entries()) {
      const half = Math.ceil(bytes.length / 2);
      for (const at of [0, half])
        await handlers['import.part'](
          { id: begun.id, file, data: toBase64(bytes.subarray(at, at + half)) },
          PAGE,
        );
    }
    return begun.id;
  }
  const preview = (upload: string, more = {}) =>
    handlers['import.read']({ id: upload, logWords: LOG_WORDS, ...more }, PAGE);
  const confirm = (upload: string) => handlers['import.confirm']({ id: upload }, PAGE);
  const tie = () => db.get('ties', ['me', id, 'knows']);
  return { handlers, environment, id, contact, tie, upload, preview, confirm, db };
}

it('shows who was met and written with, writes log, last contact and strength, and takes all of it back', async () => {
  const { handlers, contact, tie, upload, preview, confirm } = await open();
  const before = await contact();
  const id = await upload({
    'c.ics': CALENDAR,
    'Sent.mbox': MAIL.split('From x\n')[2] ?? '',
    'in.mbox': MAIL,
  });
  const { log, counts } = await preview(id);
  expect(log).toEqual({
    contacts: 1,
    meetings: 1,
    messages: 2,
    rows: [
      {
        name: before.profile.name.full,
        meetings: 1,
        sent: 1,
        received: 1,
        first: '2026-03-05',
        last: '2026-04-01',
      },
    ],
    unknown: 1,
    byName: 0,
    takesNames: false,
    read: 2,
    own: ['me@home.example'],
    ownBy: 'sent',
  });
  expect(counts).toMatchObject({ new: 0, changed: 1, ties: 1 });
  expect(await contact()).toEqual(before);

  const done = await confirm(id);
  const after = await contact();
  expect(after.own.log).toEqual([
    { day: '2026-04-01', text: 'E-Mail', kind: 'wrote' },
    { day: '2026-03-05', text: 'Plan', kind: 'met' },
    { day: '2026-03-05', text: 'E-Mail', kind: 'wrote' },
  ]);
  // Nothing else of the contact is touched.
  expect({ ...after, own: before.own, rev: before.rev, updatedAt: before.updatedAt }).toEqual(before);
  expect(await tie()).toMatchObject({ lastContact: '2026-04-01', messages: 2, strength: 'moderate' });
  expect(JSON.stringify(after)).not.toContain('secret');

  await handlers['undo.run']({ id: done.undo }, PAGE);
  expect((await contact()).own.log).toEqual([]);
  expect(await tie()).toBeUndefined();
});

it('says nothing twice', async () => {
  const { contact, upload, preview, confirm } = await open();
  const once = await upload({ 'c.ics': CALENDAR });
  await preview(once);
  await confirm(once);
  const first = await contact();
  const twice = await upload({ 'c.ics': CALENDAR });
  expect((await preview(twice)).counts).toMatchObject({ changed: 0, same: 1, ties: 0 });
  await confirm(twice);
  expect(await contact()).toEqual(first);
});

it("counts again with the user's own addresses", async () => {
  const { upload, preview } = await open();
  const id = await upload({ 'in.mbox': MAIL });
  expect((await preview(id)).log).toMatchObject({ ownBy: 'unknown', contacts: 0 });
  const again = await preview(id, { ownAddresses: ['ME@home.example'] });
  expect(again.log).toMatchObject({ own: ['me@home.example'], ownBy: 'said', contacts: 1, messages: 2 });
  expect((await preview(id, { ownAddresses: ['nobody@x.example'] })).log).toMatchObject({ contacts: 0 });
});

it('takes somebody by name only when asked, whole as they are', async () => {
  const { db, upload, preview, confirm } = await open();
  const nora = makeContact(
    { key: { site: 'linkedin', id: 'nora-neu' }, name: { full: 'Nora Neu' }, about: 'whole' },
    'nora',
  );
  await db.put('contacts', nora);
  const id = await upload({ 'c.ics': CALENDAR });
  expect((await preview(id)).log).toMatchObject({ byName: 1, contacts: 1, unknown: 1 });
  expect((await preview(id, { byName: true })).log).toMatchObject({
    contacts: 2,
    unknown: 0,
    takesNames: true,
  });
  await confirm(id);
  const after = await db.get('contacts', 'nora');
  expect(after?.own.log).toEqual([{ day: '2026-03-05', text: 'Plan', kind: 'met' }]);
  expect(after?.profile).toEqual(nora.profile);
});

import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it, vi } from 'vitest';
import { pairKey } from '../../src/core/merge/index.ts';
import { type Backup, LAYERS, Settings } from '../../src/core/model/index.ts';
import { functionName } from '../../src/core/taxonomy/index.ts';
import { isAge } from '../../src/exchange/age.ts';
import { fromBase64, toBase64 } from '../../src/exchange/bytes.ts';
import { isEncrypted } from '../../src/exchange/cipher.ts';
import { csvRows } from '../../src/exchange/csv.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import type { NetworkEvent } from '../../src/messaging/events.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { heldBackup, restoreBackup } from '../../src/storage/backup.ts';
import { backupOf, bytesOf, network } from '../exchange/people.ts';
import { makeCapture, makeContact, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: 1 } as const;
const HEADER = 'First Name,Last Name,URL,Email Address,Company,Position,Connected On';
const CONNECTIONS = [
  HEADER,
  'Leyla,Brandt,https://www.linkedin.com/in/leyla-brandt,,Charité,Chief Data Officer,12 Mar 2024',
  'Tom,Example,https://www.linkedin.com/in/tom-example,,Acme,Buyer,13 Mar 2024',
].join('\n');

function open() {
  const { environment } = makeEnvironment();
  const events: NetworkEvent[] = [];
  const start = () => createHandlers({ ...environment, announce: (event) => void events.push(event) });
  const handlers = start();
  type Handlers = typeof handlers;

  async function upload(files: Record<string, string | Uint8Array>, on: Handlers = handlers) {
    const all = Object.entries(files).map(([name, content]) => ({
      name,
      bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
    }));
    const { id } = await on['import.begin'](
      { files: all.map(({ name, bytes }) => ({ name, size: bytes.length })) },
      PAGE,
    );
    for (const [file, { bytes }] of all.entries())
      for (let at = 0; at < bytes.length; at += 100)
        await on['import.part']({ id, file, data: toBase64(bytes.subarray(at, at + 100)) }, PAGE);
    return id;
  }

  async function preview(files: Record<string, string | Uint8Array>) {
    const id = await upload(files);
    return { id, preview: await handlers['import.read']({ id }, PAGE) };
  }

  async function take(input: Parameters<Handlers['export.begin']>[0]) {
    const { id, name } = await handlers['export.begin'](input, PAGE);
    const bytes: number[] = [];
    let text = '';
    for (;;) {
      const part = await handlers['export.next']({ id }, PAGE);
      if (part.base64) bytes.push(...(fromBase64(part.text) ?? []));
      else text += part.text;
      if (part.last) return { name, text, bytes: Uint8Array.from(bytes) };
    }
  }

  const state = async () => {
    const db = await environment.database;
    const [contacts, ties, goals] = await Promise.all([
      db.getAll('contacts'),
      db.getAll('ties'),
      db.getAll('goals'),
    ]);
    return {
      contacts,
      ties,
      goals,
      me: await db.get('state', 'me'),
      count: await db.get('state', 'contactCount'),
    };
  };
  return { environment, handlers, start, events, upload, preview, take, state };
}

describe('importing', () => {
  it('writes nothing before the user confirms, then all of it, and takes all of it back', async () => {
    const { handlers, preview, state, events } = open();
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const before = await state();
    const { id, preview: shown } = await preview({ 'Connections.csv': CONNECTIONS });
    expect(shown.counts).toMatchObject({ new: 1, changed: 1, same: 0, ties: 2 });
    expect(shown.first.map(({ name, state: is }) => [name, is])).toEqual([
      ['Leyla Brandt', 'changed'],
      ['Tom Example', 'new'],
    ]);
    expect(await state()).toEqual(before);

    const done = await handlers['import.confirm']({ id }, PAGE);
    expect(done).toMatchObject({ created: 1, changed: 1, ties: 2 });
    const after = await state();
    expect([after.contacts.length, after.count, after.ties.length]).toEqual([2, 2, 2]);
    expect(events.some((event) => event.kind === 'job' && event.job.state === 'done')).toBe(true);
    expect((await handlers['undo.list']({}, PAGE)).steps).toMatchObject([
      { id: done.undo, kind: 'import', label: 'Connections.csv', created: 1, changed: 1 },
    ]);

    expect(await handlers['undo.run']({ id: done.undo }, PAGE)).toEqual({ restored: 2 });
    const undone = await state();
    expect([undone.count, undone.ties]).toEqual([1, []]);
    expect(undone.contacts[0]).toMatchObject({
      id: before.contacts[0]?.id,
      profile: before.contacts[0]?.profile,
    });
  });

  describe('of ties alone', () => {
    const MESSAGES = [
      'CONVERSATION ID,CONVERSATION TITLE,FROM,SENDER PROFILE URL,TO,RECIPIENT PROFILE URLS,DATE,SUBJECT,CONTENT,FOLDER',
      'c1,,Leyla Brandt,https://www.linkedin.com/in/leyla-brandt,Kim Sommer,https://www.linkedin.com/in/kim,2026-11-02 10:00:00 UTC,,hello,INBOX',
      'c1,,Kim Sommer,https://www.linkedin.com/in/kim,Leyla Brandt,https://www.linkedin.com/in/leyla-brandt,2026-11-03 10:00:00 UTC,,hello,INBOX',
    ].join('\n');

    /** Leyla with a tie that an import of messages has changed since. */
    async function changed() {
      const { handlers, preview, state } = open();
      await handlers['me.set']({ me: makeMe({ name: 'Kim Sommer' }) }, PAGE);
      const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
      const tie = { from: 'me', to: id, kind: 'knows', lastContact: '2026-01-05' } as const;
      await handlers['contact.setTie']({ tie }, PAGE);
      const upload = await preview({ 'messages.csv': MESSAGES });
      const { undo } = await handlers['import.confirm']({ id: upload.id }, PAGE);
      expect((await state()).ties).toMatchObject([{ ...tie, lastContact: '2026-11-03' }]);
      const lastContact = async () =>
        (await handlers['rows.of']({ ids: [id] }, PAGE)).rows.map((row) => row.lastContact);
      return { handlers, state, lastContact, undo, tie, id };
    }

    it('is taken back in the tie and in what is read from it', async () => {
      const { handlers, state, lastContact, undo, tie } = await changed();
      expect(await lastContact()).toEqual(['2026-11-03']);
      await handlers['undo.run']({ id: undo }, PAGE);
      expect((await state()).ties).toEqual([tie]);
      expect(await lastContact()).toEqual(['2026-01-05']);
    });

    it('brings back no tie that was removed since, nor one to somebody forgotten since', async () => {
      const removed = await changed();
      await removed.handlers['contact.removeTie'](removed.tie, PAGE);
      await removed.handlers['undo.run']({ id: removed.undo }, PAGE);
      expect((await removed.state()).ties).toEqual([]);
      const forgotten = await changed();
      await forgotten.handlers['contact.forget']({ id: forgotten.id }, PAGE);
      await forgotten.handlers['undo.run']({ id: forgotten.undo }, PAGE);
      expect((await forgotten.state()).ties).toEqual([]);
    });

    it('leaves a tie that the user has said anew since', async () => {
      const { handlers, state, undo, tie } = await changed();
      const said = { ...tie, strength: 'strong', lastContact: '2026-11-20' } as const;
      await handlers['contact.setTie']({ tie: said }, PAGE);
      await handlers['undo.run']({ id: undo }, PAGE);
      expect((await state()).ties).toEqual([said]);
    });
  });

  it('leaves a tie that it made and the user has said anew since, and the person with it', async () => {
    const { handlers, preview, state } = open();
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const { id } = await preview({ 'Connections.csv': CONNECTIONS });
    const { undo } = await handlers['import.confirm']({ id }, PAGE);
    const said = (await state()).ties.map((tie) => ({ ...tie, strength: 'strong' as const }));
    for (const tie of said) await handlers['contact.setTie']({ tie }, PAGE);
    await handlers['undo.run']({ id: undo }, PAGE);
    const { contacts, ties } = await state();
    expect([ties, contacts.length]).toEqual([said, 2]);
  });

  it('can be taken back after the background was restarted', async () => {
    const { handlers, preview, start, state } = open();
    const { id } = await preview({ 'Connections.csv': CONNECTIONS });
    const { undo } = await handlers['import.confirm']({ id }, PAGE);
    await start()['undo.run']({ id: undo }, PAGE);
    expect((await state()).contacts).toEqual([]);
  });

  it('says so when the background was restarted in between, and has written nothing', async () => {
    const { preview, start, state } = open();
    const { id } = await preview({ 'Connections.csv': CONNECTIONS });
    await expect(start()['import.confirm']({ id }, PAGE)).rejects.toMatchObject({ kind: 'taskGone' });
    expect((await state()).contacts).toEqual([]);
  });

  it('plans again when the network has changed since the preview', async () => {
    const { handlers, preview, state } = open();
    const { id } = await preview({ 'Connections.csv': CONNECTIONS });
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const saved = (await state()).contacts[0];
    await handlers['contact.setOwn']({ id: String(saved?.id), own: { note: 'mine' } }, PAGE);
    expect(await handlers['import.confirm']({ id }, PAGE)).toMatchObject({ created: 1, changed: 1 });
    const leyla = (await state()).contacts.find((contact) => contact.id === saved?.id);
    expect(leyla).toMatchObject({ own: { note: 'mine' }, rev: 2 });
    expect(leyla?.profile.positions[0]?.title).toBe('Chief Data Officer');
  });

  it('goes on with the good rows only when the user says so', async () => {
    const { handlers, preview, state } = open();
    const bad = `${CONNECTIONS}\n,,https://www.linkedin.com/in/x,,Acme,Lead,1 Jan 2020\nJo,Ex,https://example.org/x,,A,B,1 Jan 2020`;
    const { id, preview: shown } = await preview({ 'Connections.csv': bad });
    expect(shown.rowErrors).toEqual([
      { key: 'importErrorRowNoName', values: { file: 'Connections.csv', row: 4, value: 'Lead' } },
      {
        key: 'importErrorRowBadUrl',
        values: { file: 'Connections.csv', row: 5, value: 'https://example.org/x' },
      },
    ]);
    await expect(handlers['import.confirm']({ id }, PAGE)).rejects.toMatchObject({ kind: 'badRows' });
    expect((await state()).contacts).toEqual([]);
    await handlers['import.confirm']({ id, keepGoodRows: true }, PAGE);
    expect((await state()).contacts).toHaveLength(2);
  });

  it('leaves out who was deleted before, and says how many', async () => {
    const { handlers, preview, state } = open();
    const { id: saved } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    await handlers['contact.forget']({ id: saved }, PAGE);
    const { id, preview: shown } = await preview({ 'Connections.csv': CONNECTIONS });
    expect(shown.counts).toMatchObject({ new: 1, leftOut: 1 });
    await handlers['import.confirm']({ id }, PAGE);
    expect((await state()).contacts.map(({ profile }) => profile.name.full)).toEqual(['Tom Example']);
  });

  it('leaves out whom the user never wants saved', async () => {
    const { handlers, preview, state } = open();
    await handlers['doNotSave.add']({ address: 'https://www.linkedin.com/in/leyla-brandt/' }, PAGE);
    const { id, preview: shown } = await preview({ 'Connections.csv': CONNECTIONS });
    expect(shown.counts).toMatchObject({ new: 1, leftOut: 1 });
    await handlers['import.confirm']({ id }, PAGE);
    expect((await state()).contacts.map(({ profile }) => profile.name.full)).toEqual(['Tom Example']);
  });

  it('proposes own profile and goals of an archive apart, and takes only what is accepted', async () => {
    const { handlers, preview, state } = open();
    const archive = zipSync({
      'Connections.csv': strToU8(CONNECTIONS),
      'Profile.csv': strToU8(
        'First Name,Last Name,Headline,Summary,Industry,Geo Location\nKim,Sommer,Engineer,x,Insurance,"Hamburg, Germany"\n',
      ),
      'Jobs/Job Seeker Preferences.csv': strToU8(
        'Locations,Industries,Job Titles,Dream Companies\n"Berlin, Germany",Hospitals and Health Care,Software Engineer,Charité\nX,,Nurse,\n',
      ),
    });
    const { id, preview: shown } = await preview({ 'archive.zip': archive });
    expect(shown.me).toMatchObject({
      fills: true,
      after: { name: 'Kim Sommer', industryLabel: 'Insurance' },
    });
    expect(shown.goals.map(({ title, target }) => [title, target.nace2, target.place?.city])).toEqual([
      ['Software Engineer', '86', 'Berlin'],
      ['Nurse', undefined, 'X'],
    ]);
    expect(shown.goals[0]?.target.isco).toMatch(/^25/);
    const done = await handlers['import.confirm']({ id, goals: [0] }, PAGE);
    const after = await state();
    expect([after.me, after.goals.map(({ title }) => title)]).toEqual([undefined, ['Software Engineer']]);
    await handlers['undo.run']({ id: done.undo }, PAGE);
    expect((await state()).goals).toEqual([]);
  });

  it("leaves the user's own words, takes the archive's by choice, and takes that back", async () => {
    const { handlers, preview, state } = open();
    const mine = makeMe({ headline: 'Builds data platforms' });
    await handlers['me.set']({ me: mine }, PAGE);
    const profile =
      'First Name,Last Name,Headline,Summary,Industry,Geo Location\nKim,Sommer,Engineer,x,,"Bremen, Germany"\n';
    const first = await preview({ 'Profile.csv': profile });
    expect(first.preview.me).toMatchObject({ fills: false });
    expect(first.preview.me?.differs.map(({ field }) => field)).toEqual(['headline', 'place']);
    expect(await handlers['import.confirm']({ id: first.id, me: true }, PAGE)).toMatchObject({ me: false });
    expect((await state()).me).toEqual(mine);

    const { id } = await preview({ 'Profile.csv': profile });
    const done = await handlers['import.confirm']({ id, me: true, meFields: ['place'] }, PAGE);
    expect(done.me).toBe(true);
    expect((await state()).me).toEqual({ ...mine, place: expect.objectContaining({ city: 'Bremen' }) });
    await handlers['undo.run']({ id: done.undo }, PAGE);
    expect((await state()).me).toEqual(mine);
  });

  it('takes back neither a goal nor an own profile that the user has worked on since', async () => {
    const { handlers, preview, start, state, environment } = open();
    await handlers['me.set']({ me: makeMe({ headline: '' }) }, PAGE);
    const { id } = await preview({
      'Profile.csv': 'First Name,Last Name,Headline,Summary,Industry,Geo Location\nKim,Sommer,Engineer,x,,\n',
      'Job Seeker Preferences.csv':
        'Locations,Industries,Job Titles,Dream Companies\n"Berlin, Germany",Banking,Software Engineer,\nX,,Nurse,\n',
    });
    const { undo } = await handlers['import.confirm']({ id, me: true, goals: [0, 1] }, PAGE);
    const { goals, me } = await state();
    expect([goals.length, me]).toEqual([2, expect.objectContaining({ headline: 'Engineer' })]);
    environment.world.now = () => new Date('2026-12-01T08:00:00.000Z');
    const later = start();
    const [first] = goals;
    if (first) await later['goal.set']({ goal: { ...first, weight: 3 } }, PAGE);
    const mine = makeMe({ headline: 'Engineer and climber' });
    await later['me.set']({ me: mine }, PAGE);
    await later['undo.run']({ id: undo }, PAGE);
    expect(await state()).toMatchObject({ goals: [{ id: first?.id, weight: 3 }], me: mine });
  });

  it('asks for the columns of an unknown table and reads it by them', async () => {
    const { handlers, upload } = open();
    const id = await upload({ 'leute.csv': 'Wer;Wo\nJo Ex;Acme\n' });
    const first = await handlers['import.read']({ id }, PAGE);
    expect(first.mappings).toMatchObject([
      { file: 'leute.csv', header: ['Wer', 'Wo'], sample: [['Jo Ex', 'Acme']] },
    ]);
    const second = await handlers['import.read'](
      { id, mappings: { 'leute.csv': { fullName: 0, company: 1, nonsense: 7 } } },
      PAGE,
    );
    expect(second.first).toMatchObject([{ name: 'Jo Ex', company: 'Acme' }]);
  });

  it('stops when the user cancels, and has written nothing', async () => {
    const { handlers, preview, state } = open();
    const rows = Array.from(
      { length: 3_000 },
      (_, i) => `A${i},B,https://www.linkedin.com/in/p-${i},,X,Y,1 Jan 2020`,
    );
    const { id } = await preview({ 'Connections.csv': [HEADER, ...rows].join('\n') });
    const confirmed = handlers['import.confirm']({ id }, PAGE);
    await handlers['import.cancel']({ id }, PAGE);
    await expect(confirmed).rejects.toMatchObject({ kind: 'cancelled' });
    expect(await state()).toMatchObject({ contacts: [], ties: [] });
  });
});

describe('exporting and restoring', () => {
  it('hands a table out part by part', async () => {
    const { handlers, take } = open();
    await handlers['contact.save']({ capture: makeCapture({ name: { full: '=HYPERLINK("x")' } }) }, PAGE);
    const { name, text } = await take({ format: 'csv', redaction: 'full', separator: ';' });
    expect(name).toBe('weitblick-contacts-2026-11-24.csv');
    expect(text.startsWith('\uFEFF')).toBe(true);
    expect(text).not.toMatch(/[,;\n]"?=HYPERLINK/);
  });

  it('says in a table what it takes people for', async () => {
    const { handlers, take } = open();
    await handlers['me.set']({ me: makeMe() }, PAGE);
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const { text } = await take({ format: 'csv', redaction: 'full', language: 'en' });
    const [header = [], row = []] = [...csvRows([text.slice(1)], { separator: ',', maxRows: 9 })].map(
      ({ cells }) => cells,
    );
    const cell = (name: string) => row[header.indexOf(name)];
    expect(cell('Function (computed)')).toBe(
      functionName(cell('Function code (computed, ISCO-08)') ?? '', 'en'),
    );
    expect(cell('Function code (computed, ISCO-08)')).toMatch(/^\d{4}$/);
    expect(LAYERS).toContain(cell('Layer (computed)'));
    expect(cell('Function (ISCO-08)')).toBe('');
  });

  it('hands out the selected alone', async () => {
    const { handlers, take } = open();
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const other = makeCapture({ key: { site: 'linkedin', id: 'tom' }, name: { full: 'Tom Example' } });
    const { id } = await handlers['contact.save']({ capture: other }, PAGE);
    const { text } = await take({ format: 'vcard4', redaction: 'withoutNotes', ids: [id] });
    expect(text.match(/^FN:.*$/gm)).toEqual(['FN:Tom Example']);
    await expect(
      handlers['export.begin']({ format: 'csv', redaction: 'full', ids: [] }, PAGE),
    ).rejects.toMatchObject({ kind: 'nothingSelected' });
  });

  it('gives everything back by backup and restore, on another machine too, sealed or not', async () => {
    const first = open();
    await first.handlers['me.set']({ me: makeMe() }, PAGE);
    await first.handlers['goal.set']({ goal: makeGoal() }, PAGE);
    const { id: gone } = await first.handlers['contact.save'](
      { capture: makeCapture({ key: { site: 'linkedin', id: 'gone' } }) },
      PAGE,
    );
    await first.handlers['contact.forget']({ id: gone }, PAGE);
    await first.handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const { name, bytes } = await first.take({
      format: 'encryptedBackup',
      redaction: 'full',
      passphrase: 'über',
    });
    expect(name).toBe('weitblick-backup-2026-11-24.json.age');
    expect(isAge(bytes)).toBe(true);
    expect(await first.handlers['backup.state']({}, PAGE)).toMatchObject({ changesSince: 0, due: false });

    const second = open();
    const id = await second.upload({ [name]: bytes });
    const locked = await second.handlers['import.read']({ id }, PAGE);
    expect(locked.fileErrors.map(({ kind }) => kind)).toEqual(['passphraseNeeded']);
    const wrong = await second.handlers['import.read']({ id, passphrase: 'uber' }, PAGE);
    expect(wrong.fileErrors.map(({ kind }) => kind)).toEqual(['wrongPassphrase']);
    const opened = await second.handlers['import.read']({ id, passphrase: 'über' }, PAGE);
    expect(opened.restore).toMatchObject({ contacts: { now: 0, after: 1, added: 1 }, me: 'added' });
    expect((await second.state()).contacts).toEqual([]);
    expect(await second.handlers['restore.confirm']({ id }, PAGE)).toEqual({ contacts: 1 });

    const [was, is] = [await first.state(), await second.state()];
    expect(is).toEqual(was);
    const [a, b] = await Promise.all([first.take(FULL), second.take(FULL)]);
    expect(JSON.parse(b.text)).toEqual(JSON.parse(a.text));
    expect((JSON.parse(b.text) as Backup).tombstones).toHaveLength(1);
    expect((JSON.parse(b.text) as Backup).captures).toHaveLength(1);
    expect((await parseFiles([{ name: 'b', bytes: new TextEncoder().encode(b.text) }])).fileErrors).toEqual(
      [],
    );
  });
});

it('the user’s words on roles and the months of progress are kept, judged by, exported, restored and erased', async () => {
  const first = open();
  const { handlers, environment } = first;
  await handlers['me.set']({ me: makeMe() }, PAGE);
  const goal = await handlers['goal.set']({ goal: makeGoal({ nace2: '86' }) }, PAGE);
  const { id } = await handlers['contact.save']({ capture: makeCapture() }, PAGE);
  await handlers['contact.role']({ id, goalId: goal.id, role: 'insider', says: 'no' }, PAGE);
  await handlers['contact.role']({ id, goalId: goal.id, role: 'sponsor', says: 'yes' }, PAGE);
  const view = await handlers['contact.setOwn']({ id, own: { looksFor: 'a speaker' } }, PAGE);
  expect(view?.contact.own.roles).toHaveLength(2);
  expect(view?.reading.fits[0]).toMatchObject({ denied: ['insider'], serves: true });
  expect(view?.reading.fits[0]?.roles).toContainEqual(
    expect.objectContaining({ role: 'sponsor', own: true }),
  );
  await vi.waitFor(async () => {
    expect((await handlers['analysis.get']({}, PAGE)).state).toBe('current');
    expect((await handlers['analysis.months']({}, PAGE)).months).toHaveLength(1);
  });
  const { months } = await handlers['analysis.months']({}, PAGE);
  expect(months[0]).toMatchObject({ month: '2026-11', contacts: 1, goals: [{ id: goal.id }] });

  const { text } = await first.take({ format: 'backup', redaction: 'full' });
  const second = open();
  const upload = await second.upload({ 'b.json': text });
  await second.handlers['import.read']({ id: upload }, PAGE);
  await second.handlers['restore.confirm']({ id: upload }, PAGE);
  expect((await second.state()).contacts[0]?.own).toMatchObject({
    roles: view?.contact.own.roles,
    looksFor: 'a speaker',
  });
  expect((await second.handlers['analysis.months']({}, PAGE)).months).toEqual(months);

  await handlers['privacy.erase']({ everything: true }, PAGE);
  expect(await (await environment.database).get('state', 'months')).toBeUndefined();
});

const FULL = { format: 'backup', redaction: 'full' } as const;

describe('automatic backups', () => {
  it('are made when they are due, sealed by a key that does not tell the passphrase, and only when allowed', async () => {
    const { environment } = makeEnvironment();
    const saved: { name: string; bytes: Uint8Array }[] = [];
    let allowed = false;
    const files = {
      allowed: async () => allowed,
      save: async (name: string, _type: string, pieces: AsyncIterable<string | Uint8Array>) => {
        saved.push({ name, bytes: await bytesOf(pieces) });
      },
    };
    const handlers = createHandlers({ ...environment, files });
    await handlers['backup.when']({ everyDays: 7, everyChanges: 1 }, PAGE);
    await handlers['contact.save']({ capture: makeCapture() }, PAGE);
    expect(await handlers['backup.state']({}, PAGE)).toMatchObject({
      due: true,
      automatic: false,
      lastAt: null,
    });
    allowed = true;
    expect(await handlers['backup.now']({}, PAGE)).toMatchObject({
      due: false,
      changesSince: 0,
      encrypted: false,
    });
    expect(saved[0]?.name).toBe('Weitblick/weitblick-backup-2026-11-24.json');
    expect(JSON.parse(new TextDecoder().decode(saved[0]?.bytes))).toMatchObject({
      format: 'weitblick',
      contacts: [{ rev: 0 }],
    });

    await handlers['backup.seal']({ passphrase: 'open sesame' }, PAGE);
    expect(await handlers['backup.now']({}, PAGE)).toMatchObject({ encrypted: true });
    const [, { name, bytes } = { name: '', bytes: new Uint8Array() }] = saved;
    expect(name).toBe('Weitblick/weitblick-backup-2026-11-24.json.age');
    expect(new TextDecoder('latin1').decode(bytes)).not.toContain('Leyla');
    const opened = await parseFiles([{ name, bytes }], { passphrase: 'open sesame' });
    expect(opened.backups[0]?.contacts).toHaveLength(1);
    const record = await (await environment.database).get('state', 'backup');
    expect(JSON.stringify(record)).not.toContain('sesame');

    // A seal that an earlier version made goes on until another passphrase is said.
    const salt = new Uint8Array(16);
    const key = await crypto.subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt']);
    await (await environment.database).put('state', { at: null, seq: 0, seal: { key, salt } }, 'backup');
    await handlers['backup.now']({}, PAGE);
    expect(saved[2]?.name).toBe('Weitblick/weitblick-backup-2026-11-24.json');
    expect(isEncrypted(new TextDecoder().decode(saved[2]?.bytes))).toBe(true);
  });
});

describe('duplicates', () => {
  async function two() {
    const all = open();
    const xing = {
      key: { site: 'xing', id: 'leyla_brandt' },
      url: 'https://www.xing.com/profile/Leyla_Brandt',
    };
    const { id: kept } = await all.handlers['contact.save']({ capture: makeCapture() }, PAGE);
    const { id: other } = await all.handlers['contact.save'](
      { capture: makeCapture({ ...xing, headline: 'Speaker' }) },
      PAGE,
    );
    await all.handlers['contact.setOwn']({ id: kept, own: { note: 'one' } }, PAGE);
    await all.handlers['contact.setOwn']({ id: other, own: { note: 'two' } }, PAGE);
    const tie = { from: 'me', to: other, kind: 'knows' as const, strength: 'strong' as const };
    await all.handlers['contact.setTie']({ tie }, PAGE);
    return { ...all, kept, other };
  }

  it('are suggested with their reason, merged by the choices of the user, and parted again', async () => {
    const { handlers, state, kept, other, environment } = await two();
    const before = await state();
    const { pairs, total } = await handlers['merge.suggest']({ from: 0, limit: 10 }, PAGE);
    expect([total, pairs[0]?.reasons.map(({ reason }) => reason)]).toEqual([1, ['sameNameAndCompany']]);
    const done = await handlers['merge.run'](
      { kept, other, choices: { note: 'other', headline: 'other' } },
      PAGE,
    );
    const after = await state();
    expect(after.contacts).toHaveLength(1);
    expect(after.contacts[0]).toMatchObject({
      id: kept,
      keys: ['linkedin:leyla-brandt', 'xing:leyla_brandt'],
      own: { note: 'two' },
      profile: { headline: 'Speaker' },
    });
    expect(after.ties).toMatchObject([{ from: 'me', to: kept, strength: 'strong' }]);
    const db = await environment.database;
    expect((await db.getAll('captures')).map(({ contactId }) => contactId)).toContain(kept);
    expect((await handlers['merge.suggest']({ from: 0, limit: 10 }, PAGE)).total).toBe(0);

    expect(await handlers['undo.run']({ id: String(done?.undo) }, PAGE)).toEqual({ restored: 2 });
    const undone = await state();
    const plain = (contacts: typeof undone.contacts) =>
      contacts.map(({ id, keys, own, profile }) => ({ id, keys, own, profile }));
    expect(plain(undone.contacts)).toEqual(plain(before.contacts));
    expect([undone.ties, undone.count]).toEqual([before.ties, 2]);
  });

  it('come apart without the tie that the user has said anew since: it stays at the kept one', async () => {
    const { handlers, kept, other, state } = await two();
    const own = { from: 'me', to: kept, kind: 'knows' as const, strength: 'weak' as const };
    await handlers['contact.setTie']({ tie: own }, PAGE);
    const before = (await state()).ties;
    const done = await handlers['merge.run']({ kept, other, choices: {} }, PAGE);
    const said = { ...own, strength: 'moderate' as const, label: 'personal' as const };
    await handlers['contact.setTie']({ tie: said }, PAGE);
    expect(await handlers['undo.run']({ id: String(done?.undo) }, PAGE)).toEqual({ restored: 2 });
    expect((await state()).ties).toEqual(before.map((tie) => (tie.to === kept ? said : tie)));
  });

  it('come apart as they were, whoever they are and whatever is chosen', async () => {
    const side = fc.constantFrom('kept' as const, 'other' as const);
    const choices = fc.record(
      { name: side, headline: side, location: side, url: side, positions: side, note: side },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(network, choices, async ({ contacts, ties }, chosen) => {
        const [kept, other] = contacts;
        fc.pre(kept !== undefined && other !== undefined);
        const { environment, handlers, state } = open();
        const db = await environment.database;
        await restoreBackup(db, environment.world, heldBackup(backupOf({ contacts, ties })));
        const plain = async () => {
          const { contacts: all, ties: known, count } = await state();
          return [
            all.map(({ id, keys, emails, own, profile }) => ({ id, keys, emails, own, profile })),
            known,
            count,
          ];
        };
        const before = await plain();
        const done = await handlers['merge.run'](
          { kept: String(kept?.id), other: String(other?.id), choices: chosen },
          PAGE,
        );
        const merged = (await state()).contacts;
        expect(merged).toHaveLength(contacts.length - 1);
        expect(new Set(merged.flatMap(({ keys }) => keys))).toEqual(
          new Set(contacts.flatMap(({ keys }) => keys)),
        );
        await handlers['undo.run']({ id: String(done?.undo) }, PAGE);
        expect(await plain()).toEqual(before);
      }),
      { seed: 11, numRuns: 25 },
    );
  });

  it('stay merged when the user has worked on the contact since', async () => {
    const { handlers, kept, other, state } = await two();
    const done = await handlers['merge.run']({ kept, other, choices: {} }, PAGE);
    await handlers['contact.setOwn']({ id: kept, own: { note: 'later' } }, PAGE);
    expect(await handlers['undo.run']({ id: String(done?.undo) }, PAGE)).toEqual({ restored: 0 });
    expect((await state()).contacts).toMatchObject([{ own: { note: 'later' } }]);
  });

  it('are not suggested again once called two persons', async () => {
    const { handlers, kept, other } = await two();
    await handlers['merge.dismiss']({ a: other, b: kept }, PAGE);
    expect((await handlers['merge.suggest']({ from: 0, limit: 10 }, PAGE)).total).toBe(0);
  });

  it('are kept in mind as two persons ten thousand times, the longest ago forgotten first, each pair once', async () => {
    const { environment, handlers, kept, other } = await two();
    const db = await environment.database;
    const pairs = Array.from({ length: 10_000 }, (_, at) => `a${at}|b${at}`);
    const settings = async () => Settings.parse((await db.get('state', 'settings')) ?? {});
    await db.put('state', { ...(await settings()), notDuplicates: pairs }, 'settings');
    await handlers['merge.dismiss']({ a: kept, b: other }, PAGE);
    await handlers['merge.dismiss']({ a: other, b: kept }, PAGE);
    const { notDuplicates } = await settings();
    expect(notDuplicates).toHaveLength(10_000);
    expect(notDuplicates.slice(0, 2)).toEqual(pairs.slice(1, 3));
    expect(notDuplicates.at(-1)).toBe(pairKey(kept, other));
  });
});

it('plans nothing about a contact that the files do not name', async () => {
  const { environment, handlers, preview, state } = open();
  const db = await environment.database;
  await db.put('contacts', { ...makeContact(), own: { note: 'mine', tags: ['t'], log: [], edits: {} } });
  const { id } = await preview({
    'Connections.csv': `${HEADER}\nTom,Ex,https://www.linkedin.com/in/tom,,A,B,1 Jan 2020`,
  });
  await handlers['import.confirm']({ id }, PAGE);
  expect((await state()).contacts.find((contact) => contact.id === 'c1')?.own.note).toBe('mine');
});

it('makes no automatic backup where the browser has no downloads', async () => {
  const { environment } = makeEnvironment();
  const handlers = createHandlers(environment);
  expect(environment.files).toBeUndefined();
  expect(await handlers['backup.state']({}, PAGE)).toMatchObject({ automatic: false });
});

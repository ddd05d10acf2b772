import { describe, expect, it } from 'vitest';
import type { Contact } from '../../src/core/model/index.ts';
import { Backup } from '../../src/core/model/index.ts';
import type { ContactView, Handlers } from '../../src/messaging/protocol.ts';
import { createHandlers } from '../../src/services/handlers.ts';
import { heldBackup, restoreBackup } from '../../src/storage/backup.ts';
import { purgeUndo } from '../../src/storage/undo/run.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const PAGE = { kind: 'extension', url: 'chrome-extension://x/dashboard.html', tab: null } as const;

function open() {
  const { environment } = makeEnvironment();
  return { environment, handlers: createHandlers(environment) };
}
async function save(handlers: Handlers, id: string, name = id): Promise<string> {
  const capture = makeCapture({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    name: { full: name },
  });
  return (await handlers['contact.save']({ capture }, PAGE)).id;
}
const get = async (handlers: Handlers, id: string) =>
  (await handlers['contact.get']({ id }, PAGE)) as ContactView;
const order = async (handlers: Handlers, list: string) =>
  (await handlers['list.get']({ list }, PAGE)).order.map(({ id }) => id);

describe('a field that a fit rests on', () => {
  it('stays emptied and is read anew, and no later capture or import fills it again', async () => {
    const { handlers } = open();
    await handlers['me.set']({ me: makeMe() }, PAGE);
    await handlers['goal.set']({ goal: makeGoal() }, PAGE);
    const id = await save(handlers, 'leyla');
    const before = (await get(handlers, id)).reading;
    expect(before.career.current.industry?.nace2).toBe('86');
    const edited = await handlers['contact.edit']({ id, edits: { positions: [] } }, PAGE);
    const judged = ({ reading }: ContactView) => [reading.fits[0]?.value, reading.career.current.industry];
    expect(edited && judged(edited.view)).not.toEqual(judged({ reading: before } as ContactView));
    expect(edited?.view.reading.career.current.industry).toBeNull();
    await save(handlers, 'leyla');
    const again = await get(handlers, id);
    expect(again.contact.rev).toBe(2);
    expect(judged(again)).toEqual(edited && judged(edited.view));
    // The page still says it; the popup does not call it news each time.
    expect(again.contact.profile.positions).toHaveLength(1);
  });

  it('comes back as a whole when the edit is taken back, unless something was written since', async () => {
    const { handlers } = open();
    const id = await save(handlers, 'leyla');
    const before = (await get(handlers, id)).contact;
    const one = await handlers['contact.edit'](
      { id, edits: { headline: 'Mine', emails: ['x@y.example'] } },
      PAGE,
    );
    expect(await handlers['undo.run']({ id: one?.undo ?? '' }, PAGE)).toEqual({ restored: 1 });
    const { rev: _, ...back } = (await get(handlers, id)).contact;
    const { rev: __, ...was } = before;
    expect(back).toEqual(was);
    const two = await handlers['contact.edit']({ id, edits: { headline: 'Mine' } }, PAGE);
    await handlers['contact.log']({ id, text: 'Lunch' }, PAGE);
    expect(await handlers['undo.run']({ id: two?.undo ?? '' }, PAGE)).toEqual({ restored: 0 });
    expect((await get(handlers, id)).contact.own.log).toHaveLength(1);
  });

  it('is not kept for taking back for longer than a forgotten contact', async () => {
    const { environment, handlers } = open();
    const id = await save(handlers, 'leyla');
    const { undo } = (await handlers['contact.edit']({ id, edits: { headline: 'Mine' } }, PAGE)) ?? {
      undo: '',
    };
    const db = await environment.database;
    await purgeUndo(db, new Date(Date.parse(NOW) + 60_000));
    expect(await db.count('undo')).toBe(1);
    await purgeUndo(db, new Date(Date.parse(NOW) + 11 * 60_000));
    expect(await db.count('undo')).toBe(0);
    expect(await handlers['undo.run']({ id: undo }, PAGE)).toEqual({ restored: 0 });
  });
});

describe('the log', () => {
  it('takes an entry of twenty thousand characters, and refuses what would be no record any more', async () => {
    const { handlers } = open();
    const id = await save(handlers, 'leyla');
    const text = 'ä'.repeat(20_000);
    for (let at = 0; at < 25; at++)
      await handlers['contact.log']({ id, text, day: '2026-11-01', kind: 'note' }, PAGE);
    await expect(handlers['contact.log']({ id, text, kind: 'note' }, PAGE)).rejects.toThrow();
    expect((await get(handlers, id)).contact.own.log).toHaveLength(25);
  });

  it('counts what was done together as the last contact, and a note not', async () => {
    const { handlers } = open();
    const id = await save(handlers, 'leyla');
    const last = async () => (await handlers['rows.of']({ ids: [id] }, PAGE)).rows[0]?.lastContact;
    await handlers['contact.log']({ id, text: 'Has changed the job', day: '2026-11-20', kind: 'note' }, PAGE);
    expect(await last()).toBeNull();
    await handlers['contact.log']({ id, text: 'Lunch', day: '2026-10-01', kind: 'met' }, PAGE);
    expect(await last()).toBe('2026-10-01');
  });
});

describe('somebody who is typed in', () => {
  it('is asked about when a contact is alike, whatever its titles', async () => {
    const { handlers } = open();
    const id = await save(handlers, 'leyla', 'Leyla Brandt');
    const other = await save(handlers, 'jana', 'Jana Other');
    await handlers['contact.edit']({ id: other, edits: { name: { full: 'Jana Sommer' } } }, PAGE);
    const asked = async (typed: { name: string; url?: string }) =>
      (await handlers['contact.alike'](typed, PAGE)).alike.map((one) => [one.id, one.same]);
    expect(await asked({ name: 'Dr. Leyla Brandt' })).toEqual([[id, false]]);
    expect(await asked({ name: 'leyla  BRANDT' })).toEqual([[id, false]]);
    expect(await asked({ name: 'Leyla Sommer' })).toEqual([]);
    expect(await asked({ name: 'Jana Sommer' })).toEqual([[other, false]]);
    expect(await asked({ name: 'Somebody Else', url: 'https://www.linkedin.com/in/leyla' })).toEqual([
      [id, true],
    ]);
  });

  it('is saved with addresses and a birthday', async () => {
    const { handlers } = open();
    const { id } = await handlers['contact.save'](
      { capture: makeCapture(), own: { birthday: '--02-29' }, emails: ['A@B.example'] },
      PAGE,
    );
    const { contact } = await get(handlers, id);
    expect([contact.own.birthday, contact.emails]).toEqual(['--02-29', ['a@b.example']]);
  });
});

describe('lists and boards', () => {
  it('keep the order by hand, and give it back', async () => {
    const { handlers } = open();
    const [a, b, c] = [await save(handlers, 'a'), await save(handlers, 'b'), await save(handlers, 'c')];
    await handlers['list.name']({ id: 'l1', name: 'Advisers' }, PAGE);
    const added = await handlers['list.add']({ list: 'l1', ids: [a, b, a, c] }, PAGE);
    expect(added.count).toBe(3);
    expect((await handlers['list.add']({ list: 'l1', ids: [b] }, PAGE)).count).toBe(0);
    const moved = await handlers['list.place']({ list: 'l1', id: c, spot: { before: a } }, PAGE);
    expect(await order(handlers, 'l1')).toEqual([c, a, b]);
    await handlers['list.place']({ list: 'l1', id: c, spot: { rank: moved?.was?.rank ?? 0 } }, PAGE);
    expect(await order(handlers, 'l1')).toEqual([a, b, c]);
    await handlers['list.place']({ list: 'l1', id: b, spot: null }, PAGE);
    expect(await order(handlers, 'l1')).toEqual([a, c]);
    expect(
      await handlers['list.place']({ list: 'l1', id: 'nobody', spot: { before: null } }, PAGE),
    ).toBeNull();
    const stood = await handlers['board.place']({ goal: 'g1', id: a, stage: 'toAsk' }, PAGE);
    expect(stood?.was).toBeNull();
    const asked = await handlers['board.place']({ goal: 'g1', id: a, stage: 'asked' }, PAGE);
    expect(asked?.was).toEqual({ stage: 'toAsk', rank: 0 });
    const { stages } = await handlers['board.get']({ goal: 'g1' }, PAGE);
    expect(stages).toEqual({ toAsk: [], asked: [{ id: a, rank: 0 }], met: [], thanked: [] });
  });

  it('go with whoever is forgotten and come back with them; a list that is taken away comes back whole', async () => {
    const { environment, handlers } = open();
    const [a, b] = [await save(handlers, 'a'), await save(handlers, 'b')];
    await handlers['list.name']({ id: 'l1', name: 'Advisers' }, PAGE);
    await handlers['list.name']({ id: 'l1', name: 'Board' }, PAGE);
    await handlers['list.add']({ list: 'l1', ids: [a, b] }, PAGE);
    const { undo } = await handlers['contact.forgetMany']({ ids: [a] }, PAGE);
    expect(await order(handlers, 'l1')).toEqual([b]);
    await handlers['undo.run']({ id: undo }, PAGE);
    expect(await order(handlers, 'l1')).toEqual([a, b]);
    const removed = await handlers['list.remove']({ list: 'l1' }, PAGE);
    expect([removed?.count, removed?.settings.lists]).toEqual([2, []]);
    expect((await get(handlers, a)).contact.own.lists).toBeUndefined();
    // Somebody who is forgotten meanwhile takes nothing of it along.
    await handlers['contact.forget']({ id: b }, PAGE);
    await handlers['undo.run']({ id: removed?.undo ?? '' }, PAGE);
    expect(await order(handlers, 'l1')).toEqual([a]);
    expect((await handlers['network.get']({}, PAGE)).settings.lists).toEqual([{ id: 'l1', name: 'Board' }]);
    // Erased, nothing of it is left; restored, all of it is back.
    const db = await environment.database;
    const contacts: Contact[] = await db.getAll('contacts');
    const { settings } = await handlers['network.get']({}, PAGE);
    const backup = Backup.parse({
      format: 'weitblick',
      version: 1,
      exportedAt: NOW,
      me: null,
      goals: [],
      contacts,
      ties: [],
      settings: { ...settings, notDuplicates: [] },
    });
    await handlers['privacy.erase']({ everything: true }, PAGE);
    expect((await handlers['network.get']({}, PAGE)).settings.lists).toEqual([]);
    expect(await order(handlers, 'l1')).toEqual([]);
    await restoreBackup(await environment.database, environment.world, heldBackup(backup));
    expect(await order(handlers, 'l1')).toEqual([a]);
    expect((await handlers['network.get']({}, PAGE)).settings.lists).toEqual([{ id: 'l1', name: 'Board' }]);
  });
});

describe('what is due and put off', () => {
  it('stays away until its day, comes back, and is due again when another step is written', async () => {
    const { handlers } = open();
    const id = await save(handlers, 'a');
    await handlers['contact.setOwn']({ id, own: { nextStep: { text: 'Call', due: '2026-11-20' } } }, PAGE);
    const due = async (until: string) =>
      (await handlers['due.get']({ until }, PAGE)).due.map((one) => one.due);
    expect(await due('2026-11-24')).toEqual(['2026-11-20']);
    await handlers['contact.snooze']({ id, kind: 'nextStep', until: '2026-11-25' }, PAGE);
    expect(await due('2026-11-24')).toEqual([]);
    expect(await due('2026-11-25')).toEqual(['2026-11-25']);
    await handlers['contact.snooze']({ id, kind: 'nextStep', until: null }, PAGE);
    expect(await due('2026-11-24')).toEqual(['2026-11-20']);
    await handlers['contact.snooze']({ id, kind: 'nextStep', until: '2026-11-25' }, PAGE);
    await handlers['contact.setOwn']({ id, own: { nextStep: { text: 'Write', due: '2026-11-24' } } }, PAGE);
    expect(await due('2026-11-24')).toEqual(['2026-11-24']);
  });

  it('puts off a sign of life and a question by themselves', async () => {
    const { handlers } = open();
    const id = await save(handlers, 'a');
    await handlers['contact.setOwn']({ id, own: { rhythmDays: 1 } }, PAGE);
    await handlers['settings.set']({ settings: { reviewMonths: 1 } }, PAGE);
    await handlers['contact.snooze']({ id, kind: 'keepInTouch', until: '2027-01-01' }, PAGE);
    expect((await handlers['due.get']({ until: '2026-12-31' }, PAGE)).count).toBe(0);
    expect((await handlers['due.get']({ until: '2027-01-01' }, PAGE)).due).toMatchObject([{ putOff: true }]);
  });
});

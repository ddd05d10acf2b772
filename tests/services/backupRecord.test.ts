import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Tie } from '../../src/core/model/index.ts';
import { IMPORT_LIMITS } from '../../src/exchange/limits.ts';
import { assertReadable, createBackups, noteBackup } from '../../src/services/backups.ts';
import type { Environment } from '../../src/services/environment.ts';
import { setSettings } from '../../src/services/network.ts';
import { changeBackupRecord, getState, putState } from '../../src/storage/state.ts';
import { makeContact, makeEnvironment, NOW } from '../make.ts';

afterEach(() => void vi.restoreAllMocks());

describe('a backup that was made', () => {
  it('is noted with its day and what it could not hold, in place of what failed before', async () => {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    const seal = { salt: 's' } as never;
    await changeBackupRecord(db, () => ({
      at: null,
      seq: 3,
      failure: 'backup_failed',
      leftOut: { ties: 1 },
      seal,
    }));
    await noteBackup(environment, 7);
    expect(await getState(db, 'backup')).toEqual({ at: NOW, seq: 7, seal });
    await noteBackup(environment, 9, { captures: 2 });
    expect(await getState(db, 'backup')).toEqual({ at: NOW, seq: 9, seal, leftOut: { captures: 2 } });
    await noteBackup(environment, 9, {});
    expect(await getState(db, 'backup')).toEqual({ at: NOW, seq: 9, seal });
  });

  it.each<[record: object | null, change: number, since: number, state: object]>([
    [null, 0, 0, { lastAt: null, encrypted: false, failure: null, leftOut: {} }],
    [null, 5, 5, { lastAt: null }],
    [{ at: NOW, seq: 3, seal: { work: 1 } }, 5, 2, { lastAt: NOW, encrypted: true }],
    // The log begins anew after a restore.
    [
      { at: NOW, seq: 9, failure: 'backup_failed', leftOut: { ties: 1 } },
      5,
      0,
      { failure: 'backup_failed', leftOut: { ties: 1 } },
    ],
  ])(
    'is told by what was noted (%o) and what has changed since',
    async (record, change, changesSince, state) => {
      const { environment } = makeEnvironment();
      const db = await environment.database;
      if (record !== null) await putState(db, 'backup', record as never);
      for (let i = 0; i < change; i++) await setSettings(environment, { quiet: i % 2 === 0 });
      const told = await createBackups(environment).state();
      expect(told).toMatchObject({ changesSince, automatic: false, due: false, ...state });
    },
  );
});

describe('an automatic backup', () => {
  async function open({
    allowed = true,
    everyChanges = 1 as number | null,
    fails = null as Error | null,
    fileBytes = undefined as number | undefined,
  } = {}) {
    const { environment, events } = makeEnvironment();
    const saved: [name: string, type: string, text: string][] = [];
    const backups = createBackups({
      ...environment,
      ...(fileBytes !== undefined && { fileBytes }),
      files: {
        allowed: async () => allowed,
        async save(name, type, pieces) {
          let text = '';
          for await (const piece of pieces) text += piece;
          if (fails !== null) throw fails;
          saved.push([name, type, text]);
        },
      },
    });
    const db = await environment.database;
    await db.put('contacts', makeContact());
    await setSettings(environment, { backup: { everyDays: null, everyChanges } });
    const jobs = () =>
      events.flatMap((event) => (event.kind === 'job' ? [`${event.job.kind} ${event.job.state}`] : []));
    return { backups, saved, db, jobs };
  }

  it.each<[what: string, given: Parameters<typeof open>[0], made: number]>([
    ['when it is due and allowed', {}, 1],
    ['not when it is not allowed', { allowed: false }, 0],
    ['not when it is not due', { everyChanges: 99 }, 0],
    ['not without a rhythm', { everyChanges: null }, 0],
  ])('is made %s', async (_, given, made) => {
    const { backups, saved, jobs } = await open(given);
    await backups.check();
    expect(saved.map(([name, type]) => [name, type])).toEqual(
      made === 0 ? [] : [['Weitblick/weitblick-backup-2026-11-24.json', 'application/json']],
    );
    expect(jobs()).toEqual(made === 0 ? [] : ['backup running', 'backup done']);
    expect((await backups.state()).lastAt).toBe(made === 0 ? null : NOW);
    // Nothing has changed since.
    await backups.check();
    expect(saved).toHaveLength(made);
  });

  it.each<[what: string, given: Parameters<typeof open>[0], failure: string, told: number]>([
    ['that finds no room', { fails: new TypeError('no room') }, 'backup_failed', 1],
    ['that could not be read back', { fileBytes: 200 }, 'backup_tooLarge', 0],
  ])('%s is told by its own sentence, and none is noted', async (_, given, failure, told) => {
    const errors = vi.spyOn(console, 'error').mockImplementation(() => {});
    const { backups, jobs } = await open(given);
    expect(await backups.now()).toMatchObject({ failure, lastAt: null });
    expect(jobs()).toEqual(['backup running', 'backup failed']);
    expect(errors).toHaveBeenCalledTimes(told);
  });

  it('is sealed from the moment on that a passphrase is said, until it is taken back', async () => {
    const { backups, db } = await open();
    await putState(db, 'backup', { at: NOW, seq: 3, seal: { salt: 's' } } as never);
    expect((await backups.state()).encrypted).toBe(true);
    expect(await backups.seal({})).toBeNull();
    expect(await getState(db, 'backup')).toEqual({ at: NOW, seq: 3 });
    await expect(backups.seal({ passphrase: '' })).rejects.toMatchObject({ kind: 'passphraseEmpty' });
    db.close();
    await expect(backups.seal({})).rejects.not.toMatchObject({ kind: 'passphraseEmpty' });
  });
});

describe('how large a backup will be', () => {
  /** A network of so much of each; answers whether all of it is measured under a limit, and whether it is refused. */
  async function network(contacts: number, pages: number, ties: number) {
    const { environment } = makeEnvironment();
    const db = await environment.database;
    const about = 'x'.repeat(400);
    for (let i = 0; i < contacts; i++)
      await db.put('contacts', makeContact({ key: { site: 'web', id: `p${i}` }, about }, `c${1000 + i}`));
    const { profile, provenance, source } = makeContact({ about });
    for (let i = 0; i < pages; i++)
      await db.put('captures', {
        contactId: `c${i}`,
        at: NOW,
        url: source.url,
        reader: 'linkedin@1',
        profile,
        provenance,
      });
    for (let i = 0; i < ties; i++)
      await db.put('ties', {
        from: 'me',
        to: `c${i}`,
        kind: 'knows',
        lastContact: '2026-01-01',
        since: '2020-01',
        messages: 12,
        strength: 'strong',
      } as Tie);
    await putState(db, 'contactCount', contacts);
    const look = async (fileBytes: number, growth = 1) => {
      let measured = false;
      const world: Environment['world'] = {
        ...environment.world,
        now() {
          measured = true;
          return environment.world.now();
        },
      };
      const refused = await assertReadable({ ...environment, world, fileBytes }, growth).then(
        () => false,
        (error: { kind?: string }) => error.kind === 'backupTooLarge' || Promise.reject(error),
      );
      return { measured, refused };
    };
    return { look };
  }
  const CONTACT = 1_000;

  it.each<[what: string, contacts: number, pages: number, ties: number]>([
    ['contacts', 60, 0, 0],
    ['pages', 1, 60, 0],
    ['ties', 1, 0, 300],
  ])(
    'is guessed by a sample of it where it is far from the limit, and else measured to the byte: %s',
    async (_, ...of) => {
      const { look } = await network(...of);
      let [low, high] = [100, 60 * CONTACT * 4];
      // The smallest limit that is not refused is its size.
      while (high - low > 1) {
        const middle = Math.floor((low + high) / 2);
        if ((await look(middle)).refused) low = middle;
        else high = middle;
      }
      const size = high;
      expect(await look(size)).toEqual({ measured: true, refused: false });
      expect(await look(size - 1)).toEqual({ measured: true, refused: true });
      expect(await look(Math.floor(size * 1.5))).toEqual({ measured: true, refused: false });
      expect(await look(Math.ceil(size * 2.8))).toEqual({ measured: false, refused: false });
      // Sealed it grows.
      expect((await look(size * 2, 2)).refused).toBe(false);
      expect((await look(size * 2 - 2, 2)).refused).toBe(true);
    },
  );

  it('is nothing where nobody is', async () => {
    const { look } = await network(0, 0, 0);
    expect(await look(IMPORT_LIMITS.fileBytes)).toEqual({ measured: false, refused: false });
  });
});

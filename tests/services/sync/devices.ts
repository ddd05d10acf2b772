import { type Contact, Settings } from '../../../src/core/model/index.ts';
import { SHARED_SETTINGS } from '../../../src/core/sync/index.ts';
import { createBackground } from '../../../src/services/background.ts';
import { handlersOf } from '../../../src/services/handlers.ts';
import type { SyncRecord } from '../../../src/storage/schema.ts';
import type { Carrier } from '../../../src/sync/carrier.ts';
import { makeEnvironment, makeProfile } from '../../make.ts';
import { MemoryCarrier } from '../../servers/memory.ts';

let made = 0;
export const FROM = { kind: 'extension' as const, url: '', tab: null };
export const PLACE = {
  kind: 'webdav' as const,
  url: 'https://dav.example.org/files',
  user: 'kim',
  password: 'secret',
};

/** A browser of its own with its own database and clock, over a carrier that it shares with others. */
export async function makeDevice(
  name: string,
  carrier: Carrier,
  { database = `device-${++made}`, partRecords }: { database?: string; partRecords?: number } = {},
) {
  const { environment } = makeEnvironment(database);
  const clock = { ms: Date.parse('2026-11-28T10:00:00.000Z') };
  let ids = 0;
  const tick = () => {
    clock.ms += 1;
    return clock.ms;
  };
  const background = createBackground({
    ...environment,
    // A tick with each look, so that no two writes are of one millisecond.
    world: { now: () => new Date(tick()), id: () => `${name}-${++ids}` },
    carrierOf: () => carrier,
    pause: async () => {},
    ...(partRecords !== undefined && { partRecords }),
  });
  const handlers = handlersOf(background);
  const db = await background.database;
  const device = {
    name,
    clock,
    db,
    background,
    handlers,
    place: { ...PLACE },
    async setUp(): Promise<string> {
      const answer = await handlers['sync.setUp']({ place: device.place, name }, FROM);
      if (!answer.ok) throw new Error(answer.trouble);
      await device.settle();
      return answer.code;
    },
    async join(code: string): Promise<void> {
      const answer = await handlers['sync.join']({ place: device.place, name, code }, FROM);
      if (!answer.ok) throw new Error(answer.trouble);
      await device.settle();
    },
    /** Waits for what the set-up began. */
    settle: () => background.sync.round({ asked: true }),
    round: () => background.sync.round({ asked: true }),
    status: () => background.sync.status(),
    async save(id: string, changes: Parameters<typeof makeProfile>[0] = {}): Promise<string> {
      const profile = makeProfile({
        key: { site: 'linkedin', id },
        url: `https://www.linkedin.com/in/${id}/`,
        name: { full: `Person ${id}` },
        ...changes,
      });
      const saved = await handlers['contact.save'](
        { capture: { profile, provenance: { name: 'card' }, reader: 'linkedin@1' } },
        FROM,
      );
      return saved.id;
    },
    own: (id: string, own: Partial<Contact['own']>) => handlers['contact.setOwn']({ id, own } as never, FROM),
    note: (id: string, note: string) => handlers['contact.setOwn']({ id, own: { note } } as never, FROM),
    forget: (id: string) => handlers['contact.forget']({ id }, FROM),
    contacts: () => db.getAll('contacts'),
    contact: (id: string) => db.get('contacts', id),
    /** What stands here, for comparing: without what is of each device, and lists that are sets in one order. */
    async view(): Promise<unknown> {
      const [questions, contacts, ties, goals, captures, tombstones, me, settings] = await Promise.all([
        db.getAll('questions'),
        db.getAll('contacts'),
        db.getAll('ties'),
        db.getAll('goals'),
        db.getAll('captures'),
        db.getAll('tombstones'),
        db.get('state', 'me'),
        db.get('state', 'settings'),
      ]);
      return {
        questions,
        contacts: contacts.map(bare),
        ties,
        goals,
        captures,
        tombstones,
        me,
        settings: sharedOf(settings),
        count: (await db.get('state', 'contactCount')) ?? 0,
      };
    },
  };
  return device;
}
export type Device = Awaited<ReturnType<typeof makeDevice>>;

function bare({ rev, updatedAt, deviceId, ...contact }: Contact): unknown {
  const sorted = (list: readonly unknown[] = []) => list.map((one) => JSON.stringify(one)).sort();
  const { own } = contact;
  return {
    ...contact,
    keys: sorted(contact.keys),
    emails: sorted(contact.emails),
    events: sorted(contact.events),
    own: {
      ...own,
      note: undefined,
      said: own.note ?? '',
      tags: sorted(own.tags),
      log: sorted(own.log),
      roles: sorted(own.roles),
      lists: sorted(own.lists),
      boards: sorted(own.boards),
      snoozed: sorted(own.snoozed),
    },
  };
}

/** Every setting that is shared, lists and records in one order. */
function sharedOf(settings: unknown): unknown {
  const stored = Object.entries(Settings.parse(settings ?? {}));
  return stored
    .filter(([name]) => SHARED_SETTINGS.has(name))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => {
      if (Array.isArray(value)) return [name, value.map((one) => JSON.stringify(one)).sort()];
      if (typeof value !== 'object') return [name, value];
      return [name, Object.entries(value ?? {}).sort(([a], [b]) => (a < b ? -1 : 1))];
    });
}

/** Rounds of all until nothing is new any more; fails when they do not come to rest. */
export async function untilInStep(devices: readonly Device[], most = 8): Promise<void> {
  for (let turn = 0; turn < most; turn++) {
    for (const device of devices) await device.round();
    const waiting = await Promise.all(
      devices.map(async (device) => (await device.status()) as { waiting?: number }),
    );
    const views = await Promise.all(devices.map(async (device) => JSON.stringify(await device.view())));
    if (waiting.every((status) => status.waiting === 0) && new Set(views).size === 1) return;
  }
}

/** A laptop with some contacts, and a tablet that has joined it. */
export async function two(contacts = 3): Promise<{
  carrier: MemoryCarrier;
  laptop: Device;
  tablet: Device;
  ids: string[];
  code: string;
}> {
  const carrier = new MemoryCarrier();
  const laptop = await makeDevice('Laptop', carrier);
  const tablet = await makeDevice('Tablet', carrier);
  const ids: string[] = [];
  for (let i = 0; i < contacts; i++) ids.push(await laptop.save(`p${i}`));
  const code = await laptop.setUp();
  await tablet.join(code);
  await laptop.round();
  return { carrier, laptop, tablet, ids, code };
}

/** What keeps a device from being in step; `null`: nothing does. */
export async function troubleOf(device: Device): Promise<string | null> {
  const status = await device.status();
  return status.on ? (status.trouble?.kind ?? null) : 'off';
}

export async function syncOf({ db }: Device): Promise<SyncRecord> {
  return (await db.get('state', 'sync')) as SyncRecord;
}

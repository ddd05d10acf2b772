import type * as joinModule from '../../../src/core/sync/join.ts';
import type { State } from '../../../src/core/sync/join.ts';
import type * as stampModule from '../../../src/core/sync/stamp.ts';
import type { Stamp } from '../../../src/core/sync/stamp.ts';

/** The rules under test: the program's own, or a mutant of them. */
export type Rules = Pick<
  typeof joinModule,
  'join' | 'writeNote' | 'addVersion' | 'shownNote' | 'NOTHING' | 'CREATED_AT'
> &
  Pick<typeof stampModule, 'nextStamp'>;

const YEAR = 365 * 86_400_000;
const START = Date.UTC(2026, 10, 28);
const PATHS = ['profile.headline', 'own.layer', 'own.tags/x', 'createdAt'];
const DEVICES = 4;

/** A run of numbers below 1, the same for the same seed (mulberry32). */
export function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

interface Device {
  name: string;
  skew: number;
  state: State;
  /** What was written here and not sent yet. */
  open: State[];
  read: Set<number>;
}

/** What went wrong in a history; empty: nothing. */
export function runHistory(rules: Rules, seed: number): string[] {
  const random = randomFrom(seed);
  const below = (most: number) => Math.floor(random() * most);
  const devices: Device[] = Array.from({ length: DEVICES }, (_, i) => ({
    name: `${i}`.repeat(8),
    skew: Math.round((random() * 2 - 1) * 10 * YEAR),
    state: rules.NOTHING,
    open: [],
    read: new Set(),
  }));
  let files = new Map<number, State>();
  let nextFile = 0;
  let now = START;
  /** Every version of the note: in which life, and whether somebody replaced it knowingly. */
  const versions = new Map<string, { life: number; replaced: boolean }>();
  let nextText = 0;

  const tell = (device: Device, news: State) => {
    device.state = rules.join(device.state, news);
    device.open.push(news);
  };
  const clockOf = ({ name, skew }: Device) => ({ wall: now + skew, device: name });
  const latest = ({ state }: Device, path: string): Stamp | undefined => state.registers.get(path)?.stamp;
  const write = (device: Device) => {
    const { life, dead, note } = device.state;
    if (dead) return;
    const path = PATHS[below(PATHS.length)] ?? '';
    const value = path === 'createdAt' ? `${2000 + below(30)}` : below(4) === 0 ? null : `v${below(1000)}`;
    const stamp = rules.nextStamp(latest(device, path), clockOf(device));
    if (below(3) > 0)
      return tell(device, { life, dead: false, registers: new Map([[path, { stamp, value }]]), note: null });
    const text = `note ${nextText++}`;
    for (const [, seen] of note?.heads ?? []) {
      const version = versions.get(seen);
      if (version !== undefined) version.replaced = true;
    }
    versions.set(text, { life, replaced: false });
    const written = rules.writeNote(note, text, clockOf(device));
    device.state = { ...device.state, note: written };
    device.open.push({ life, dead: false, registers: new Map(), note: written });
  };
  const send = (device: Device) => {
    for (const news of device.open) {
      device.read.add(nextFile);
      files.set(nextFile++, news);
    }
    device.open = [];
  };
  const receive = (device: Device, all: boolean) => {
    const unread = [...files].filter(([file]) => !device.read.has(file) || below(6) === 0);
    unread.sort(() => random() - 0.5);
    for (const [file, news] of unread) {
      if (!all && below(3) === 0) continue;
      device.state = rules.join(device.state, news);
      device.read.add(file);
    }
  };

  const steps = 20 + below(60);
  for (let step = 0; step < steps; step++) {
    now += below(3) === 0 ? 0 : below(86_400_000);
    // The last device joins late.
    const device = devices[below(step < steps / 2 ? DEVICES - 1 : DEVICES)];
    if (device === undefined) continue;
    const action = below(24);
    if (action < 10) write(device);
    else if (action < 14) send(device);
    else if (action < 19) receive(device, false);
    else if (action === 19 && below(3) === 0)
      tell(device, { ...rules.NOTHING, life: device.state.life, dead: true });
    else if (action === 20 && device.state.dead)
      tell(device, { ...rules.NOTHING, life: device.state.life + 1 });
    else if (action === 21) {
      // A cover of what one device holds stands in place of the files that it has read.
      for (const file of device.read) files.delete(file);
      device.read.add(nextFile);
      files.set(nextFile++, device.state);
    } else if (action === 22)
      // The carrier is set back, or loses a file; who has it heals it by a cover.
      files = new Map([...files].filter(() => below(4) > 0));
  }
  for (const device of devices) {
    send(device);
    files.set(nextFile++, device.state);
  }
  for (const device of devices) receive(device, true);

  const wrong: string[] = [];
  const views = devices.map(({ state }) => viewOf(state));
  if (new Set(views).size > 1) wrong.push('diverged');
  const final = devices[0]?.state ?? rules.NOTHING;
  if (final.dead && (final.registers.size > 0 || final.note !== null))
    wrong.push('of the dead something is left');
  const standing = new Set(final.note?.heads.map(([, text]) => text));
  if (!final.dead)
    for (const [text, { life, replaced }] of versions) {
      if (life === final.life && !replaced && !standing.has(text)) wrong.push(`lost ${text}`);
      if (replaced && standing.has(text)) wrong.push(`came back ${text}`);
    }
  return wrong;
}

/** A state as one text: equal for equal states. */
export function viewOf({ life, dead, registers, note }: State): string {
  const sorted = [...registers].sort(([a], [b]) => (a < b ? -1 : 1));
  return JSON.stringify([life, dead, sorted, note === null ? null : note.heads]);
}

import type { Goal, Me } from '../../core/model/index.ts';
import type { Network } from '../../messaging/protocol.ts';

/** What every room is handed. Changes that a room has written are told at once, not read again. */
export interface RoomProps {
  network: Network;
  /** The rest of the address behind the room's name: `#/contacts/ID?q=x` gives `{path: ['ID'], query: {q: 'x'}}`. */
  place: { path: string[]; query: Record<string, string> };
  onGoals: (goals: Goal[]) => void;
  onMe: (me: Me) => void;
  onSettings: (settings: Network['settings']) => void;
}

/** The rooms by the names of their addresses; `shell/rooms.ts` loads them. */
export const ROOM_NAMES = [
  'today',
  'map',
  'contacts',
  'lists',
  'goals',
  'test',
  'key',
  'moves',
  'files',
  'me',
  'settings',
  'welcome',
  'company',
] as const;
export type RoomName = (typeof ROOM_NAMES)[number];

/**
 * What the rail names, in its groups. *Me* stands at its foot under the user's own name, *welcome* is entered by
 * a link alone, and so is *company*, whose people it shows (`#/company/NAME`).
 */
export const RAIL: readonly (readonly RoomName[])[] = [
  ['today', 'map', 'contacts', 'lists'],
  ['goals', 'test', 'key', 'moves'],
  ['files', 'settings'],
];

/** Reads `#/room/path?query`; what is not a room is *today*. A query `contact=ID` opens that contact's panel. */
export function placeOf(hash: string): { room: RoomName; place: RoomProps['place']; contact: string | null } {
  const [address = '', search = ''] = hash.replace(/^#\/?/, '').split('?', 2);
  const [name = '', ...path] = address.split('/').map(decode);
  const query = Object.fromEntries(new URLSearchParams(search));
  const room = ROOM_NAMES.find((one) => one === name) ?? 'today';
  return { room, place: { path, query }, contact: query.contact ?? null };
}

function decode(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}

/** The address of a room, for links. */
export function linkTo(
  room: RoomName,
  path: readonly string[] = [],
  query: Record<string, string> = {},
): string {
  const search = new URLSearchParams(query).toString();
  return `#/${[room, ...path].map(encodeURIComponent).join('/')}${search === '' ? '' : `?${search}`}`;
}

/** The present address with a contact's panel opened over it, or closed (`null`). */
export function linkToContact(id: string | null, hash = location.hash): string {
  const { room, place } = placeOf(hash);
  const { contact: _, ...query } = place.query;
  return linkTo(room, place.path, id === null ? query : { ...query, contact: id });
}

/** Goes to an address; with `replace` the back button does not return to the present one. */
export function goTo(address: string, { replace = false } = {}): void {
  if (replace) location.replace(address);
  else location.hash = address;
}

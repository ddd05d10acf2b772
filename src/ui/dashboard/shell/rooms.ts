import type { ComponentType } from 'preact';
import type { RoomName, RoomProps } from '../links.ts';

export type LoadRoom = () => Promise<{ default: ComponentType<RoomProps> }>;

/** How each room is loaded, when it is first entered. A name without a room does not compile. */
export const ROOMS = {
  today: () => import('../rooms/today/Today.tsx'),
  map: () => import('../rooms/map/NetworkMap.tsx'),
  contacts: () => import('../rooms/contacts/Contacts.tsx'),
  lists: () => import('../rooms/lists/Lists.tsx'),
  goals: () => import('../rooms/goals/Goals.tsx'),
  test: () => import('../rooms/changeTest/ChangeTest.tsx'),
  key: () => import('../rooms/keyPersons/KeyPersons.tsx'),
  moves: () => import('../rooms/moves/NextMoves.tsx'),
  files: () => import('../rooms/files/Files.tsx'),
  me: () => import('../rooms/me/Me.tsx'),
  settings: () => import('../rooms/settings/Preferences.tsx'),
  welcome: () => import('../rooms/welcome/Welcome.tsx'),
  company: () => import('../rooms/company/Company.tsx'),
} as const satisfies Record<RoomName, LoadRoom>;

import * as z from 'zod/mini';
import { Place, type Trouble, type TroubleKind } from '../core/sync/index.ts';

/** Devices that are kept in step: what pages ask of it, and what they are told. */

const code = z.string().check(z.maxLength(200));
/** What the person calls this device. */
const deviceName = z.string().check(z.minLength(1), z.maxLength(60));

export { Place };

/** The first device: a new space, and a code that the person keeps. */
export const SyncSetUp = z.strictObject({ place: Place, name: deviceName });
/** A further device: the space that the code opens. */
export const SyncJoin = z.strictObject({ place: Place, name: deviceName, code });

/** What an attempt came to: `trouble` has a sentence of its own, `sync_trouble_<kind>`. */
export type SyncAnswer<Done extends object = object> =
  | ({ ok: true } & Done)
  /** `badAddress`: no address, or one over plain http; `badCode`: mistyped; `wrongCode`: it opens nothing there; `nothingThere`: nobody has set up a space there. */
  | { ok: false; trouble: TroubleKind | 'badAddress' | 'badCode' | 'wrongCode' | 'nothingThere' };

/** What stands here and there, before anything is joined. */
export interface SyncMeeting {
  here: number;
  there: number;
  /** The same people, found by their keys. */
  same: number;
}

/** Where and how this device is kept in step; never with the password or the code. */
export interface SyncState {
  place: { kind: Place['kind']; address: string; user: string };
  space: string;
  device: string;
  name: string;
  /** The others, the one heard of last first; `missing`: files that it wrote and that never arrived. */
  devices: { id: string; name: string; seen: string; missing: number }[];
  /** ISO 8601 instant of the last round that went well. */
  last: string | null;
  /** Changes that wait here. */
  waiting: number;
  working: { what: 'publish' | 'takeOver' | 'round'; done: number; total: number | null } | null;
  trouble: Trouble | null;
  /** Milliseconds that this computer's clock is behind the server's (ahead: less than 0); 0: it is right. */
  offset: number;
  /** The same where the two are so far apart that neither is believed; 0: they are not. */
  apart: number;
  /** `going`: a change of the code was begun and is gone on with; `unseen`: a new one was made and not shown yet. */
  newCode: 'going' | 'unseen' | null;
}

export type SyncStatus = { on: false } | ({ on: true } & SyncState);

/** A note of which several versions stand, the newest first. */
export interface NoteVersion {
  text: string;
  at: string;
  /** The name of the device that wrote it; `null`: unknown. */
  by: string | null;
}

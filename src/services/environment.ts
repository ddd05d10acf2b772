import type { Classifier } from '../core/classify/index.ts';
import type { MessageKey, ProfileKey, RefusalReason } from '../core/model/index.ts';
import type { Place } from '../core/sync/index.ts';
import type { NetworkEvent } from '../messaging/events.ts';
import type { Database } from '../storage/schema.ts';
import type { World } from '../storage/transaction.ts';
import type { Carrier } from '../sync/carrier.ts';
import type { WitnessStand } from './witnessStand.ts';

/** What the background hands to every use case. */
export interface Environment {
  /** Opening the database is under way; each use case awaits it, so that listeners can be registered at once. */
  database: Promise<Database>;
  world: World;
  /** Whom a web address is about; `null` when it is nobody's profile. */
  identify(url: string): ProfileKey | null;
  /** The one address under which whom a web address is about would be saved; `null` when it is nobody's profile. */
  profileAddress(url: string): string | null;
  /** The classifier with the user's own industries by company; the model is loaded with the first call. */
  classifier(companies: Readonly<Record<string, string>>): Promise<Classifier>;
  /** Reads a tab's page once, and answers what it holds and at which address. */
  readPage(
    tab: number,
  ): Promise<
    { url: string } & ({ ok: true; capture: unknown; own?: boolean } | { ok: false; reason: RefusalReason })
  >;
  /** Inserts the Save button on a further site from now on; the user has granted it. */
  addSite(host: string): Promise<void>;
  /** Takes the button off a further site. */
  takeButton(host: string): Promise<void>;
  /** Further sites that the user has granted, and those that have the button. */
  grantedSites(): Promise<string[]>;
  buttonSites(): Promise<string[]>;
  /** Where it is remembered how many contacts there were, apart from the database. */
  witness: WitnessStand;
  /** Sentences for what the browser itself shows, in the user's language. */
  texts(
    language: 'auto' | 'en' | 'de',
  ): Promise<(key: MessageKey, values?: Record<string, string | number>) => string>;
  /** Tells the extension's open pages. */
  announce(event: NetworkEvent): void;
  /** Bytes of a file at most, to be read or written; absent: what the formats allow (`IMPORT_LIMITS`). */
  fileBytes?: number;
  /** The browser's downloads, for files that nobody has asked for this minute; absent where there are none. */
  files?: {
    /** Has the user allowed it? */
    allowed(): Promise<boolean>;
    /** Puts a file there, under the downloads folder; a file of the name is replaced. */
    save(name: string, mediaType: string, pieces: AsyncIterable<string | Uint8Array>): Promise<void>;
  };
  /** The storage at a place; absent: over the network. */
  carrierOf?(place: Place): Carrier;
  /** The folder that the person picked to keep devices in step over; absent where there is no such thing. */
  folder?: {
    /** `null`: none is known. */
    picked(): Promise<FileSystemDirectoryHandle | null>;
    forget(): Promise<void>;
  };
  /** Waits between two tries of a request. */
  pause?(ms: number): Promise<void>;
  /** Runs the work unless it is running already, in any window of this profile; `false`: it is. */
  alone?(name: string, work: () => Promise<void>): Promise<boolean>;
  /** Keeping devices in step was turned on or off: the browser wakes the background for it, or no longer. */
  syncTurned?(on: boolean): void;
  /** Records in one part of a cover; absent: as many as a file may hold. */
  partRecords?: number;
  /** Keeps the background awake while the work goes on. */
  awake?<Answer>(work: () => Promise<Answer>): Promise<Answer>;
  /** Opens the toolbar's popup over the tab in front, where the browser does that for a program. */
  openPopup?(): Promise<void>;
  /** Shows a tab's state at the toolbar. */
  showBadge(tab: number, badge: Badge): Promise<void>;
}

/** The state of one tab at the toolbar. */
export type Badge =
  | { state: 'none' }
  | { state: 'unsaved' }
  /** Nothing was saved; `sentence` is the key of why. */
  | { state: 'failed'; sentence: MessageKey }
  | { state: 'saved'; fit: number | null; layer: 'operational' | 'personal' | 'strategic' | 'beyond' };

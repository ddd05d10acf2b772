import * as z from 'zod/mini';
import {
  type Contact,
  type Fact,
  type Fit,
  Goal,
  Me,
  OwnWords,
  Profile,
  Provenance,
  patchOf,
  type Reading,
  Settings,
  WebUrl,
} from '../core/model/index.ts';

/** Who may send a message: a content script in a visited page, or a page of the extension itself. */
export type Sender = 'page' | 'extension';

/** What a reader found on a page, as it is sent to be saved. */
export const Capture = z.strictObject({
  profile: Profile,
  provenance: Provenance,
  /** Site and version of the reader, e.g. `linkedin@3`. */
  reader: z.string().check(z.maxLength(60)),
});
export type Capture = z.infer<typeof Capture>;

const id = z.string().check(z.minLength(1), z.maxLength(100));
const none = z.strictObject({});

/** A field that a new capture shows differently from what is saved. */
export interface Change {
  field: string;
  from?: string;
  to?: string;
}

/** A contact with everything that is derived about it. */
export interface ContactView {
  contact: Contact;
  reading: Reading;
}

export interface Preview {
  /** The saved contact, or `null` when this person is not saved yet. */
  saved: ContactView | null;
  /** How the profile on the page reads, saved or not. */
  reading: Reading;
  /** What the page shows that differs from the saved contact. */
  changes: Change[];
}

/** What a list shows of a contact. */
export interface ContactRow {
  id: string;
  name: string;
  title: string;
  company: string;
  place: string;
  url: string;
  isco4: string | null;
  nace2: string | null;
  layer: Reading['layer']['value'];
  functionDistance: number | null;
  industryDistance: number | null;
  fits: Fit[];
  tags: string[];
  updatedAt: string;
}

export interface Network {
  me: Me | null;
  goals: Goal[];
  settings: Settings;
  contactCount: number;
  /** The state of the network in at most three sentences. */
  sentences: Fact[];
}

/** Ties a message to what it takes, who may send it, and (by type alone) what it answers. */
function message<Output>() {
  return <Input>(from: readonly Sender[], input: z.ZodMiniType<Input>) => ({
    from,
    input,
    output: null as Output,
  });
}

/** Every message of the extension. The server checks sender and input of each before any handler sees it. */
export const PROTOCOL = {
  /** Is the page at this address a profile, and saved? A page learns nothing else of the user's network. */
  'page.state': message<{ state: 'none' | 'unsaved' | 'saved'; quiet: boolean }>()(
    ['page'],
    z.strictObject({ url: WebUrl }),
  ),
  /** Reads the sending tab and saves what it shows. */
  'page.save': message<{ ok: true } | { ok: false; reason: string }>()(['page'], none),
  'contact.save': message<{ id: string; created: boolean }>()(
    ['extension'],
    z.strictObject({ capture: Capture, edits: z.optional(OwnWords.shape.edits), tab: z.optional(z.int()) }),
  ),
  'contact.preview': message<Preview>()(['extension'], z.strictObject({ capture: Capture })),
  'contact.get': message<ContactView | null>()(['extension'], z.strictObject({ id })),
  'contact.list': message<{ rows: ContactRow[]; next: string | null }>()(
    ['extension'],
    z.strictObject({ after: z.nullable(id) }),
  ),
  'contact.setOwn': message<ContactView | null>()(
    ['extension'],
    z.strictObject({ id, own: patchOf(OwnWords), clear: z.optional(z.array(z.string())) }),
  ),
  'contact.forget': message<{ forgotten: boolean }>()(['extension'], z.strictObject({ id })),
  'network.get': message<Network>()(['extension'], none),
  'me.set': message<Me>()(['extension'], z.strictObject({ me: Me })),
  'goal.set': message<Goal>()(['extension'], z.strictObject({ goal: Goal })),
  'goal.delete': message<null>()(['extension'], z.strictObject({ id })),
  'settings.set': message<Settings>()(['extension'], z.strictObject({ settings: patchOf(Settings) })),
  /** The whole network as one file. */
  'network.export': message<{ name: string; type: string; text: string }>()(
    ['extension'],
    z.strictObject({ format: z.enum(['csv', 'json']) }),
  ),
} as const;

export type MessageName = keyof typeof PROTOCOL;
export type Input<N extends MessageName> = z.infer<(typeof PROTOCOL)[N]['input']>;
export type Output<N extends MessageName> = (typeof PROTOCOL)[N]['output'];

export type Handlers = {
  [N in MessageName]: (
    input: Input<N>,
    sender: { kind: Sender; url: string; tab: number | null },
  ) => Promise<Output<N>>;
};

import type { Mail } from './mailbox.ts';

/** What passed between the user and one address. */
export interface Exchanged {
  sent: number;
  received: number;
  /** ISO 8601 days; absent where no day could be read. */
  first?: string;
  last?: string;
  /** The newest days, newest first. */
  days: string[];
  /** The name that stood beside the address. */
  name: string;
}

/** How the user's own addresses were known. */
export type OwnBy = 'said' | 'sent' | 'delivered' | 'most' | 'unknown';

/** Messages to more people than this are a circular: no sign of a tie. */
const CIRCULAR = 8;
/** Days on which the two wrote to each other that are kept. */
const DAYS = 3;
/** Pairs of sender and receiver; a mailbox of a working life has some tens of thousands. */
const PAIRS = 300_000;
/** Addresses whose names are known, and that are counted as possibly the user's own: more are no mailbox of anybody's. */
const ADDRESSES = 500_000;
/** Messages whose ids are remembered, so that a copy in another folder counts once. */
const IDS = 1_000_000;
/** An address to which so large a part of all messages was delivered is the user's; less is a list's. */
const DELIVERED_SHARE = 0.2;
/** An address that takes part in so many of all messages can only be the user's. */
const MOST_SHARE = 0.5;
/** An alias from which so large a part of what was sent came is the user's; less is somebody who was filed wrongly. */
const SENT_SHARE = 0.02;

/** Addresses of each kind among which the user's own are looked for. */
const OWN_CANDIDATES = 200;

/** What a log has counted, to be handed on: addresses, names, numbers and days. */
export interface MailCounts {
  format: 'weitblick-mail';
  version: 1;
  messages: number;
  /** Sender, receiver, how many, first and last day (empty: none could be read), the newest days. */
  pairs: [from: string, to: string, count: number, first: string, last: string, days: string[]][];
  names: [email: string, name: string][];
  /** Who sent what lies among what was sent; to whom was delivered; who takes part: those with the most. */
  senders: [email: string, count: number][];
  delivered: [email: string, count: number][];
  taking: [email: string, count: number][];
}

interface Passed {
  count: number;
  first: string;
  last: string;
  days: string[];
}

/**
 * Counts who wrote to whom over any number of mailboxes, and when; nothing else of a message is held. Who the user is
 * shows at the end only, so the counts are by pair.
 */
export class MailLog {
  messages = 0;
  readonly #pairs = new Map<string, Map<string, Passed>>();
  #pairCount = 0;
  readonly #names = new Map<string, string>();
  readonly #senders = new Map<string, number>();
  readonly #delivered = new Map<string, number>();
  readonly #taking = new Map<string, number>();
  readonly #ids: Set<number>;

  /** @param beside another log that counts the same messages' copies: what one has counted the other does not */
  constructor(beside?: MailLog) {
    this.#ids = beside === undefined ? new Set() : beside.#ids;
  }

  add({ from, to, day, id, deliveredTo, sent, automatic }: Mail): void {
    if (id !== undefined) {
      const hash = hashOf(id);
      if (this.#ids.has(hash)) {
        // The copy among what was sent says who the user is.
        if (sent) count(this.#senders, from.email);
        return;
      }
      if (this.#ids.size < IDS) this.#ids.add(hash);
    }
    this.messages += 1;
    if (sent) count(this.#senders, from.email);
    if (deliveredTo !== undefined) count(this.#delivered, deliveredTo);
    const receivers = new Map(to.map((one) => [one.email, one.name]));
    receivers.delete(from.email);
    for (const email of [from.email, ...receivers.keys()]) count(this.#taking, email);
    if (automatic || receivers.size === 0 || receivers.size > CIRCULAR) return;
    this.#name(from.email, from.name);
    for (const [email, name] of receivers) {
      this.#name(email, name);
      this.#pass(from.email, email, {
        count: 1,
        first: day ?? '',
        last: day ?? '',
        days: day === null ? [] : [day],
      });
    }
  }

  /** All that was counted, as `MailCounts` writes it down. */
  counts(): MailCounts {
    const most = (counts: ReadonlyMap<string, number>) =>
      [...counts].sort(([, a], [, b]) => b - a).slice(0, OWN_CANDIDATES);
    return {
      format: 'weitblick-mail',
      version: 1,
      messages: this.messages,
      pairs: [...this.#pairs].flatMap(([from, receivers]) =>
        [...receivers].map(([to, { count: number, first, last, days }]): MailCounts['pairs'][number] => [
          from,
          to,
          number,
          first,
          last,
          days,
        ]),
      ),
      names: [...this.#names],
      senders: most(this.#senders),
      delivered: most(this.#delivered),
      taking: most(this.#taking),
    };
  }

  /** The log of which these are the counts. */
  static of({ messages, pairs, names, senders, delivered, taking }: MailCounts): MailLog {
    const log = new MailLog();
    log.messages = messages;
    for (const [email, name] of names) log.#name(email, name);
    for (const [from, to, number, first, last, days] of pairs)
      log.#pass(from, to, { count: number, first, last, days });
    for (const [mine, theirs] of [
      [log.#senders, senders],
      [log.#delivered, delivered],
      [log.#taking, taking],
    ] as const)
      for (const [email, number] of theirs) mine.set(email, number);
    return log;
  }

  /** Takes in what another log has counted. */
  absorb(other: MailLog): void {
    this.messages += other.messages;
    for (const [mine, theirs] of [
      [this.#senders, other.#senders],
      [this.#delivered, other.#delivered],
      [this.#taking, other.#taking],
    ] as const)
      for (const [email, number] of theirs) count(mine, email, number);
    for (const [email, name] of other.#names) this.#name(email, name);
    for (const [from, receivers] of other.#pairs)
      for (const [to, passed] of receivers) this.#pass(from, to, passed);
  }

  #name(email: string, name: string): void {
    if (name === '' || name.toLowerCase() === email || this.#names.has(email)) return;
    if (this.#names.size < ADDRESSES) this.#names.set(email, name.slice(0, 200));
  }

  #pass(from: string, to: string, more: Passed): void {
    let receivers = this.#pairs.get(from);
    if (receivers === undefined) {
      receivers = new Map();
      this.#pairs.set(from, receivers);
    }
    let passed = receivers.get(to);
    if (passed === undefined) {
      if (this.#pairCount >= PAIRS) return;
      this.#pairCount += 1;
      passed = { count: 0, first: '', last: '', days: [] };
      receivers.set(to, passed);
    }
    passed.count += more.count;
    if (more.last === '') return;
    if (passed.first === '' || more.first < passed.first) passed.first = more.first;
    if (more.last > passed.last) passed.last = more.last;
    passed.days = newest([...passed.days, ...more.days]);
  }

  /** The user's own addresses: as they say, else as the mailboxes show. Empty: it cannot be told. */
  ownAddresses(said: readonly string[] = []): { addresses: string[]; by: OwnBy } {
    if (said.length > 0) return { addresses: said.map((email) => email.toLowerCase()), by: 'said' };
    const all = (counts: ReadonlyMap<string, number>, least: number) =>
      [...counts]
        .filter(([, number]) => number >= least)
        .sort(([, a], [, b]) => b - a)
        .map(([email]) => email);
    const sent = [...this.#senders.values()].reduce((sum, number) => sum + number, 0);
    const delivered = all(this.#delivered, Math.max(1, this.messages * DELIVERED_SHARE));
    if (sent > 0)
      return {
        addresses: [...new Set([...all(this.#senders, sent * SENT_SHARE), ...delivered])],
        by: 'sent',
      };
    if (delivered.length > 0) return { addresses: delivered, by: 'delivered' };
    const [first, second] = all(this.#taking, Math.max(2, this.messages * MOST_SHARE));
    // With one other side both are alike: better no sign than the wrong one.
    if (first === undefined || this.#taking.get(first) === this.#taking.get(second ?? ''))
      return { addresses: [], by: 'unknown' };
    return { addresses: [first], by: 'most' };
  }

  /** What passed between these addresses and each other one, up to `today` (ISO 8601 day). */
  exchanged(own: ReadonlySet<string>, today = '9999'): Map<string, Exchanged> {
    const found = new Map<string, Exchanged>();
    for (const [from, receivers] of this.#pairs)
      for (const [to, passed] of receivers) {
        if (own.has(from) === own.has(to)) continue;
        const email = own.has(from) ? to : from;
        const known = found.get(email) ?? {
          sent: 0,
          received: 0,
          days: [],
          name: this.#names.get(email) ?? '',
        };
        if (own.has(from)) known.sent += passed.count;
        else known.received += passed.count;
        // A clock that ran ahead dates nothing.
        const days = [passed.first, passed.last, ...passed.days].filter((day) => day !== '' && day <= today);
        for (const day of days) {
          if (known.first === undefined || day < known.first) known.first = day;
          if (known.last === undefined || day > known.last) known.last = day;
        }
        known.days = newest([...known.days, ...passed.days.filter((day) => day <= today)]);
        found.set(email, known);
      }
    return found;
  }
}

function count(counts: Map<string, number>, key: string, more = 1): void {
  const known = counts.get(key);
  if (known !== undefined || counts.size < ADDRESSES) counts.set(key, (known ?? 0) + more);
}

function newest(days: readonly string[]): string[] {
  return [...new Set(days)].sort().reverse().slice(0, DAYS);
}

/** FNV-1a over 32 bits: of a million messages some hundred collide, which no count is changed by. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash | 0;
}

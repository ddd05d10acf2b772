import { DEEPEST_JSON } from '../core/text/jsonDepth.ts';
import { ImportError } from './errors.ts';

/** A member of the object that a text of JSON is, or one item of a member that is a list. */
export interface JsonPart {
  member: string;
  /** `list`: the member is a list, whose items follow one by one. */
  kind: 'value' | 'list' | 'item';
  /** The value's or the item's own JSON; empty for `list`. */
  json: string;
}

/** Characters of a member's name; ours have some twenty. */
const NAME = 200;

/**
 * Cuts a text of JSON, handed in by pieces, into the members of its outermost object and the items of their lists, so
 * that a large one is never held as a whole. Linear; whatever stands between the parts is read strictly, the parts
 * themselves are left to `JSON.parse`.
 */
export class JsonParts {
  readonly #most: number;
  #state: State = 'begin';
  #member = '';
  #kind: 'value' | 'item' = 'value';
  /** Of the part that is being read: what earlier pieces hold, lists and objects open in it, and where in a string. */
  #held = '';
  #depth = 0;
  #inString = false;
  #escaped = false;
  /** Begins with a quotation mark; anything but that and brackets ends where the next sign stands. */
  #bare = false;

  /** @param most characters of one part */
  constructor(most: number) {
    this.#most = most;
  }

  /**
   * The parts that end within the next piece of the text.
   * @throws ImportError `damagedJson`, also for a part that is longer or deeper than any of ours.
   */
  *push(piece: string): Generator<JsonPart> {
    for (let at = 0; at < piece.length; ) {
      if (this.#state === 'part') {
        const end = this.#endOfPart(piece, at);
        const json = this.#held + piece.slice(at, end === -1 ? piece.length : end);
        if (json.length > this.#most) throw damaged();
        if (end === -1) {
          this.#held = json;
          return;
        }
        this.#held = '';
        this.#state = this.#kind === 'item' ? 'afterItem' : 'afterValue';
        at = end;
        if (this.#kind === 'value' && this.#member === '') this.#state = this.#named(json);
        else yield { member: this.#member, kind: this.#kind, json };
        continue;
      }
      const sign = piece.charCodeAt(at);
      if (isSpace(sign)) at += 1;
      else if (beginsHere(this.#state, sign)) this.#begin(sign);
      else {
        at += 1;
        if (sign === OPEN_LIST && this.#state === 'value')
          yield { member: this.#member, kind: 'list', json: '' };
        this.#state = this.#after(sign);
      }
    }
  }

  /** @throws ImportError `damagedJson` when the text breaks off. */
  end(): void {
    if (this.#state !== 'end') throw damaged();
  }

  #after(sign: number): State {
    const next = NEXT.get(this.#state)?.get(sign);
    if (next === undefined) throw damaged();
    if (next === 'firstName' || next === 'name') this.#member = '';
    return next;
  }

  #begin(sign: number): void {
    const naming = this.#state === 'firstName' || this.#state === 'name';
    this.#kind = this.#state === 'firstItem' || this.#state === 'item' ? 'item' : 'value';
    if (naming) this.#member = '';
    this.#state = 'part';
    this.#depth = 0;
    this.#inString = false;
    this.#escaped = false;
    this.#bare = sign !== QUOTE && sign !== OPEN_OBJECT && sign !== OPEN_LIST;
  }

  /** What was just read is the name of a member. */
  #named(json: string): State {
    if (json.length > NAME) throw damaged();
    const name = parsed(json);
    if (typeof name !== 'string' || name === '') throw damaged();
    this.#member = name;
    return 'colon';
  }

  /** Where the part ends that goes on at a place; -1: not within this piece. */
  #endOfPart(piece: string, from: number): number {
    if (this.#bare) {
      for (let at = from; at < piece.length; at++) if (endsBare(piece.charCodeAt(at))) return at;
      return -1;
    }
    let depth = this.#depth;
    let at = from;
    for (;;) {
      if (this.#inString) {
        at = this.#endOfString(piece, at);
        if (at === -1) break;
        if (depth === 0) return at;
      }
      for (; at < piece.length; at++) {
        const sign = piece.charCodeAt(at);
        if (sign === QUOTE) break;
        if (sign === OPEN_LIST || sign === OPEN_OBJECT) {
          depth += 1;
          if (depth > DEEPEST_JSON) throw damaged();
        } else if (sign === CLOSE_LIST || sign === CLOSE_OBJECT) {
          depth -= 1;
          if (depth === 0) return at + 1;
        }
      }
      if (at >= piece.length) break;
      this.#inString = true;
      at += 1;
    }
    this.#depth = depth;
    return -1;
  }

  /** Where the string ends that goes on at a place; -1: not within this piece. */
  #endOfString(piece: string, from: number): number {
    let begin = from;
    if (this.#escaped && begin < piece.length) {
      this.#escaped = false;
      begin += 1;
    }
    for (let quote = piece.indexOf('"', begin); ; quote = piece.indexOf('"', quote + 1)) {
      const end = quote === -1 ? piece.length : quote;
      let slashes = 0;
      while (end - 1 - slashes >= begin && piece.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
      if (quote === -1) {
        this.#escaped ||= slashes % 2 === 1;
        return -1;
      }
      if (slashes % 2 === 0) {
        this.#inString = false;
        return quote + 1;
      }
    }
  }
}

/** A part as a value; half characters, which come by an escape alone, are replaced. */
export function parsed(json: string): unknown {
  try {
    return JSON.parse(json, /\\ud[89a-f]/i.test(json) ? wellFormed : undefined);
  } catch {
    throw damaged();
  }
}

function wellFormed(_: string, value: unknown): unknown {
  return typeof value === 'string' ? value.toWellFormed() : value;
}

function damaged(): ImportError {
  return new ImportError('damagedJson');
}

/** What may come next outside of the parts. */
type State =
  | 'begin'
  | 'firstName'
  | 'name'
  | 'colon'
  | 'value'
  | 'part'
  | 'firstItem'
  | 'item'
  | 'afterItem'
  | 'afterValue'
  | 'end';

const [QUOTE, COMMA, COLON, OPEN_LIST, BACKSLASH, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT] = [
  0x22, 0x2c, 0x3a, 0x5b, 0x5c, 0x5d, 0x7b, 0x7d,
] as const;

/** The signs between parts, and what may follow each. */
const NEXT: ReadonlyMap<State, ReadonlyMap<number, State>> = new Map([
  ['begin', new Map<number, State>([[OPEN_OBJECT, 'firstName']])],
  ['firstName', new Map<number, State>([[CLOSE_OBJECT, 'end']])],
  ['colon', new Map<number, State>([[COLON, 'value']])],
  ['value', new Map<number, State>([[OPEN_LIST, 'firstItem']])],
  ['firstItem', new Map<number, State>([[CLOSE_LIST, 'afterValue']])],
  [
    'afterItem',
    new Map<number, State>([
      [COMMA, 'item'],
      [CLOSE_LIST, 'afterValue'],
    ]),
  ],
  [
    'afterValue',
    new Map<number, State>([
      [COMMA, 'name'],
      [CLOSE_OBJECT, 'end'],
    ]),
  ],
]);

function beginsHere(state: State, sign: number): boolean {
  if (state === 'firstName' || state === 'name') return sign === QUOTE;
  if (state === 'value') return sign !== OPEN_LIST && !endsBare(sign);
  return (state === 'firstItem' || state === 'item') && !endsBare(sign);
}

function isSpace(sign: number): boolean {
  return sign === 0x20 || sign === 0x0a || sign === 0x0d || sign === 0x09;
}

function endsBare(sign: number): boolean {
  return sign === COMMA || sign === CLOSE_LIST || sign === CLOSE_OBJECT || sign === COLON || isSpace(sign);
}

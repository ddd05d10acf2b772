import { same } from '../core/merge/index.ts';
import type { Draft } from '../core/model/index.ts';
import type { ContactView, Input } from '../messaging/protocol.ts';
import { listDrafts, putDraft } from '../storage/drafts.ts';
import type { Holdings } from './holdings.ts';
import { setOwnWords, tagContact } from './save.ts';

type Typed = Input<'contact.typed'>;
type What = Typed['what'];

interface Waiting {
  typed: Typed;
  timer: ReturnType<typeof setTimeout> | undefined;
  /** Told what became of the text; `null`: newer text took its place. */
  told: PromiseWithResolvers<ContactView | null | undefined>;
}

/** Milliseconds after the last key after which what is typed becomes a contact's own. */
const SETTLE_MS = 400;

/**
 * What pages are typing about contacts. Each key is kept at once; it becomes the contact's own word when the keys
 * rest, when the field is left, or when the page is gone, which may be without a word of its own.
 */
export class Typing {
  readonly #background: Holdings;
  readonly #settleMs: number;
  readonly #waiting = new Map<string, Waiting>();

  constructor(background: Holdings, settleMs = SETTLE_MS) {
    this.#background = background;
    this.#settleMs = settleMs;
  }

  /** Answers when the text is written, or when newer text has taken its place (`kept: false`). */
  async type(typed: Typed): Promise<{ kept: boolean; view: ContactView | null }> {
    const name = nameOf(typed);
    const before = this.#waiting.get(name);
    clearTimeout(before?.timer);
    // What was not written yet began where this begins.
    const based =
      before !== undefined && same(textOf(before.typed.what), typed.what.based)
        ? before.typed.what.based
        : typed.what.based;
    const what = { ...typed.what, ...(based !== undefined && { based }) } as What;
    const told = Promise.withResolvers<ContactView | null | undefined>();
    const waiting: Waiting = { typed: { ...typed, what }, timer: undefined, told };
    this.#waiting.set(name, waiting);
    before?.told.resolve(undefined);
    const kept = this.#keep(typed, JSON.stringify(what));
    // Half a tag is none: it waits until the field or the page is left.
    if (typed.now === true) this.#write(name);
    else if (what.field !== 'tag') waiting.timer = setTimeout(() => this.#write(name), this.#settleMs);
    else told.resolve(undefined);
    await kept;
    const view = await told.promise;
    return { kept: view !== undefined, view: view ?? null };
  }

  /** The page is gone: what it was typing stands. */
  left(writer: string): void {
    for (const [name, { typed }] of this.#waiting) if (typed.writer === writer) this.#write(name);
  }

  /** Writes what a background that was stopped had still to write. */
  async recover(): Promise<void> {
    const { database, world } = this.#background;
    for (const draft of await listDrafts(await database, world.now())) {
      const what = whatOf(draft);
      // A tag may still be in the making; it stands in its field when the contact is opened again.
      if (what === null || what.field === 'tag') continue;
      const waits = [...this.#waiting.values()].some(
        ({ typed }) => typed.id === draft.subject && typed.what.field === what.field,
      );
      if (!waits) await this.#apply({ id: draft.subject, writer: '', what });
    }
  }

  #write(name: string): void {
    const waiting = this.#waiting.get(name);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(name);
    this.#apply(waiting.typed).then(waiting.told.resolve, (error: unknown) => {
      waiting.told.reject(error);
      // Nobody may be waiting any more; the draft is still there.
      waiting.told.promise.catch(() => {});
    });
  }

  async #apply(typed: Typed): Promise<ContactView | null> {
    const view = await applied(this.#background, typed);
    if (!this.#waiting.has(nameOf(typed))) await this.#keep(typed, '');
    return view;
  }

  async #keep({ id, what: { field } }: Typed, text: string): Promise<void> {
    const { database, world } = this.#background;
    await putDraft(await database, { kind: field, subject: id, text, at: world.now().toISOString() });
  }
}

function applied(background: Holdings, { id, what }: Typed): Promise<ContactView | null> {
  if (what.field === 'tag') {
    const tag = what.text.replace(/^#/, '').trim();
    return tagContact(background, { id, add: tag === '' ? [] : [tag] });
  }
  if (what.field === 'note') {
    const text = what.text.trim() === '' ? '' : what.text;
    return setOwnWords(background, id, { note: text }, { based: { note: what.based } });
  }
  const { step, based } = what;
  if (step === null) return setOwnWords(background, id, {}, { clear: ['nextStep'] });
  return setOwnWords(
    background,
    id,
    { nextStep: step },
    based === null ? {} : { based: { nextStep: based } },
  );
}

function nameOf({ id, writer, what: { field } }: Typed): string {
  return `${field} ${id} ${writer}`;
}

function textOf(what: What): unknown {
  return what.field === 'nextStep' ? what.step : what.text;
}

function whatOf({ kind, text }: Draft): What | null {
  if (kind !== 'note' && kind !== 'nextStep' && kind !== 'tag') return null;
  return JSON.parse(text) as What;
}

import type { Answer, Envelope } from './envelope.ts';
import { MAX_MESSAGE } from './envelope.ts';
import { type FailureKind, MessageFailure } from './errors.ts';
import { type Handlers, type Input, type MessageName, PROTOCOL, type Sender } from './protocol.ts';

/** The part of the browser's `MessageSender` that says who sends; a message's body never does. */
export interface MessageSender {
  id?: string | undefined;
  url?: string | undefined;
  origin?: string | undefined;
  tab?: { id?: number | undefined; url?: string | undefined } | undefined;
  frameId?: number | undefined;
  /** Chromium: `prerender`, `active`, `cached` or `pending_deletion`. */
  documentLifecycle?: string | undefined;
}

/**
 * Makes the listener for `runtime.onMessage`. Answers `undefined` to what is not ours, else a promise of an
 * `Answer`; it never rejects.
 * @param own the extension's id and origin (`chrome-extension://…`, without a slash at the end)
 * @param failureOf names the kind of an error that a handler threw
 */
export function serve(
  handlers: Handlers,
  own: { id: string; origin: string },
  failureOf: (error: unknown) => FailureKind,
): (message: unknown, sender: MessageSender) => Promise<Answer> | undefined {
  return (message, sender) => {
    if (!isEnvelope(message)) return undefined;
    return handle(message, sender).catch((error: unknown): Answer => {
      if (error instanceof MessageFailure) return { ok: false, kind: error.kind, detail: error.message };
      const kind = failureOf(error);
      if (kind === 'unknown') console.error(error);
      return { ok: false, kind, detail: error instanceof Error ? error.name : 'error' };
    });
  };

  async function handle(envelope: Envelope, sender: MessageSender): Promise<Answer> {
    const senders = sendersOf(sender, own);
    const [kind] = senders;
    const name = envelope.weitblick as MessageName;
    if (kind === undefined || !Object.hasOwn(PROTOCOL, name)) throw new MessageFailure('notAllowed');
    const rule = PROTOCOL[name];
    if (!senders.some((one) => (rule.from as readonly Sender[]).includes(one)))
      throw new MessageFailure('notAllowed');
    if (JSON.stringify(envelope.input ?? null).length > MAX_MESSAGE[kind])
      throw new MessageFailure('tooLarge');
    const parsed = rule.input.safeParse(envelope.input);
    if (!parsed.success) throw new MessageFailure('badMessage', parsed.error.issues[0]?.path.join('.') ?? '');
    const handler = handlers[name] as (
      input: Input<MessageName>,
      from: Parameters<Handlers[MessageName]>[1],
    ) => Promise<unknown>;
    const url = sender.tab?.url ?? sender.url ?? '';
    return {
      ok: true,
      output: await handler(parsed.data as Input<MessageName>, { kind, url, tab: sender.tab?.id ?? null }),
    };
  }
}

/** The pages of ours that send messages, and as whom; every other address of ours is nobody. */
const PAGES: ReadonlyMap<string, readonly ['extension', ...Sender[]]> = new Map([
  ['/popup.html', ['extension']],
  ['/sidepanel.html', ['extension']],
  ['/dashboard.html', ['extension', 'dashboard']],
]);

/**
 * As whom somebody sends, by what the browser itself says of them: nothing for strangers. Each thing that the browser
 * says must fit: a page whose process was taken over can claim one of them, not all.
 */
function sendersOf(
  sender: MessageSender,
  own: { id: string; origin: string },
): readonly [] | readonly ['page' | 'extension', ...Sender[]] {
  if (sender.id !== own.id || sender.url === undefined || !URL.canParse(sender.url)) return [];
  const url = new URL(sender.url);
  const origin = originOf(url);
  if (sender.origin !== undefined && sender.origin !== origin) return [];
  // A page of ours that is being left still hands over what was typed: where its tab is by then says nothing.
  if (origin === own.origin) return PAGES.get(url.pathname) ?? [];
  if (url.protocol !== 'https:' || sender.frameId !== 0 || sender.tab?.id === undefined) return [];
  if ((sender.documentLifecycle ?? 'active') !== 'active') return [];
  const { url: shown } = sender.tab;
  return shown === undefined || (URL.canParse(shown) && originOf(new URL(shown)) === origin) ? ['page'] : [];
}

/** `URL.origin` is `null` for an extension's addresses in some engines. */
function originOf({ protocol, host }: URL): string {
  return `${protocol}//${host}`;
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && typeof (message as Envelope).weitblick === 'string'
  );
}

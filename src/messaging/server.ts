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
    const kind = senderKind(sender, own);
    const name = envelope.weitblick as MessageName;
    if (kind === null || !Object.hasOwn(PROTOCOL, name)) throw new MessageFailure('notAllowed');
    const rule = PROTOCOL[name];
    if (!(rule.from as readonly Sender[]).includes(kind)) throw new MessageFailure('notAllowed');
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

/** Pages of ours have our origin; content scripts have our id, a tab, and the visited page's web address. */
function senderKind(sender: MessageSender, own: { id: string; origin: string }): Sender | null {
  if (sender.id !== own.id) return null;
  if (sender.url?.startsWith(`${own.origin}/`)) return 'extension';
  const topFrame = sender.tab !== undefined && (sender.frameId ?? 0) === 0;
  return topFrame && /^https?:\/\//.test(sender.url ?? '') ? 'page' : null;
}

function isEnvelope(message: unknown): message is Envelope {
  return (
    typeof message === 'object' && message !== null && typeof (message as Envelope).weitblick === 'string'
  );
}

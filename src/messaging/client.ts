import { browser } from 'wxt/browser';
import type { Answer, Envelope } from './envelope.ts';
import { MessageFailure } from './errors.ts';
// Types only: the schemas stay out of the content script.
import type { Input, MessageName, Output } from './protocol.ts';

/**
 * Sends a message to the background and answers its result.
 * @throws MessageFailure; of kind `extensionReloaded` when this script outlived its extension.
 */
export async function call<N extends MessageName>(name: N, input: Input<N>): Promise<Output<N>> {
  const envelope: Envelope = { weitblick: name, input };
  let answer: Answer | undefined;
  try {
    if (!browser.runtime?.id) throw new MessageFailure('extensionReloaded');
    answer = await browser.runtime.sendMessage(envelope);
  } catch (error) {
    // Chromium says "context invalidated", Firefox cannot reach the receiving end.
    const invalidated =
      error instanceof Error && /invalidated|receiving end|dead object/i.test(error.message);
    if (error instanceof MessageFailure) throw error;
    throw new MessageFailure(invalidated ? 'extensionReloaded' : 'unknown', String(error));
  }
  if (answer === undefined) throw new MessageFailure('unknown', 'no answer');
  if (!answer.ok) throw new MessageFailure(answer.kind, answer.detail);
  return answer.output as Output<N>;
}

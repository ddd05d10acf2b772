import type { Page } from 'playwright-core';
import type { MessageName, Output } from '../../messaging/protocol.ts';
import {
  SYNTHETIC_GOALS,
  SYNTHETIC_KNOWS,
  SYNTHETIC_ME,
  SYNTHETIC_PEOPLE,
  type SyntheticPerson,
} from './people.ts';

/** How much of the synthetic network is there: nothing, the user with goals and one contact, or everybody. */
export const STAGES = [0, 1, 40] as const;
export type Stage = (typeof STAGES)[number];

/** Sends a message to the background from a page of the extension; throws on a failure's answer. */
export async function send<N extends MessageName>(page: Page, name: N, input: object): Promise<Output<N>> {
  const answer = await page.evaluate(
    async ([weitblick, body]) => {
      interface Runtime {
        sendMessage(
          message: unknown,
        ): Promise<{ ok: boolean; output?: unknown; kind?: string; detail?: string }>;
      }
      const { runtime } = (globalThis as unknown as { chrome: { runtime: Runtime } }).chrome;
      return await runtime.sendMessage({ weitblick, input: body });
    },
    [name, input] as const,
  );
  if (!answer.ok) throw new Error(`${name}: ${answer.kind} (${answer.detail})`);
  return answer.output as Output<N>;
}

/**
 * Puts the synthetic network into an extension as a user would: who I am, goals, then contact by contact.
 * @param page any page of the extension
 * @param size how many contacts; 0 leaves the extension untouched
 */
export async function seed(page: Page, size: number): Promise<void> {
  if (size === 0) return;
  await send(page, 'me.set', { me: SYNTHETIC_ME });
  for (const goal of SYNTHETIC_GOALS) await send(page, 'goal.set', { goal });
  await send(page, 'settings.set', { settings: { onboarding: 'done' } });
  const ids = new Map<string, string>();
  for (const person of SYNTHETIC_PEOPLE.slice(0, size))
    ids.set(person.profile.name.full, await save(page, person));
  for (const [of, ...named] of SYNTHETIC_KNOWS)
    for (const name of named) {
      const [from, to] = [ids.get(of), ids.get(name)];
      if (from !== undefined && to !== undefined)
        await send(page, 'contact.setTie', { tie: { from, to, kind: 'knows', sources: [SEEN] } });
    }
}

/** What the page of somebody would have left with each tie. */
const SEEN = { relation: 'commonContact', site: 'linkedin', on: '2026-11-03', matchedBy: 'address' };

async function save(page: Page, { profile, own, tie }: SyntheticPerson): Promise<string> {
  const { id } = (await send(page, 'contact.save', { capture: captureOf(profile) })) as { id: string };
  const { tags = [], log = [], ...words } = own ?? {};
  if (tags.length > 0) await send(page, 'contact.tag', { id, add: tags });
  // A line stands before the older ones.
  for (const line of log.toReversed()) await send(page, 'contact.log', { id, ...line });
  if (Object.keys(words).length > 0) await send(page, 'contact.setOwn', { id, own: words });
  if (tie) await send(page, 'contact.setTie', { tie: { from: 'me', to: id, kind: 'knows', ...tie } });
  return id;
}

/** The capture that a page of this person would give. */
export function captureOf(profile: SyntheticPerson['profile']) {
  return { profile, provenance: { name: 'card', positions: 'card' }, reader: 'linkedin@1' };
}

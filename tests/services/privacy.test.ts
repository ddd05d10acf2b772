import { describe, expect, it } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const OWN = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

async function filled() {
  const { environment } = makeEnvironment();
  const background = createBackground(environment);
  const handlers = handlersOf(background);
  await handlers['me.set']({ me: makeMe() }, OWN);
  await handlers['goal.set']({ goal: makeGoal() }, OWN);
  for (const [id, tags] of [
    ['leyla-brandt', ['health', 'meet-up']],
    ['amir-haddad', ['health']],
  ] as const) {
    const capture = makeCapture({ key: { site: 'linkedin', id }, url: `https://www.linkedin.com/in/${id}/` });
    const saved = await handlers['contact.save']({ capture }, OWN);
    await handlers['contact.setOwn']({ id: saved.id, own: { tags: [...tags] } }, OWN);
  }
  return { handlers, background };
}

describe('what is stored', () => {
  it('is counted, and tags with the commonest first', async () => {
    const { handlers } = await filled();
    expect(await handlers['privacy.get']({}, OWN)).toMatchObject({
      contacts: 2,
      captures: 2,
      goals: 1,
      forReview: 0,
      oldest: '2026-11-24',
    });
    expect((await handlers['tags.get']({}, OWN)).tags).toEqual([
      { name: 'health', count: 2 },
      { name: 'meet-up', count: 1 },
    ]);
  });
  it('is gone after everything was erased, and a contact can be saved anew', async () => {
    const { handlers, background } = await filled();
    await handlers['privacy.erase']({ everything: true }, OWN);
    expect(await handlers['privacy.get']({}, OWN)).toEqual({
      contacts: 0,
      captures: 0,
      goals: 0,
      ties: 0,
      forgotten: 0,
      oldest: null,
      forReview: 0,
    });
    expect(await handlers['network.get']({}, OWN)).toMatchObject({ me: null, goals: [], contactCount: 0 });
    const db = await background.database;
    for (const store of db.objectStoreNames) {
      if (store !== 'state' && store !== 'changes') expect(await db.count(store), store).toBe(0);
    }
    expect((await handlers['contact.save']({ capture: makeCapture() }, OWN)).created).toBe(true);
    expect((await handlers['privacy.get']({}, OWN)).contacts).toBe(1);
  });
});

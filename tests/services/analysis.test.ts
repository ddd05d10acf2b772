import { describe, expect, it, vi } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

async function open(name = `analysis-${Math.random()}`) {
  const made = makeEnvironment(name);
  const background = createBackground(made.environment);
  const handlers = handlersOf(background);
  return { ...made, background, handlers };
}

const person = (id: string, title = 'Nurse') =>
  makeCapture({
    key: { site: 'linkedin', id },
    url: `https://www.linkedin.com/in/${id}/`,
    name: { full: id },
    positions: [{ title, company: 'Klinikum Musterstadt', end: null }],
  });

describe('the analysis', () => {
  it('is computed once asked for, told when it is there, and current then', async () => {
    const { handlers, events } = await open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    await handlers['contact.save']({ capture: person('ada') }, POPUP);
    expect(await handlers['analysis.get']({}, POPUP)).toEqual({ analysis: null, state: 'computing' });
    await vi.waitFor(() =>
      expect(events.some((event) => event.kind === 'job' && event.job.state === 'done')).toBe(true),
    );
    const { analysis, state } = await handlers['analysis.get']({}, POPUP);
    expect(state).toBe('current');
    expect(analysis).toMatchObject({ contacts: 1, at: '2026-11-24T10:00:00.000Z' });
    expect(analysis?.coverage.map(({ goalId }) => goalId)).toEqual(['g1']);
  });

  it('follows a write without being asked again, while somebody has looked', async () => {
    const { handlers, background } = await open();
    await handlers['contact.save']({ capture: person('ada') }, POPUP);
    expect((await background.analysis.current())?.contacts).toBe(1);
    await handlers['contact.save']({ capture: person('bea') }, POPUP);
    expect(await handlers['analysis.get']({}, POPUP)).toMatchObject({
      state: 'stale',
      analysis: { contacts: 1 },
    });
    await vi.waitFor(async () =>
      expect(await handlers['analysis.get']({}, POPUP)).toMatchObject({
        state: 'current',
        analysis: { contacts: 2 },
      }),
    );
    const { id } = await handlers['contact.save']({ capture: person('bea') }, POPUP);
    await handlers['contact.forget']({ id }, POPUP);
    expect((await background.analysis.current())?.contacts).toBe(1);
  });

  it('is there at once after a new start, as old as it is', async () => {
    const first = await open('restarted');
    await first.handlers['contact.save']({ capture: person('ada') }, POPUP);
    await first.background.analysis.current();
    const second = await open('restarted');
    expect(await second.handlers['analysis.get']({}, POPUP)).toMatchObject({
      state: 'current',
      analysis: { contacts: 1 },
    });
    await second.handlers['contact.save']({ capture: person('bea') }, POPUP);
    expect(await second.handlers['analysis.get']({}, POPUP)).toMatchObject({ state: 'stale' });
  });

  it('agrees with a new one after any order of loading and writing', async () => {
    const first = await open('meanwhile');
    for (const id of ['ada', 'bea', 'cem'])
      await first.handlers['contact.save']({ capture: person(id) }, POPUP);
    const second = await open('meanwhile');
    const computing = second.background.analysis.current();
    const saved = second.handlers['contact.save'](
      { capture: person('dea', 'Chief Financial Officer') },
      POPUP,
    );
    const gone = second.handlers['contact.search']({ query: 'ada', limit: 1 }, POPUP).then(({ rows }) =>
      second.handlers['contact.forget']({ id: rows[0]?.id ?? '' }, POPUP),
    );
    await Promise.all([computing, saved, gone]);
    const after = await second.background.analysis.current();
    const third = await open('meanwhile');
    await third.handlers['settings.set']({ settings: { quiet: true } }, POPUP);
    const anew = await third.background.analysis.current();
    expect({ ...after, revision: 0 }).toEqual({ ...anew, revision: 0 });
    expect(after?.contacts).toBe(3);
  });

  it('says what a profile would add before it is saved, and what a contact is worth keeping for', async () => {
    const { handlers } = await open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    const before = await handlers['contact.marginal']({ capture: person('ada') }, POPUP);
    expect(before?.marginal.length).toBeGreaterThan(0);
    const { id } = await handlers['contact.save']({ capture: person('ada') }, POPUP);
    expect(await handlers['contact.marginal']({ id }, POPUP)).not.toBeNull();
    expect(await handlers['contact.marginal']({ id: 'nobody' }, POPUP)).toBeNull();
  });

  it('tests a change, draws the graph, and gives the popup its sentences', async () => {
    const { handlers, background } = await open();
    await handlers['me.set']({ me: makeMe() }, POPUP);
    await handlers['goal.set']({ goal: makeGoal() }, POPUP);
    await handlers['contact.save']({ capture: person('ada') }, POPUP);
    expect(await handlers['analysis.test']({ change: { company: true } }, POPUP)).toMatchObject({
      change: { company: true },
    });
    expect((await handlers['graph.get']({}, POPUP)).nodes.some(({ label }) => label === 'ada')).toBe(true);
    expect((await background.analysis.current())?.balance.internal).toBe(0);
    const { sentences } = await handlers['network.get']({}, POPUP);
    expect(sentences.length).toBeGreaterThan(0);
    expect(sentences.map(({ key }) => key)).not.toContain('factSavedContacts');
  });
});

import { expect, it, vi } from 'vitest';
import { pairKey } from '../../src/core/merge/index.ts';
import { Settings } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

function open() {
  const { environment } = makeEnvironment();
  const judged = vi.fn();
  const background = createBackground({
    ...environment,
    classifier: async (companies) => {
      const classifier = await environment.classifier(companies);
      return {
        ...classifier,
        career(profile, own) {
          judged();
          return classifier.career(profile, own);
        },
      };
    },
  });
  return { background, handlers: handlersOf(background), judged };
}

it('a person is judged once for the preview, the saving, the rows and the view', async () => {
  const { handlers, judged } = open();
  const capture = makeCapture();
  await handlers['contact.preview']({ capture }, POPUP);
  await handlers['contact.marginal']({ capture }, POPUP);
  const { id } = await handlers['contact.save']({ capture }, POPUP);
  await handlers['contact.get']({ id }, POPUP);
  await handlers['contact.save']({ capture }, POPUP);
  expect(judged).toHaveBeenCalledTimes(1);
  // What changes the judgement is judged anew.
  await handlers['contact.setOwn']({ id, own: { isco4: '2221' } }, POPUP);
  expect(judged).toHaveBeenCalledTimes(2);
  await handlers['company.set']({ company: 'klinikum musterstadt', nace2: '85' }, POPUP);
  expect((await handlers['contact.get']({ id }, POPUP))?.reading.career.current.industry?.nace2).toBe('85');
});

it('does not hold on to a whole network', async () => {
  const { background, judged } = open();
  const { classifier } = await background.contexts.now();
  const profile = (i: number) => ({ ...makeCapture().profile, headline: `Nurse ${i}` });
  for (let i = 0; i < 100; i++) classifier.career(profile(i));
  expect(judged).toHaveBeenCalledTimes(100);
  classifier.career(profile(99));
  expect(judged).toHaveBeenCalledTimes(100);
  classifier.career(profile(0));
  expect(judged).toHaveBeenCalledTimes(101);
});

it('the state of the network is told without reading all rows, and without the pairs that are no duplicates', async () => {
  const { background, handlers } = open();
  await handlers['me.set']({ me: makeMe() }, POPUP);
  await handlers['goal.set']({ goal: makeGoal() }, POPUP);
  await handlers['contact.save']({ capture: makeCapture() }, POPUP);
  await handlers['merge.dismiss']({ a: 'a', b: 'b' }, POPUP);
  const light = vi.spyOn(background.rows, 'light');
  const all = vi.spyOn(background.rows, 'all');
  const { settings } = await handlers['network.get']({}, POPUP);
  expect([light.mock.calls.length, all.mock.calls.length]).toEqual([0, 0]);
  for (const shown of [settings, await handlers['settings.set']({ settings: { quiet: true } }, POPUP)])
    expect(shown).not.toHaveProperty('notDuplicates');
  const kept = Settings.parse(await (await background.database).get('state', 'settings'));
  expect(kept).toMatchObject({ quiet: true, notDuplicates: [pairKey('a', 'b')] });
});

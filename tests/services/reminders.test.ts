import { describe, expect, it } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { remind } from '../../src/services/reminders.ts';
import { makeCapture, makeEnvironment } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

async function open(people: string[]) {
  const made = makeEnvironment(`remind-${Math.random()}`);
  let now = '2026-11-24T10:00:00.000Z';
  const background = createBackground({
    ...made.environment,
    world: { ...made.environment.world, now: () => new Date(now) },
  });
  const handlers = handlersOf(background);
  const ids: string[] = [];
  for (const id of people)
    ids.push(
      (
        await handlers['contact.save'](
          { capture: makeCapture({ key: { site: 'linkedin', id }, name: { full: id } }) },
          POPUP,
        )
      ).id,
    );
  return { handlers, background, ids, at: (day: string) => (now = `${day}T10:00:00.000Z`) };
}

describe('what is due', () => {
  it('names next steps and signs of life, the earliest first', async () => {
    const { handlers, ids } = await open(['ada', 'bea', 'cem']);
    const [ada = '', bea = '', cem = ''] = ids;
    await handlers['contact.setOwn'](
      { id: ada, own: { nextStep: { text: 'Call', due: '2026-12-01' } } },
      POPUP,
    );
    await handlers['contact.setOwn']({ id: bea, own: { rhythmDays: 5 } }, POPUP);
    await handlers['contact.setOwn']({ id: cem, own: { nextStep: { text: 'Some day' } } }, POPUP);
    const ask = async (until: string) => (await handlers['due.get']({ until }, POPUP)).due;
    expect(await ask('2026-11-28')).toEqual([]);
    expect(await ask('2026-12-01')).toEqual([
      { contactId: bea, name: 'bea', kind: 'keepInTouch', text: '', due: '2026-11-29' },
      { contactId: ada, name: 'ada', kind: 'nextStep', text: 'Call', due: '2026-12-01' },
    ]);
    await handlers['contact.log']({ id: bea, text: 'Had lunch', day: '2026-11-27' }, POPUP);
    await handlers['contact.log']({ id: ada, text: 'Called', stepDone: true }, POPUP);
    expect(await ask('2026-12-01')).toEqual([]);
    expect((await ask('2026-12-02'))[0]?.due).toBe('2026-12-02');
    const view = await handlers['contact.get']({ id: ada }, POPUP);
    expect(view?.contact.own.log).toEqual([{ day: '2026-11-24', text: 'Called' }]);
    expect(view?.contact.own.nextStep).toBeUndefined();
  });

  it('follows the rhythm of a layer, and the own rhythm before it', async () => {
    const { handlers, ids } = await open(['ada', 'bea']);
    const [ada = '', bea = ''] = ids;
    await handlers['contact.setMany']({ ids, own: { layer: 'personal' } }, POPUP);
    await handlers['contact.setOwn']({ id: bea, own: { rhythmDays: 300 } }, POPUP);
    await handlers['rhythm.set']({ layer: 'personal', days: 30 }, POPUP);
    const { due } = await handlers['due.get']({ until: '2026-12-31' }, POPUP);
    expect(due).toEqual([{ contactId: ada, name: 'ada', kind: 'keepInTouch', text: '', due: '2026-12-24' }]);
  });

  it('asks whether to keep a contact, and a new capture does not put that off', async () => {
    const { handlers, ids, at } = await open(['ada']);
    const [ada = ''] = ids;
    await handlers['settings.set']({ settings: { reviewMonths: 3 } }, POPUP);
    expect((await handlers['review.get']({}, POPUP)).count).toBe(0);
    at('2027-02-24');
    await handlers['contact.save']({ capture: makeCapture({ key: { site: 'linkedin', id: 'ada' } }) }, POPUP);
    expect((await handlers['review.get']({}, POPUP)).due).toMatchObject([
      { contactId: ada, due: '2027-02-24' },
    ]);
    await handlers['contact.setOwn']({ id: ada, own: { reviewedOn: '2027-02-24' } }, POPUP);
    expect((await handlers['review.get']({}, POPUP)).count).toBe(0);
    at('2027-05-24');
    expect((await handlers['review.get']({}, POPUP)).count).toBe(1);
  });
});

describe('a reminder', () => {
  it('comes once a day, and only to whom it was promised', async () => {
    const { handlers, ids, background, at } = await open(['ada']);
    const told: number[] = [];
    const look = () => remind(background, async ({ count }) => void told.push(count));
    await handlers['contact.setOwn'](
      { id: ids[0] ?? '', own: { nextStep: { text: 'Call', due: '2026-11-20' } } },
      POPUP,
    );
    await look();
    expect(told).toEqual([]);
    await handlers['settings.set']({ settings: { reminders: true } }, POPUP);
    await look();
    await look();
    expect(told).toEqual([1]);
    at('2026-11-25');
    await look();
    expect(told).toEqual([1, 1]);
  });
});

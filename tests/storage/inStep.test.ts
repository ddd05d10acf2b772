import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Contact } from '../../src/core/model/index.ts';
import { accountsOf, type Device, expectWhole, inStep, inStepByNews, openDevice, viewOf } from './device.ts';

const step = fc.record({
  /** Which device does it. */
  on: fc.integer({ min: 0, max: 1 }),
  what: fc.integer({ min: 0, max: 18 }),
  one: fc.nat(5),
  other: fc.nat(5),
  number: fc.nat(9),
});
type Step = typeof step extends fc.Arbitrary<infer Of> ? Of : never;

/** One thing that a person does; what cannot be done there does nothing. */
async function act(device: Device, { on, what, one, other, number }: Step): Promise<void> {
  if (what < 3) {
    // Two devices may save one person each, under ids of their own.
    const key = `p${one % 4}`;
    const id = number < 6 ? key : `${key}-${on}`;
    await device.save(id, (contact) => readAnew(contact, number), [`web:${key}`]);
    return;
  }
  if (what === 3) return void (await device.goal(`g${one % 2}`, { title: `goal ${number}` }));
  if (what === 4) return device.dropGoal(`g${one % 2}`);
  if (what === 5) return void (await device.me(number === 0 ? null : `headline ${number}`));
  const ids = await device.db.getAllKeys('contacts');
  const [a = 'nobody', b = 'nobody'] = [ids[one % ids.length], ids[other % ids.length]];
  await toPeople(device, { what, a, b, number });
}

const readAnew = (contact: Contact, number: number): Contact => ({
  ...contact,
  profile: { ...contact.profile, headline: `read ${number}` },
});

async function toPeople(
  device: Device,
  { what, a, b, number }: { what: number; a: string; b: string; number: number },
): Promise<unknown> {
  switch (what) {
    case 6:
      return device.note(a, number < 2 ? '' : `note ${number}`);
    case 7:
      return device.own(a, (own) => ({ ...own, tags: [...new Set([...own.tags, `t${number}`])] }));
    case 8:
      return device.own(a, (own) => ({ ...own, log: [{ day: `2026-11-1${number}`, text: 'line' }] }));
    case 9:
      return device.tie(a, b);
    case 10:
      return device.tie('me', a, { strength: number < 5 ? 'weak' : 'strong' });
    case 11:
      return device.untie(a, b);
    case 12:
      return a === b || device.ask(a, b);
    case 13: {
      const [question] = await device.db.getAll('questions');
      return question && device.answer(question.id, number < 5 ? null : (question.candidates[0] ?? null));
    }
    case 14:
      return device.settings({ notDuplicates: [`${a} ${b}`], reviewMonths: number + 1 });
    case 15:
      return device.forget(a);
    case 16: {
      const { undo } = await device.forgetMany(a, b);
      return number < 5 && device.undo(undo);
    }
    default: {
      const undo = await device.merge(a, b);
      return undo !== null && number < 4 && device.undo(undo);
    }
  }
}

/** A part of what the one knows then, from the first entry told on: (when, from which device, first entry, how many). */
const tellings = fc.array(fc.tuple(fc.nat(30), fc.nat(1), fc.nat(20), fc.integer({ min: 1, max: 20 })), {
  maxLength: 5,
});

it.each([
  ['all that they know', inStep],
  ['their news alone', inStepByNews],
])('whatever two devices do, each stays whole, and both end in one state by %s', async (_, tell) => {
  await fc.assert(
    fc.asyncProperty(fc.array(step, { maxLength: 30 }), tellings, async (steps, told) => {
      const devices = await Promise.all([
        openDevice('0000000a'),
        openDevice('0000000b', { begins: '2026-11-24T10:00:00.500Z' }),
      ]);
      const [laptop, tablet] = devices;
      for (const [at, one] of steps.entries()) {
        await act(one.on === 0 ? laptop : tablet, one);
        for (const [when, from, begin, count] of told)
          if (when === at) {
            const [teller, hearer] = from === 0 ? [laptop, tablet] : [tablet, laptop];
            await hearer.apply((await teller.entries()).slice(begin, begin + count));
          }
      }
      for (const device of devices) await expectWhole(device);
      await tell(laptop, tablet);
      for (const device of devices) await expectWhole(device);
      // Where somebody was merged here and forgotten there at once, one may keep a page that the other has let go.
      const [one, other] = await Promise.all(
        devices.map(async ({ db }) => ({ ...(await viewOf(db)), captures: [] })),
      );
      expect(other).toEqual(one);
      const [mine, theirs] = await Promise.all(
        devices.map(async (device) =>
          accountsOf(
            (await device.entries()).filter(({ k, r }) => k !== 'capture' && (k !== 'settings' || r)),
          ),
        ),
      );
      expect(theirs).toEqual(mine);
    }),
    { seed: 5, numRuns: 50 },
  );
});

import { describe, expect, it } from 'vitest';
import { MemoryCarrier } from '../../servers/memory.ts';
import { makeDevice, untilInStep } from './devices.ts';

async function two() {
  const carrier = new MemoryCarrier();
  const laptop = await makeDevice('Laptop', carrier);
  const tablet = await makeDevice('Tablet', carrier);
  return { carrier, laptop, tablet };
}

describe('two devices', () => {
  it('come to the same state: the first publishes, the second takes over', async () => {
    const { carrier, laptop, tablet } = await two();
    const id = await laptop.save('ada');
    await laptop.own(id, { tags: ['first', 'second'], note: 'met at the fair' });
    const code = await laptop.setUp();
    expect(carrier.named('c')).toHaveLength(1);
    await tablet.join(code);
    expect(await tablet.view()).toEqual(await laptop.view());
    expect((await tablet.contact(id))?.own.note).toBe('met at the fair');
    expect(await tablet.status()).toMatchObject({ on: true, waiting: 0, trouble: null });
  });

  it('tell each other of ten changes in three requests, and of nothing in one', async () => {
    const { carrier, laptop, tablet } = await two();
    const ids = await Promise.all(Array.from({ length: 10 }, (_, i) => laptop.save(`p${i}`)));
    await tablet.join(await laptop.setUp());
    await laptop.round();
    for (const id of ids) await laptop.own(id, { tags: ['x'] });
    carrier.asked.length = 0;
    await laptop.round();
    expect(carrier.asked.map((line) => line.split(' ')[0])).toEqual(['list', 'put', 'list']);
    carrier.asked.length = 0;
    await tablet.round();
    expect(carrier.asked.map((line) => line.split(' ')[0])).toEqual(['list', 'get']);
    carrier.asked.length = 0;
    await tablet.round();
    expect(carrier.asked).toHaveLength(1);
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('that were both offline keep both notes, until somebody writes the next', async () => {
    const { laptop, tablet } = await two();
    const id = await laptop.save('ada');
    await tablet.join(await laptop.setUp());
    await laptop.note(id, 'of the laptop');
    tablet.clock.ms += 60_000;
    await tablet.note(id, 'of the tablet');
    await untilInStep([laptop, tablet]);
    expect((await laptop.contact(id))?.own.note).toBe('of the tablet\n\nof the laptop');
    expect(await tablet.view()).toEqual(await laptop.view());
    const { versions } = await laptop.background.sync.note(id);
    expect(versions.map(({ text, by }) => [text, by])).toEqual([
      ['of the tablet', 'Tablet'],
      ['of the laptop', 'Laptop'],
    ]);
    await laptop.note(id, 'both in one');
    await untilInStep([laptop, tablet]);
    expect((await tablet.contact(id))?.own.note).toBe('both in one');
    expect((await tablet.background.sync.note(id)).versions).toHaveLength(1);
  });

  it('forget on one forgets on the other, against an edit that came later, and leaves no byte of the name', async () => {
    const { carrier, laptop, tablet } = await two();
    const id = await laptop.save('ada', { name: { full: 'Ada Unvergessen' } });
    await laptop.save('bea');
    await tablet.join(await laptop.setUp());
    await laptop.forget(id);
    tablet.clock.ms += 3_600_000;
    await tablet.note(id, 'later');
    await untilInStep([laptop, tablet]);
    for (const device of [laptop, tablet]) {
      expect(await device.contact(id)).toBeUndefined();
      const rows = JSON.stringify(await device.db.getAll('registers'));
      expect(rows).not.toContain('Unvergessen');
      expect(rows).not.toContain('later');
    }
    expect(await tablet.view()).toEqual(await laptop.view());
    expect(await tablet.db.count('tombstones')).toBeGreaterThan(0);
    expect(carrier.files.size).toBeGreaterThan(0);
  });

  it('that captured the same person offline have one contact, the elder, with what both said', async () => {
    const { laptop, tablet } = await two();
    const zoe = await laptop.save('zoe');
    await tablet.join(await laptop.setUp());
    const mine = await laptop.save('ada', { headline: 'as the laptop read it' });
    await laptop.note(mine, 'mine');
    tablet.clock.ms += 86_400_000;
    const theirs = await tablet.save('ada', { headline: 'as the tablet read it' });
    await tablet.note(theirs, 'theirs');
    await tablet.handlers['contact.setTie'](
      { tie: { from: 'me', to: theirs, kind: 'knows', strength: 'strong' } },
      { kind: 'extension', url: '', tab: null },
    );
    await untilInStep([laptop, tablet]);
    const [contacts, others] = await Promise.all([laptop.contacts(), tablet.contacts()]);
    expect(contacts.map(({ id }) => id).sort()).toEqual([mine, zoe].sort());
    expect(others).toHaveLength(2);
    const ada = await tablet.contact(mine);
    expect(ada?.profile.headline).toBe('as the tablet read it');
    expect(ada?.own.note?.split('\n\n').sort()).toEqual(['mine', 'theirs']);
    expect(await laptop.db.get('ties', ['me', mine, 'knows'])).toMatchObject({ strength: 'strong' });
    expect(await tablet.view()).toEqual(await laptop.view());
  });

  it('follow a merge by hand, and its being taken back', async () => {
    const { laptop, tablet } = await two();
    const [a, b] = [await laptop.save('ada'), await laptop.save('ada-l', { headline: 'other page' })];
    await laptop.note(b, 'of the other');
    await tablet.join(await laptop.setUp());
    const done = await laptop.handlers['merge.run']({ kept: a, other: b, choices: {} } as never, {
      kind: 'extension',
      url: '',
      tab: null,
    });
    await untilInStep([laptop, tablet]);
    expect(await tablet.contacts()).toHaveLength(1);
    expect(await tablet.view()).toEqual(await laptop.view());
    // A word of the tablet for the one that is gone follows it.
    await laptop.handlers['undo.run']({ id: done?.undo ?? '' }, { kind: 'extension', url: '', tab: null });
    await untilInStep([laptop, tablet]);
    expect(await tablet.contacts()).toHaveLength(2);
    expect((await tablet.contact(b))?.own.note).toBe('of the other');
    expect(await tablet.view()).toEqual(await laptop.view());
  });
});

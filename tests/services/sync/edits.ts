import { putQuestion } from '../../../src/storage/questions.ts';
import { write } from '../../../src/storage/transaction.ts';
import { type Device, FROM } from './devices.ts';

const SOURCE = {
  relation: 'follows',
  site: 'web',
  url: 'https://www.example.org/p',
  on: '2026-11-01',
} as const;

/** One random edit as a person makes it, through the same messages. */
export async function randomEdit(device: Device, random: () => number, people: number): Promise<void> {
  const below = (most: number) => Math.floor(random() * most);
  const { handlers } = device;
  const contacts = await device.contacts();
  const one = contacts[below(contacts.length)];
  const other = contacts[below(contacts.length)];
  const action = below(27);
  device.clock.ms += below(3) === 0 ? 0 : below(3_600_000);
  if (one === undefined || action < 3) {
    const id = `p${below(people)}`;
    await device.save(id, { headline: `${device.name} read ${below(1000)}` });
  } else if (action < 6)
    await device.note(one.id, below(5) === 0 ? '' : `${device.name} note ${below(1000)}`);
  else if (action < 9)
    await handlers['contact.tag']({ id: one.id, add: [`t${below(6)}`], remove: [`t${below(6)}`] }, FROM);
  else if (action === 9) await device.own(one.id, { nextStep: { text: `step ${below(100)}` } });
  else if (action === 10)
    await handlers['contact.log'](
      { id: one.id, text: `line ${below(50)}`, day: `2026-11-0${1 + below(9)}` },
      FROM,
    );
  else if (action === 11) await device.own(one.id, { layer: below(2) === 0 ? 'strategic' : 'personal' });
  else if (action === 12 && other !== undefined && other.id !== one.id)
    await handlers['contact.setTie']({ tie: { from: one.id, to: other.id, kind: 'knows' } }, FROM);
  else if (action === 13)
    await handlers['contact.setTie'](
      { tie: { from: 'me', to: one.id, kind: 'knows', strength: below(2) ? 'strong' : 'weak' } },
      FROM,
    );
  else if (action === 14)
    await handlers['contact.removeTie']({ from: 'me', to: one.id, kind: 'knows' }, FROM);
  else if (action === 15) await device.forget(one.id);
  else if (action === 16) {
    const done = await handlers['contact.forgetMany']({ ids: [one.id] }, FROM);
    if (below(2) === 0) await handlers['undo.run']({ id: done.undo }, FROM);
  } else if (action === 17 && other !== undefined && other.id !== one.id) {
    const done = await handlers['merge.run']({ kept: one.id, other: other.id, choices: {} } as never, FROM);
    if (done !== null && below(3) === 0) await handlers['undo.run']({ id: done.undo }, FROM);
  } else if (action === 19)
    await handlers['list.name']({ id: `l${below(3)}`, name: `${device.name} ${below(9)}` }, FROM);
  else if (action === 20)
    await handlers['list.place'](
      { list: `l${below(3)}`, id: one.id, spot: below(4) === 0 ? null : { rank: below(50) } },
      FROM,
    );
  else if (action === 21)
    await handlers['board.place'](
      { goal: `g${below(2)}`, id: one.id, stage: below(4) === 0 ? null : 'asked', spot: { rank: below(50) } },
      FROM,
    );
  else if (action === 22 && other !== undefined && other.id !== one.id)
    // As a page does that names somebody of whom there are several.
    await write(device.db, device.background.world, ['questions'], async (writing) =>
      putQuestion(writing, { subject: one.id, candidates: [other.id], source: SOURCE }),
    );
  else if (action === 23) {
    const [open] = (await device.db.getAll('questions')).filter(({ answer }) => answer === undefined);
    const candidate = below(2) === 0 ? null : (open?.candidates[0] ?? null);
    if (open !== undefined) await handlers['questions.answer']({ id: open.id, contact: candidate }, FROM);
  } else if (action === 24)
    await handlers['doNotSave.add']({ address: `https://www.example.org/in/never-${below(4)}` }, FROM);
  else if (action === 25 && other !== undefined && other.id !== one.id)
    await handlers['merge.dismiss']({ a: one.id, b: other.id }, FROM);
  else if (action === 26)
    await handlers['contact.snooze']({ id: one.id, kind: 'review', until: `2027-01-1${below(9)}` }, FROM);
  else if (action === 18)
    await handlers['company.set']({ company: `Firma ${below(4)}`, nace2: below(2) ? '86' : '62' }, FROM);
  else
    await handlers['me.set'](
      { me: { name: 'Kim', headline: `${device.name} ${below(100)}` } } as never,
      FROM,
    );
}

import { describe, expect, it, vi } from 'vitest';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { FORGET_UNDO_MS, purgeUndo } from '../../src/storage/undo/run.ts';
import { backupOf } from '../exchange/people.ts';
import { makeCapture, makeContact, makeEnvironment, makeGoal, makeMe, NOW } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
/** Stands in everything that is known of the person; nothing else holds it. */
const MARK = /xanthippe|quastenflosser/i;
const ID = 'xanthippe-quast';

/** A background with the person, somebody else, and both in every kind of step. */
async function open() {
  const { environment } = makeEnvironment();
  const background = createBackground(environment);
  const handlers = handlersOf(background);
  const db = await environment.database;
  await handlers['me.set']({ me: makeMe() }, POPUP);
  await handlers['goal.set']({ goal: makeGoal() }, POPUP);
  const save = async (id: string, company: string) =>
    (
      await handlers['contact.save'](
        {
          capture: makeCapture({
            key: { site: 'linkedin', id },
            url: `https://www.linkedin.com/in/${id}/`,
            name: { full: id.replace('-', ' ') },
            positions: [{ title: 'Nurse', company, start: '2020', end: null }],
            headline: `Nurse at ${company}`,
          }),
        },
        POPUP,
      )
    ).id;
  const person = await save(ID, 'Quastenflosser Klinik GmbH');
  const other = await save('bo-wy', 'Klinikum Musterstadt');
  for (const company of ['quastenflosser klinik', 'klinikum musterstadt']) {
    await handlers['company.set']({ company, nace2: '86' }, POPUP);
  }
  await handlers['contact.setOwn']({ id: person, own: { note: 'Xanthippe likes tea' } }, POPUP);
  await handlers['contact.setMany']({ ids: [person, other], addTags: ['met'] }, POPUP);
  await handlers['contact.setTie'](
    { tie: { from: person, to: other, kind: 'introduced', since: '2020' } },
    POPUP,
  );
  const settled = async () => {
    await background.deriving.run();
    await background.analysis.current();
  };
  for (const subject of [person, `linkedin:${ID}`])
    await handlers['draft.set']({ kind: 'log', subject, text: 'Xanthippe, half typed' }, POPUP);
  await settled();
  const imported = async (name: string, text: string) => {
    const bytes = new TextEncoder().encode(text);
    const { id } = await handlers['import.begin']({ files: [{ name, size: bytes.length }] }, POPUP);
    await handlers['import.part']({ id, file: 0, data: btoa(String.fromCharCode(...bytes)) }, POPUP);
    await handlers['import.read']({ id }, POPUP);
    return handlers['import.confirm']({ id, keepGoodRows: true }, POPUP);
  };
  /** Everything that is stored, but what the person has no part in being gone from. */
  const found = async () => {
    const places: string[] = [];
    for (const store of db.objectStoreNames)
      for (const [i, value] of (await db.getAll(store)).entries())
        if (MARK.test(JSON.stringify(value)))
          places.push(`${store} ${String((await db.getAllKeys(store))[i])}`);
    return places;
  };
  return { background, environment, handlers, db, person, other, save, settled, imported, found };
}

const card = (note: string) =>
  `BEGIN:VCARD\r\nVERSION:3.0\r\nFN:xanthippe quast\r\nURL:https://www.linkedin.com/in/${ID}/\r\nORG:Quastenflosser Klinik\r\nTITLE:Nurse\r\nNOTE:${note}\r\nEND:VCARD\r\n`;
const CEM = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Cem Cy\r\nEMAIL:cem@example.org\r\nEND:VCARD\r\n';

describe('a person who is forgotten is nowhere any more', () => {
  it('stands in every place before', async () => {
    const { found, imported } = await open();
    await imported('xanthippe quast.vcf', card('tea'));
    const places = (await found()).map((place) => place.split(' ')[0]);
    expect(new Set(places)).toEqual(
      new Set(['contacts', 'captures', 'segments', 'digests', 'undo', 'state']),
    );
  });

  it.each<[string, (opened: Awaited<ReturnType<typeof open>>) => Promise<unknown>]>([
    ['one', async ({ handlers, person }) => handlers['contact.forget']({ id: person }, POPUP)],
    [
      'many, once they can no longer be taken back',
      async ({ handlers, person, db }) => {
        await handlers['contact.forgetMany']({ ids: [person] }, POPUP);
        await purgeUndo(db, new Date(Date.parse(NOW) + FORGET_UNDO_MS + 1));
      },
    ],
    [
      'after an import that changed them, named after them',
      async ({ handlers, person, imported }) => {
        await imported('Xanthippe Quast.vcf', card('coffee') + CEM);
        await handlers['contact.forget']({ id: person }, POPUP);
      },
    ],
    [
      'after they were merged into another contact',
      async ({ handlers, person, save }) => {
        const kept = await save('xanthippe-two', 'Other GmbH');
        await handlers['merge.run']({ kept, other: person, choices: {} }, POPUP);
        await handlers['contact.forget']({ id: kept }, POPUP);
      },
    ],
    [
      'after two merges one after the other',
      async ({ handlers, person, save }) => {
        const second = await save('xanthippe-two', 'Other GmbH');
        await handlers['merge.run']({ kept: second, other: person, choices: {} }, POPUP);
        const third = await save('xanthippe-three', 'Another GmbH');
        await handlers['contact.setMany']({ ids: [second], own: { note: 'Xanthippe again' } }, POPUP);
        await handlers['merge.run']({ kept: third, other: second, choices: {} }, POPUP);
        await handlers['contact.forget']({ id: third }, POPUP);
      },
    ],
    [
      'after a merge that could not be taken back any more',
      async ({ handlers, person, save }) => {
        const kept = await save('xanthippe-two', 'Other GmbH');
        const merge = await handlers['merge.run']({ kept, other: person, choices: {} }, POPUP);
        await handlers['contact.setOwn']({ id: kept, own: { note: 'worked on' } }, POPUP);
        expect(await handlers['undo.run']({ id: String(merge?.undo) }, POPUP)).toEqual({ restored: 0 });
        await handlers['contact.forget']({ id: kept }, POPUP);
      },
    ],
    [
      'when the import that brought them is taken back',
      async ({ handlers, person, imported }) => {
        await handlers['contact.forget']({ id: person }, POPUP);
        await handlers['privacy.erase']({ everything: true }, POPUP);
        const { undo } = await imported('Xanthippe Quast.vcf', card('coffee'));
        await handlers['company.set']({ company: 'quastenflosser klinik', nace2: '86' }, POPUP);
        expect(await handlers['undo.run']({ id: undo }, POPUP)).toEqual({ restored: 1 });
      },
    ],
    [
      'forgotten twice, saved in between',
      async ({ handlers, person, save, db }) => {
        await handlers['contact.forgetMany']({ ids: [person] }, POPUP);
        const again = await save(ID, 'Quastenflosser Klinik GmbH');
        await handlers['contact.forget']({ id: again }, POPUP);
        expect((await db.getAll('undo')).map(({ kind }) => kind)).toEqual(['setMany']);
      },
    ],
    ['by erasing everything', async ({ handlers }) => handlers['privacy.erase']({ everything: true }, POPUP)],
    [
      'by a backup that does not know them',
      async ({ handlers }) => {
        const text = JSON.stringify(backupOf({ contacts: [makeContact()], ties: [] }));
        const bytes = new TextEncoder().encode(text);
        const { id } = await handlers['import.begin'](
          { files: [{ name: 'b.json', size: bytes.length }] },
          POPUP,
        );
        await handlers['import.part']({ id, file: 0, data: btoa(text) }, POPUP);
        await handlers['import.read']({ id }, POPUP);
        await handlers['restore.confirm']({ id }, POPUP);
      },
    ],
  ])('%s', async (_, forget) => {
    const opened = await open();
    await forget(opened);
    await opened.settled();
    expect(await opened.found()).toEqual([]);
  });

  it('at once, not only when the rest has been derived anew', async () => {
    const { handlers, person, found, db } = await open();
    expect(await db.get('state', 'analysis')).toBeDefined();
    await handlers['contact.forget']({ id: person }, POPUP);
    // What the correction was last derived with goes with the derivation that follows.
    expect(await found()).toEqual(['state derivedWith']);
    expect((await handlers['analysis.get']({}, POPUP)).analysis).toBeNull();
  });

  it('whom the list names stands there alone', async () => {
    const { handlers, person, settled, found, db } = await open();
    const address = `https://www.linkedin.com/in/${ID}/`;
    await handlers['doNotSave.add']({ address }, POPUP);
    await handlers['contact.forget']({ id: person }, POPUP);
    await settled();
    expect(await found()).toEqual(['state settings']);
    expect((await db.get('state', 'settings')) as object).toMatchObject({ doNotSave: [address] });
    await handlers['doNotSave.remove']({ address }, POPUP);
    expect(await found()).toEqual([]);
  });
});

describe('forgetting one leaves the others as they are', () => {
  it('in the steps that can be taken back', async () => {
    const { handlers, person, other, imported, db } = await open();
    await imported('people.vcf', card('tea') + CEM);
    await handlers['contact.forget']({ id: person }, POPUP);
    const steps = (await db.getAll('undo')).map(({ kind = 'import', own = [], created }) => [
      kind,
      own.map(({ id }) => id),
      created.length,
    ]);
    expect(steps.sort()).toEqual([
      ['import', [], 1],
      ['setMany', [other], 0],
    ]);
  });

  it('in a merge of others to whom they had a tie', async () => {
    const { handlers, person, other, save, db } = await open();
    const kept = await save('bo-two', 'Other GmbH');
    const merge = await handlers['merge.run']({ kept, other, choices: {} }, POPUP);
    await handlers['contact.forget']({ id: person }, POPUP);
    expect(await handlers['undo.run']({ id: String(merge?.undo) }, POPUP)).toEqual({ restored: 2 });
    expect(await db.count('ties')).toBe(0);
  });

  it.each([
    ['another contact is there', 'contact'],
    ['it is the user’s own company', 'me'],
    ['a goal aims at it', 'goal'],
    ['somebody is there of whom nothing is derived yet', 'pending'],
  ])('in the corrections of a company, when %s', async (_, reason) => {
    const { handlers, person, save, db } = await open();
    const company = 'Quastenflosser Klinik';
    if (reason === 'contact' || reason === 'pending') {
      const colleague = await save('cem-cy', company);
      if (reason === 'pending') {
        await db.clear('segments');
        await db.clear('digests');
        await db.put('pending', { id: colleague });
      }
    }
    if (reason === 'me') await handlers['me.set']({ me: makeMe({ positions: [{ company }] }) }, POPUP);
    if (reason === 'goal') await handlers['goal.set']({ goal: makeGoal({ companies: [company] }) }, POPUP);
    await handlers['contact.forget']({ id: person }, POPUP);
    const settings = (await db.get('state', 'settings')) as { companies: object };
    expect(Object.keys(settings.companies).sort()).toEqual(['klinikum musterstadt', 'quastenflosser klinik']);
  });

  it('in what is forgotten with them, which can be taken back with all ties', async () => {
    const { handlers, person, other, db } = await open();
    const many = await Promise.all(
      Array.from({ length: 501 }, (_, i) =>
        db.put('contacts', makeContact({ key: { site: 'web', id: `${i}` } }, `c${i}`)),
      ),
    );
    const ties = await db.getAll('ties');
    const { undo } = await handlers['contact.forgetMany']({ ids: [person, ...many, other] }, POPUP);
    expect(await db.count('ties')).toBe(0);
    expect((await handlers['undo.run']({ id: undo }, POPUP)).restored).toBe(503);
    expect(await db.getAll('ties')).toEqual(ties);
  });
});

it('an analysis that was begun before somebody was forgotten is not stored after it', async () => {
  const { background, handlers, person, db, found } = await open();
  await handlers['contact.setOwn']({ id: person, own: { note: 'x' } }, POPUP);
  const running = background.analysis.current();
  const forgotten = handlers['contact.forget']({ id: person }, POPUP);
  await Promise.all([running, forgotten]);
  await background.deriving.run();
  expect((await found()).filter((place) => place.includes('analysis'))).toEqual([]);
  await vi.waitFor(async () => {
    await background.analysis.current();
    expect(await db.get('state', 'analysis')).toBeDefined();
  });
  expect(await found()).toEqual([]);
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { personOf } from '../../src/capture/personOf.ts';
import type { Acquaintance, PeopleList, Profile } from '../../src/core/model/index.ts';
import { Backup } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { listQuestions } from '../../src/storage/questions.ts';
import { listTies } from '../../src/storage/ties.ts';
import { makeCapture, makeEnvironment, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

function address(id: string): string {
  return `https://www.linkedin.com/in/${id}/`;
}

function person(name: string, id: string, changes: Partial<Profile> = {}): Partial<Profile> {
  const [given = '', family = ''] = name.split(' ');
  return {
    key: { site: 'linkedin', id },
    url: address(id),
    name: { full: name, ...(family && { given, family }) },
    ...changes,
  };
}

function acquaintance(name: string, id?: string): Acquaintance {
  return { name, relation: 'commonContact', ...(id !== undefined && { url: address(id) }) };
}

async function open(me = makeMe({ name: 'Kim Sommer', profileUrl: address('kim-sommer') })) {
  const { environment } = makeEnvironment();
  const background = createBackground({ ...environment, identify: personOf });
  const handlers = handlersOf(background);
  await handlers['me.set']({ me }, POPUP);
  const save = async (profile: Partial<Profile>, acquaintances: Acquaintance[] = []) =>
    handlers['contact.save']({ capture: { ...makeCapture(profile), acquaintances } }, POPUP);
  const db = await background.database;
  return {
    db,
    handlers,
    save,
    background,
    async saved(...people: [name: string, id: string][]): Promise<string[]> {
      const ids: string[] = [];
      for (const [name, id] of people) ids.push((await save(person(name, id))).id);
      return ids;
    },
    ties: () => listTies(db),
    questions: () => listQuestions(db),
    contact: async (id: string) => (await db.get('contacts', id)) as { namedOnPages?: unknown[] } | undefined,
  };
}

describe('saving a page that names acquaintances', () => {
  it('ties its person to the saved by link or unique name, and keeps a count of the others and no name', async () => {
    const { saved, save, ties, contact, handlers, db } = await open();
    const [x = '', z = ''] = await saved(['Xaver Yoldas', 'xaver-yoldas'], ['Zoe Zimmer', 'zoe-z']);
    const done = await save(person('Yvonne Aalto', 'yvonne-aalto', { mutualConnections: 14 }), [
      acquaintance('Somebody Unnamed', 'xaver-yoldas'),
      acquaintance('Dr. Zoë Zimmer'),
      acquaintance('Nora Nirgends'),
      acquaintance('Kim Sommer'),
      acquaintance('Yvonne Aalto'),
    ]);
    expect(done.acquainted).toEqual({ added: 2, asked: 0 });
    const said = {
      relation: 'commonContact',
      site: 'linkedin',
      url: address('yvonne-aalto'),
      on: '2026-11-24',
    };
    expect(await ties()).toEqual([
      { from: done.id, to: x, kind: 'knows', sources: [{ ...said, matchedBy: 'address' }] },
      { from: done.id, to: z, kind: 'knows', sources: [{ ...said, matchedBy: 'name' }] },
    ]);
    expect((await contact(done.id))?.namedOnPages).toEqual([
      { url: address('yvonne-aalto'), on: '2026-11-24', relation: 'commonContact', named: 14, unsaved: 1 },
    ]);
    // Of who is not saved, nothing is left anywhere.
    for (const store of db.objectStoreNames)
      expect(JSON.stringify(await db.getAll(store))).not.toMatch(/Nirgends/);
    const view = await handlers['contact.get']({ id: x }, POPUP);
    expect(view?.ties).toHaveLength(1);
  });

  it('knows an address better than a name: another id on the same site is another person', async () => {
    const { saved, save, ties } = await open();
    const [x = ''] = await saved(['Xaver Yoldas', 'xaver-yoldas']);
    await save(person('Yvonne Aalto', 'yvonne-aalto'), [acquaintance('Xaver Yoldas', 'xaver-yoldas-77')]);
    expect(await ties()).toEqual([]);
    // A member's id instead of the address says nothing against the name.
    await save(person('Yvonne Aalto', 'yvonne-aalto'), [acquaintance('Xaver Yoldas', 'ACoAABxaverYoldas12')]);
    expect((await ties()).map(({ to }) => to)).toEqual([x]);
  });

  it.each<[string, string, string | undefined, number]>([
    ['by name alone', 'Kim Sommer', undefined, 0],
    ['by their page', 'K. S.', 'kim-sommer', 0],
    ['but not a namesake whose page is another', 'Kim Sommer', 'kim-sommer-2', 1],
  ])('leaves the user out, %s', async (_, name, slug, unsaved) => {
    const { save, contact, handlers } = await open();
    const { id } = await save(person('Yvonne Aalto', 'y'), [
      acquaintance(name, slug),
      acquaintance('Nora N'),
    ]);
    expect((await contact(id))?.namedOnPages).toMatchObject([{ unsaved: unsaved + 1, named: unsaved + 1 }]);
    await handlers['me.set']({ me: makeMe({ name: 'Kim Sommer' }) }, POPUP);
    const other = await save(person('Otto Other', 'o'), [acquaintance('Kim Sommer', 'any')]);
    expect((await contact(other.id))?.namedOnPages).toBeUndefined();
  });

  it('finds a member by the id that stays', async () => {
    const { save, ties } = await open();
    const { id } = await save(person('Xaver Yoldas', 'xaver-yoldas', { memberId: 'ACoAABxaverYoldas12' }));
    await save(person('Yvonne Aalto', 'y'), [acquaintance('X', 'ACoAABxaverYoldas12')]);
    expect((await ties()).map(({ to, sources }) => [to, sources?.[0]?.matchedBy])).toEqual([[id, 'address']]);
  });

  it('keeps one tie for both directions and two readings, with the last day', async () => {
    const { saved, save, ties } = await open();
    const [x = ''] = await saved(['Xaver Yoldas', 'xaver-yoldas']);
    const y = await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas')]);
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas', 'xaver-yoldas')]);
    await save(person('Xaver Yoldas', 'xaver-yoldas'), [acquaintance('Yvonne Aalto')]);
    const [tie, ...others] = await ties();
    expect(others).toEqual([]);
    expect([tie?.from, tie?.to, tie?.sources?.length]).toEqual([y.id, x, 2]);
    expect(tie?.sources?.map(({ matchedBy }) => matchedBy).sort()).toEqual(['address', 'name']);
  });

  it('puts its word beside the user’s own', async () => {
    const { saved, save, ties, handlers } = await open();
    const [x = '', y = ''] = await saved(['Xaver Yoldas', 'x'], ['Yvonne Aalto', 'y']);
    await handlers['contact.setTie']({ tie: { from: x, to: y, kind: 'knows' } }, POPUP);
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas')]);
    const [tie, ...others] = await ties();
    expect([others, tie?.sources?.map(({ relation }) => relation).sort()]).toEqual([
      [],
      ['commonContact', 'said'],
    ]);
    await handlers['acquaintances.refuse']({ id: y, url: address('y'), refused: true }, POPUP);
    expect((await ties())[0]?.sources?.map(({ relation }) => relation)).toEqual(['said']);
  });
});

describe('a name that several bear', () => {
  async function asked() {
    const opened = await open();
    const [a = '', b = ''] = await opened.saved(['Anna Müller', 'anna-1'], ['Dr. Anna Mueller', 'anna-2']);
    const done = await opened.save(person('Yvonne Aalto', 'y'), [acquaintance('Anna Müller')]);
    return { ...opened, a, b, y: done.id, done };
  }

  it('waits as a question that holds ids alone, once', async () => {
    const { done, save, questions, ties, a, b, y } = await asked();
    expect(done.acquainted).toEqual({ added: 0, asked: 1 });
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Anna Müller')]);
    const source = { relation: 'commonContact', site: 'linkedin', url: address('y'), on: '2026-11-24' };
    expect(await questions()).toEqual([{ subject: y, candidates: [a, b].sort(), source }]);
    expect(await ties()).toEqual([]);
  });

  it('becomes a tie by the user’s answer', async () => {
    const { handlers, questions, ties, b, y } = await asked();
    const { questions: open, total } = await handlers['questions.get']({ limit: 10 }, POPUP);
    expect([total, open[0]?.subject.name, open[0]?.candidates.map(({ name }) => name).sort()]).toEqual([
      1,
      'Yvonne Aalto',
      ['Anna Müller', 'Dr. Anna Mueller'],
    ]);
    const id = open[0]?.id ?? '';
    expect(await handlers['questions.answer']({ id, contact: y }, POPUP)).toEqual({ settled: false });
    expect(await handlers['questions.answer']({ id, contact: b }, POPUP)).toEqual({ settled: true });
    expect((await ties()).map(({ from, to, sources }) => [from, to, sources?.[0]?.matchedBy])).toEqual([
      [y, b, 'user'],
    ]);
    expect(await questions()).toEqual([]);
    expect(await handlers['questions.answer']({ id, contact: b }, POPUP)).toEqual({ settled: false });
  });

  it('is not raised again after “none of them”', async () => {
    const { handlers, save, ties } = await asked();
    const { questions: open } = await handlers['questions.get']({ limit: 10 }, POPUP);
    const answer = await handlers['questions.answer']({ id: open[0]?.id ?? '', contact: null }, POPUP);
    expect(answer).toEqual({ settled: true });
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Anna Müller')]);
    expect((await handlers['questions.get']({ limit: 10 }, POPUP)).total).toBe(0);
    expect(await ties()).toEqual([]);
  });

  it('goes with the one who asks and with one of two who may be meant, and comes back with them', async () => {
    const { handlers, questions, a, y } = await asked();
    const before = await questions();
    const { undo } = await handlers['contact.forgetMany']({ ids: [a] }, { ...POPUP });
    expect(await questions()).toEqual([]);
    await handlers['undo.run']({ id: undo }, POPUP);
    expect(await questions()).toEqual(before);
    await handlers['contact.forget']({ id: y }, POPUP);
    expect(await questions()).toEqual([]);
  });

  it('follows a merge, and its undoing', async () => {
    const { handlers, questions, a, b, y } = await asked();
    const before = await questions();
    const done = await handlers['merge.run']({ kept: a, other: b, choices: {} }, POPUP);
    expect((await questions()).map(({ candidates }) => candidates)).toEqual([[a]]);
    await handlers['undo.run']({ id: done?.undo ?? '' }, POPUP);
    expect(await questions()).toEqual(before);
    expect(before[0]?.subject).toBe(y);
  });
});

describe('what the user took back stays away', () => {
  it('one tie', async () => {
    const { saved, save, ties, handlers } = await open();
    await saved(['Xaver Yoldas', 'x']);
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas')]);
    const [tie] = await ties();
    if (tie === undefined) throw new Error('no tie');
    const { from, to, kind } = tie;
    const { removed } = await handlers['contact.removeTie']({ from, to, kind }, POPUP);
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas')]);
    await save(person('Xaver Yoldas', 'x'), [acquaintance('Yvonne Aalto')]);
    expect(await ties()).toEqual([]);
    if (removed) await handlers['contact.setTie']({ tie: removed }, POPUP);
    expect(await ties()).toEqual([tie]);
    await save(person('Xaver Yoldas', 'x'), [acquaintance('Yvonne Aalto')]);
    expect((await ties())[0]?.sources).toHaveLength(2);
  });

  it('a hostile page that names everybody, as one step', async () => {
    const { saved, save, ties, handlers, contact } = await open();
    const names = Array.from(
      { length: 26 },
      (_, i) => [`Anna F${'abcdefghijklmnopqrstuvwxyz'[i]}n`, `p${i}`] as [string, string],
    );
    const ids = await saved(...names);
    await handlers['contact.setTie']({ tie: { from: ids[0] ?? '', to: ids[1] ?? '', kind: 'knows' } }, POPUP);
    const before = await ties();
    const everybody = names.map(([name]) => acquaintance(name));
    const { id } = await save(person('Hostile Page', 'hostile'), everybody);
    expect((await ties()).length).toBe(before.length + 26);
    expect((await ties()).slice().filter(({ from, to }) => from !== id && to !== id)).toEqual(before);
    await handlers['acquaintances.refuse']({ id, url: address('hostile'), refused: true }, POPUP);
    expect(await ties()).toEqual(before);
    await save(person('Hostile Page', 'hostile'), everybody);
    expect(await ties()).toEqual(before);
    expect((await contact(id))?.namedOnPages).toMatchObject([{ refused: true }]);
    await handlers['acquaintances.refuse']({ id, url: address('hostile'), refused: false }, POPUP);
    await save(person('Hostile Page', 'hostile'), everybody);
    expect((await ties()).length).toBe(before.length + 26);
  });
});

describe('an open list of people', () => {
  const list = (changes: Partial<PeopleList> = {}): PeopleList => ({
    kind: 'connections',
    url: 'https://www.linkedin.com/search/results/people/?connectionOf=x',
    site: 'linkedin',
    of: { site: 'linkedin', id: 'ACoAAYvonneAalto12' },
    people: [
      acquaintance('Xaver Yoldas', 'xaver'),
      acquaintance('Anna Müller'),
      acquaintance('Nora Nirgends', 'nora'),
      acquaintance('Kim Sommer', 'kim-sommer'),
    ],
    ...changes,
  });

  async function known() {
    const opened = await open();
    const ids = await opened.saved(
      ['Xaver Yoldas', 'xaver'],
      ['Anna Müller', 'anna-1'],
      ['Anna Mueller', 'anna-2'],
    );
    const { id: y } = await opened.save(person('Yvonne Aalto', 'y', { memberId: 'ACoAAYvonneAalto12' }));
    return { ...opened, x: ids[0] ?? '', a: ids[1] ?? '', b: ids[2] ?? '', y };
  }

  it('says who of it is saved, without the user, and changes nothing', async () => {
    const { handlers, ties, x, a, b, y } = await known();
    const look = await handlers['acquaintances.look']({ list: list() }, POPUP);
    expect(look.subject).toEqual({ id: y, name: 'Yvonne Aalto' });
    expect(look.people.map(({ name, contacts, tied }) => [name, contacts.map(({ id }) => id), tied])).toEqual(
      [
        ['Xaver Yoldas', [x], false],
        ['Anna Müller', [a, b], false],
        ['Nora Nirgends', [], false],
      ],
    );
    expect(await ties()).toEqual([]);
  });

  it('ties what is ticked and nothing else', async () => {
    const { handlers, ties, contact, x, b, y } = await known();
    const done = await handlers['acquaintances.choose'](
      { list: list(), of: y, people: [x, b, 'nobody', y] },
      POPUP,
    );
    expect(done).toEqual({ added: 2 });
    expect((await ties()).map(({ from, to, sources }) => [from, to, sources?.[0]?.matchedBy])).toEqual([
      [y, x, 'address'],
      [y, b, 'user'],
    ]);
    expect((await contact(y))?.namedOnPages).toMatchObject([{ url: list().url, named: 3, unsaved: 1 }]);
  });

  it('gives nobody a tie but its own person', async () => {
    const { handlers, ties, x, a } = await known();
    await expect(
      handlers['acquaintances.choose']({ list: list(), of: x, people: [a] }, POPUP),
    ).rejects.toThrow();
    const nobodys = list({ kind: 'members', people: [acquaintance('Xaver Yoldas', 'xaver')] });
    const { of: _of, ...bare } = nobodys;
    await expect(
      handlers['acquaintances.choose']({ list: bare, of: a, people: [x] }, POPUP),
    ).rejects.toThrow();
    expect(await ties()).toEqual([]);
  });

  it('lets the user say who of a list that is nobody’s knows the others', async () => {
    const { handlers, ties, x, a } = await known();
    const { of: _of, ...authors } = list({
      kind: 'authors',
      url: 'https://journal.example/articles/77',
      site: 'journal.example',
      people: [
        { name: 'Yoldas, Xaver', relation: 'coauthor' },
        { name: 'Müller, Anna', relation: 'coauthor' },
      ],
    });
    await handlers['acquaintances.choose']({ list: authors, of: x, people: [a, x] }, POPUP);
    expect((await ties()).map(({ from, to, sources }) => [from, to, sources?.[0]?.relation])).toEqual([
      [x, a, 'coauthor'],
    ]);
  });
});

it('a page makes ties of its own person alone, one for each contact, whatever it names', async () => {
  const opened = await open();
  const people: [string, string][] = [
    ['Xaver Yoldas', 'x'],
    ['Anna Müller', 'anna-1'],
    ['Anna Mueller', 'anna-2'],
    ['王小明', 'wang'],
  ];
  await opened.saved(...people);
  const name = fc.constantFrom(
    ...people.map(([full]) => full),
    'Kim Sommer',
    'Nora Nirgends',
    'Yoldas, Xaver',
    '__proto__',
  );
  const link = fc.option(fc.constantFrom('x', 'anna-1', 'wang', 'kim-sommer', 'nowhere', 'me', 'subject'), {
    nil: undefined,
  });
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(name, link), { maxLength: 12 }),
      fc.integer({ min: 0, max: 3 }),
      async (named, who) => {
        const before = new Set((await opened.ties()).map((tie) => JSON.stringify([tie.from, tie.to])));
        const { id } = await opened.save(
          person(`Subject Number${'abcd'[who]}`, `subject-${who}`),
          named.map(([full, slug]) => acquaintance(full, slug)),
        );
        const ties = await opened.ties();
        for (const { from, to } of ties)
          if (!before.has(JSON.stringify([from, to]))) expect([from, to]).toContain(id);
        const pairs = ties.map(({ from, to }) => [from, to].sort().join(' '));
        expect(new Set(pairs).size).toBe(pairs.length);
        expect(ties.some(({ from, to }) => from === to || from === 'me' || to === 'me')).toBe(false);
      },
    ),
    { numRuns: 40 },
  );
});

describe('everything of it', () => {
  it('disappears when one of the two is forgotten, and comes back with the undoing', async () => {
    const { saved, save, ties, handlers, db } = await open();
    const [x = ''] = await saved(['Xaver Yoldas', 'xaver']);
    const { id: y } = await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas')]);
    const before = await ties();
    const { undo } = await handlers['contact.forgetMany']({ ids: [x] }, POPUP);
    expect(await ties()).toEqual([]);
    await handlers['undo.run']({ id: undo }, POPUP);
    expect(await ties()).toEqual(before);
    await handlers['contact.forget']({ id: x }, POPUP);
    expect(await ties()).toEqual([]);
    for (const store of ['ties', 'questions', 'digests', 'undo', 'segments'] as const)
      expect(JSON.stringify(await db.getAll(store))).not.toContain(JSON.stringify(x));
    await handlers['contact.forget']({ id: y }, POPUP);
    expect(await db.count('contacts')).toBe(0);
  });

  it('goes through a backup and back', async () => {
    const { saved, save, ties, questions, handlers, contact } = await open();
    await saved(['Xaver Yoldas', 'xaver'], ['Anna Müller', 'anna-1'], ['Anna Mueller', 'anna-2']);
    const { id } = await save(person('Yvonne Aalto', 'y'), [
      acquaintance('Xaver Yoldas'),
      acquaintance('Anna Müller'),
    ]);
    const kept = [await ties(), await questions(), (await contact(id))?.namedOnPages];
    const started = await handlers['export.begin']({ format: 'backup', redaction: 'full' }, POPUP);
    const { text } = await handlers['export.next']({ id: started.id }, POPUP);
    const backup = Backup.parse(JSON.parse(text));
    expect([backup.ties, backup.questions?.length]).toEqual([kept[0], 1]);
    await handlers['privacy.erase']({ everything: true }, POPUP);
    expect([await ties(), await questions()]).toEqual([[], []]);
    const { heldBackup, restoreBackup } = await import('../../src/storage/backup.ts');
    const other = await open();
    await restoreBackup(other.db, other.background.world, heldBackup(backup));
    expect([await other.ties(), await other.questions(), (await other.contact(id))?.namedOnPages]).toEqual(
      kept,
    );
  });

  it('survives a merge of the two ends and its undoing', async () => {
    const { saved, save, ties, handlers } = await open();
    const [x = '', w = ''] = await saved(['Xaver Yoldas', 'xaver'], ['Wanda Wu', 'wanda']);
    await save(person('Yvonne Aalto', 'y'), [acquaintance('Xaver Yoldas'), acquaintance('Wanda Wu')]);
    const before = await ties();
    const done = await handlers['merge.run']({ kept: x, other: w, choices: {} }, POPUP);
    expect((await ties()).map(({ to }) => to)).toEqual([x]);
    await handlers['undo.run']({ id: done?.undo ?? '' }, POPUP);
    expect(await ties()).toEqual(before);
  });
});

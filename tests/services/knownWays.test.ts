import { beforeAll, describe, expect, it } from 'vitest';
import { factText, useCatalogue } from '../../src/browser/text.ts';
import { catalogueOf } from '../../src/cli/sentences.ts';
import type { Acquaintance, Analysis } from '../../src/core/model/index.ts';
import { writeReport } from '../../src/exchange/export/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { reportContent, reportIds } from '../../src/ui/dashboard/rooms/files/reportContent.ts';
import { textOf } from '../exchange/people.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;

beforeAll(() => useCatalogue('en', catalogueOf('en')));

const address = (id: string) => `https://www.linkedin.com/in/${id}/`;
const nameOf = (id: string) => id.replace(/(^|-)\w/g, (first) => first.toUpperCase()).replace('-', ' ');
const knows = (...ids: string[]): Acquaintance[] =>
  ids.map((id) => ({ name: nameOf(id), url: address(id), relation: 'commonContact' }));

function pageOf(id: string, title: string, company: string, acquaintances: Acquaintance[] = []) {
  const capture = makeCapture({
    key: { site: 'linkedin', id },
    url: address(id),
    name: { full: nameOf(id) },
    positions: [{ title, company, end: null }],
  });
  return acquaintances.length === 0 ? capture : { ...capture, acquaintances };
}

/** Sixty contacts of an insurer and its surroundings, and one head of data in a hospital; twenty pages name somebody. */
async function network() {
  const made = makeEnvironment(`ways-${Math.random()}`);
  const background = createBackground(made.environment);
  const handlers = handlersOf(background);
  const ids = new Map<string, string>();
  const save = async (page: ReturnType<typeof pageOf>) => {
    const { id } = await handlers['contact.save']({ capture: page }, POPUP);
    ids.set(page.profile.key.id, id);
    return id;
  };
  await handlers['me.set']({ me: makeMe() }, POPUP);
  await handlers['goal.set']({ goal: makeGoal() }, POPUP);
  const xaver = await save(pageOf('xaver-lind', 'Actuary', 'Hanseatische Versicherung AG'));
  await handlers['contact.setTie'](
    { tie: { from: 'me', to: xaver, kind: 'knows', strength: 'strong' } },
    POPUP,
  );
  for (let at = 0; at < 38; at++) await save(pageOf(`person-${at}`, 'Clerk', `Haus ${at % 9}`));
  for (let at = 0; at < 19; at++)
    await save(pageOf(`reader-${at}`, 'Clerk', `Haus ${at % 7}`, knows(`person-${at}`, `person-${at + 9}`)));
  const strangers = knows('xaver-lind', 'somebody-unsaved');
  await save(pageOf('yvonne-ast', 'Head of Data', 'Klinikum Musterstadt', strangers));
  await save(pageOf('zoe-brandt', 'Nurse', 'Klinikum Musterstadt'));
  return { background, handlers, ids };
}

const analysisOf = async ({ background }: Awaited<ReturnType<typeof network>>): Promise<Analysis> => {
  const analysis = await background.analysis.current();
  if (analysis === null) throw new Error('there is no analysis');
  return analysis;
};

/** What the letter, the map and the report say, as text. */
async function told(made: Awaited<ReturnType<typeof network>>) {
  const { background, handlers } = made;
  const analysis = await analysisOf(made);
  const { rows } = await handlers['rows.of']({ ids: reportIds(analysis) }, POPUP);
  const byId = new Map(rows.map((row) => [row.id, row]));
  const known = await handlers['network.get']({}, POPUP);
  const [wanted] = analysis.acquaintances.wanted;
  return {
    letter: (wanted?.path.facts ?? [])
      .map((fact) => factText(fact, known.goals, (id) => byId.get(id)?.name))
      .join(' '),
    wanted,
    graph: await background.analysis.graph(),
    report: await textOf(writeReport(reportContent(analysis, known, { byId }, []))),
    analysis,
  };
}

describe('a network of sixty with twenty read pages', () => {
  it('tells one way to the most wanted person, in the letter, on the map and in the report', async () => {
    const made = await network();
    const id = (key: string) => made.ids.get(key) ?? '';
    const { letter, wanted, graph, report, analysis } = await told(made);
    expect(analysis.contacts).toBe(60);
    expect(wanted).toMatchObject({
      goalId: 'g1',
      path: { targetId: id('yvonne-ast'), through: [id('xaver-lind')] },
    });
    expect(letter).toBe(
      'You know Xaver Lind well. Xaver Lind knows Yvonne Ast: connected on LinkedIn, seen on Nov 24, 2026.',
    );
    expect(graph.edges).toContainEqual(
      expect.objectContaining({
        from: id('yvonne-ast'),
        to: id('xaver-lind'),
        kind: 'knows',
        fact: expect.objectContaining({ key: 'factKnows_commonContact' }),
      }),
    );
    expect(report).toContain('ask Xaver Lind');
    expect(report).toContain('Xaver Lind knows Yvonne Ast');
    expect(analysis.acquaintances).toMatchObject({ ties: 39, enough: true });
    expect(analysis.nextMoves.map(({ facts: [first] }) => first)).toContainEqual({
      key: 'factMovePath',
      values: { contact: id('xaver-lind'), other: id('yvonne-ast'), goal: 'g1' },
    });
    // Whoever is not saved is named nowhere.
    expect(JSON.stringify([analysis, graph])).not.toMatch(/somebody.unsaved/i);

    const ways = await made.handlers['contact.ways']({ id: id('yvonne-ast') }, POPUP);
    expect(ways).toMatchObject({
      own: null,
      paths: [{ through: [id('xaver-lind')] }],
      count: 1,
      names: expect.arrayContaining([{ id: id('xaver-lind'), name: 'Xaver Lind' }]),
    });
    expect(ways?.paths).toEqual([wanted?.path]);
  });

  it.each(['xaver-lind', 'yvonne-ast'])('tells nothing of it when %s is forgotten', async (gone) => {
    const made = await network();
    expect((await told(made)).wanted).toBeDefined();
    const id = made.ids.get(gone) ?? '';
    await made.handlers['contact.forget']({ id }, POPUP);
    const { wanted, graph, report, analysis } = await told(made);
    expect(wanted).toBeUndefined();
    expect(report).not.toContain(nameOf(gone));
    const everything = JSON.stringify([analysis, graph]);
    expect(everything).not.toContain(`"${id}"`);
    expect(everything).not.toContain(nameOf(gone));
    expect(await made.handlers['contact.ways']({ id }, POPUP)).toBeNull();
    const other = made.ids.get(gone === 'xaver-lind' ? 'yvonne-ast' : 'xaver-lind') ?? '';
    expect(await made.handlers['contact.ways']({ id: other }, POPUP)).toMatchObject({ paths: [], count: 0 });
  });
});

describe('ways to a contact', () => {
  it('lead through two where nobody leads there alone', async () => {
    const made = await network();
    const id = (key: string) => made.ids.get(key) ?? '';
    await made.handlers['contact.setTie'](
      { tie: { from: id('zoe-brandt'), to: id('yvonne-ast'), kind: 'knows' } },
      POPUP,
    );
    const ways = await made.handlers['contact.ways']({ id: id('zoe-brandt') }, POPUP);
    expect(ways?.paths).toMatchObject([{ through: [id('xaver-lind'), id('yvonne-ast')] }]);
  });

  it('are told before saving, by those whom the page names, the closest first', async () => {
    const made = await network();
    const id = (key: string) => made.ids.get(key) ?? '';
    const through = [id('person-1'), id('xaver-lind')];
    const ways = await made.handlers['contact.ways']({ through }, POPUP);
    expect(ways?.paths.map(({ through: [first] }) => first)).toEqual([id('xaver-lind'), id('person-1')]);
    expect(ways?.names.map(({ name }) => name).sort()).toEqual(['Person 1', 'Xaver Lind']);
    expect(await made.handlers['contact.ways']({ id: 'nobody' }, POPUP)).toBeNull();
  });
});

describe('a company', () => {
  it('has people there, people who were, and people who know somebody there', async () => {
    const made = await network();
    const id = (key: string) => made.ids.get(key) ?? '';
    const capture = makeCapture({
      key: { site: 'linkedin', id: 'willi-kern' },
      url: address('willi-kern'),
      name: { full: 'Willi Kern' },
      positions: [
        { title: 'Clerk', company: 'Haus 3', start: '2022', end: null },
        { title: 'Clerk', company: 'Klinikum Musterstadt gGmbH', start: '2015', end: '2021' },
      ],
    });
    await made.handlers['contact.save']({ capture }, POPUP);
    const view = await made.handlers['company.get']({ company: 'KLINIKUM Musterstadt GmbH' }, POPUP);
    expect(view.here.map(({ name }) => name)).toEqual(['Yvonne Ast', 'Zoe Brandt']);
    expect(view.were).toMatchObject([{ name: 'Willi Kern', from: 2015, to: 2021, tied: false }]);
    expect(view.know).toMatchObject([
      { id: id('xaver-lind'), whom: [{ id: id('yvonne-ast'), name: 'Yvonne Ast' }] },
    ]);
    expect(view.counts).toEqual({ here: 2, were: 1, know: 1 });
  });

  it.each([
    ['Hospitals and Health Care', '86'],
    ['Hospital & Health Care, says the page, and buy here', null],
    ['Hospitls and Health Care', null],
    ['constructor', null],
    ['', null],
  ])('takes the label %j of its page only where it is the site’s own', async (label, labelled) => {
    const made = makeEnvironment(`label-${Math.random()}`);
    const handlers = handlersOf(createBackground(made.environment));
    expect(await handlers['company.get']({ company: 'Haus', label }, POPUP)).toMatchObject({ labelled });
    expect(await handlers['company.get']({ company: '...' }, POPUP)).toMatchObject({
      counts: { here: 0, were: 0, know: 0 },
    });
  });

  it('is asked about once, and forgotten with the last who was there', async () => {
    const made = makeEnvironment(`asked-${Math.random()}`);
    const handlers = handlersOf(createBackground(made.environment));
    const capture = pageOf('ada-kern', 'Clerk', 'Haus Sonne');
    const { id } = await handlers['contact.save']({ capture }, POPUP);
    for (let times = 0; times < 2; times++) await handlers['company.asked']({ company: 'haus sonne' }, POPUP);
    expect((await handlers['network.get']({}, POPUP)).settings.companiesAsked).toEqual(['haus sonne']);
    await handlers['contact.forget']({ id }, POPUP);
    expect((await handlers['network.get']({}, POPUP)).settings.companiesAsked).toEqual([]);
  });
});

import { expect, it } from 'vitest';
import { createClassifier } from '../../src/core/classify/index.ts';
import type { Analysis, Career } from '../../src/core/model/index.ts';
import { unpackSegment } from '../../src/core/model/index.ts';
import { createBackground } from '../../src/services/background.ts';
import { handlersOf } from '../../src/services/handlers.ts';
import { makeCapture, makeEnvironment, makeGoal, makeMe } from '../make.ts';

const POPUP = { kind: 'extension', url: 'chrome-extension://x/popup.html', tab: null } as const;
const IDS = ['ada', 'bea', 'cem'];

/** A background over the database; `older`: with a program that took everybody for a cook. */
function open(name: string, older: boolean) {
  const { environment } = makeEnvironment(name);
  const background = createBackground({
    ...environment,
    world: { ...environment.world, id: () => crypto.randomUUID() },
    classifier: async (companies) => {
      const classifier = createClassifier({ companies });
      if (!older) return classifier;
      return {
        ...classifier,
        version: 'lexicon-older',
        career(profile, own): Career {
          const career = classifier.career(profile, own);
          const cook = { isco4: '5120', isco3: '512', name: 'Cooks', confidence: 1, alternatives: [] };
          const seen = career.current.function;
          return {
            ...career,
            current: {
              ...career.current,
              function: seen === null ? null : { ...seen, ...cook },
              industry: null,
            },
          };
        },
      };
    },
  });
  return { background, handlers: handlersOf(background) };
}

type Opened = ReturnType<typeof open>;

async function fill({ handlers }: Opened): Promise<void> {
  await handlers['me.set']({ me: makeMe() }, POPUP);
  await handlers['goal.set']({ goal: makeGoal({ nace2: '86', isco: '2221' }) }, POPUP);
  for (const id of IDS)
    await handlers['contact.save'](
      {
        capture: makeCapture({
          key: { site: 'linkedin', id },
          url: `https://www.linkedin.com/in/${id}/`,
          positions: [{ title: 'Registered Nurse', company: 'Klinikum Musterstadt', end: null }],
        }),
      },
      POPUP,
    );
}

/** The fit of each contact as every place shows it, and the analysis. */
async function figures({ background, handlers }: Opened) {
  const { segments } = await handlers['rows.index']({}, POPUP);
  const wanted = segments.map(({ segment }) => segment);
  const { parts } = await handlers['rows.packed']({ segments: wanted }, POPUP);
  const map = parts.flatMap((part) => unpackSegment(part, 1));
  const { rows } = await handlers['rows.of']({ ids: map.map(({ id }) => id) }, POPUP);
  const popup = await Promise.all(
    map.map(async ({ id }) => (await handlers['contact.get']({ id }, POPUP))?.reading.fits[0]?.value),
  );
  const analysis = await background.analysis.current();
  return { map: map.map(({ fits }) => fits[0]), list: rows.map(({ fits }) => fits[0]), popup, analysis };
}

const judged = (analysis: Analysis | null) =>
  analysis === null
    ? null
    : { ...analysis, revision: 0, coverage: analysis.coverage.map(({ covered }) => covered) };

it('an update brings popup, list, map and analysis to the same figure', async () => {
  const name = `update-${Math.random()}`;
  const before = open(name, true);
  await fill(before);
  const old = await figures(before);
  expect(new Set([...old.map, ...old.list, ...old.popup]).size).toBe(1);

  const after = open(name, false);
  // Until it is made anew no judgement of the older program is shown as one of this.
  expect((await after.handlers['analysis.get']({}, POPUP)).analysis).toBeNull();
  await after.background.deriving.renew();
  const now = await figures(after);
  expect(new Set([...now.map, ...now.list, ...now.popup]).size).toBe(1);
  expect(now.map[0]).not.toBe(old.map[0]);

  // The same as if nobody had ever judged otherwise.
  const fresh = open(`fresh-${Math.random()}`, false);
  await fill(fresh);
  const anew = await figures(fresh);
  expect(now.map).toEqual(anew.map);
  expect(judged(now.analysis)?.coverage).toEqual(judged(anew.analysis)?.coverage);
  expect(now.analysis?.balance).toEqual(anew.analysis?.balance);
});

it('readings that another engine has stored are not shown, whatever they say', async () => {
  const name = `engine-${Math.random()}`;
  const first = open(name, false);
  await fill(first);
  const right = await figures(first);
  const db = await first.background.database;
  await new Promise((resolve) => setTimeout(resolve, 700));
  const stored = await db.getAll('readings');
  expect(stored).toHaveLength(1);
  for (const row of stored)
    await db.put('readings', {
      ...row,
      context: 'another engine',
      readings: { ...row.readings, fits: row.readings.fits.map(() => 99) },
    });
  expect((await figures(open(name, false))).list).toEqual(right.list);
});

it.each<[string, (analysis: Analysis) => unknown]>([
  ['without a version', (analysis) => analysis],
  ['of another version', (analysis) => ({ version: 'x', analysis })],
  ['with a part missing', ({ balance: _, ...analysis }) => ({ version: null, analysis })],
  ['with a part of another shape', (analysis) => ({ version: null, analysis: { ...analysis, hubs: [1] } })],
  ['that is none', () => 7],
])('an analysis %s is not shown', async (_, spoilt) => {
  const name = `analysis-${Math.random()}`;
  const first = open(name, false);
  await fill(first);
  await first.background.analysis.current();
  const db = await first.background.database;
  const kept = (await db.get('state', 'analysis')) as { version: string; analysis: Analysis };
  expect(await open(name, false).background.analysis.last()).toEqual(kept.analysis);
  const changed = spoilt(kept.analysis);
  const row =
    typeof changed === 'object' && changed !== null && 'version' in changed && changed.version === null
      ? { ...changed, version: kept.version }
      : changed;
  await db.put('state', row, 'analysis');
  expect(await open(name, false).background.analysis.last()).toBeNull();
});

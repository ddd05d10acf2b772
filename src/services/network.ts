import { mergeFields } from '../core/merge/index.ts';
import { applyPatch, type Fact, type Goal, type Me, type Patch, type Settings } from '../core/model/index.ts';
import type { Network, PageSettings, RowSegment } from '../messaging/protocol.ts';
import * as goalStore from '../storage/goals.ts';
import { changeMe, changeSettings } from '../storage/me.ts';
import { getSettings, getState } from '../storage/state.ts';
import type { Environment } from './environment.ts';
import type { Holdings } from './holdings.ts';

/** The popup shows so many sentences on the network. */
const SENTENCES = 3;

/** Who the user is, the goals, the settings, and the state of the network in a few sentences. */
export async function readNetwork(background: Holdings): Promise<Network> {
  const db = await background.database;
  const [lost, me, goals, settings, count] = await Promise.all([
    background.loss.lost(),
    getState(db, 'me'),
    goalStore.listGoals(db),
    getSettings(db),
    getState(db, 'contactCount'),
  ]);
  const contactCount = count ?? 0;
  const active = goals.filter((goal) => goal.state === 'active');
  const sentences: Fact[] = [];
  await background.contexts.now().catch(() => null);
  if (background.contexts.health === 'damaged') sentences.push({ key: 'factModelDamaged' });
  if (me === undefined) sentences.push({ key: 'factMeMissing' });
  if (active.length === 0) sentences.push({ key: 'factGoalMissing' });
  if (contactCount === 0) sentences.push({ key: 'factNobodySaved' });
  else sentences.push(...(await whatMatters(background, active)));
  if (sentences.length === 0) sentences.push({ key: 'factSavedContacts', values: { count: contactCount } });
  return {
    me: me ?? null,
    goals,
    settings: forPages(settings),
    contactCount,
    sentences: sentences.slice(0, SENTENCES),
    lost,
  };
}

/** The severest blind spot, and what a change would leave, of the last analysis. */
async function whatMatters(background: Holdings, goals: readonly Goal[]): Promise<Fact[]> {
  const last = await background.analysis.last();
  const facts: (Fact | undefined)[] = [];
  const alive = new Set(goals.map(({ id }) => id));
  facts.push(last?.blindSpots.find(({ goalId }) => alive.has(goalId))?.facts[0]);
  const tests = last?.stressTest.filter(
    ({ goalId, share }) => share !== null && (!goalId || alive.has(goalId)),
  );
  facts.push(tests?.sort((a, b) => (a.share ?? 1) - (b.share ?? 1))[0]?.facts[0]);
  return facts.filter((fact) => fact !== undefined);
}

/** One part of all contacts' rows as objects. */
export async function rowSegment({ rows }: Holdings, segment: number): Promise<RowSegment> {
  const [index, part] = await Promise.all([rows.index(), rows.rowsIn(segment)]);
  return {
    revision: index.revision,
    segments: Math.max(1, (index.segments.at(-1)?.segment ?? 0) + 1),
    goals: index.goals,
    me: index.me,
    rows: part,
  };
}

/**
 * The user's own profile as a page has it. With `based`, what the page held before, fields that it left as they were
 * follow what another page has written meanwhile. Answers what is saved now.
 */
export async function setMe({ database, world }: Environment, me: Me, based?: Me | null): Promise<Me> {
  const saved = await changeMe(await database, world, (known) =>
    known === undefined || based === undefined ? me : mergeFields(based ?? NOBODY, me, known),
  );
  return saved ?? me;
}

/** The user has not said who they are. */
export async function unsetMe({ database, world }: Environment): Promise<null> {
  await changeMe(await database, world, () => null);
  return null;
}

const NOBODY: Me = { positions: [], education: [], skills: [], languages: [] };

/**
 * Creates or replaces a goal; the time of the change is the background's own. With `based`, as the page held it
 * before, only what differs from it changes. Answers what is saved now.
 */
export async function setGoal({ database, world }: Environment, goal: Goal, based?: Goal): Promise<Goal> {
  const updatedAt = world.now().toISOString();
  return goalStore.changeGoal(await database, world, goal.id, (known) => ({
    ...(known === undefined || based === undefined ? goal : mergeFields(based, goal, known, ['target'])),
    updatedAt,
  }));
}

/** Deletes a goal; one that is not there is no error. */
export async function removeGoal({ database, world }: Environment, id: string): Promise<null> {
  await goalStore.removeGoal(await database, world, id);
  return null;
}

/** Changes the settings that are named, or those that `changes` makes of the present ones, and leaves the others. */
export async function setSettings(
  { database, world }: Environment,
  changes: Patch<Settings> | ((known: Settings) => Patch<Settings>),
): Promise<PageSettings> {
  const settings = await changeSettings(await database, world, (known) =>
    applyPatch(known, typeof changes === 'function' ? changes(known) : changes),
  );
  return forPages(settings);
}

/** The settings as pages see them. */
export async function pageSettings(db: Awaited<Environment['database']>): Promise<PageSettings> {
  return forPages(await getSettings(db));
}

/** What pages see of the settings. */
function forPages({ notDuplicates: _, ...settings }: Settings): PageSettings {
  return settings;
}

import { applyPatch, type Fact, type Goal, type Me, type Patch, type Settings } from '../core/model/index.ts';
import type { Network, RowSegment } from '../messaging/protocol.ts';
import * as goalStore from '../storage/goals.ts';
import { changeSettings, putMe } from '../storage/me.ts';
import { getSettings, getState } from '../storage/state.ts';
import type { Background } from './background.ts';
import type { Environment } from './environment.ts';
import { countDue } from './reminders.ts';

/** The popup shows so many sentences on the network. */
const SENTENCES = 3;

/** Who the user is, the goals, the settings, and the state of the network in a few sentences. */
export async function readNetwork(background: Background): Promise<Network> {
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
  else sentences.push(...(await whatMatters(background, active, contactCount)));
  if (sentences.length === 0) sentences.push({ key: 'factSavedContacts', values: { count: contactCount } });
  return { me: me ?? null, goals, settings, contactCount, sentences: sentences.slice(0, SENTENCES), lost };
}

/** What is due, the severest blind spot, and what a change would leave, of the last analysis. */
async function whatMatters(
  background: Background,
  goals: readonly Goal[],
  contacts: number,
): Promise<Fact[]> {
  const [last, due] = await Promise.all([background.analysis.last(), countDue(background, contacts)]);
  const facts: (Fact | undefined)[] = [];
  if (due !== null && due > 0) facts.push({ key: 'factDueSteps', values: { count: due } });
  const alive = new Set(goals.map(({ id }) => id));
  facts.push(last?.blindSpots.find(({ goalId }) => alive.has(goalId))?.facts[0]);
  const tests = last?.stressTest.filter(
    ({ goalId, share }) => share !== null && (!goalId || alive.has(goalId)),
  );
  facts.push(tests?.sort((a, b) => (a.share ?? 1) - (b.share ?? 1))[0]?.facts[0]);
  return facts.filter((fact) => fact !== undefined);
}

/** One part of all contacts' rows as objects. */
export async function rowSegment({ rows }: Background, segment: number): Promise<RowSegment> {
  const [index, part] = await Promise.all([rows.index(), rows.rowsIn(segment)]);
  return {
    revision: index.revision,
    segments: Math.max(1, (index.segments.at(-1)?.segment ?? 0) + 1),
    goals: index.goals,
    me: index.me,
    rows: part,
  };
}

/** Replaces the user's own profile. */
export async function setMe({ database, world }: Environment, me: Me): Promise<Me> {
  await putMe(await database, world, me);
  return me;
}

/** Creates or replaces a goal; the time of the change is the background's own. */
export async function setGoal({ database, world }: Environment, goal: Goal): Promise<Goal> {
  const dated = { ...goal, updatedAt: world.now().toISOString() };
  await goalStore.setGoal(await database, world, dated);
  return dated;
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
): Promise<Settings> {
  return changeSettings(await database, world, (known) =>
    applyPatch(known, typeof changes === 'function' ? changes(known) : changes),
  );
}

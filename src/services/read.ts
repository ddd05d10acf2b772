import { effectiveProfile } from '../core/merge/index.ts';
import type { Career, Contact, Goal, Reading, Tie } from '../core/model/index.ts';
import { careerOfMe, readContact, type StrategyContext } from '../core/strategy/index.ts';
import { listGoals } from '../storage/goals.ts';
import { getSettings, getState } from '../storage/state.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Environment } from './environment.ts';

/** Classifies a contact and reads it against the user and the active goals. Nothing is written. */
export interface Reader {
  context: StrategyContext;
  career(contact: Pick<Contact, 'profile' | 'own'>): Career;
  read(contact: Contact, ties?: readonly Tie[]): Reading;
}

/** Gathers what readings depend on, once for many contacts. */
export async function openReader(environment: Environment): Promise<Reader> {
  const db = await environment.database;
  const [me, goals, settings] = await Promise.all([getState(db, 'me'), listGoals(db), getSettings(db)]);
  const classifier = await environment.classifier(settings.companies);
  const career: Reader['career'] = (contact) => classifier.career(effectiveProfile(contact), contact.own);
  const context: StrategyContext = {
    me: me === undefined ? null : { profile: me, career: careerOfMe(me, classifier) },
    goals: goals.filter((goal: Goal) => goal.state === 'active'),
    now: environment.world.now(),
  };
  return {
    context,
    career,
    read: (contact, ties = []) => readContact({ contact, career: career(contact), ties }, context),
  };
}

/** A saved contact's reading, with the ties that are known. */
export async function readSaved(environment: Environment, contact: Contact): Promise<Reading> {
  const [reader, ties] = await Promise.all([
    openReader(environment),
    tiesOf(await environment.database, contact.id),
  ]);
  return reader.read(contact, ties);
}

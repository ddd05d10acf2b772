import { effectiveProfile } from '../core/merge/index.ts';
import type { Career, Contact, Goal, Me, Profile, Reading } from '../core/model/index.ts';
import { readContact, type StrategyContext } from '../core/strategy/index.ts';
import { listGoals } from '../storage/goals.ts';
import { getSettings, getState } from '../storage/state.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Environment } from './environment.ts';

/** Classifies a contact and reads it against the user and the active goals. Nothing is written. */
export interface Reader {
  context: StrategyContext;
  career(contact: Pick<Contact, 'profile' | 'own'>): Career;
  read(contact: Contact, ties?: Awaited<ReturnType<typeof tiesOf>>): Reading;
}

/** Gathers what readings depend on, once for many contacts. */
export async function openReader(environment: Environment): Promise<Reader> {
  const db = await environment.database;
  const [me, goals, settings] = await Promise.all([getState(db, 'me'), listGoals(db), getSettings(db)]);
  const classifier = environment.classifier(settings.companies);
  const career: Reader['career'] = (contact) => classifier.career(effectiveProfile(contact), contact.own);
  const context: StrategyContext = {
    me:
      me === undefined
        ? null
        : { profile: me, career: classifier.career(profileOfMe(me), correctionsOfMe(me)) },
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

function profileOfMe(me: Me): Pick<Profile, 'positions' | 'headline' | 'industry' | 'skills' | 'about'> {
  return {
    positions: me.positions,
    skills: me.skills,
    ...(me.headline !== undefined && { headline: me.headline }),
    ...(me.industryLabel !== undefined && { industry: me.industryLabel }),
  };
}

function correctionsOfMe(me: Me) {
  return {
    ...(me.isco4 !== undefined && { isco4: me.isco4 }),
    ...(me.nace2 !== undefined && { nace2: me.nace2 }),
    ...(me.seniority !== undefined && { seniority: me.seniority }),
  };
}

import { judgeCareer } from '../core/classify/unjudged.ts';
import { effectiveProfile } from '../core/merge/index.ts';
import type { Career, Contact, Reading, Tie } from '../core/model/index.ts';
import { readContact, type StrategyContext } from '../core/strategy/index.ts';
import { tiesOf } from '../storage/ties.ts';
import type { Holdings } from './holdings.ts';

/** Classifies a contact and reads it against the user and the active goals. Nothing is written. */
export interface Reader {
  context: StrategyContext;
  career(contact: Pick<Contact, 'profile' | 'own'>): Career;
  read(contact: Contact, ties?: readonly Tie[]): Reading;
}

/** Gathers what readings depend on, once for many contacts. */
export async function openReader({ contexts }: Pick<Holdings, 'contexts'>): Promise<Reader> {
  const { classifier, strategy } = await contexts.now();
  const career: Reader['career'] = (contact) =>
    judgeCareer(classifier, effectiveProfile(contact), contact.own);
  return {
    context: strategy,
    career,
    read: (contact, ties = []) => readContact({ contact, career: career(contact), ties }, strategy),
  };
}

/** A saved contact's reading, with the ties that are known. */
export async function readSaved(background: Holdings, contact: Contact): Promise<Reading> {
  const [reader, ties] = await Promise.all([
    openReader(background),
    tiesOf(await background.database, contact.id),
  ]);
  return reader.read(contact, ties);
}

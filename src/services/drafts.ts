import type { DraftName } from '../core/model/index.ts';
import { getDraft, putDraft } from '../storage/drafts.ts';
import { getSettings } from '../storage/state.ts';
import { listedKeys } from './doNotSave.ts';
import type { Environment } from './environment.ts';

/** What was typed there and is not saved yet. */
export async function draftOf(
  { database, world }: Environment,
  name: DraftName,
): Promise<{ text: string } | null> {
  const text = await getDraft(await database, name, world.now());
  return text === null ? null : { text };
}

/** Keeps what is being typed; of people whom the user never wants saved, nothing. */
export async function keepDraft(environment: Environment, name: DraftName, text: string): Promise<null> {
  const db = await environment.database;
  const listed = listedKeys((await getSettings(db)).doNotSave, environment);
  if (!listed.has(name.subject))
    await putDraft(db, { ...name, text, at: environment.world.now().toISOString() });
  return null;
}

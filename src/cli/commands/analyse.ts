import process from 'node:process';
import { createClassifier } from '../../core/classify/index.ts';
import { judgeCareer } from '../../core/classify/unjudged.ts';
import { effectiveProfile } from '../../core/merge/index.ts';
import {
  type Analysis,
  Backup,
  type Career,
  type Classification,
  type Digest,
  type Reading,
  type Tie,
} from '../../core/model/index.ts';
import { careerOfMe, createAnalysis, digestOf, type StrategyContext } from '../../core/strategy/index.ts';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { onlyOnceStandardInput, readTextInput } from '../input.ts';
import { openModel } from '../model.ts';
import { type Analysed, movedLines, whatMoved } from '../moved.ts';
import { sayProgress } from '../saying.ts';

export default defineCommand({
  summary: 'reads a whole backup against its goals',
  usage: `npm run -s cli -- analyse BACKUP.json [--against EARLIER.json]

BACKUP.json may be "-", standard input.

Writes one JSON object: contacts (each with distances and their reasons, layer, fits with parts, roles, hub with evidence,
novelty, marginal) and, of the whole network, balance, coverage, grid, blindSpots, stressTest, dependence, diversity,
structure, acquaintances, redundancy, innerCircle, hubs, marginal, nextMoves, plan, dormant, conversations and missing. The date of the analysis is the backup's
own. docs/strategy-model.md says what each means.

With --against, and what analyse wrote of the same backup earlier: what moved since, one line each (what, contact, goal,
from, to; tabs between). So a changed weight shows whom it moves.`,
  async run(args) {
    const { values, positionals } = readArguments({
      args,
      allowPositionals: true,
      options: { against: { type: 'string' } },
    });
    const [file, ...more] = positionals;
    if (file === undefined || more.length > 0) throw new UsageError('Name one backup.');
    if (values.against !== undefined) onlyOnceStandardInput([file, values.against]);
    const earlier = values.against === undefined ? null : await readAnalysisFile(values.against);
    const analysis = await analyseBackup(await readBackupFile(file));
    process.stdout.write(
      earlier === null ? `${JSON.stringify(analysis, null, 2)}\n` : movedLines(whatMoved(earlier, analysis)),
    );
    return EXIT.done;
  },
});

type ContactRead = Reading & { roles: { goalId: string; roles: string[] }[] };

/** The whole analysis of a backup; `contacts` holds the reading of each instead of their number. */
export async function analyseBackup(
  backup: Backup,
): Promise<Omit<Analysis, 'contacts'> & { contacts: ContactRead[] }> {
  const { strategy, digests } = await classifyBackup(backup);
  const analysis = createAnalysis(strategy);
  for (const digest of digests) analysis.put(digest);
  const told = sayProgress('analyse');
  for (const { done, total } of analysis.steps()) told(done, `of ${total.toLocaleString('en')} steps`);
  const contacts = backup.contacts.flatMap(({ id }, at) => {
    told(at, 'contacts read');
    const reading = analysis.reading(id);
    if (reading === null) return [];
    const roles = reading.fits.map(({ goalId, roles }) => ({ goalId, roles: roles.map(({ role }) => role) }));
    return [{ ...reading, roles }];
  });
  return { ...analysis.result(), contacts };
}

/** A backup's contacts as the extension classifies and digests them, in their order, and the point of view upon them. */
export async function classifyBackup(
  backup: Backup,
): Promise<{ strategy: StrategyContext; digests: Digest[]; current: Classification[] }> {
  const classifier = await createClassifier({ companies: backup.settings.companies, model: openModel() });
  const strategy: StrategyContext = {
    me: backup.me === null ? null : { profile: backup.me, career: careerOfMe(backup.me, classifier) },
    goals: backup.goals.filter(({ state }) => state === 'active'),
    now: new Date(backup.exportedAt),
    language: backup.settings.language === 'de' ? 'de' : 'en',
    moves: backup.settings.moves,
  };
  const ties = new Map<string, Tie[]>();
  for (const tie of backup.ties)
    for (const id of new Set([tie.from, tie.to])) {
      const known = ties.get(id);
      if (known === undefined) ties.set(id, [tie]);
      else known.push(tie);
    }
  const told = sayProgress('analyse');
  const careers = backup.contacts.map((contact, at) => {
    told(at, 'contacts classified');
    return judgeCareer(classifier, effectiveProfile(contact), contact.own, (error) => {
      process.stderr.write(`Contact ${contact.id} could not be judged: ${String(error)}\n`);
    });
  });
  return {
    strategy,
    digests: backup.contacts.map((contact, i) =>
      digestOf(contact, careers[i] as Career, ties.get(contact.id) ?? []),
    ),
    current: careers.map(({ current }) => current),
  };
}

async function readJsonFile(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readTextInput(file));
  } catch {
    throw new RefusedError(`"${file}" cannot be read as JSON.`);
  }
}

async function readAnalysisFile(file: string): Promise<Analysed> {
  const value = (await readJsonFile(file)) as Partial<Analysed> | null;
  const lists = [value?.contacts, value?.blindSpots, value?.nextMoves];
  if (!lists.every(Array.isArray)) throw new RefusedError(`"${file}" is not what analyse writes.`);
  return value as Analysed;
}

async function readBackupFile(file: string): Promise<Backup> {
  const backup = Backup.safeParse(await readJsonFile(file));
  if (backup.success) return backup.data;
  const [issue] = backup.error.issues;
  throw new RefusedError(
    `"${file}" is not a backup of this version: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { createClassifier } from '../../core/classify/index.ts';
import { effectiveProfile } from '../../core/merge/index.ts';
import { Backup, LAYERS, type Reading, ROLES, type Tie } from '../../core/model/index.ts';
import { careerOfMe, readContact } from '../../core/strategy/index.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';

export default defineCommand({
  summary: 'reads a whole backup against its goals',
  usage: `npm run -s cli -- analyse BACKUP.json

Writes one JSON object: contacts (each with distances, layer, fits with parts, roles, hub with evidence, novelty)
and of the network: balance (contacts by layer) and coverage (who fills which role, by goal). The date of the
analysis is the backup's own. Not computed yet, and said so as null: blindSpots, stressTest, dependence,
diversity, structure, nextMoves.`,
  async run(args) {
    const [file, ...more] = args;
    if (file === undefined || more.length > 0) throw new UsageError('Name one backup.');
    process.stdout.write(`${JSON.stringify(analyse(await readBackupFile(file)), null, 2)}\n`);
    return EXIT.done;
  },
});

function analyse(backup: Backup) {
  const classifier = createClassifier({ companies: backup.settings.companies });
  const context = {
    me: backup.me === null ? null : { profile: backup.me, career: careerOfMe(backup.me, classifier) },
    goals: backup.goals.filter(({ state }) => state === 'active'),
    now: new Date(backup.exportedAt),
  };
  const ties = Map.groupBy(backup.ties, (tie: Tie) => (tie.from === 'me' ? tie.to : tie.from));
  const readings = backup.contacts.map((contact) =>
    readContact(
      {
        contact,
        career: classifier.career(effectiveProfile(contact), contact.own),
        ties: ties.get(contact.id) ?? [],
      },
      context,
    ),
  );
  return {
    contacts: readings.map((reading) => ({
      ...reading,
      roles: reading.fits.map(({ goalId, roles }) => ({ goalId, roles: roles.map(({ role }) => role) })),
    })),
    balance: Object.fromEntries(
      LAYERS.map((layer) => [layer, readings.filter((reading) => reading.layer.value === layer).length]),
    ),
    coverage: context.goals.map((goal) => ({
      goalId: goal.id,
      roles: Object.fromEntries(ROLES.map((role) => [role, holders(readings, goal.id, role)])),
    })),
    blindSpots: null,
    stressTest: null,
    dependence: null,
    diversity: null,
    structure: null,
    nextMoves: null,
  };
}

function holders(readings: readonly Reading[], goalId: string, role: string): string[] {
  return readings
    .filter(({ fits }) =>
      fits.some((fit) => fit.goalId === goalId && fit.roles.some((held) => held.role === role)),
    )
    .map(({ contactId }) => contactId);
}

async function readBackupFile(file: string): Promise<Backup> {
  let value: unknown;
  try {
    value = JSON.parse(await readFile(file, 'utf8'));
  } catch {
    throw new RefusedError(`"${file}" cannot be read as JSON.`);
  }
  const backup = Backup.safeParse(value);
  if (backup.success) return backup.data;
  const [issue] = backup.error.issues;
  throw new RefusedError(
    `"${file}" is not a backup of this version: ${issue?.path.join('.')}: ${issue?.message}`,
  );
}

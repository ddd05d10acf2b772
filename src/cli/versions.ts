import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { LEXICON_VERSION } from '../core/classify/index.ts';
import { DIGEST_VERSION } from '../core/model/index.ts';
import { ANALYSIS_VERSION } from '../services/analysis.ts';
import { READING_VERSION } from '../services/context.ts';
import { ROW_VERSION } from '../services/derive.ts';
import { DATABASE_VERSION } from '../storage/schema.ts';
import { root } from './root.ts';

/** Something derived that is stored with the version of what made it. */
export interface Judgement {
  name: string;
  /** As the code has it. */
  version: string;
  /** The constant to raise, and where it stands. */
  raise: string;
  /** Of everything by which it is made. */
  hash: string;
}

/** What a version stood for when it was recorded; `why` nothing is judged differently though the content changed. */
export interface RecordedVersion {
  version: string;
  hash: string;
  why?: string;
}

export const VERSIONS_FILE = join(root, 'tests', 'versions.json');

/** Each judgement with its version and the hash of its content as they are now. */
export function judgements(): Judgement[] {
  const lexicon = closure(['src/core/classify/index.ts']);
  const digest = closure(['src/core/strategy/digest.ts']);
  const reading = closure([
    'src/core/strategy/read.ts',
    'src/core/strategy/viewpoint.ts',
    'src/core/model/packedReadings.ts',
  ]);
  const analysis = closure(['src/core/strategy/analysis.ts', 'src/core/model/analysis.ts']);
  const without = (files: readonly string[], ...others: readonly string[][]) => {
    const elsewhere = new Set(others.flat());
    return files.filter((file) => !elsewhere.has(file));
  };
  const migrations = readdirSync(join(root, 'src', 'storage', 'migrations')).map(
    (file) => `src/storage/migrations/${file}`,
  );
  const rows = ['src/services/derive.ts', 'src/core/model/lightRow.ts', 'src/core/merge/effective.ts'];
  return [
    made('lexicon', LEXICON_VERSION, 'LEXICON_VERSION in src/core/classify/index.ts', lexicon),
    made('digest', DIGEST_VERSION, 'DIGEST_VERSION in src/core/model/digest.ts', without(digest, lexicon)),
    made('row', ROW_VERSION, 'ROW_VERSION in src/services/derive.ts', rows),
    made(
      'reading',
      READING_VERSION,
      'READING_VERSION in src/services/context.ts',
      without(reading, lexicon, digest),
    ),
    made(
      'analysis',
      ANALYSIS_VERSION,
      'ANALYSIS_VERSION in src/services/analysis.ts',
      without(analysis, lexicon, digest, reading),
    ),
    made('migrations', DATABASE_VERSION, 'DATABASE_VERSION in src/storage/schema.ts', migrations),
  ];
}

/** What is recorded of each judgement, the latest last. */
export function recordedVersions(): Map<string, RecordedVersion[]> {
  if (!existsSync(VERSIONS_FILE)) return new Map();
  return new Map(Object.entries(JSON.parse(readFileSync(VERSIONS_FILE, 'utf8')) as object));
}

/** One sentence a judgement of which version and content are not as recorded. */
export function outdated(now: readonly Judgement[], recorded: Map<string, RecordedVersion[]>): string[] {
  return now.flatMap(({ name, version, raise, hash }) => {
    const last = recorded.get(name)?.at(-1);
    if (last?.version === version && last.hash === hash) return [];
    return last?.version === version
      ? [`${name}: what makes it has changed. Raise ${raise}, or say why nothing is judged differently.`]
      : [`${name}: version ${version} is not recorded yet.`];
  });
}

function made(name: string, version: string | number, raise: string, files: readonly string[]): Judgement {
  const hash = createHash('sha256');
  for (const file of [...files].sort()) hash.update(`${file}\n${meaningOf(file)}\n`);
  return { name, version: String(version), raise, hash: hash.digest('hex').slice(0, 16) };
}

/** A file without the lines that are comments alone, and without the lines that name a version. */
function meaningOf(file: string): string {
  return readFileSync(join(root, file), 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '' && !/^(?:\/\/|\/\*|\*)/.test(line) && !/\b[A-Z]+_VERSION = /.test(line))
    .join('\n');
}

/** The files with all of ours that they import by value, by their names from the root. */
function closure(entries: readonly string[]): string[] {
  const seen = new Set<string>();
  const visit = (file: string): void => {
    if (seen.has(file)) return;
    seen.add(file);
    const text = readFileSync(join(root, file), 'utf8');
    for (const [, from = ''] of text.matchAll(/^(?:import|export)\s(?!type\s)[^;]*?from\s'(\.[^']+)'/gm))
      visit(relative(root, resolve(join(root, dirname(file)), from)));
  };
  for (const entry of entries) visit(entry);
  return [...seen];
}

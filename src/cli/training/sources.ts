import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../root.ts';

/** One folder of training inputs: what it is, under which licence, and the hash of each file. */
export interface Source {
  folder: string;
  what: string;
  version: string;
  licence: string;
  from: string;
  files: { path: string; sha256: string }[];
}

/** The record of the training inputs, `data/SOURCES.json`. */
export function readSources(): Source[] {
  const record = JSON.parse(readFileSync(join(root, 'data', 'SOURCES.json'), 'utf8')) as {
    sources: Source[];
  };
  return record.sources;
}

/** Inputs in a folder that are not the recorded ones, as sentences: another version makes another model. */
export function changedSources(dataFolder: string, sources: readonly Source[] = readSources()): string[] {
  return sources
    .flatMap(({ files }) => files)
    .flatMap(({ path, sha256 }) => {
      const file = join(dataFolder, path);
      if (!existsSync(file)) return [`${path} is missing`];
      const found = createHash('sha256').update(readFileSync(file)).digest('hex');
      return found === sha256 ? [] : [`${path} is another version than data/SOURCES.json records`];
    });
}

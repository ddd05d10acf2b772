import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { hashOf, outcomes } from './outcomes.ts';

const FILE = join(import.meta.dirname, '../../fixtures/scenarios/outcomes.json');
const HOW = `The engine says something else than is recorded. "npm run -s cli -- outcomes" prints all of it: compare what
it prints before and after the change, and when that is meant, "npm run -s cli -- outcomes --record".`;

// What is reasoned by hand stands in the scenarios; this holds all the rest, so that no judgement moves unseen.
it('says of every network what is recorded', () => {
  const recorded = JSON.parse(readFileSync(FILE, 'utf8')) as Record<string, Record<string, string>>;
  const said: typeof recorded = {};
  for (const { network, part, says } of outcomes()) {
    said[network] ??= {};
    said[network][part] = hashOf(says);
  }
  expect(said, HOW).toEqual(recorded);
});

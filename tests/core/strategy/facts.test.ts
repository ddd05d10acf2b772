import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import type { Fact } from '../../../src/core/model/index.ts';
import { createAnalysis } from '../../../src/core/strategy/index.ts';
import { contexts, digests, networks } from './arbitrary.ts';
import { scenarios } from './scenario.ts';

vi.setConfig({ testTimeout: 60_000 });

const catalogue = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../public/_locales/en/messages.json'), 'utf8'),
) as Record<string, { message: string }>;

/** All facts anywhere inside a value. */
function factsIn(value: unknown): Fact[] {
  if (typeof value !== 'object' || value === null) return [];
  if ('key' in value && typeof value.key === 'string' && value.key.startsWith('fact')) return [value as Fact];
  return Object.values(value).flatMap(factsIn);
}

/** What a fact's sentence asks for and does not get, or the key that has no sentence. */
function lacking({ key, values = {} }: Fact): string[] {
  const forms = ['', '_one', '_other']
    .map((form) => catalogue[key + form])
    .filter((form) => form !== undefined);
  if (forms.length === 0) return [`${key} has no sentence`];
  return forms
    .flatMap(({ message }) => [...message.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name))
    .filter((name) => values[name] === undefined)
    .map((name) => `${key} lacks ${name}`);
}

it('every fact of the engine has a sentence, and every sentence gets its values', () => {
  const found = new Map<string, Set<string>>();
  const look = (value: unknown) => {
    for (const fact of factsIn(value)) {
      const problems = found.get(fact.key) ?? new Set();
      for (const problem of lacking(fact)) problems.add(problem);
      found.set(fact.key, problems);
    }
  };
  for (const { context, digests: people } of scenarios()) {
    const engine = createAnalysis(context);
    for (const digest of people) engine.put(digest);
    look(engine.result());
    for (const { id } of people) look(engine.reading(id));
  }
  fc.assert(
    fc.property(contexts, networks, digests, (context, network, other) => {
      const engine = createAnalysis(context);
      for (const digest of network) engine.put(digest);
      look(engine.result());
      look(engine.read(other));
      look(engine.test({ company: { to: 'Nordsoft' } }));
      look(engine.test({ place: { place: { text: 'Wien', country: 'AT' } } }));
    }),
    { seed: 3, numRuns: 300 },
  );
  expect([...found.values()].flatMap((problems) => [...problems])).toEqual([]);
  expect(found.size).toBeGreaterThan(90);
});

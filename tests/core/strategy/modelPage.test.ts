import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Role } from '../../../src/core/model/index.ts';
import { createAnalysis, FIT_POINTS, ROLES_FOR_GOAL } from '../../../src/core/strategy/index.ts';
import { scenarios } from './scenario.ts';

/** What `docs/strategy-model.md` says in figures is what the engine does. */
const page = readFileSync(join(import.meta.dirname, '../../../docs/strategy-model.md'), 'utf8');

describe('the page that explains the model', () => {
  const [scenario] = scenarios();
  if (scenario === undefined) throw new Error('there is no first scenario');
  const engine = createAnalysis(scenario.context);
  for (const digest of scenario.digests) engine.put(digest);
  const result = engine.result();

  it('adds Anna up as the engine does', () => {
    const fit = engine.reading('anna')?.fits[0];
    const [, value] = page.match(/Her fit is \*\*(\d+)\*\*/) ?? [];
    expect(Number(value)).toBe(fit?.value);
    for (const { part, points } of fit?.parts ?? [])
      expect(page).toMatch(new RegExp(`\\b${part} ${points}\\b`));
  });

  it('has the coverage, the size and what remains', () => {
    expect(page).toContain(`= **${Math.round((result.coverage[0]?.covered ?? 0) * 100)} %**`);
    const company = result.stressTest.find(({ change }) => change.company === true);
    const { stay = 0, lose = 0 } = company?.counts ?? {};
    expect(page).toContain(`${stay + lose} people can help Kim today`);
    expect(page).toContain(`**${stay}** still could`);
    expect(page).toContain(`saved ${result.contacts} people`);
  });

  it('has the points and the roles of the tables', () => {
    for (const [part, of] of Object.entries(FIT_POINTS))
      expect(page).toMatch(new RegExp(`\\| ${part} +\\| +${of} \\|`));
    const rows = page.match(/^\| [^|]+ \| (?:all six|[a-z, -]+?) +\|$/gm) ?? [];
    const names: Partial<Record<Role, string>> = {
      insider: 'insider',
      expert: 'expert',
      doorOpener: 'door-opener',
      pathfinder: 'pathfinder',
      mentor: 'mentor',
      peer: 'peer',
    };
    for (const roles of Object.values(ROLES_FOR_GOAL)) {
      const text = roles.length === 6 ? 'all six' : roles.map((role) => names[role]).join(', ');
      expect(rows.some((row) => row.includes(`| ${text} `))).toBe(true);
    }
  });
});

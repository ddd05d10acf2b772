import { expect, it } from 'vitest';
import { analyseBackup } from '../../src/cli/commands/analyse.ts';
import { derivedOptions } from '../../src/cli/commands/export.ts';
import { Backup } from '../../src/core/model/index.ts';
import { makeContact, makeGoal, makeMe, NOW } from '../make.ts';

const backup = Backup.parse({
  format: 'weitblick',
  version: 1,
  exportedAt: NOW,
  me: makeMe(),
  goals: [
    makeGoal(),
    { ...makeGoal({}, { kind: 'ownWords' }), id: 'g2' },
    { ...makeGoal(), id: 'g3', state: 'reached' },
  ],
  contacts: [
    makeContact({}, 'c1'),
    makeContact(
      {
        key: { site: 'linkedin', id: 'jonas-rau' },
        name: { full: 'Jonas Rau' },
        headline: 'Recruiter | Beirat',
        positions: [{ title: 'Recruiter', company: 'Nord Versicherung AG', start: '2019', end: null }],
        connections: 500,
        mutualConnections: 12,
      },
      'c2',
    ),
  ],
  ties: [
    { from: 'me', to: 'c1', kind: 'knows', strength: 'moderate', lastContact: '2025-01-15' },
    { from: 'c2', to: 'c1', kind: 'introduced' },
  ],
  settings: {},
});

it('writes the whole analysis of a backup, with the keys that other programs rely on', async () => {
  const analysis = await analyseBackup(backup);
  expect(Object.keys(analysis)).toEqual(
    expect.arrayContaining([
      'contacts',
      'balance',
      'coverage',
      'blindSpots',
      'stressTest',
      'dependence',
      'diversity',
      'structure',
      'nextMoves',
      'grid',
      'redundancy',
      'innerCircle',
      'hubs',
      'missing',
      'marginal',
    ]),
  );
  expect(analysis.contacts.map(({ contactId }) => contactId)).toEqual(['c1', 'c2']);
  for (const contact of analysis.contacts)
    expect(Object.keys(contact)).toEqual(
      expect.arrayContaining(['distances', 'layer', 'fits', 'roles', 'hub', 'novelty']),
    );
  expect(analysis.at).toBe(NOW);
  expect(analysis.hubs).toEqual(['c2']);
  // The goal that was reached is history, the one without a target is asked about.
  expect(analysis.coverage.map(({ goalId }) => goalId)).toEqual(['g1', 'g2']);
  expect(analysis.missing).toContainEqual({ key: 'factGoalWithoutTarget', values: { goal: 'g2' } });
  expect(analysis.nextMoves.map(({ id }) => id)).toContain('reactivate:g1:c1');
});

it('is the same for the same backup', async () => {
  expect(await analyseBackup(backup)).toEqual(await analyseBackup(structuredClone(backup)));
});

it('exports with what the analysis takes people for', async () => {
  const { codesOf, language } = await derivedOptions(backup);
  const { contacts } = await analyseBackup(backup);
  const [, jonas] = backup.contacts;
  if (jonas === undefined) throw new Error('nobody');
  const layer = contacts.find(({ contactId }) => contactId === 'c2')?.layer;
  expect(codesOf(jonas)).toMatchObject({ isco4: '2423', ...(layer?.known && { layer: layer.value }) });
  expect(language).toBe('en');
});

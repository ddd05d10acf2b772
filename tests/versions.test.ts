import { expect, it } from 'vitest';
import { judgements, outdated, type RecordedVersion, recordedVersions } from '../src/cli/versions.ts';

const HOW = 'npm run cli -- versions [--why "nothing is judged differently because …"]';

it('every version of a stored judgement stands for what it is recorded with', () => {
  const parted = outdated(judgements(), recordedVersions());
  expect(parted, `${parted.join('\n')}\nThen: ${HOW}`).toEqual([]);
});

it('whoever did not raise a version has said why', () => {
  for (const [name, versions] of recordedVersions())
    for (const [i, { version, why = '' }] of versions.entries())
      if (i > 0 && versions[i - 1]?.version === version)
        expect(why.length, `${name} ${version}: why was it not raised?`).toBeGreaterThan(10);
});

it('tells a changed content and a raised version from what is recorded', () => {
  const now = [{ name: 'row', version: '2', raise: 'ROW_VERSION', hash: 'b' }];
  const record = (...versions: RecordedVersion[]) => new Map([['row', versions]]);
  expect(outdated(now, record({ version: '2', hash: 'b' }))).toEqual([]);
  expect(outdated(now, record({ version: '2', hash: 'b' }, { version: '2', hash: 'a' }))).toHaveLength(1);
  expect(outdated(now, record({ version: '2', hash: 'a' }))[0]).toMatch(/Raise ROW_VERSION/);
  expect(outdated(now, record({ version: '1', hash: 'b' }))[0]).toMatch(/not recorded/);
  expect(outdated(now, new Map())).toHaveLength(1);
});

it('each stands for files of its own', () => {
  const hashes = judgements().map(({ hash }) => hash);
  expect(new Set(hashes).size).toBe(hashes.length);
  expect(judgements().map(({ name }) => name)).toEqual([
    'lexicon',
    'digest',
    'row',
    'reading',
    'analysis',
    'migrations',
  ]);
});

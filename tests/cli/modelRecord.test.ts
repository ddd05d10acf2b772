import { createHash } from 'node:crypto';
import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { changedSources, readSources } from '../../src/cli/training/sources.ts';
import { loadModel } from '../../src/core/classify/index.ts';

const record = JSON.parse(readFileSync('docs/model.json', 'utf8'));
const shipped = readFileSync('public/titles.bin');

describe('docs/model.json', () => {
  it('describes the file that ships', () => {
    expect(record.file).toBe('public/titles.bin');
    expect(record.bytes).toBe(shipped.length);
    expect(record.sha256).toBe(createHash('sha256').update(shipped).digest('hex'));
    const { facts } = loadModel(shipped);
    expect(facts.temperature).toBe(record.calibration.temperature);
    expect(facts.confidence).toEqual(record.calibration.confidence);
    expect(facts.size).toBe(record.settings.size);
    expect(facts.concepts).toBe(record.trainedOn.concepts);
  });

  it('ships no more than may be shipped', () => {
    expect(shipped.length).toBeLessThanOrEqual(4_000_000);
  });
});

describe('data/SOURCES.json', () => {
  it('names what, version, licence and the hash of every file', () => {
    const sources = readSources();
    expect(sources.map(({ folder }) => folder)).toContain('kldb');
    for (const { folder, what, version, licence, from, files } of sources) {
      for (const text of [what, version, licence, from]) expect(text.length, folder).toBeGreaterThan(0);
      expect(files.length).toBeGreaterThan(0);
      for (const { path, sha256 } of files) {
        expect(path.startsWith(`${folder}/`)).toBe(true);
        expect(sha256).toMatch(/^[\da-f]{64}$/);
      }
    }
  });

  it('tells inputs that are missing or of another version', () => {
    const folder = mkdtempSync(join(tmpdir(), 'sources-'));
    writeFileSync(join(folder, 'a.tsv'), 'as recorded');
    writeFileSync(join(folder, 'b.tsv'), 'altered');
    const sha256 = createHash('sha256').update('as recorded').digest('hex');
    const source = { folder: '', what: '', version: '', licence: '', from: '' };
    const files = ['a.tsv', 'b.tsv', 'c.tsv'].map((path) => ({ path, sha256 }));
    expect(changedSources(folder, [{ ...source, files }])).toEqual([
      'b.tsv is another version than data/SOURCES.json records',
      'c.tsv is missing',
    ]);
  });
});

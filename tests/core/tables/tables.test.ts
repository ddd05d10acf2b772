import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { openClassifier } from '../../../src/cli/classifier.ts';
import { generatedOf, readRows, TABLES, TableError, tableModule } from '../../../src/cli/tables.ts';
import { findRoleInField } from '../../../src/core/classify/fields.ts';
import { createClassifier } from '../../../src/core/classify/index.ts';
import { wordsOf } from '../../../src/core/classify/phrases.ts';
import { classifySeniority } from '../../../src/core/classify/title.ts';

const rowsOf = (name: string): string[][] =>
  readRows(TABLES.find((table) => table.name === name) as (typeof TABLES)[number]);
/** Rows that are a part of a word, and no word. */
const isPart = (text: string): boolean => /^-|-$/.test(text);

describe.each(TABLES.map((table) => [table.name, table] as const))('data/%s.tsv', (_name, table) => {
  it('has rows with known codes, each once', () => {
    expect(readRows(table).length).toBeGreaterThan(100);
  });

  it('is what src/core/tables was made from: run `npm run -s cli -- tables`', () => {
    expect(tableModule(table, readRows(table))).toBe(readFileSync(generatedOf(table), 'utf8'));
  });

  it('refuses what cannot stand, and names the line', () => {
    const [head, first] = [table.columns.join('\t'), readRows(table)[0]?.join('\t') ?? ''];
    const refused = (text: string): string => {
      try {
        readRows(table, text);
      } catch (error) {
        if (error instanceof TableError) return error.message;
      }
      return 'taken';
    };
    expect(refused(`${head}\n${first}\n`)).toBe('taken');
    expect(refused(`${first}\n`)).toMatch(/first line/);
    expect(refused(`${head}\n${first}\textra\n`)).toMatch(/line 2.*cells/);
    if (table.shape === 'phrases') {
      expect(refused(`${head}\n${first}\n${first.toUpperCase()}\n`)).not.toBe('taken');
      expect(refused(`${head}\n${first}\n${first}\n`)).toMatch(/line 3.*stands in line 2/);
      expect(
        refused(`${head}\n${first.replace(/\t.*/, '\t9999'.repeat(table.columns.length - 1))}\n`),
      ).toMatch(/line 2.*is no/);
    }
  });
});

describe('every row is judged as its code says', () => {
  const classifiers = { lexicon: createClassifier(), model: openClassifier() };

  it.each(['lexicon', 'model'] as const)('titles, by the %s', (kind) => {
    const wrong = rowsOf('titles')
      .filter(([title = '']) => !isPart(title))
      .filter(([title, isco4]) => classifiers[kind].classify({ title }).function?.isco4 !== isco4);
    expect(wrong).toEqual([]);
  });

  it.each(['lexicon', 'model'] as const)('employers, by the %s', (kind) => {
    const wrong = rowsOf('employers').filter(([company, nace2]) => {
      const { industry } = classifiers[kind].classify({ company });
      return industry?.nace2 !== nace2 || industry?.confidence !== 0.95;
    });
    expect(wrong).toEqual([]);
  });

  it("words of companies' names", () => {
    const wrong = rowsOf('company-words')
      .filter(([words = '']) => !isPart(words))
      .filter(([words, nace2]) => {
        const name = (words ?? '').replace(/(?<!\p{L})\p{L}/gu, (letter) => letter.toUpperCase());
        const { industry } = classifiers.lexicon.classify({ company: `Zyxwo ${name}` });
        return industry?.nace2 !== nace2;
      });
    expect(wrong).toEqual([]);
  });

  it('words of texts', () => {
    const wrong = rowsOf('text-words')
      .filter(([words = '']) => !isPart(words))
      .filter(([words, nace2]) => {
        const { industry } = classifiers.lexicon.classify({ about: `zyxwo ${words} zyxwo` });
        return industry?.nace2 !== nace2;
      });
    expect(wrong).toEqual([]);
  });

  it('fields of work', () => {
    const wrong = rowsOf('fields')
      .filter(([field = '', managers = '']) => !isPart(field) && managers[0] !== '-')
      .filter(([field = '', managers = '']) => {
        const found = findRoleInField(wordsOf(`Leitung ${field}`), new Set());
        return found?.code !== managers.replace(/[*/].*/, '');
      });
    expect(wrong).toEqual([]);
  });

  it('words of levels', () => {
    const wrong = rowsOf('levels')
      .filter(([words = '', level]) => !isPart(words) && level !== 'none')
      // Alone, a partner may be of a firm or a programme, and an assistant no beginner.
      .filter(([words = '']) => !/^(?:(?:partner|assistent)(?:in)?|s[oó]ci[oa])$/i.test(words))
      .filter(([words = '', level]) => classifySeniority(words, words, null) !== level);
    expect(wrong).toEqual([]);
  });

  it('labels of sites', () => {
    const wrong = rowsOf('industry-labels').filter(
      ([industryLabel, nace2]) => classifiers.lexicon.classify({ industryLabel }).industry?.nace2 !== nace2,
    );
    expect(wrong).toEqual([]);
  });
});

describe('data/level-pairs.tsv', () => {
  const [, ...lines] = readFileSync('data/level-pairs.tsv', 'utf8').trimEnd().split('\n');
  const groups = Map.groupBy(lines, (line) => line.split('\t')[0] ?? '');
  const classifier = openClassifier();

  it.each([...groups])('%s: one level in every language', (_name, rows) => {
    const levels = rows.map((row) => {
      const title = row.split('\t')[1] ?? '';
      return [title, classifier.classify({ title }).seniority];
    });
    const first = levels[0]?.[1];
    expect(first).toBeTruthy();
    expect(levels.filter(([, level]) => level !== first)).toEqual([]);
  });
});

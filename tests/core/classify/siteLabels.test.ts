import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createClassifier } from '../../../src/core/classify/index.ts';
import { findSiteLabel } from '../../../src/core/classify/siteLabels.ts';
import { LINKEDIN_INDUSTRIES } from '../../../src/core/tables/linkedinIndustries.ts';
import { XING_INDUSTRIES } from '../../../src/core/tables/xingIndustries.ts';
import { NACE_CODES } from '../../../src/core/taxonomy/index.ts';

const linkedIn = LINKEDIN_INDUSTRIES.trim().split('\n');
const { classify } = createClassifier();

describe('tables', () => {
  it("hold LinkedIn's 434 and 147 labels in four languages, each of a known division", () => {
    // 48 of the older labels are among the newer ones.
    expect(linkedIn).toHaveLength(533);
    for (const line of linkedIn) {
      const [code = '', ...names] = line.split('|');
      expect(NACE_CODES).toContain(code.replace('~', ''));
      expect(names, line).toHaveLength(4);
      for (const name of names) expect(name.trim(), line).not.toBe('');
    }
  });

  it('give the same label the same division in every language', () => {
    for (const line of linkedIn) {
      const [code = '', ...names] = line.split('|');
      for (const name of names) expect(findSiteLabel(name)?.nace2, name).toBe(code.slice(0, 2));
    }
  });
});

describe('spellings', () => {
  it.each([
    ['Développement de logiciels', '62'],
    ['Sector automovilístico', '29'],
    ['Hôpitaux et services de santé', '86'],
    ['Marketing & Advertising', '73'],
    ['Marketing et publicité', '73'],
    ['Werbung und Marketing', '73'],
    ['Konsumgüter und Handel', '47'],
    ['Öffentlicher Dienst, Verbände und Einrichtungen', '84'],
    ['Softwre Development', '62'],
    ['Maschinenbua', '28'],
    ['Pharmaceutical Manufacturng', '21'],
    ['Hospital and Health Cares', '86'],
    ['Wholesale Machinry', '46'],
    ['Computer Software / Internet', '62'],
    ['Einzelhandel | Mode', '47'],
    ['Manufacturing > Machinery Manufacturing', '28'],
  ])('%s is of division %s', (industryLabel, nace2) => {
    const found = classify({ industryLabel }).industry?.nace2;
    // A list names its first known entry; the broadest one of a path is as right as its end.
    expect(industryLabel.includes('>') ? [nace2, '32'] : [nace2]).toContain(found);
  });

  it.each(['', '🚀', 'Zorblax Quux', '株式会社', 'Other', 'Sonstige Branchen', 'x'.repeat(10_000)])(
    'knows no division for %j',
    (industryLabel) => {
      expect(classify({ industryLabel }).industry).toBeNull();
    },
  );
});

describe('mistakes', () => {
  const labels = [...linkedIn, ...XING_INDUSTRIES.trim().split('\n')].flatMap((line) => {
    const [code = '', ...names] = line.split('|');
    return names.map((name) => ({ name, nace2: code.slice(0, 2) }));
  });
  const byName = new Map(labels.map(({ name }) => [name.toLowerCase(), findSiteLabel(name)?.nace2]));

  it('never turn one label into one of another division', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...labels),
        fc.nat(),
        fc.constantFrom('swap', 'drop', 'double', 'replace'),
        fc.constantFrom(...'aeinrstlmo'),
        ({ name }, place, mistake, letter) => {
          const at = place % name.length;
          const [a = '', b = ''] = [name[at], name[at + 1]];
          const rest = name.slice(at + 1);
          const typed =
            name.slice(0, at) +
            { swap: b + a + rest.slice(1), drop: rest, double: a + a + rest, replace: letter + rest }[
              mistake
            ];
          const found = findSiteLabel(typed);
          // What is spelt as another label is that label.
          if (byName.has(typed.toLowerCase()) || found === null) return;
          expect(`${typed}: ${found.nace2}`).toBe(`${typed}: ${byName.get(name.toLowerCase())}`);
        },
      ),
      { seed: 11, numRuns: 4000 },
    );
  });

  it.each([
    'Funddraising',
    'Computernnetzwerke',
    'Mesicos',
    'Luxury Goods & Jewellry',
    'IT Services and eT Consulting',
  ])('leave open what stands between labels of two divisions: %s', (label) => {
    expect(findSiteLabel(label)).toBeNull();
  });

  it('are mostly understood', () => {
    const typed = labels
      .filter(({ name }) => name.length >= 12)
      .map(({ name }) => name.slice(0, 5) + name.slice(6));
    const understood = typed.filter((name) => findSiteLabel(name) !== null).length;
    expect(understood / typed.length).toBeGreaterThan(0.9);
  });
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing/fake-browser';
import { createClassifier } from '../../../src/core/classify/index.ts';
import { evidenceText } from '../../../src/ui/parts/evidenceText.ts';
import { meFromProfile } from '../../../src/ui/parts/meFromProfile.ts';
import { today } from '../../../src/ui/parts/today.ts';
import { makeProfile } from '../../make.ts';

beforeAll(() => {
  fakeBrowser.i18n.getUILanguage = () => 'de';
  fakeBrowser.i18n.getMessage = (key: string) => `${key}: {words}`;
});

it('says every kind of evidence that the classifier gives in the language of the user', () => {
  const classifier = createClassifier({ companies: { acme: '86' } });
  const said = [
    { title: 'Head of Data Platforms', company: 'Klinikum Elbhöhe' },
    { title: 'Pflegedienstleitung', company: 'Acme' },
    { title: 'Software Engineer', industryLabel: 'Hospitals and Health Care' },
  ].flatMap((input) => classifier.classify(input).evidence);
  expect(said.length).toBeGreaterThan(4);
  const career = classifier.career(makeProfile(), { isco4: '2221' });
  for (const phrase of [...said, ...career.current.evidence])
    expect(evidenceText(phrase), phrase).toMatch(/^evidence_/);
});

it('has a sentence for each form of evidence that the classifier can give', () => {
  const folder = join(import.meta.dirname, '..', '..', '..', 'src', 'core', 'classify');
  const code = ['index.ts', 'industry.ts', 'title.ts'].map((file) =>
    readFileSync(join(folder, file), 'utf8'),
  );
  const forms = code
    .join('\n')
    .matchAll(
      /`((?:[^`$]|\$\{[^}]*\})*(?:in the title|employer|listed company|company's name|"|for \$\{[^}]+\}))`/g,
    );
  const said = [...forms]
    .map(([, form = '']) => form.replace(/\$\{[^}]*\}/g, 'words'))
    .filter((form) => /"|correction/.test(form));
  const where = [...code.join('').matchAll(/ofText\([^']*'([^']+)'\)/g)].map(
    ([, place]) => `"words" in ${place}`,
  );
  const plain = [...code.join('').matchAll(/judged\([^()]*'([^']+)'\)/g)].map(([, form = '']) => form);
  const all = [...new Set([...said, ...where, ...plain])];
  expect(all.length).toBeGreaterThan(9);
  expect(all.filter((form) => !evidenceText(form).startsWith('evidence_'))).toEqual([]);
});

it.each([
  ['"fachkraft lagerlogistik" in the title', ['Fachkraft für Lagerlogistik'], 'Fachkraft für Lagerlogistik'],
  ['"geschaftsfuhrer" in the title', ['Gründer & Geschäftsführer'], 'Geschäftsführer'],
  ['"backer" in the title', ['Bäcker:in'], 'Bäcker'],
  ['"munchener ruck" is a known employer', ['CEO', 'Münchener Rück AG'], 'Münchener Rück'],
  ['"klinikum" in the company\'s name', ['Ärztin'], 'klinikum'],
  ['"a b" in the title', ['a x x x x b'], 'a b'],
])('shows folded words as they are written: %s', (phrase, texts, written) => {
  expect(evidenceText(phrase, texts).replace(/^\w+: /, '')).toBe(written);
});

it('takes the words along, and leaves an unknown form as it is', () => {
  expect(evidenceText('"klinikum" in the company\'s name')).toBe('evidence_company: klinikum');
  expect(evidenceText('something else')).toBe('something else');
});

it('makes the user of their own page, and keeps what they set by hand', () => {
  const me = meFromProfile(makeProfile({ industry: 'Hospitals' }), { isco4: '2221' });
  expect(me).toMatchObject({ name: 'Leyla Brandt', isco4: '2221', industryLabel: 'Hospitals' });
  expect(me.positions).toHaveLength(1);
  expect('headline' in me).toBe(false);
});

it('knows the day where the user is', () => {
  expect(today(new Date(2026, 0, 5, 23, 59))).toBe('2026-01-05');
});

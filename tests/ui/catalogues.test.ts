import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAILURES } from '../../src/messaging/errors.ts';

const root = join(import.meta.dirname, '..', '..');
type Catalogue = Record<string, { message: string }>;
const read = (language: string): Catalogue =>
  JSON.parse(readFileSync(join(root, 'public', '_locales', language, 'messages.json'), 'utf8'));
const en = read('en');
const de = read('de');
const placeholders = (message = '') => [...message.matchAll(/\{(\w+)\}/g)].map(([, name]) => name).sort();

/** Every text of the product's code, without tests. */
const code = ['src', 'entrypoints', 'wxt.config.ts']
  .flatMap((place) =>
    place.endsWith('.ts')
      ? [place]
      : readdirSync(join(root, place), { recursive: true, withFileTypes: true })
          .filter((entry) => entry.isFile() && /\.(ts|tsx|js)$/.test(entry.name))
          .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1)),
  )
  .map((file) => readFileSync(join(root, file), 'utf8'))
  .join('\n');

/** The kinds of failed imports and exports, with a capital first letter as in their keys. */
const exchangeKinds = [
  ...readFileSync(join(root, 'src', 'exchange', 'errors.ts'), 'utf8').matchAll(/[|=] '([a-z]\w+)'/g),
].map(([, kind = '']) => kind.charAt(0).toUpperCase() + kind.slice(1));
const EXCHANGE_PREFIXES = ['importError', 'importErrorRow', 'exportError'];

it('has a sentence for each kind of failed import and export', () => {
  const missing = exchangeKinds.filter((kind) => !EXCHANGE_PREFIXES.some((prefix) => prefix + kind in en));
  expect(missing).toEqual([]);
  expect(exchangeKinds.length).toBeGreaterThan(20);
});

it('has the same keys in both languages', () => {
  expect(Object.keys(de).sort()).toEqual(Object.keys(en).sort());
});

it.each(Object.keys(en))('%s has the same placeholders, and a text', (key) => {
  expect(placeholders(de[key]?.message)).toEqual(placeholders(en[key]?.message));
  expect(en[key]?.message.trim()).not.toBe('');
});

it('has a sentence for each failure and each plain key that the code asks for', () => {
  const asked = [
    ...code.matchAll(/\bt\('(\w+)'|\{ key: '(fact\w+)'|say\([^,]+, '(fact\w+)'|<Say\s+of="(\w+)"/g),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? match[4] ?? '');
  const known = (key: string) => key in en || `${key}_other` in en;
  expect([...new Set(asked)].filter((key) => !known(key))).toEqual([]);
  expect(FAILURES.filter((kind) => !known(`error_${kind}`))).toEqual([]);
});

it('has no sentence that nobody uses', () => {
  // One pass over the code: every word after a quote or an underscore, and every beginning of a family of keys.
  const words = new Set(
    [...code.matchAll(/\w+/g)].flatMap(({ 0: word, index }) => [
      ...(/['"`]/.test(code[index - 1] ?? '') ? [word] : []),
      ...[...word.matchAll(/_/g)].map(({ index: at }) => word.slice(at + 1).replace(/__$/, '')),
    ]),
  );
  const families = new Set([...code.matchAll(/`(\w+_)\$\{/g)].map(([, family]) => family));
  const unused = Object.keys(en).filter((key) => {
    if (exchangeKinds.some((kind) => EXCHANGE_PREFIXES.some((prefix) => key === prefix + kind))) return false;
    const base = key.replace(/_(zero|one|other)$/, '');
    return !words.has(base) && ![/_\w+$/, /_[^_]+$/].some((end) => families.has(base.replace(end, '_')));
  });
  expect(unused).toEqual([]);
});

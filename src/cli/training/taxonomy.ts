import { join } from 'node:path';
import { readTable } from './delimited.ts';

/** Source text of `core/taxonomy/iscoGroups.ts`: every ISCO-08 group with its English and German name. */
export function iscoGroupsSource(dataFolder: string): string {
  const names = (lang: string) =>
    new Map(
      readTable(join(dataFolder, `esco12/ISCOGroups_${lang}.csv`)).map((row) => [
        row.code ?? '',
        (row.preferredLabel ?? '').replace(/\s+/g, ' ').trim(),
      ]),
    );
  const english = names('en');
  const german = names('de');
  const lines = [...english]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([code, name]) => `${code}|${name}|${german.get(code) ?? name}`);
  return [
    '// Made by `npm run -s cli -- train --taxonomy`. Do not edit.',
    '// Source: ESCO 1.2, European Commission; classification ISCO-08, International Labour Organization.',
    '/** One group a line: code | English name | German name. */',
    'export const ISCO_GROUPS = `',
    `${lines.join('\n').replaceAll('`', "'")}\`;`,
    '',
  ].join('\n');
}

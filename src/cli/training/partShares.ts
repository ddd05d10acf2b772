import { titleWords } from '../../core/classify/features.ts';
import { splitRoles } from '../../core/classify/headlineParts.ts';
import { phraseOfRole } from '../../core/classify/title.ts';
import { isKeptOut, readGermanTitles } from './kldb.ts';

/** Phrases that stand in fewer longer titles say nothing of how far they carry. */
const LEAST_TITLES = 4;
/** Phrases that hold in this share of longer titles are as good as they look. */
const GOOD = 0.75;

export interface PartShare {
  /** The phrase, or with `-` the end of a compound. */
  phrase: string;
  /** Longer titles with it, and how many of them are of its minor group of ISCO-08. */
  titles: number;
  right: number;
}

/**
 * How far each phrase of the lexicons carries as a part of a longer German title: `Techniker` of a hundred trades,
 * `Betriebswirt` for whatever stands behind it. Counted on the German list, without those that are kept out to measure
 * with; ESCO names one trade a hundred times by the goods it deals with.
 */
export function partShares(dataFolder: string): PartShare[] {
  const shares = new Map<string, PartShare>();
  for (const { text, isco4 } of germanTitles(dataFolder)) {
    const role = splitRoles(text.replace(/\s[-–—]\s/gu, ' '))[0] ?? '';
    const found = phraseOfRole(role, 'with all ends');
    if (found === null || found.words >= found.of) continue;
    const phrase = found.end === undefined ? found.phrase : `-${found.end}`;
    const share = shares.get(phrase) ?? { phrase, titles: 0, right: 0 };
    share.titles++;
    if (found.code.slice(0, 3) === isco4.slice(0, 3)) share.right++;
    shares.set(phrase, share);
  }
  return [...shares.values()]
    .filter(({ titles, right }) => titles >= LEAST_TITLES && right / titles < GOOD)
    .sort((a, b) => (a.phrase < b.phrase ? -1 : 1));
}

/** The module that ships: `tenths: phrase, phrase, …`. */
export function partSharesSource(shares: readonly PartShare[]): string {
  const byTenths = Map.groupBy(shares, ({ titles, right }) => Math.round((10 * right) / titles));
  const lines = [...byTenths]
    .sort(([a], [b]) => a - b)
    .map(([tenths, group]) => `${tenths}: ${group.map(({ phrase }) => phrase).join(', ')}`);
  return [
    '// Made by `npm run -s cli -- train parts`: do not edit.',
    '',
    '/**',
    ' * How many tenths of the German titles that hold a phrase beside other words or letters (`-` before it: as the end',
    ' * of a compound) are of the unit group that the phrase alone stands for; phrases that hold in most are left out.',
    ' */',
    `export const PART_SHARES = \`\n${lines.join('\n')}\n\`;`,
    '',
  ].join('\n');
}

function germanTitles(dataFolder: string): { text: string; isco4: string }[] {
  return readGermanTitles(dataFolder)
    .titles.flatMap(({ forms, isco4 }) => forms.map((text) => ({ text, isco4 })))
    .filter(({ text }) => !isKeptOut(titleWords(text)));
}

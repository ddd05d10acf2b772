import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const css = readFileSync(join(import.meta.dirname, '..', '..', 'src', 'ui', 'theme.css'), 'utf8');

/** The colours of the first `:root` block after `from`. */
function tokens(from: string): Record<string, string> {
  const block = css.slice(css.indexOf(':root {', css.indexOf(from))).split('}')[0] ?? '';
  return Object.fromEntries(
    [...block.matchAll(/--([\w-]+): (#[0-9a-f]{6});/g)].map(([, name, value]) => [name, value]),
  );
}

/** Contrast of two colours by WCAG 2.2, 1 to 21. */
function contrast(a = '', b = ''): number {
  const luminance = (hex: string) => {
    const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
      const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
      return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
    });
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
  };
  const [light = 0, dark = 0] = [luminance(a), luminance(b)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

const WORDS = ['ink', 'muted', 'accent', 'strategic', 'operational', 'personal', 'blind', 'danger'];
const PAIRS: [ink: string, ground: string, least: number][] = [
  ...WORDS.flatMap((ink) =>
    ['paper', 'card', 'hover'].map((ground): [string, string, number] => [ink, ground, 4.5]),
  ),
  ['on-accent', 'accent', 4.5],
  ['on-accent', 'accent-strong', 4.5],
  ['card', 'danger', 4.5],
  ...['ink', 'muted', 'accent'].map((ink): [string, string, number] => [ink, 'accent-soft', 4.5]),
  ...['ink', 'blind'].map((ink): [string, string, number] => [ink, 'blind-soft', 4.5]),
  ...['ink', 'danger'].map((ink): [string, string, number] => [ink, 'danger-soft', 4.5]),
  // Edges of controls: WCAG 2.2, 1.4.11.
  ['edge', 'paper', 3],
  ['edge', 'card', 3],
];

describe.each([
  ['light', '/* Tokens'],
  ['dark', 'prefers-color-scheme: dark'],
])('in %s', (_scheme, from) => {
  const colours = tokens(from);
  it.each(PAIRS)('%s can be read on %s', (ink, ground, least) => {
    expect(contrast(colours[ink], colours[ground])).toBeGreaterThanOrEqual(least);
  });
});

it('keeps the tokens of the design', () => {
  expect(tokens('/* Tokens')).toMatchObject({ paper: '#fbfaf7', ink: '#1b1f24', accent: '#0b6e69' });
  expect(tokens('prefers-color-scheme: dark')).toMatchObject({ paper: '#14171a', accent: '#5cc8bf' });
});

import { useEffect, useState } from 'preact/hooks';

/** The colours of the theme, for pictures that style sheets do not reach. */
export type Colours = Record<
  | 'paper'
  | 'card'
  | 'ink'
  | 'muted'
  | 'line'
  | 'accent'
  | 'strategic'
  | 'operational'
  | 'personal'
  | 'beyond'
  | 'blind',
  string
>;

const NAMES = [
  'paper',
  'card',
  'ink',
  'muted',
  'line',
  'accent',
  'strategic',
  'operational',
  'personal',
  'beyond',
  'blind',
] as const satisfies readonly (keyof Colours)[];

/** The present colours, followed as the browser changes between light and dark. */
export function useColours(): Colours {
  const [colours, setColours] = useState(readColours);
  useEffect(() => {
    const dark = matchMedia('(prefers-color-scheme: dark)');
    const follow = () => setColours(readColours());
    dark.addEventListener('change', follow);
    return () => dark.removeEventListener('change', follow);
  }, []);
  return colours;
}

function readColours(): Colours {
  const style = getComputedStyle(document.documentElement);
  return Object.fromEntries(
    NAMES.map((name) => [name, style.getPropertyValue(`--${name}`).trim() || 'gray']),
  ) as Colours;
}

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

/**
 * Most kilobytes (1 000 bytes, gzipped) of JavaScript that each surface may load. Of the background's, two fifths are
 * the tables of titles, employers and words: it begins anew whenever the browser has stopped it, so it shall not grow
 * unseen.
 */
export const BUDGETS_KB = { popup: 60, dashboard: 150, 'content script': 20, background: 600 } as const;

export interface Size {
  surface: keyof typeof BUDGETS_KB;
  kB: number;
  budget: number;
}

/** Measures a build: what each surface loads at first, gzipped. */
export function measureSizes(build: string): Size[] {
  return (Object.keys(BUDGETS_KB) as (keyof typeof BUDGETS_KB)[]).map((surface) => {
    const files = scriptsOfSurface(build, surface);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(file)).length, 0);
    return { surface, kB: Math.round(bytes / 100) / 10, budget: BUDGETS_KB[surface] };
  });
}

function scriptsOfSurface(build: string, surface: Size['surface']): string[] {
  if (surface === 'content script') return contentScripts(build);
  return surface === 'background' ? [join(build, 'background.js')] : scriptsOf(build, `${surface}.html`);
}

function contentScripts(build: string): string[] {
  const folder = join(build, 'content-scripts');
  return readdirSync(folder).map((name) => join(folder, name));
}

/** The scripts that a page loads, with everything that they import at once. */
function scriptsOf(build: string, page: string): string[] {
  const html = readFileSync(join(build, page), 'utf8');
  const found = new Set<string>();
  const visit = (file: string): void => {
    if (found.has(file) || !existsSync(file)) return;
    found.add(file);
    for (const [, name] of readFileSync(file, 'utf8').matchAll(
      /(?:from|import)\s*["']\.\/([\w.-]+\.js)["']/g,
    )) {
      visit(join(file, '..', name ?? ''));
    }
  };
  for (const [, name] of html.matchAll(/(?:src|href)="\/([\w./-]+\.js)"/g)) visit(join(build, name ?? ''));
  return [...found];
}

import { expect } from 'vitest';
import { extractProfile } from '../../src/capture/registry.ts';
import { cost, LITTLE_MS } from '../cost.ts';
import { fixtures, parsePage } from './fixtures.ts';

let allPages: number | undefined;

/** Runs one reading; fails when it takes longer than all pages of the fixtures together, read once. */
export function inTime<T>(run: () => T): T {
  allPages ??= readAllPages();
  let result: T | undefined;
  expect(cost(() => (result = run()))).toBeLessThan(Math.max(allPages, LITTLE_MS));
  return result as T;
}

function readAllPages(): number {
  const pages = fixtures().map(({ html, expected: { url } }) => ({ doc: parsePage(html, url), url }));
  return cost(() => {
    for (const { doc, url } of pages) extractProfile(doc, url);
  });
}

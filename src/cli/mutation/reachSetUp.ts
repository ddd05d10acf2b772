import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect } from 'vitest';

/** Set-up of the tests while it is noted which functions each of their files reaches. */
const reached = new Map<string, [file: string, start: number]>();
const folder = process.env.WEITBLICK_REACHED;

(globalThis as { __reach?: (file: string, start: number) => void }).__reach = (file, start) =>
  reached.set(`${file}:${start}`, [file, start]);

afterAll(() => {
  const { testPath } = expect.getState();
  if (folder === undefined || testPath === undefined) return;
  writeFileSync(join(folder, `${encodeURIComponent(testPath)}.json`), JSON.stringify([...reached.values()]));
});

import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { afterAll, expect } from 'vitest';

/** Set-up of the tests while it is noted which functions each of their files reaches. */
const reached = new Set<string>();
const folder = process.env.WEITBLICK_REACHED;

(globalThis as { __reach?: (place: string) => void }).__reach = (place) => reached.add(place);

afterAll(() => {
  const { testPath } = expect.getState();
  if (folder === undefined || testPath === undefined) return;
  writeFileSync(join(folder, `${encodeURIComponent(testPath)}.json`), JSON.stringify([...reached]));
});

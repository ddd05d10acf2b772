import { expect, it } from 'vitest';
import { lastOf } from '../../src/core/text/steps.ts';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { openText, openTextSteps } from '../../src/exchange/source.ts';

const line = 'Jörg,Müller,https://www.linkedin.com/in/joerg,,Bäckerei Süß,Geschäftsführer,1 Mar 2024\n';
const long = line.repeat(20_000);
const latin = Uint8Array.from(long, (letter) => letter.charCodeAt(0));
const source = (bytes: Uint8Array) => ({ name: 'x.csv', size: bytes.length, chunks: () => [bytes] });

it.each([
  ['UTF-8', new TextEncoder().encode(long), 'utf-8'],
  ['another encoding', latin, 'windows-1252'],
])('tells how a long file in %s is encoded in steps, with the answer of one go', (_, bytes, encoding) => {
  let steps = 0;
  const counted = (function* () {
    const all = openTextSteps(source(bytes));
    for (;;) {
      const step = all.next();
      if (step.done === true) return step.value;
      steps += 1;
      yield;
    }
  })();
  const found = lastOf(counted);
  expect(found.encoding).toBe(encoding);
  expect({ ...found, text: null }).toEqual({ ...openText(source(bytes)), text: null });
  expect(steps).toBeGreaterThan(bytes === latin ? 0 : 5);
});

it('lets others have a turn before the first row of a long file, and stops there', async () => {
  const bytes = new TextEncoder().encode(
    `First Name,Last Name,URL,Email Address,Company,Position,Connected On\n${long}`,
  );
  const stop = new AbortController();
  let [turns, rows] = [0, 0];
  const reading = parseFiles([{ name: 'Connections.csv', bytes }], {
    signal: stop.signal,
    breathe: async () => {
      turns += 1;
      if (turns === 3) stop.abort(new Error('stopped'));
    },
    identify: () => {
      rows += 1;
      return null;
    },
  });
  await expect(reading).rejects.toThrow('stopped');
  expect(rows).toBe(0);
});

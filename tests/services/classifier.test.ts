import { readFileSync } from 'node:fs';
import { expect, it, vi } from 'vitest';
import { classifierFrom } from '../../src/services/classifier.ts';

const file = readFileSync('public/titles.bin');
const copy = () => file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;

it('loads the model once, with the first use', async () => {
  const read = vi.fn(async () => copy());
  const classifier = classifierFrom(read);
  expect(read).not.toHaveBeenCalled();
  const [first, second] = await Promise.all([classifier({}), classifier({ acme: '62' })]);
  expect(read).toHaveBeenCalledTimes(1);
  expect(first.health).toBe('model');
  expect(second.classify({ company: 'Acme' }).industry?.nace2).toBe('62');
});

it.each([
  ['missing', async () => Promise.reject(new TypeError('Failed to fetch'))],
  ['cut off', async () => copy().slice(0, 100_000)],
])('works by the lexicon when the file is %s, and says so', async (_what, read) => {
  const error = vi.spyOn(console, 'error').mockImplementation(() => {});
  const classifier = await classifierFrom(read as () => Promise<ArrayBuffer>)({});
  expect(classifier.health).toBe('damaged');
  expect(classifier.classify({ title: 'Softwareentwicklerin' }).function?.isco4).toBe('2512');
  expect(error).toHaveBeenCalledOnce();
  error.mockRestore();
});

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { FAILURES, MessageFailure } from '../../src/messaging/errors.ts';

it.each(['en', 'de'])('every kind of failure has a sentence, and every sentence its kind: %s', (language) => {
  const file = join(import.meta.dirname, '../../public/_locales', language, 'messages.json');
  const keys = Object.keys(JSON.parse(readFileSync(file, 'utf8')) as object);
  const told = keys.filter((key) => key.startsWith('error_'));
  expect(FAILURES.map((kind) => `error_${kind}`).sort()).toEqual(told.sort());
});

it('a failure says its kind, with more where there is more', () => {
  expect(new MessageFailure('badRows')).toMatchObject({
    name: 'MessageFailure',
    kind: 'badRows',
    message: 'badRows',
  });
  expect(new MessageFailure('badRows', '3')).toMatchObject({ kind: 'badRows', message: 'badRows: 3' });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';

const folder = join(import.meta.dirname, '..', '..', 'src', 'ui');

/** What other pages change too, entry by entry: a page that sends the whole takes back what it has not seen. */
const WHOLE =
  /settings: \{ ?(?:moves|views|companies|rhythms|doNotSave|notDuplicates|backup)\b|own: \{ ?(?:log|tags|roles)\b(?!: \[\])|set\(\{ ?(?:moves|views|companies|rhythms|doNotSave)\b|setOwn\((?:\{ ?(?:log|tags|roles|note|nextStep)\b|\{\}, \['roles')/;
/** A record of several fields goes with what it was before. */
const UNBASED = /call\('(?:me|goal)\.set', \{ (?:me|goal)(?:: [^,}]+)? \}\)/;

it('sends no whole record from any page', () => {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name));
  const code = (file: string) => readFileSync(file, 'utf8').replace(/\s+/g, ' ');
  expect(files.filter((file) => WHOLE.test(code(file)))).toEqual([]);
  const unbased = files.filter((file) => UNBASED.test(code(file))).map((file) => file.split('/').at(-1));
  // What is new, and what is put back whole by an undo, has nothing before it.
  expect(unbased.sort()).toEqual(['Goals.tsx', 'Welcome.tsx', 'becomeMe.ts']);
});

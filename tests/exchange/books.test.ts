import { describe, expect, it } from 'vitest';
import { parseFiles } from '../../src/exchange/import/index.ts';
import { BOOKS, type Who } from './books.ts';
import { file } from './people.ts';

/** Reads a book as the page does: columns that are asked for are those that were suggested. */
async function read(name: string, bytes: Uint8Array) {
  const first = await parseFiles([file(name, bytes)]);
  if (first.mappings.length === 0) return first;
  const mappings = Object.fromEntries(first.mappings.map(({ file: of, suggestion }) => [of, suggestion]));
  return parseFiles([file(name, bytes)], { mappings });
}

describe('address books of many programs, languages and encodings', () => {
  it('are forty and more', () => {
    expect(new Set(BOOKS.map(({ name }) => name)).size).toBe(BOOKS.length);
    expect(BOOKS.length).toBeGreaterThanOrEqual(40);
  });

  it.each(BOOKS.map((book) => [book.name, book] as const))(
    '%s: everybody right, or refused',
    async (name, book) => {
      const parsed = await read(name, book.bytes);
      if (!Array.isArray(book.people)) {
        expect(parsed.fileErrors.map(({ kind }) => kind)).toEqual([book.people.refused]);
        expect(parsed.persons).toEqual([]);
        return;
      }
      expect([parsed.fileErrors, parsed.rowErrors]).toEqual([[], []]);
      const found = parsed.persons.map(({ profile, emails }, index): Who => {
        const wanted: Who = (book.people as Who[])[index] ?? { full: '' };
        const { title, company } = profile.positions[0] ?? {};
        const known: Who = {
          full: profile.name.full,
          ...(title !== undefined && { title }),
          ...(company !== undefined && { company }),
          emails,
          ...(profile.location?.city !== undefined && { city: profile.location.city }),
          ...(profile.location?.country !== undefined && { country: profile.location.country }),
          url: profile.url,
        };
        // Only what the book is about; the name always.
        return Object.fromEntries(Object.entries(known).filter(([part]) => part in wanted)) as unknown as Who;
      });
      expect(found).toEqual(book.people);
      expect(parsed.persons).toHaveLength(book.people.length);
    },
  );
});

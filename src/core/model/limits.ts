/**
 * The longest value of each kind that is kept, in UTF-16 code units (lists: entries).
 * A page is hostile input: what is longer is cut by `capture`, and refused by the schema.
 * Stands apart from the schemas so that the in-page script can use it without zod.
 */
export const LIMITS = {
  id: 200,
  url: 2_000,
  name: 200,
  line: 500,
  text: 10_000,
  positions: 100,
  education: 50,
  skills: 200,
  languages: 50,
  links: 50,
  doNotSave: 500,
} as const;

/**
 * Texts of a page taken apart. An expression such as `\s*,\s*` looks back over every run of white space from
 * each of its characters: these split at the mark alone and trim, in time that grows with the text and no faster.
 */

/** The pieces between separators, trimmed; empty ones are dropped. The separator must not begin or end with `\s*`. */
export function piecesOf(text: string, separator: string | RegExp): string[] {
  return text
    .split(separator)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '');
}

/** What stands before the first mark, trimmed; `undefined` without a mark, or with nothing before it. */
export function before(text: string, mark: string): string | undefined {
  const at = text.indexOf(mark);
  return at < 0 ? undefined : text.slice(0, at).trim() || undefined;
}

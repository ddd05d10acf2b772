/** Lists and objects within each other that JSON of any use has; more takes the parser long and says nothing. */
export const DEEPEST_JSON = 500;

/**
 * Are more lists and objects open at once in a text of JSON than `DEEPEST_JSON`? Looks no further than the first place
 * where they are; linear, and asked before the text is parsed.
 */
export function isTooDeep(text: string): boolean {
  let depth = 0;
  for (let at = 0; at < text.length; at++)
    switch (text.charCodeAt(at)) {
      case QUOTE:
        at = closingQuote(text, at);
        break;
      case OPEN_LIST:
      case OPEN_OBJECT:
        depth += 1;
        if (depth > DEEPEST_JSON) return true;
        break;
      case CLOSE_LIST:
      case CLOSE_OBJECT:
        depth -= 1;
    }
  return false;
}

const [QUOTE, OPEN_LIST, CLOSE_LIST, OPEN_OBJECT, CLOSE_OBJECT, BACKSLASH] = [
  0x22, 0x5b, 0x5d, 0x7b, 0x7d, 0x5c,
] as const;

/** Where the string ends that begins at a place; the text's end where it does not. */
function closingQuote(text: string, from: number): number {
  for (let end = text.indexOf('"', from + 1); end !== -1; end = text.indexOf('"', end + 1)) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes += 1;
    if (slashes % 2 === 0) return end;
  }
  return text.length;
}

/** What another device copied: address, user, space and code in one line. */
export interface SetUpLine {
  address: string;
  user: string;
  code: string;
}

const CODE = /^WB1-[0-9A-Za-z-]{20,60}$/i;
const SPACE = /^[0-9a-f]{16}$/;

/** Reads a copied line; `null`: it is none. The user may have spaces in the name, or be missing. */
export function parseSetUpLine(text: string): SetUpLine | null {
  const words = text.trim().split(/\s+/);
  const [address = ''] = words;
  const code = words.at(-1) ?? '';
  if (words.length < 3 || !CODE.test(code) || !SPACE.test(words.at(-2) ?? '')) return null;
  return { address, user: words.slice(1, -2).join(' '), code };
}

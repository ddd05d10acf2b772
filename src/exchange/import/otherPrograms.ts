/*
 * Files of programs that keep contacts in ways of their own: they are told by their first bytes, so that the refusal
 * says what to do with them.
 */

const STARTS: readonly (readonly [program: string, start: string])[] = [
  ['PDF', '%PDF-'],
  ['RTF', '{\\rtf'],
  ['Microsoft Office (.xls, .doc, .msg)', '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1'],
  ['Outlook (.pst, .ost)', '!BDN'],
  ['SQLite', 'SQLite format 3\0'],
  ['Access (.mdb)', '\0\u0001\0\0Standard Jet DB'],
  ['Access (.accdb)', '\0\u0001\0\0Standard ACE DB'],
  ['RAR', 'Rar!\u001a\u0007'],
  ['7-Zip', '7z\u00bc\u00af\u0027\u001c'],
  ['gzip', '\u001f\u008b\u0008'],
  ['Apple (.plist)', 'bplist00'],
];

/** The program that a file is of, by its first bytes; `null`: none that is known here. */
export function programOf(bytes: Uint8Array): string | null {
  const head = String.fromCharCode(...bytes.subarray(0, 64));
  const found = STARTS.find(([, start]) => head.startsWith(start));
  if (found !== undefined) return found[0];
  const text = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart();
  if (/^(?:<!doctype html|<html)/i.test(text)) return 'HTML';
  if (/^<\?xml|^<[a-z]+[\s>]/i.test(text)) return 'XML';
  return /^(?:version: 1\r?\n(?:\r?\n)*)?dn: ?[a-z]+=/i.test(text) ? 'LDIF' : null;
}

const WITHIN: readonly (readonly [program: string, entry: RegExp])[] = [
  ['Excel (.xlsx)', /^xl\//],
  ['Word (.docx)', /^word\//],
  ['PowerPoint (.pptx)', /^ppt\//],
  ['Numbers / Pages / Keynote', /^Index\/Document\.iwa$|^index\.(?:apxl|xml)$|^Index\.zip$/],
  ['OpenDocument (.ods, .odt)', /^META-INF\/manifest\.xml$/],
];

/** The program that a zip is a document of, by its entries; `null`: it is an archive. */
export function programOfZip(names: readonly string[]): string | null {
  return WITHIN.find(([, entry]) => names.some((name) => entry.test(name)))?.[0] ?? null;
}

/** A text for XML content or a quoted attribute; characters that XML 1.0 forbids are left out. */
export function escapeXml(text: string): string {
  // Nearly every text is plain.
  if (/^[\p{L}\p{N} .,;:@/()_+-]*$/u.test(text)) return text;
  return text
    .replace(LONE_SURROGATE, '')
    .replace(FORBIDDEN, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what it removes
const FORBIDDEN = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]/g;

const LONE_SURROGATE = /[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/g;

/** Controls, soft hyphen, zero-width space and marks, bidi overrides and isolates, tags: nothing that a name needs. */
const INVISIBLE =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what it removes
  /[\u0000-\u0008\u000B\u000C\u000E-\u001F\u007F-\u0084\u0086-\u009F\u00AD\u061C\u180E\u200B\u200E\u200F\u202A-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|[\u{E0000}-\u{E0FFF}]/gu;

/** Joiners stay where a script or an emoji needs them. */
const IDLE_JOINER =
  /(?<!\uFE0F|[\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Script=Arabic}\p{Script=Devanagari}\p{Script=Bengali}\p{Script=Sinhala}])(?:\u200C|\u200D)/gu;

/** Takes off what cannot be seen: lone surrogates, control, bidi and zero-width characters. */
export function visible(text: string): string {
  return text.replace(LONE_SURROGATE, '').replace(INVISIBLE, '').replace(IDLE_JOINER, '');
}

/** One line: invisible characters off, every run of white space one blank, none at the ends. */
export function oneLine(text: string): string {
  return visible(text).replace(/\s+/g, ' ').trim();
}

/** Several lines: each as `oneLine`, empty ones off, joined by `\n`. */
export function manyLines(text: string): string {
  return text
    .split(/\r\n?|\n|\u2028|\u2029/)
    .map(oneLine)
    .filter(Boolean)
    .join('\n');
}

/** At most `max` UTF-16 code units, never half a character. */
export function cut(text: string, max: number): string {
  return text.length <= max
    ? text
    : text
        .slice(0, max)
        .replace(/[\uD800-\uDBFF]$/, '')
        .trimEnd();
}

/** A run of bytes beyond ASCII; `utf8`: it is valid UTF-8. */
export interface Run {
  from: number;
  until: number;
  utf8: boolean;
}

/** The runs of bytes beyond ASCII, each as far as it is UTF-8 or is not. */
export function* runsBeyondAscii(bytes: Uint8Array): Generator<Run> {
  let at = 0;
  while (at < bytes.length) {
    if ((bytes[at] ?? 0) < 0x80) {
      at += 1;
      continue;
    }
    const from = at;
    const utf8 = sequenceAt(bytes, at) > 0;
    while (at < bytes.length && (bytes[at] ?? 0) >= 0x80) {
      const length = sequenceAt(bytes, at);
      if (length > 0 !== utf8) break;
      at += Math.max(1, length);
    }
    yield { from, until: at, utf8 };
  }
}

/** Is everything beyond ASCII in these bytes UTF-8? */
export function isUtf8Run(bytes: Uint8Array): boolean {
  for (const { utf8 } of runsBeyondAscii(bytes)) if (!utf8) return false;
  return true;
}

/** Length of the UTF-8 sequence at a place (RFC 3629), 0 when there is none. */
export function sequenceAt(bytes: ArrayLike<number>, at: number): number {
  const lead = bytes[at] ?? 0;
  const length =
    lead >= 0xc2 && lead <= 0xdf
      ? 2
      : lead >= 0xe0 && lead <= 0xef
        ? 3
        : lead >= 0xf0 && lead <= 0xf4
          ? 4
          : 0;
  if (length === 0) return 0;
  for (let i = 1; i < length; i++) {
    const byte = bytes[at + i] ?? 0;
    if (byte < 0x80 || byte > 0xbf) return 0;
  }
  const second = bytes[at + 1] ?? 0;
  const wrong =
    (lead === 0xe0 && second < 0xa0) ||
    (lead === 0xed && second > 0x9f) ||
    (lead === 0xf0 && second < 0x90) ||
    (lead === 0xf4 && second > 0x8f);
  return wrong ? 0 : length;
}

import { decodeText } from './decode.ts';
import { type Decoder, decoderOf, standardLabel } from './encoding/decoder.ts';
import { Evidence, type Found } from './encoding/evidence.ts';
import { isUtf8Run } from './encoding/utf8Runs.ts';
import { ImportError } from './errors.ts';
import { SOFT_BREAK, SOFT_BREAK_AND_BLANK, type VcardProperty } from './vcardLine.ts';

/*
 * A card says of each property in which character set it is written (vCard 2.1), so a file may hold several. Its
 * lines are therefore joined and taken apart as bytes, and each value becomes text on its own: a text whose characters
 * are all below 256 stands for bytes here.
 */

/** Lines before the first card that are looked at: comments, and the head of a message. */
const LINES_BEFORE = 40;

/** Do the first bytes of a file say that cards follow? */
export function beginsWithCard(head: Uint8Array): boolean {
  const text = [...latin(head.subarray(0, 8_192))].filter((char) => char !== '\0').join('');
  for (const line of text
    .replace(/^(?:\u00ef\u00bb\u00bf|\u00ff\u00fe|\u00fe\u00ff)/, '')
    .split(/\r\n?|\n/, LINES_BEFORE)) {
    const shown = line.trim();
    if (/^BEGIN\s*:\s*V(?:CARD|ADDRESSBOOK)/i.test(shown)) return true;
    if (shown !== '' && !/^(?:[#;*]|\/\/|--|(?:Content-|MIME-)[\w-]{1,40}:)/i.test(shown)) return false;
  }
  return false;
}

/** The lines of a file of cards, in pieces: text already, or text of bytes. */
export type CardSource =
  | { isText: true; encoding: 'utf-8' | 'utf-16le' | 'utf-16be'; text(): Iterable<string> }
  | { isText: false; text(): Iterable<string> };

/** UTF-8 and UTF-16 are decoded as a whole, which is quicker; anything else stays bytes until its set is known. */
export function cardSource(chunks: () => Iterable<Uint8Array>): CardSource {
  const encoding = utf16Of(chunks()) ?? (isUtf8(chunks()) ? 'utf-8' : null);
  if (encoding !== null) return { text: () => decodeText(chunks(), { encoding }), isText: true, encoding };
  return { text: () => byteText(chunks()), isText: false };
}

/**
 * How the lines are encoded that are not UTF-8 and of whose card no property names a character set, judged by their
 * letters; `null` where there are none.
 * @throws ImportError `wrongEncoding` when they are plausible in no encoding.
 */
export function undeclaredEncoding(cards: CardSource): Found | null {
  if (cards.isText) return null;
  const evidence = new Evidence();
  let some = false;
  for (const card of undeclaredCards(cards.text())) {
    for (const line of card) {
      const bytes = bytesOf(line);
      some ||= !isUtf8Run(bytes);
      evidence.add(bytes);
    }
    if (evidence.isEnough) break;
  }
  if (!some) return null;
  const found = evidence.judged();
  if (found === null) throw new ImportError('wrongEncoding');
  return found;
}

/** Lines of one card that are looked at. */
const EVIDENCE_OF_CARD = 1_000;

/** The lines beyond ASCII of each card whose properties name no other set than UTF-8: that set is then the card's. */
function* undeclaredCards(pieces: Iterable<string>): Generator<string[]> {
  let lines: string[] = [];
  let declared = false;
  for (const line of unfoldedLines(pieces)) {
    if (/^\s{0,9}(?:BEGIN|END)\s{0,9}:/i.test(line)) {
      if (!declared) yield lines;
      lines = [];
      declared = false;
    }
    const named = /;\s{0,9}CHARSET\s{0,9}=\s{0,9}"?([\w.:-]{1,40})/i.exec(line.slice(0, 200))?.[1];
    if (named !== undefined) declared ||= notUtf8(standardLabel(named)) !== undefined;
    else if (NOT_ASCII.test(line) && lines.length < EVIDENCE_OF_CARD) lines.push(line);
  }
  if (!declared) yield lines;
}

/** The lines as they were before they were folded, which may have been within a character; each with an end. */
function* unfoldedLines(pieces: Iterable<string>): Generator<string> {
  let whole = '';
  for (const line of linesOf(pieces)) {
    if (/^[ \t]/.test(line) && whole.length < FOLDED) {
      whole += line.slice(1);
      continue;
    }
    if (whole !== '') yield `${whole}\n`;
    whole = line;
  }
  yield `${whole}\n`;
}

/** More of one line is no evidence. */
const FOLDED = 64 * 1_024;

function* linesOf(pieces: Iterable<string>): Generator<string> {
  let rest = '';
  for (const piece of pieces) {
    rest += piece;
    if (!piece.includes('\n')) continue;
    const lines = rest.split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield line.endsWith('\r') ? line.slice(0, -1) : line;
  }
  yield rest;
}

/** A card as text, or the name of the character set that nobody can read. */
export type DecodedCard = { card: readonly VcardProperty[] } | { unreadable: string };

/**
 * The properties with their values as text: quoted-printable and base64 read, each in the character set that it
 * names. A value that names none is UTF-8 if it can be, else in the set that others of the card name, else `guess`;
 * so is one whose set does not fit it.
 * @param guess label of an encoding (WHATWG).
 * @param isText see `CardSource`.
 */
export function decodeCard(card: readonly VcardProperty[], guess: string, isText: boolean): DecodedCard {
  if (isText && !card.some(isCoded)) return { card };
  const foldsWithBlank = isFoldedWithBlank(card, isText);
  let inCard: string | undefined;
  for (const property of card) inCard ??= notUtf8(labelOf(property));
  const decodedCard: VcardProperty[] = [];
  for (const property of card) {
    if (isText && !isCoded(property)) {
      decodedCard.push(property);
      continue;
    }
    const label = labelOf(property);
    const value = decodeBytes(plainBytes(property, foldsWithBlank, isText), label, inCard ?? guess);
    if (value === null) return { unreadable: property.parameters.get('CHARSET')?.[0]?.slice(0, 40) ?? '' };
    const read = isText ? property.parameters : decodedParameters(property.parameters, inCard ?? guess);
    const isPlain = value === property.value && read === property.parameters;
    decodedCard.push(isPlain ? property : { ...property, parameters: read, value });
  }
  return { card: decodedCard };
}

const PIECE = 8_192;

function* byteText(chunks: Iterable<Uint8Array>): Generator<string> {
  for (const bytes of chunks)
    for (let at = 0; at < bytes.length; at += PIECE) yield latin(bytes.subarray(at, at + PIECE));
}

function isUtf8(chunks: Iterable<Uint8Array>): boolean {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for (const bytes of chunks)
      for (let at = 0; at < bytes.length; at += 256 * 1_024)
        decoder.decode(bytes.subarray(at, at + 256 * 1_024), { stream: true });
    decoder.decode();
    return true;
  } catch (error) {
    if (error instanceof TypeError) return false;
    throw error;
  }
}

/** Does the property say how it is written? */
function isCoded({ parameters }: VcardProperty): boolean {
  return parameters.size > 0 && (parameters.has('ENCODING') || parameters.has('CHARSET'));
}

/** The bytes of a text that is not bytes already. */
function asBytes(text: string, isText: boolean): string {
  return isText && NOT_ASCII.test(text) ? latin(new TextEncoder().encode(text)) : text;
}

function latin(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PIECE)
    text += String.fromCharCode(...bytes.subarray(at, at + PIECE));
  return text;
}

function bytesOf(text: string): Uint8Array {
  const bytes = new Uint8Array(text.length);
  for (let at = 0; at < text.length; at++) bytes[at] = text.charCodeAt(at);
  return bytes;
}

/** `B`, `E`, `#` and blanks with a NUL beside them, or the mark. */
function utf16Of(chunks: Iterable<Uint8Array>): 'utf-16le' | 'utf-16be' | null {
  for (const [first, second] of chunks) {
    if (first === undefined || second === undefined) continue;
    if ((first === 0xff && second === 0xfe) || (first !== 0 && second === 0)) return 'utf-16le';
    return (first === 0xfe && second === 0xff) || (first === 0 && second !== 0) ? 'utf-16be' : null;
  }
  return null;
}

/** The set that a property names, in one spelling; `undefined` for none. */
function labelOf({ parameters }: VcardProperty): string | undefined {
  if (parameters.size === 0) return undefined;
  const named = parameters.get('CHARSET')?.[0]?.trim().toLowerCase();
  return named === undefined || named === '' ? undefined : standardLabel(named);
}

function notUtf8(label: string | undefined): string | undefined {
  return label === undefined || /^(?:utf-?8|us-ascii|ascii)$/.test(label) ? undefined : label;
}

/** The value's own bytes: out of quoted-printable and base64. */
function plainBytes(
  { name, parameters, value }: VcardProperty,
  foldsWithBlank: boolean,
  isText: boolean,
): string {
  const encodings = parameters.get('ENCODING')?.map((encoding) => encoding.trim().toLowerCase()) ?? [];
  if (encodings.includes('quoted-printable'))
    return fromQuotedPrintable(asBytes(joined(value, foldsWithBlank), isText));
  if (!BINARY.has(name) && encodings.some((encoding) => encoding === 'b' || encoding === 'base64'))
    return fromBase64(asBytes(value, isText));
  return asBytes(value, isText);
}

const BINARY: ReadonlySet<string> = new Set(['PHOTO', 'LOGO', 'SOUND', 'KEY', 'X-MS-CARDPICTURE']);

function joined(value: string, foldsWithBlank: boolean): string {
  if (!value.includes(SOFT_BREAK) && !value.includes(SOFT_BREAK_AND_BLANK)) return value;
  return value.replaceAll(SOFT_BREAK, '').replaceAll(SOFT_BREAK_AND_BLANK, foldsWithBlank ? '' : ' ');
}

/** So many soft breaks with a blank behind every one are no accident. */
const MANY_BREAKS = 3;

/**
 * Some programs fold the lines of quoted-printable as well: the blank behind a soft break then belongs to the fold. It
 * is seen where it would stand within a character.
 */
function isFoldedWithBlank(card: readonly VcardProperty[], isText: boolean): boolean {
  let [plain, blank] = [0, 0];
  for (const property of card) {
    const { value, parameters } = property;
    if (!parameters.has('ENCODING')) continue;
    if (!value.includes(SOFT_BREAK_AND_BLANK) && !value.includes(SOFT_BREAK)) continue;
    plain += value.split(SOFT_BREAK).length - 1;
    blank += value.split(SOFT_BREAK_AND_BLANK).length - 1;
    const label = labelOf(property) ?? 'utf-8';
    const fits = (folds: boolean) =>
      decode(fromQuotedPrintable(asBytes(joined(value, folds), isText)), label) !== null;
    if (blank > 0 && fits(true) && !fits(false)) return true;
  }
  return plain === 0 && blank >= MANY_BREAKS;
}

function fromQuotedPrintable(value: string): string {
  return value.replace(/=([0-9a-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
}

function fromBase64(value: string): string {
  try {
    return atob(value.replace(/\s/g, ''));
  } catch {
    return value;
  }
}

/** `null`: in a set that nobody can read. */
function decodeBytes(bytes: string, label: string | undefined, guess: string): string | null {
  if (label !== undefined && isSevenBit(label)) return decode(bytes, label) ?? bytes;
  if (!NOT_ASCII.test(bytes)) return label === 'utf-7' && /\+[a-z0-9+/]/i.test(bytes) ? null : bytes;
  const utf8 = decode(bytes, 'utf-8');
  // A program that saved the file anew in UTF-8 left the old names of the sets in it. Two bytes may be a letter of an
  // East Asian set as well, three hardly ever are.
  if (utf8 !== null && (label === undefined || !isMultiByte(label) || /[\u0800-\uffff]/.test(utf8)))
    return utf8;
  if (label !== undefined) {
    if (!isKnown(label)) return null;
    const declared = decode(bytes, label);
    if (declared !== null) return declared;
  }
  return utf8 ?? decode(bytes, guess) ?? new TextDecoder('windows-1252').decode(bytesOf(bytes));
}

const NOT_ASCII = /[^\0-\x7f]/;

/** Sets that write every letter with bytes of ASCII. */
function isSevenBit(label: string): boolean {
  return /^(?:iso-2022-jp|csiso2022jp)$/.test(label);
}

function isMultiByte(label: string): boolean {
  return /^(?:gb|x-gbk|chinese|csgb|iso-ir-58|big5|cn-big5|x-x-big5|csbig5|shift|sjis|x-sjis|ms_?kanji|ms932|windows-31j|csshiftjis|euc|x-euc|cseuc|ks_c|ksc|korean|windows-949|csksc|iso-ir-149)/.test(
    label,
  );
}

function isKnown(label: string): boolean {
  return knownDecoder(label) !== null;
}

/** Decoders are dear to make: one for each set. */
const decoders = new Map<string, Decoder | null>();

function knownDecoder(label: string): Decoder | null {
  let decoder = decoders.get(label);
  if (decoder === undefined) {
    try {
      decoder = decoderOf(label, { fatal: true });
    } catch {
      decoder = null;
    }
    // A hostile file may name any number of sets.
    if (decoders.size < 200) decoders.set(label, decoder);
  }
  return decoder;
}

/** `null` where the bytes are not of that set, or the set is not known. */
function decode(bytes: string, label: string): string | null {
  try {
    return knownDecoder(label)?.decode(bytesOf(bytes)) ?? null;
  } catch {
    return null;
  }
}

function decodedParameters(
  parameters: VcardProperty['parameters'],
  guess: string,
): VcardProperty['parameters'] {
  for (const values of parameters.values()) {
    if (!values.some((value) => NOT_ASCII.test(value))) continue;
    return new Map(
      [...parameters].map(([key, of]) => [
        key,
        of.map((value) => decodeBytes(value, undefined, guess) ?? value),
      ]),
    );
  }
  return parameters;
}

import { Zip, ZipDeflate } from 'fflate';
import { effectiveEmails, effectiveProfile, isLocal } from '../../core/merge/index.ts';
import {
  type Contact,
  currentPosition,
  type LogKind,
  type OwnWords,
  type Position,
  type Profile,
  type Tie,
} from '../../core/model/index.ts';
import { cut, visible } from '../../core/text/whitespace.ts';
import { tiesOfMe } from './csv.ts';

/** Words of the notes' headings and of the log's kinds; the interface gives its own language. */
export interface MarkdownWords extends Readonly<Record<LogKind, string>> {
  career: string;
  log: string;
  nextStep: string;
}

const ENGLISH: MarkdownWords = {
  career: 'Career',
  note: 'Note',
  log: 'Log',
  nextStep: 'Next step',
  met: 'Met',
  called: 'Called',
  wrote: 'Wrote',
  introduced: 'Introduced',
};

/**
 * One Markdown note a contact, with YAML front matter and `[[links]]` to companies, in a zip that Obsidian
 * opens as a vault. What comes from pages cannot form markup. The note keeps its own Markdown, but embeds nothing:
 * it may come from somebody else's address book.
 */
export async function* writeMarkdown(
  contacts: Iterable<Contact> | AsyncIterable<Contact>,
  ties: () => Iterable<Tie>,
  words: MarkdownWords = ENGLISH,
): AsyncGenerator<Uint8Array> {
  let pieces: Uint8Array[] = [];
  let failure: Error | null = null;
  const zip = new Zip((error, piece) => {
    if (error) failure = error;
    else pieces.push(piece);
  });
  const names = new Set<string>();
  const tieOf = tiesOfMe(ties());
  const encoder = new TextEncoder();
  for await (const contact of contacts) {
    const profile = effectiveProfile(contact);
    const file = new ZipDeflate(`${freeName(fileName(profile.name.full), names)}.md`, { level: 6 });
    // The date of the words, so that the same network gives the same zip.
    file.mtime = zipDate(contact.updatedAt);
    zip.add(file);
    file.push(encoder.encode(noteOf(contact, profile, tieOf.get(contact.id), words)), true);
    if (failure !== null) throw failure;
    yield* pieces;
    pieces = [];
  }
  zip.end();
  yield* pieces;
}

function noteOf(contact: Contact, profile: Profile, tie: Tie | undefined, words: MarkdownWords): string {
  const { own } = contact;
  const current = currentPosition(profile);
  const matter: [string, string | readonly string[] | number | undefined][] = [
    ['aliases', [profile.name.full]],
    ['tags', own.tags.map(tagOf).filter((tag) => tag !== '')],
    ['title', current?.title],
    ['company', current?.company === undefined ? undefined : `[[${fileName(current.company)}]]`],
    ['headline', profile.headline],
    ['place', profile.location?.text],
    ['industry', profile.industry],
    ['layer', own.layer],
    ['profile', isLocal(profile) ? undefined : profile.url],
    ['email', effectiveEmails(contact)],
    ['birthday', own.birthday],
    ['skills', profile.skills],
    ['connected_on', tie?.connectedOn],
    ['last_contact', tie?.lastContact],
    ['weitblick_id', contact.id],
  ];
  const front = matter
    .filter(([, value]) => value !== undefined && !(Array.isArray(value) && value.length === 0))
    // JSON is YAML: quoted strings need no further care.
    .map(([name, value]) => `${name}: ${JSON.stringify(value)}`);
  const sections = [
    `# ${escapeMarkdown(profile.name.full)}`,
    profile.positions.length > 0 &&
      `## ${words.career}\n\n${profile.positions.map((position) => `- ${positionLine(position)}`).join('\n')}`,
    own.nextStep &&
      `## ${words.nextStep}\n\n- [ ] ${escapeMarkdown(own.nextStep.text)}${own.nextStep.due ? ` (${own.nextStep.due})` : ''}`,
    own.note && `## ${words.note}\n\n${withoutEmbeds(own.note)}`,
    own.log.length > 0 &&
      `## ${words.log}\n\n${own.log.map((entry) => `- ${entryLine(entry, words)}`).join('\n')}`,
  ].filter((section) => typeof section === 'string' && section !== '');
  return `---\n${front.join('\n')}\n---\n\n${sections.join('\n\n')}\n`;
}

function entryLine({ day, kind, text }: OwnWords['log'][number], words: MarkdownWords): string {
  return `${day}${kind === undefined ? '' : ` (${words[kind]})`}: ${escapeMarkdown(text)}`;
}

function positionLine({ start, end, title, company, location }: Position): string {
  // A dash alone would say nothing.
  const until = end === null ? (start === undefined ? undefined : '–') : end && `– ${end}`;
  const span = [start, until].filter(Boolean).join(' ');
  const words = [
    title === undefined ? undefined : escapeMarkdown(title),
    company === undefined ? undefined : `[[${fileName(company)}]]`,
    location === undefined ? undefined : escapeMarkdown(location),
  ].filter((part) => part !== undefined);
  return [span, words.join(', ')].filter((part) => part !== '').join(': ');
}

/** Markdown that loads nothing when it is opened: pictures, embedded notes and HTML are shown as they are written. */
function withoutEmbeds(markdown: string): string {
  // A backslash before `!` or `<` could be freed by one of the note's own; these cannot. `a < b` and `<3` are no HTML.
  return markdown.replaceAll('![', '!\\[').replace(/<(?=[a-z/!?])/gi, '&lt;');
}

function escapeMarkdown(text: string): string {
  return text.replace(/[\r\n]+/g, ' ').replace(/[\\`*_{}[\]<>#|!~$%^&]/g, '\\$&');
}

/** Obsidian's tags hold letters, digits, `_`, `-` and `/`, and not digits alone. */
function tagOf(tag: string): string {
  const clean = tag.replace(/[^\p{L}\p{N}_/-]+/gu, '-').replace(/^-+|-+$/g, '');
  return /^\d+$/.test(clean) ? `_${clean}` : clean;
}

/** A name that every file system and Obsidian's links take. */
function fileName(text: string): string {
  const clean = visible(text)
    // biome-ignore lint/suspicious/noControlCharactersInRegex: file names must not hold them
    .replace(/[\u0000-\u001f\u007f\\/:*?"<>|#^[\]]+/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
    .replace(/^[. ]+|[. ]+$/g, '');
  const short = cut(clean, 80);
  if (short === '') return 'unnamed';
  return /^(con|prn|aux|nul|com\d|lpt\d)$/i.test(short) ? `${short}_` : short;
}

/** Two persons of one name get a number; file systems do not tell upper and lower case apart. */
function freeName(name: string, taken: Set<string>): string {
  let free = name;
  for (let number = 2; taken.has(free.toLowerCase()); number++) free = `${name} (${number})`;
  taken.add(free.toLowerCase());
  return free;
}

/** Zips know no time before 1980 or after 2099. */
function zipDate(instant: string): Date {
  const date = new Date(instant);
  const year = date.getUTCFullYear();
  return year >= 1980 && year <= 2099 ? date : new Date('1980-01-01T00:00:00Z');
}

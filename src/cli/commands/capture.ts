import type { Buffer } from 'node:buffer';
import { readFile } from 'node:fs/promises';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { extractProfile } from '../../capture/registry.ts';
import type { ExtractResult } from '../../capture/site.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { sentence } from '../sentences.ts';

const USAGE = `npm run -s cli -- capture --url URL FILE.html

Reads a saved page as the extension would at URL. Writes one JSON object:
{ok:true, profile, missing, provenance, doubtful} or {ok:false, reason}. Exit 1 when nothing was read.`;

/** Pages beyond this are refused unread. */
const MAX_BYTES = 60_000_000;

export default defineCommand({
  summary: 'Read a profile out of a saved page.',
  usage: USAGE,
  async run(args) {
    const { url, file } = read(args);
    let bytes: Buffer;
    try {
      bytes = await readFile(file);
    } catch {
      throw new RefusedError(`The file "${file}" cannot be read.`);
    }
    const result: ExtractResult =
      bytes.length > MAX_BYTES
        ? { ok: false, reason: 'tooLarge' }
        : extractProfile(parse(decode(bytes), url), url);
    process.stdout.write(`${JSON.stringify(result, null, 2)}\n`);
    if (result.ok) return EXIT.done;
    process.stderr.write(`Nothing was read (${result.reason}). ${sentence(`reason_${result.reason}`)}\n`);
    return EXIT.refused;
  },
});

/** The text of a page in the encoding of its byte order mark or its `<meta>`; UTF-8 when it names none that is known. */
function decode(bytes: Buffer): string {
  const start = bytes.subarray(0, 2_048).toString('latin1');
  const named = /<meta[^>]{0,200}charset\s*=\s*["']?([\w-]{2,40})/i.exec(start)?.[1] ?? 'utf-8';
  const marked = start.startsWith('\xFF\xFE')
    ? 'utf-16le'
    : start.startsWith('\xFE\xFF')
      ? 'utf-16be'
      : named;
  try {
    return new TextDecoder(marked).decode(bytes);
  } catch {
    return new TextDecoder().decode(bytes);
  }
}

/** A document without a browser: no script runs, nothing is loaded. */
function parse(html: string, url: string): Document {
  const window = new Window({
    url,
    settings: {
      disableCSSFileLoading: true,
      disableJavaScriptFileLoading: true,
      enableJavaScriptEvaluation: false,
      disableComputedStyleRendering: true,
    },
  });
  return new window.DOMParser().parseFromString(html, 'text/html') as unknown as Document;
}

function read(args: string[]): { url: string; file: string } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { url: { type: 'string' } },
      allowPositionals: true,
    });
    const [file, second] = positionals;
    if (values.url === undefined || file === undefined || second !== undefined)
      throw new UsageError('--url URL and one file are needed.');
    new URL(values.url);
    return { url: values.url, file };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : 'The call is wrong.');
  }
}

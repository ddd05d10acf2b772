import type { Buffer } from 'node:buffer';
import process from 'node:process';
import { parseArgs } from 'node:util';
import { Window } from 'happy-dom';
import { reportPage } from '../../capture/pageReport.ts';
import { readerOf } from '../../capture/reading.ts';
import { extractProfile, findSite } from '../../capture/registry.ts';
import type { ExtractResult } from '../../capture/site.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { readInput } from '../input.ts';
import { sentence } from '../sentences.ts';

const USAGE = `npm run -s cli -- capture --url URL [--report] FILE.html

Reads a saved page (or "-", standard input) as the extension would at URL. Writes one JSON object:
{ok:true, profile, missing, provenance, doubtful, acquaintances?} or {ok:false, reason, candidates?, people?}: whom the
page names as acquaintances of its person, and an open list of people. Exit 1 when nothing was read.
--report writes, instead, what the popup copies: how the page is built, without any word of it.`;

/** Pages beyond this are refused unread. */
const MAX_BYTES = 60_000_000;

export default defineCommand({
  summary: 'Read a profile out of a saved page.',
  usage: USAGE,
  async run(args) {
    const { url, file, report } = read(args);
    let bytes: Buffer;
    try {
      bytes = await readInput(file);
    } catch {
      throw new RefusedError(`The file "${file}" cannot be read.`);
    }
    const doc = bytes.length > MAX_BYTES ? null : parse(decode(bytes), url);
    const result: ExtractResult = doc === null ? { ok: false, reason: 'tooLarge' } : extractProfile(doc, url);
    if (report && doc !== null) {
      const answer = result.ok ? `read, ${result.missing.length} fields missing` : result.reason;
      process.stdout.write(`${reportPage(doc, new URL(url), readerOf(findSite(url)), answer)}\n`);
      return result.ok ? EXIT.done : EXIT.refused;
    }
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

function read(args: string[]): { url: string; file: string; report: boolean } {
  try {
    const { values, positionals } = parseArgs({
      args,
      options: { url: { type: 'string' }, report: { type: 'boolean', default: false } },
      allowPositionals: true,
    });
    const [file, second] = positionals;
    if (values.url === undefined || file === undefined || second !== undefined)
      throw new UsageError('--url URL and one file are needed.');
    new URL(values.url);
    return { url: values.url, file, report: values.report };
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(error instanceof Error ? error.message : 'The call is wrong.');
  }
}

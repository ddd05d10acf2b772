import process from 'node:process';
import { createContact } from '../../core/merge/index.ts';
import { type Contact, Settings } from '../../core/model/index.ts';
import { createAgeSeal, sealAge } from '../../exchange/age.ts';
import { type ExportFormat, exportFile } from '../../exchange/export/index.ts';
import { parseFiles } from '../../exchange/import/index.ts';
import { planImport } from '../../exchange/plan.ts';
import { connections, GIVEN, TITLES } from './connections.ts';
import type { Row } from './row.ts';

const NOW = '2026-11-24T10:00:00.000Z';

/** Import of 30 000 connections (parse and plan) and export of 100 000 contacts, in Node. */
export async function run(): Promise<Row[]> {
  const rows: Row[] = [];
  const bytes = new TextEncoder().encode(connections(30_000));
  const options = { now: NOW, deviceId: 'bench', newId: ({ keys }: { keys: string[] }) => String(keys[0]) };

  let start = performance.now();
  const parsed = await parseFiles([{ name: 'Connections.csv', bytes }]);
  rows.push({ what: 'read 30 000 connections', figure: since(start), unit: 'ms' });
  start = performance.now();
  const plan = planImport([], parsed, options);
  rows.push({ what: 'plan them into an empty network', figure: since(start), unit: 'ms' });
  start = performance.now();
  const again = planImport(plan.create, parsed, { ...options, ties: plan.ties.after });
  rows.push({ what: 'plan them into the same network', figure: since(start), unit: 'ms' });
  if (plan.create.length !== 30_000 || again.unchanged !== 30_000)
    throw new Error('the import lost contacts');

  for (const [format, goal] of [
    ['csv', '10 000'],
    ['vcard4', undefined],
    ['graphml', undefined],
    ['backup', undefined],
  ] as const) {
    const { milliseconds, megabytes, peak } = await exported(format, 100_000);
    const size = `${format} of 100 000 contacts (${megabytes} MB)`;
    rows.push({ what: size, figure: milliseconds, unit: 'ms', ...(goal && { goal: `at most ${goal} ms` }) });
    rows.push({ what: `${format}: heap at its highest above the start`, figure: peak, unit: 'MB' });
  }

  start = performance.now();
  let sealed = 0;
  const seal = await createAgeSeal('passphrase', globalThis.crypto);
  for await (const piece of sealAge(source(10_000).text(), seal, globalThis.crypto)) sealed += piece.length;
  rows.push({
    what: `encrypt ${Math.round(sealed / 2 ** 20)} MB of backup`,
    figure: since(start),
    unit: 'ms',
  });
  return rows;
}

async function exported(format: ExportFormat, count: number) {
  const before = process.memoryUsage().heapUsed;
  let [bytes, peak] = [0, 0];
  const start = performance.now();
  const state = {
    contacts: people(count),
    ties: [],
    me: null,
    goals: [],
    settings: Settings.parse({}),
    exportedAt: NOW,
  };
  for await (const piece of exportFile(format, state)) {
    const size = bytes;
    bytes += piece.length;
    if (Math.floor(bytes / 2 ** 22) > Math.floor(size / 2 ** 22))
      peak = Math.max(peak, process.memoryUsage().heapUsed - before);
  }
  return {
    milliseconds: since(start),
    megabytes: Math.round(bytes / 2 ** 20),
    peak: Math.round(peak / 2 ** 20),
  };
}

function source(count: number) {
  return {
    async *text() {
      for (const contact of people(count)) yield `${JSON.stringify(contact)}\n`;
    },
  };
}

/** Contacts of some 3 kB each, one after the other. */
export function* people(count: number): Generator<Contact> {
  const description =
    'Led a team of people who built and ran things that others relied on, day and night. '.repeat(4);
  for (let i = 0; i < count; i++)
    yield createContact({
      profile: {
        key: { site: 'linkedin', id: `person-${i}` },
        url: `https://www.linkedin.com/in/person-${i}/`,
        name: {
          full: `${GIVEN[i % 8]} Family${i % 977}`,
          given: String(GIVEN[i % 8]),
          family: `Family${i % 977}`,
        },
        headline: `${TITLES[i % 6]} at Company ${i % 5000}`,
        location: { text: 'Berlin, Germany', city: 'Berlin', country: 'DE' },
        positions: Array.from({ length: 4 }, (_, step) => ({
          title: String(TITLES[(i + step) % 6]),
          company: `Company ${(i + step) % 5000}, Inc.`,
          start: `${2020 - step * 3}-03`,
          end: step === 0 ? null : `${2023 - step * 3}-02`,
          description,
        })),
        education: [{ school: `University ${i % 300}`, degree: 'MSc', start: '2004', end: '2009' }],
        skills: Array.from({ length: 10 }, (_, skill) => `Skill ${(i + skill) % 400}`),
        languages: [{ name: 'German', level: 'native' }],
      },
      provenance: { name: 'card', headline: 'card', positions: 'embeddedData' },
      reader: 'linkedin@1',
      now: NOW,
      id: `contact-${i}`,
      deviceId: 'bench',
      own: {
        note: i % 3 === 0 ? 'Met in Rome; likes "chess", knows =everybody' : '',
        tags: ['met'],
        log: [],
        edits: {},
      },
    });
}

function since(start: number): number {
  return Math.round(performance.now() - start);
}

import { availableParallelism } from 'node:os';
import process from 'node:process';
import { Worker } from 'node:worker_threads';
import { explainTitle } from '../../core/classify/explain.ts';
import { readArguments } from '../arguments.ts';
import { classifyLine, openClassifier } from '../classifier.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { readLines } from '../input.ts';
import { openModel } from '../model.ts';
import { sayProgress } from '../saying.ts';

/** Lines a worker takes at once: some milliseconds of work, far more than a message costs. */
const BATCH_LINES = 1000;
/** Left alone, a worker's heap for young objects grows to ten times of this and gains nothing; megabytes. */
const YOUNG_HEAP_MB = 24;
/** Batches under way per worker: bounds the memory however long the input is. */
const BATCHES_AHEAD = 3;

export default defineCommand({
  summary: 'Judge function, seniority and industry of titles and headlines (JSON lines)',
  usage: `classify [FILE] [--jobs N]
classify --explain TITLE

Reads JSON lines {id, title?, headline?, company?, industryLabel?, skills?, about?, lang?} from FILE or standard
input and writes JSON lines {id, function, seniority, industry, evidence} in the same order. Streams: the memory
does not grow with the input.

  --jobs N         work on N cores (default 1; 0: all there are)
  --explain TITLE  say of one title or headline which rule or table answered`,
  async run(args) {
    const { values, positionals } = parseOptions(args);
    if (values.explain !== undefined) {
      for (const line of explainTitle(values.explain, openModel())) process.stdout.write(`${line}\n`);
      return EXIT.done;
    }
    const jobs = values.jobs === undefined ? 1 : Number(values.jobs);
    if (!Number.isInteger(jobs) || jobs < 0 || jobs > 256) {
      throw new UsageError('--jobs takes a whole number from 0 to 256.');
    }
    if (positionals.length > 1) throw new UsageError('classify reads one file, or standard input.');
    const lines = readLines(positionals[0]);
    const cores = jobs === 0 ? availableParallelism() : jobs;
    if (cores === 1) await classifyHere(lines);
    else await classifyWithWorkers(lines, cores);
    return EXIT.done;
  },
});

function parseOptions(args: string[]) {
  return readArguments({
    args,
    options: { jobs: { type: 'string' }, explain: { type: 'string' } },
    allowPositionals: true,
  });
}

async function classifyHere(lines: AsyncIterable<string>): Promise<void> {
  const classifier = openClassifier();
  for await (const batch of inBatches(lines)) {
    await write(batch.map((line) => `${classifyLine(classifier, line)}\n`).join(''));
  }
}

async function classifyWithWorkers(lines: AsyncIterable<string>, cores: number): Promise<void> {
  const pending = new Map<number, { resolve: (text: string) => void; reject: (error: Error) => void }>();
  const workers = Array.from({ length: cores }, () => {
    const worker = new Worker(new URL('../classifyWorker.ts', import.meta.url), {
      resourceLimits: { maxYoungGenerationSizeMb: YOUNG_HEAP_MB },
    });
    worker.on('message', ({ batch, text }: { batch: number; text: string }) => {
      pending.get(batch)?.resolve(text);
      pending.delete(batch);
    });
    worker.on('error', (error) => {
      for (const { reject } of pending.values())
        reject(error instanceof Error ? error : new Error(String(error)));
    });
    return worker;
  });
  // Answers go out as soon as they come, in the order of the lines, while further lines are read.
  let written = Promise.resolve();
  try {
    const underWay: Promise<void>[] = [];
    let batch = 0;
    for await (const batchLines of inBatches(lines)) {
      const current = batch++;
      const answer = new Promise<string>((resolve, reject) => pending.set(current, { resolve, reject }));
      workers[current % cores]?.postMessage({ batch: current, lines: batchLines });
      written = Promise.all([answer, written]).then(([text]) => write(text));
      underWay.push(written);
      if (underWay.length >= cores * BATCHES_AHEAD) await underWay.shift();
    }
    await written;
  } finally {
    written.catch(() => {});
    await Promise.all(workers.map((worker) => worker.terminate()));
  }
}

async function* inBatches(lines: AsyncIterable<string>): AsyncGenerator<string[]> {
  let batch: string[] = [];
  let count = 0;
  const told = sayProgress('classify');
  for await (const line of lines) {
    told(++count, 'lines read');
    if (line.trim() === '') continue;
    batch.push(line);
    if (batch.length < BATCH_LINES) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

async function write(text: string): Promise<void> {
  if (process.stdout.write(text)) return;
  await new Promise((resolve) => process.stdout.once('drain', resolve));
}

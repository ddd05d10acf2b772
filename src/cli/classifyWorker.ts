import { parentPort } from 'node:worker_threads';
import { classifyLine, openClassifier } from './classifier.ts';

/** One more core for `classify`: takes batches of lines, answers batches of lines. */
const classifier = openClassifier();
parentPort?.on('message', ({ batch, lines }: { batch: number; lines: string[] }) => {
  const text = lines.map((line) => `${classifyLine(classifier, line)}\n`).join('');
  parentPort?.postMessage({ batch, text });
});

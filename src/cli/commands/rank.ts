import process from 'node:process';
import { createRanker } from '../../core/classify/rank.ts';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { onlyOnceStandardInput, readTextInput } from '../input.ts';
import { openModel } from '../model.ts';
import { sayProgress } from '../saying.ts';

export default defineCommand({
  summary: 'Order titles of a corpus by how near in function they are to queries (TSV)',
  usage: `rank --queries Q.tsv --corpus C.tsv [--top 100]

Reads two files (one of them may be "-", standard input) of lines "id<tab>title" (any language; a line "q_id<tab>jobtitle" or the like at the top is passed
over) and writes lines "query_id<tab>corpus_id<tab>score", best first per query, at most --top per query. A corpus
id that stands for several titles counts by the best of them.`,
  async run(args) {
    const { queries, corpus, top } = parseOptions(args);
    const rank = createRanker(await readTitles(corpus), openModel());
    const told = sayProgress('rank');
    for (const [at, { id, title }] of (await readTitles(queries)).entries()) {
      told(at, 'queries');
      const lines = rank(title, top).map((found) => `${id}\t${found.id}\t${found.score.toFixed(6)}\n`);
      if (!process.stdout.write(lines.join(''))) {
        await new Promise((resolve) => process.stdout.once('drain', resolve));
      }
    }
    return EXIT.done;
  },
});

function parseOptions(args: string[]): { queries: string; corpus: string; top: number } {
  const { values } = readArguments({
    args,
    options: {
      queries: { type: 'string' },
      corpus: { type: 'string' },
      top: { type: 'string', default: '100' },
    },
  });
  const top = Number(values.top);
  if (values.queries === undefined || values.corpus === undefined) {
    throw new UsageError('rank needs --queries and --corpus.');
  }
  onlyOnceStandardInput([values.queries, values.corpus]);
  if (!Number.isInteger(top) || top < 1) throw new UsageError('--top takes a whole number above 0.');
  return { queries: values.queries, corpus: values.corpus, top };
}

/** Lines of id and title; the header that such files may carry is left out. Throws `RefusedError`. */
async function readTitles(file: string): Promise<{ id: string; title: string }[]> {
  let text: string;
  try {
    text = await readTextInput(file);
  } catch {
    throw new RefusedError(`"${file}" cannot be read.`);
  }
  return text
    .split(/\r?\n/)
    .filter((line) => line !== '')
    .map((line, at) => {
      const tab = line.indexOf('\t');
      if (tab < 0) throw new RefusedError(`Line ${at + 1} of "${file}" has no tab between id and title.`);
      return { id: line.slice(0, tab), title: line.slice(tab + 1) };
    })
    .filter(
      ({ id, title }, at) =>
        at > 0 || !/^(?:\w*_?id)$/i.test(id) || !(/^\w+$/.test(title) && /title|text|label/i.test(title)),
    );
}

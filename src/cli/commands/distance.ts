import process from 'node:process';
import {
  functionDistance,
  industryDistance,
  industryEvidence,
  sharedSkills,
} from '../../core/distance/index.ts';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';
import { readLines } from '../input.ts';
import { sayProgress } from '../saying.ts';
import { sentence } from '../sentences.ts';

type Code = string | undefined;
const KINDS = {
  function: { measure: functionDistance, why: whyFunction },
  industry: { measure: industryDistance, why: whyIndustry },
};

export default defineCommand({
  summary: 'How far two functions or two industries are from each other (TSV of codes)',
  usage: `distance function [FILE] [--why]
distance industry [FILE] [--why]

Reads lines of two codes divided by a tab (ISCO-08 or NACE Rev. 2, any depth) from FILE or standard input and
writes the two codes and their distance: 0 the same, 1 as far as it gets, empty where a code is not one of its
classification. Two NACE classes (four digits) are compared as classes, everything else by its division. A line
that does not hold two codes is refused (exit 1) and nothing is written.

  --why   a fourth column: the skills that two functions share, or what is known of moves between two industries;
          empty where there is no reason to name`,
  async run(args) {
    const { kind, file, why } = parseOptions(args);
    const rows: string[] = [];
    const told = sayProgress('distance');
    let number = 0;
    for await (const line of readLines(file)) {
      number += 1;
      told(number, 'lines');
      if (line.trim() === '') continue;
      const [a = '', b, ...more] = line.split('\t').map((cell) => cell.trim());
      // Two codes divided by blanks would read as one code that nobody knows.
      if (b === undefined || more.length > 0)
        throw new RefusedError(`Line ${number} does not hold two codes divided by a tab.`);
      const distance = KINDS[kind].measure(a, b);
      const cells = [a, b, distance === null ? '' : Math.round(distance * 10000) / 10000];
      if (why) cells.push(KINDS[kind].why(a, b));
      rows.push(`${cells.join('\t')}\n`);
    }
    process.stdout.write(rows.join(''));
    return EXIT.done;
  },
});

function whyFunction(a: Code, b: Code): string {
  return sharedSkills(a, b)
    .map((group) => sentence(`skill_${group}`))
    .join(', ');
}

function whyIndustry(a: Code, b: Code): string {
  const evidence = industryEvidence(a, b);
  return evidence === null ? '' : sentence(`industryWhy_${evidence}`);
}

function parseOptions(args: string[]): { kind: keyof typeof KINDS; file: string | undefined; why: boolean } {
  const { values, positionals } = readArguments({
    args,
    allowPositionals: true,
    options: { why: { type: 'boolean', default: false } },
  });
  const [kind, file, ...rest] = positionals;
  if ((kind !== 'function' && kind !== 'industry') || rest.length > 0)
    throw new UsageError('Say "distance function" or "distance industry".');
  return { kind, file, why: values.why };
}

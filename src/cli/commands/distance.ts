import { readFileSync } from 'node:fs';
import process from 'node:process';
import { functionDistance, industryDistance } from '../../core/distance/index.ts';
import { defineCommand, EXIT, RefusedError, UsageError } from '../command.ts';

export default defineCommand({
  summary: 'How far two functions or two industries are from each other (TSV of codes)',
  usage: `distance function [FILE]
distance industry [FILE]

Reads lines of two codes divided by a tab (ISCO-08 or NACE Rev. 2, any depth) from FILE or standard input and
writes the two codes and their distance: 0 the same, 1 as far as it gets, empty where a code is not one of its
classification. Two NACE classes (four digits) are compared as classes, everything else by its division. A line
that does not hold two codes is refused (exit 1) and nothing is written.`,
  async run([kind, file, ...rest]) {
    const measure = kind === 'function' ? functionDistance : kind === 'industry' ? industryDistance : null;
    if (measure === null || rest.length > 0)
      throw new UsageError('Say "distance function" or "distance industry".');
    const rows: string[] = [];
    for (const [index, line] of readFileSync(file ?? 0, 'utf8')
      .split(/\r?\n/)
      .entries()) {
      if (line.trim() === '') continue;
      const [a = '', b, ...more] = line.split('\t').map((cell) => cell.trim());
      // Two codes divided by blanks would read as one code that nobody knows.
      if (b === undefined || more.length > 0)
        throw new RefusedError(`Line ${index + 1} does not hold two codes divided by a tab.`);
      const distance = measure(a, b);
      rows.push(`${a}\t${b}\t${distance === null ? '' : Math.round(distance * 10000) / 10000}\n`);
    }
    process.stdout.write(rows.join(''));
    return EXIT.done;
  },
});

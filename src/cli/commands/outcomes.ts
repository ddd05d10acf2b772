import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import process from 'node:process';
import { hashOf, outcomes } from '../../../tests/core/strategy/outcomes.ts';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT } from '../command.ts';
import { root } from '../root.ts';

/** What the engine is recorded to say: networks, their parts, and the hash of what is said. */
const FILE = join(root, 'tests', 'fixtures', 'scenarios', 'outcomes.json');

export default defineCommand({
  summary: 'print or record all that the engine says of the scenarios',
  usage: `outcomes [--record]

Prints whatever the engine says of the worked scenarios and of networks drawn at random, a line for each part: network,
part, JSON; tabs between. tests/fixtures/scenarios/outcomes.json holds a hash of each, and a test fails when one of them
says something else. To see what a change moves, print before and after it and compare the two; when that is meant,
record it. Nobody's judgement moves unseen.

  --record   write the hashes`,
  async run(args) {
    const { values } = readArguments({ args, options: { record: { type: 'boolean', default: false } } });
    const hashes = new Map<string, Record<string, string>>();
    for (const { network, part, says } of outcomes()) {
      if (!values.record) process.stdout.write(`${network}\t${part}\t${JSON.stringify(says)}\n`);
      hashes.set(network, { ...hashes.get(network), [part]: hashOf(says) });
    }
    if (!values.record) return EXIT.done;
    const before = readFileSync(FILE, { encoding: 'utf8', flag: 'a+' });
    const after = `${JSON.stringify(Object.fromEntries(hashes), null, 2)}\n`;
    writeFileSync(FILE, after);
    process.stderr.write(before === after ? 'Nothing is said differently.\n' : `${FILE} was written.\n`);
    return EXIT.done;
  },
});

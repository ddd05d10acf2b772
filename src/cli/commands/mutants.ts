import process from 'node:process';
import { readArguments } from '../arguments.ts';
import { defineCommand, EXIT, UsageError } from '../command.ts';
import { type Fault, faultsOf, ROOMS, type Room } from '../mutation/rooms.ts';
import { counts, isMissed, tryFaults } from '../mutation/trials.ts';

export default defineCommand({
  summary: 'put small faults into what writes and judges, and count how many the tests find',
  usage: `mutants [ROOM ...] [--every N] [--from K] [--file PART] [--within S] [--at-least PERCENT]

Mutation testing. Every small fault that can be made in a room's sources (a condition that always holds, a comparison
turned, a call left out …) is tried against the tests of all these rooms that reach it; a fault that no test finds is
printed with its place. A fault that makes the tests run for ever is found, too. What the compiler refuses, and what is
known to change nothing that anybody could see (src/cli/mutation/equivalents.ts), does not count.

Rooms: ${Object.keys(ROOMS).join(', ')}; without any, all of them.

  --every N          try every Nth fault of a room, in the order of files and places (50); 1 tries all, for hours
  --from K           begin with the Kth fault (0): another sample
  --file PART        only files whose path contains PART
  --within S         of the tests that reach a fault run those, the nearest and likeliest first, that take S seconds all
                     told (no limit); what they miss is tried against the others when the command is run again
  --at-least P       exit code 1 when fewer than P percent are found

What was tried before and stands as it stood (the source, and the tests that decided it) is not tried again: a run that
was ended goes on where it stopped.`,
  async run(args) {
    const { values, positionals } = readArguments({
      args,
      allowPositionals: true,
      options: {
        every: { type: 'string', default: '50' },
        from: { type: 'string', default: '0' },
        file: { type: 'string', default: '' },
        within: { type: 'string', default: '999999999' },
        'at-least': { type: 'string', default: '0' },
      },
    });
    const every = wholeNumber('--every', values.every, 1);
    const from = wholeNumber('--from', values.from, 0);
    const within = wholeNumber('--within', values.within, 0) * 1_000;
    const least = wholeNumber('--at-least', values['at-least'], 0);
    const rooms = positionals.length > 0 ? positionals.map(roomOf) : (Object.keys(ROOMS) as Room[]);
    const samples = rooms.map((name) => {
      const faults = faultsOf(name).filter(({ file }) => file.includes(values.file));
      const tried = faults.filter((_, at) => at >= from && (at - from) % every === 0);
      return { name, all: faults.length, tried };
    });
    const tried = samples.flatMap((sample) => sample.tried);
    const fates = await tryFaults(tried, within, (line) => process.stderr.write(`${line}\n`));
    const tally = (faults: Fault[]) => {
      const fit = faults.map((fault) => fates.get(fault)).filter(counts);
      return { found: fit.filter((fate) => !isMissed(fate)).length, fit: fit.length };
    };
    for (const { name, all, tried } of samples) {
      const { found, fit } = tally(tried);
      process.stdout.write(
        `${name.padEnd(10)} ${figure(found, fit)}; of ${all} possible ${tried.length} looked at\n`,
      );
    }
    const { found, fit } = tally(tried);
    process.stdout.write(`${'all'.padEnd(10)} ${figure(found, fit)}\n`);
    return found * 100 >= least * fit ? EXIT.done : EXIT.refused;
  },
});

function roomOf(name: string): Room {
  if (Object.hasOwn(ROOMS, name)) return name as Room;
  throw new UsageError(`There is no room "${name}".`);
}

function wholeNumber(option: string, value: string, least: number): number {
  if (/^\d{1,9}$/.test(value) && Number(value) >= least) return Number(value);
  throw new UsageError(`${option} takes a whole number from ${least} on, not "${value}".`);
}

function figure(found: number, tried: number): string {
  const percent = tried === 0 ? '-' : `${((100 * found) / tried).toFixed(1)} %`;
  return `${percent} (${found} of ${tried} faults found)`;
}

import { readdirSync, readFileSync } from 'node:fs';

/** Ticks of a second in what the system says of a process. */
const TICKS = 100;

/**
 * Seconds of processor that a browser has taken so far, with all of its processes: on a shared machine they say more
 * than the clock. `null` where the system does not tell (it is read from `/proc`).
 * @param profile the folder of the browser's profile, by which its first process is known
 */
export function processorSeconds(profile: string): number | null {
  const taken = new Map<number, { parent: number; seconds: number; first: boolean }>();
  try {
    for (const name of readdirSync('/proc')) {
      if (!/^\d+$/.test(name)) continue;
      const known = processOf(name, profile);
      if (known !== null) taken.set(Number(name), known);
    }
  } catch {
    return null;
  }
  const isOurs = (pid: number): boolean => {
    const known = taken.get(pid);
    return known !== undefined && (known.first || isOurs(known.parent));
  };
  return [...taken].reduce((sum, [pid, { seconds }]) => sum + (isOurs(pid) ? seconds : 0), 0);
}

function processOf(pid: string, profile: string) {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // The name in brackets may hold anything; what follows are numbers: state, parent … utime, stime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    const first = readFileSync(`/proc/${pid}/cmdline`, 'utf8').includes(`--user-data-dir=${profile}`);
    return {
      parent: Number(fields[1]),
      seconds: (Number(fields[11]) + Number(fields[12])) / TICKS,
      first,
    };
  } catch {
    // It has ended meanwhile.
    return null;
  }
}

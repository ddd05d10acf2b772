import process from 'node:process';

/** Work that is done sooner is not spoken of; then what is done is told so often. */
const FIRST_MS = 3_000;
const EVERY_MS = 5_000;

/** A line for whoever waits, apart from the data. */
export function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

/**
 * Tells on standard error how far long work is: `classify: 120,000 lines`. Answers what is to be called with how much
 * is done, as often as one likes.
 */
export function sayProgress(
  what: string,
  { tell = say, now = () => performance.now() }: { tell?: (line: string) => void; now?: () => number } = {},
): (done: number, unit: string) => void {
  let next = now() + FIRST_MS;
  return (done, unit) => {
    const time = now();
    if (time < next) return;
    next = time + EVERY_MS;
    tell(`${what}: ${done.toLocaleString('en')} ${unit}`);
  };
}

import type { Digest } from '../../core/model/index.ts';
import type { Row } from './row.ts';
import { analysed, collect, held, people, timed } from './strategy.ts';

const PEOPLE = 100_000;
const TIES_EACH = 10;
/** Ways that are asked for one after the other. */
const ASKED = 1_000;

/**
 * Who knows whom in a synthetic network of 100 000 contacts and 1 000 000 ties between them (drawn at random, the few
 * far more often than the many, as on networks of people): processor times and memory.
 */
export async function run(): Promise<Row[]> {
  analysed(acquainted(2_000)).engine.result();
  collect();
  const before = held();
  const { engine, time, longest } = analysed(acquainted(PEOPLE));
  const { acquaintances } = engine.result();
  const ids = Array.from({ length: ASKED }, (_, at) => `contact-${at * 97}`);
  let worst = 0;
  let ways = 0;
  for (const id of ids)
    worst = Math.max(
      worst,
      timed(() => {
        ways += engine.pathsTo(id).length;
      }),
    );
  const hubs = timed(() => {
    for (let at = 0; at < ASKED; at++) ways += engine.pathsTo(`contact-${at}`).length;
  });
  collect();
  const memory = Math.round((held() - before) / 2 ** 20);
  if (ways === 0 || acquaintances.ties < PEOPLE) throw new Error('the network has no ties');
  return [
    { what: 'synthetic network: ties between 100 000 contacts', figure: acquaintances.ties, unit: 'ties' },
    { what: 'whole analysis', figure: time, unit: 'ms', goal: 'at most 15 000 ms' },
    { what: 'longest step of it', figure: longest, unit: 'ms' },
    { what: 'ways to one contact, the slowest of 1 000', figure: worst, unit: 'ms', goal: 'at most 20 ms' },
    { what: 'ways to each of the 1 000 best known, together', figure: hubs, unit: 'ms' },
    { what: 'memory of digests, ties and analysis', figure: memory, unit: 'MB', goal: 'at most 300 MB' },
  ];
}

/** Synthetic people who know each other; the ids are strings of their own, as after reading a database. */
export function acquainted(count: number): Digest[] {
  let state = 7;
  const random = () => {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    return state / 2_147_483_648;
  };
  const sites = ['linkedin', 'xing', 'scholar', 'github'];
  return people(count).map((digest) => {
    const known = new Set<string>();
    while (known.size < TIES_EACH) known.add(`contact-${Math.floor(count * random() ** 2)}`);
    const knows = [...known];
    return {
      ...digest,
      knows,
      knowsBy: knows.map(
        () =>
          `commonContact|${20_780 - Math.floor(random() * 400)}|${random() < 0.5 ? 'name' : ''}|${sites[Math.floor(random() * 4)]}`,
      ),
      acquainted: TIES_EACH,
    };
  });
}

import { getState } from '../storage/state.ts';
import type { Environment } from './environment.ts';
import type { Witness } from './witnessStand.ts';

/** After the last of a burst of writes. */
const WRITE_AFTER_MS = 1_000;

/** Keeps the witness up to date, and tells whether contacts were lost. */
export class WitnessService {
  readonly #background: Pick<Environment, 'database' | 'world' | 'witness'>;
  #timer: ReturnType<typeof setTimeout> | null = null;
  /** One after the other: what is counted first is written first. */
  #last: Promise<unknown> = Promise.resolve();
  #lost: Promise<{ count: number; at: string } | null> | null = null;

  constructor(background: Pick<Environment, 'database' | 'world' | 'witness'>) {
    this.#background = background;
  }

  /** After a write. A loss that was not yet answered stays witnessed. */
  follow(): void {
    if (this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      this.#timer = null;
      // Without a witness a loss would go unnoticed; the contacts themselves are safe.
      this.#keep().catch((error: unknown) => console.error(error));
    }, WRITE_AFTER_MS);
  }

  /** What was lost; asked once for each life of the background. */
  lost(): Promise<{ count: number; at: string } | null> {
    this.#lost ??= this.#compare();
    return this.#lost;
  }

  async dismiss(): Promise<void> {
    this.#lost = Promise.resolve(null);
    await this.#write();
  }

  /**
   * Erases everything by `work`. The witness hears of it first: killed at any moment in between, the browser's next
   * start tells nobody of a loss that was wanted.
   */
  async erasing(work: () => Promise<void>): Promise<void> {
    if (this.#timer !== null) clearTimeout(this.#timer);
    // Nothing is counted while it goes on: `follow` waits for a timer that is there.
    this.#timer = setTimeout(() => {}, 0);
    try {
      await this.#inTurn(async () => {
        const { world, witness } = this.#background;
        await witness.write({ database: '', count: 0, revision: 0, at: world.now().toISOString() });
      });
      await work();
      this.#lost = Promise.resolve(null);
    } finally {
      clearTimeout(this.#timer);
      this.#timer = null;
      this.follow();
    }
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#last.then(work);
    this.#last = done.catch(() => {});
    return done;
  }

  async #compare(): Promise<{ count: number; at: string } | null> {
    const { database, witness } = this.#background;
    const seen = asWitness(await witness.read());
    if (seen === null || seen.count === 0) return null;
    const db = await database;
    const [id, count] = await Promise.all([getState(db, 'deviceId'), getState(db, 'contactCount')]);
    return id !== seen.database && (count ?? 0) === 0 ? { count: seen.count, at: seen.at } : null;
  }

  async #keep(): Promise<void> {
    const lost = await this.lost();
    const count = (await getState(await this.#background.database, 'contactCount')) ?? 0;
    if (lost !== null && count === 0) return;
    this.#lost = Promise.resolve(null);
    await this.#write();
  }

  #write(): Promise<void> {
    return this.#inTurn(() => this.#witness());
  }

  async #witness(): Promise<void> {
    const { database, world, witness } = this.#background;
    const db = await database;
    const [id, count, revision] = await Promise.all([
      getState(db, 'deviceId'),
      getState(db, 'contactCount'),
      getState(db, 'revision'),
    ]);
    await witness.write({
      database: id ?? '',
      count: count ?? 0,
      revision: revision ?? 0,
      at: world.now().toISOString(),
    });
  }
}

function asWitness(stored: unknown): Witness | null {
  if (typeof stored !== 'object' || stored === null) return null;
  const { database, count, at } = stored as Partial<Witness>;
  return typeof database === 'string' && typeof count === 'number' && typeof at === 'string'
    ? (stored as Witness)
    : null;
}

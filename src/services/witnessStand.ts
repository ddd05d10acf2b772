/**
 * What the other store of the browser remembers of the database. A browser that finds its database damaged may
 * begin a new one without a word (w3c/IndexedDB#30): an empty database with a witness of contacts is a loss.
 */
export interface Witness {
  /** `deviceId` of the database. */
  database: string;
  count: number;
  revision: number;
  /** ISO 8601 instant. */
  at: string;
}

/** Where the witness stands. */
export interface WitnessStand {
  read(): Promise<unknown>;
  write(witness: Witness): Promise<void>;
}

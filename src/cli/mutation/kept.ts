import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { root } from '../root.ts';

/** A table that is kept between runs, written whole with every change. */
export class Kept<T> {
  readonly #file: string;
  readonly #entries: Map<string, T>;

  constructor(name: string) {
    this.#file = join(root, '.output', name);
    this.#entries = new Map(
      existsSync(this.#file) ? Object.entries(JSON.parse(readFileSync(this.#file, 'utf8')) as object) : [],
    );
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: T): void {
    this.#entries.set(key, value);
    mkdirSync(dirname(this.#file), { recursive: true });
    writeFileSync(this.#file, JSON.stringify(Object.fromEntries(this.#entries)));
  }
}

/** What tells two contents apart. */
export function hash(...parts: string[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex').slice(0, 32);
}

/** The hash of a file by its path from the root; of one that is gone, a hash that none has. */
export function hashOfFile(path: string): string {
  const file = join(root, path);
  return existsSync(file) ? hash(readFileSync(file, 'utf8')) : '';
}

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import process from 'node:process';
import { root } from '../root.ts';

/** A table that is kept between runs, written whole with every change; runs at the same time share it. */
export class Kept<T> {
  readonly #file: string;
  #entries: Map<string, T>;

  constructor(name: string) {
    this.#file = join(root, '.output', name);
    this.#entries = this.#read();
  }

  get(key: string): T | undefined {
    return this.#entries.get(key);
  }

  set(key: string, value: T): void {
    this.#entries = this.#read().set(key, value);
    mkdirSync(dirname(this.#file), { recursive: true });
    const beside = `${this.#file}.${process.pid}`;
    writeFileSync(beside, JSON.stringify(Object.fromEntries(this.#entries)));
    renameSync(beside, this.#file);
  }

  #read(): Map<string, T> {
    if (!existsSync(this.#file)) return new Map();
    return new Map(Object.entries(JSON.parse(readFileSync(this.#file, 'utf8')) as Record<string, T>));
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

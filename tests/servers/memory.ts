import type { Carrier } from '../../src/sync/carrier.ts';

/** A carrier in memory, shared by the devices of a test; its files can be looked at and spoilt. */
export class MemoryCarrier implements Carrier {
  files = new Map<string, Uint8Array<ArrayBuffer>>();
  readonly folders = new Set<string>();
  /** Every request, in order. */
  readonly asked: string[] = [];
  date: Date | null = null;
  /** What a listing says of a file's length. */
  lengthOf: (length: number) => number = (length) => length;
  /** Called before each request; what it throws is the answer. */
  spoil: (verb: string, name: string) => void = () => {};

  readonly makeFolder: Carrier['makeFolder'] = async (path) => {
    this.#ask('makeFolder', path);
    for (let depth = 1; depth <= path.length; depth++) this.folders.add(path.slice(0, depth).join('/'));
  };
  readonly list: Carrier['list'] = async (path) => {
    this.#ask('list', path);
    const folder = path.join('/');
    if (!this.folders.has(folder)) return null;
    const within = (name: string) =>
      name.startsWith(`${folder}/`) && !name.slice(folder.length + 1).includes('/');
    const last = (name: string) => name.slice(folder.length + 1);
    return {
      files: new Map(
        [...this.files]
          .filter(([name]) => within(name))
          .map(([name, { length }]) => [last(name), this.lengthOf(length)]),
      ),
      folders: [...this.folders].filter(within).map(last),
      date: this.date,
    };
  };
  readonly get: Carrier['get'] = async (path) => {
    this.#ask('get', path);
    return this.files.get(path.join('/')) ?? null;
  };
  readonly put: Carrier['put'] = async (path, bytes) => {
    this.#ask('put', path);
    this.files.set(path.join('/'), bytes.slice());
  };
  readonly remove: Carrier['remove'] = async (path) => {
    this.#ask('remove', path);
    const name = path.join('/');
    for (const one of [...this.files.keys()])
      if (one === name || one.startsWith(`${name}/`)) this.files.delete(one);
    for (const one of [...this.folders])
      if (one === name || one.startsWith(`${name}/`)) this.folders.delete(one);
  };

  #ask(verb: string, path: readonly string[]): void {
    const name = path.at(-1) ?? '';
    this.asked.push(`${verb} ${name}`);
    this.spoil(verb, name);
  }

  /** The names of sealed files of a kind. */
  named(kind: 'd' | 'p' | 'c' | 'n'): string[] {
    return [...this.files.keys()].filter((name) => name.split('/').at(-1)?.startsWith(`${kind}-`)).sort();
  }
}

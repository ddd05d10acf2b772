import type { PickedFolder } from '../../src/sync/folder.ts';

const refusal = (name: string) => new DOMException(name, name);

/** A file of a folder in memory: what is written stands aside until it is closed, as browsers do it. */
class MemoryFile {
  readonly kind = 'file';
  readonly name: string;
  bytes = new Uint8Array(0);
  /** The name of the refusal with which the next write ends. */
  refuses: string | null = null;

  constructor(name: string) {
    this.name = name;
  }

  async getFile(): Promise<Blob> {
    return new Blob([this.bytes]);
  }

  async createWritable() {
    const pieces: Uint8Array[] = [];
    return {
      write: async (piece: Uint8Array) => {
        if (this.refuses !== null) throw refusal(this.refuses);
        pieces.push(piece.slice());
      },
      close: async () => {
        this.bytes = new Uint8Array(await new Blob(pieces as BlobPart[]).arrayBuffer());
      },
      abort: async () => {},
    };
  }
}

/** A folder as a person picks it, in memory; its files can be looked at, and its browser asks anew when told to. */
export class MemoryFolder {
  readonly kind = 'directory';
  readonly name: string;
  permission: PermissionState = 'granted';
  /** The refusal with which every write ends. */
  refuses: string | null = null;
  readonly inside = new Map<string, MemoryFolder | MemoryFile>();

  constructor(name: string) {
    this.name = name;
  }

  async queryPermission(): Promise<PermissionState> {
    return this.permission;
  }

  async getDirectoryHandle(name: string, { create = false } = {}): Promise<MemoryFolder> {
    const known = this.inside.get(name);
    if (known instanceof MemoryFile) throw refusal('TypeMismatchError');
    if (known !== undefined) return this.#refusing(known);
    if (!create) throw refusal('NotFoundError');
    const made = new MemoryFolder(name);
    this.inside.set(name, made);
    return this.#refusing(made);
  }

  async getFileHandle(name: string, { create = false } = {}): Promise<MemoryFile> {
    const known = this.inside.get(name);
    if (known instanceof MemoryFolder) throw refusal('TypeMismatchError');
    if (known === undefined && !create) throw refusal('NotFoundError');
    const file = known ?? new MemoryFile(name);
    file.refuses = this.refuses;
    this.inside.set(name, file);
    return file;
  }

  async removeEntry(name: string): Promise<void> {
    if (!this.inside.delete(name)) throw refusal('NotFoundError');
  }

  async *values(): AsyncGenerator<MemoryFolder | MemoryFile> {
    yield* [...this.inside.values()];
  }

  #refusing(inner: MemoryFolder): MemoryFolder {
    inner.refuses = this.refuses;
    return inner;
  }

  /** As the carrier sees it. */
  get picked(): PickedFolder {
    return this as unknown as PickedFolder;
  }

  /** The folder at a path of names that is there. */
  at(...path: string[]): MemoryFolder {
    return path.reduce<MemoryFolder>((folder, name) => folder.inside.get(name) as MemoryFolder, this);
  }
}

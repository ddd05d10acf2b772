import type { ByteSource } from '../exchange/backupFile.ts';

/** Bytes read at once. */
const PIECE = 2 ** 20;

/**
 * A file that a page hands over part by part. The parts are blobs, which the browser keeps out of the background's
 * memory, on the disk where they are many.
 */
export class HandedFile implements ByteSource {
  readonly name: string;
  /** Bytes, as announced. */
  readonly size: number;
  /** Instant of the last change, ISO 8601. */
  readonly modified: string | undefined;
  readonly #parts: Blob[] = [];
  #filled = 0;
  #whole: Blob | null = null;

  constructor({ name, size, modified }: { name: string; size: number; modified?: string | undefined }) {
    this.name = name;
    this.size = size;
    this.modified = modified;
  }

  /** `false`, and nothing is added: it would be more than was announced. */
  add(bytes: Uint8Array<ArrayBuffer>): boolean {
    if (this.#filled + bytes.length > this.size) return false;
    this.#parts.push(new Blob([bytes]));
    this.#filled += bytes.length;
    this.#whole = null;
    return true;
  }

  get isWhole(): boolean {
    return this.#filled === this.size;
  }

  /** Its bytes in pieces; the next is being read while one is used. */
  async *bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    const read = (from: number) =>
      this.#blob()
        .slice(from, from + PIECE)
        .arrayBuffer();
    let next = read(0);
    for (let from = PIECE; from - PIECE < this.size; from += PIECE) {
      const piece = await next;
      if (from < this.size) {
        next = read(from);
        // Told when it is asked for.
        next.catch(() => {});
      }
      yield new Uint8Array(piece);
    }
  }

  async all(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await this.#blob().arrayBuffer());
  }

  #blob(): Blob {
    this.#whole ??= new Blob(this.#parts);
    return this.#whole;
  }
}

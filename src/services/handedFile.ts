import type { ByteSource } from '../exchange/backupFile.ts';

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
    return true;
  }

  get isWhole(): boolean {
    return this.#filled === this.size;
  }

  /** Its bytes in pieces, as they came; the next is being read while one is used. */
  async *bytes(): AsyncGenerator<Uint8Array<ArrayBuffer>> {
    let next = this.#parts[0]?.arrayBuffer();
    for (let at = 1; next !== undefined; at++) {
      const piece = await next;
      next = this.#parts[at]?.arrayBuffer();
      // Told when it is asked for.
      next?.catch(() => {});
      yield new Uint8Array(piece);
    }
  }

  async all(): Promise<Uint8Array<ArrayBuffer>> {
    return new Uint8Array(await new Blob(this.#parts).arrayBuffer());
  }
}

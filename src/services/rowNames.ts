import { columnOf } from '../core/model/index.ts';
import { NameIndex } from '../core/network/nameIndex.ts';
import type { SegmentRow } from '../storage/schema.ts';

/** Who of all contacts bears a name; follows the rows segment by segment. */
export class RowNames {
  readonly #index = new NameIndex();
  readonly #known = new Map<number, SegmentRow>();

  /** Takes in the segments that have changed, step by step, so that the first question does not block. */
  *follow(segments: ReadonlyMap<number, SegmentRow>): Generator<void> {
    for (const [segment, row] of segments) {
      if (this.#known.get(segment) === row) continue;
      this.#index.replace(segment, columnOf(row.rows, 'id'), columnOf(row.rows, 'name'));
      this.#known.set(segment, row);
      yield;
    }
  }

  /** The ids of all who may be meant by a name; see `NameIndex`. */
  find(name: string): string[] {
    return this.#index.find(name);
  }
}

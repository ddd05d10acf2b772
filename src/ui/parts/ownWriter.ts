import type { OwnWords } from '../../core/model/index.ts';

/** How what the user writes about somebody is kept: each change on its own. */
export interface OwnWriter {
  /**
   * Keeps a note that began as `based`; `now`: its field is left. Answers what is kept now, with what another page
   * wrote meanwhile; `undefined` when newer text took its place or it could not be kept.
   */
  note: (text: string, based: string, now: boolean) => Promise<string | undefined>;
  tag: (change: { add?: string[]; remove?: string[] }) => void;
  /** `null`: there is no next step any more. */
  step: (
    step: NonNullable<OwnWords['nextStep']> | null,
    based: NonNullable<OwnWords['nextStep']> | null,
    now: boolean,
  ) => Promise<unknown>;
  /** What stands in the field of tags, which counts when the page goes. */
  tagTyped: (text: string) => void;
  /** What stood in the field of tags when the page went. */
  tagBack?: () => Promise<string>;
  /** The step was taken; absent where there is no log yet. */
  done?: (text: string) => void;
}

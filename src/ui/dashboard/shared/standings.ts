import { t } from '../../../browser/text.ts';
import type { ListName, Stage } from '../../../core/model/index.ts';
import { call } from '../../../messaging/client.ts';
import type { Input } from '../../../messaging/protocol.ts';
import { NotUndone, offerUndo, tell } from './undo.tsx';

type Spot = NonNullable<Input<'list.place'>['spot']>;
interface Who {
  id: string;
  name: string;
}

/**
 * Puts somebody on a list, or takes them off it (`null`), says so and offers the way back. `quiet` says nothing: where
 * only the place on the list changes.
 */
export async function placeOnList(
  { id, name }: Who,
  list: ListName,
  spot: Spot | null,
  { quiet = false, after = () => {} }: { quiet?: boolean; after?: () => void } = {},
): Promise<void> {
  const placed = await call('list.place', { list: list.id, id, spot });
  if (placed === null) return tell(t('contact_gone'));
  after();
  if (quiet) return;
  offerUndo(t(spot === null ? 'list_removed' : 'list_added', { name, list: list.name }), async () => {
    const back = await call('list.place', { list: list.id, id, spot: placed.was });
    if (back === null) throw new NotUndone(t('contact_gone'));
    after();
  });
}

/** Puts somebody into a column of a goal's board, or takes them off it (`null`); says so and offers the way back. */
export async function moveOnBoard(
  { id, name }: Who,
  goal: string,
  stage: Stage | null,
  spot: Spot,
  after: () => void = () => {},
): Promise<void> {
  const placed = await call('board.place', { goal, id, stage, spot });
  if (placed === null) return tell(t('contact_gone'));
  after();
  const { was } = placed;
  if (was?.stage !== undefined && was.stage === stage) return;
  const said =
    stage === null ? t('board_off', { name }) : t('board_moved', { name, stage: t(`stage_${stage}`) });
  offerUndo(said, async () => {
    const back = await call('board.place', {
      goal,
      id,
      stage: was?.stage ?? null,
      ...(was !== null && { spot: { rank: was.rank } }),
    });
    if (back === null) throw new NotUndone(t('contact_gone'));
    after();
  });
}

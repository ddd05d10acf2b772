import { formatNumber } from '../../../../browser/text.ts';
import type { ContactRow, Network } from '../../../../messaging/protocol.ts';
import type { Point, Size } from '../../../charts/viewport.ts';
import { distanceWords } from '../../../parts/distanceWords.ts';
import { LayerMark } from '../../../parts/Layer.tsx';

/** Who it is, in a few words, beside the dot; read out by the status line instead. */
export function HoverCard({
  row,
  at,
  goals,
  network,
  canvas,
}: {
  row: ContactRow;
  at: Point;
  goals: readonly string[];
  network: Network;
  canvas: Size;
}) {
  const best = row.fits
    .map((fit, index) => ({ fit, title: network.goals.find(({ id }) => id === goals[index])?.title }))
    .filter(
      (entry): entry is { fit: number; title: string } => entry.fit !== null && entry.title !== undefined,
    )
    .sort((a, b) => b.fit - a.fit)[0];
  const side =
    at.x > canvas.width / 2 ? { right: `${canvas.width - at.x + 14}px` } : { left: `${at.x + 14}px` };
  const end =
    at.y > canvas.height / 2 ? { bottom: `${canvas.height - at.y + 10}px` } : { top: `${at.y + 10}px` };
  return (
    <div class="map-card" aria-hidden="true" style={{ ...side, ...end }}>
      <p class="row spread">
        <strong dir="auto">{row.name}</strong>
        <LayerMark layer={{ value: row.layer, known: row.layerKnown }} />
      </p>
      <p class="muted" dir="auto">
        {[row.title, row.company].filter(Boolean).join(' · ')}
      </p>
      <p>
        {distanceWords({
          function: row.functionDistance,
          industry: row.industryDistance,
          place: null,
          seniority: null,
          internal: null,
          past: null,
        }).join(' · ')}
      </p>
      {best && (
        <p class="muted">
          {best.title}: {formatNumber(best.fit)}
        </p>
      )}
    </div>
  );
}

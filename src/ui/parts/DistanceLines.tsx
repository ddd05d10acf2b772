import type { Reading } from '../../core/model/index.ts';
import { distanceWords, reasonWords } from './distanceWords.ts';

/**
 * Function, industry and place as lines, the first two with what they rest on beneath.
 * @param place where the contact is
 * @param known leaves function and industry out where nothing is known of either
 * @param brief the shared skills are the only reason: where there is little room
 */
export function DistanceLines({
  reading: { distances, reasons },
  place,
  known = true,
  brief = false,
}: {
  reading: Pick<Reading, 'distances' | 'reasons'>;
  place: string | undefined;
  known?: boolean;
  brief?: boolean;
}) {
  const [what, industry, ...where] = distanceWords(distances, place);
  const why = reasonWords(reasons);
  return (
    <>
      {known && <p>{what}</p>}
      {known && why.function && <p class="quiet why">{why.function}</p>}
      {known && <p>{industry}</p>}
      {known && !brief && why.industry && <p class="quiet why">{why.industry}</p>}
      {where.map((words) => (
        <p key={words}>{words}</p>
      ))}
    </>
  );
}

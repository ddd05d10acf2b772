import { formatDay } from '../../browser/text.ts';
import type { OwnWords } from '../../core/model/index.ts';

/** Lines of a contact's log, each with its day. */
export function LogLines({ lines }: { lines: OwnWords['log'] }) {
  return (
    <ul class="log">
      {lines.map((entry, at) => (
        <li key={`${entry.day}-${at}`}>
          <time class="muted" dateTime={entry.day}>
            {formatDay(entry.day)}
          </time>
          <span dir="auto">{entry.text}</span>
        </li>
      ))}
    </ul>
  );
}

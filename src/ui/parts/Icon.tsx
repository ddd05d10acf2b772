import type { IconNode } from 'lucide';
import { h } from 'preact';

/** One icon of the set, drawn as paths; decoration only, as the text beside it speaks. */
export function Icon({ of, size = 16 }: { of: IconNode; size?: 16 | 20 }) {
  return (
    <svg
      class="icon"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="2"
      stroke-linecap="round"
      stroke-linejoin="round"
      aria-hidden="true"
    >
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

import type { IconNode } from 'lucide';
import { h } from 'preact';

interface Props {
  of: IconNode;
  size?: 16 | 20;
  /** What the icon says where no text beside it does. Without one it is decoration. */
  label?: string;
}

/** One icon of the set, drawn as paths. */
export function Icon({ of, size = 16, label }: Props) {
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
      role="img"
      aria-label={label}
      aria-hidden={label === undefined}
    >
      {of.map(([tag, attributes]) => h(tag, attributes))}
    </svg>
  );
}

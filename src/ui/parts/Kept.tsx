import { Check } from 'lucide';
import { Icon } from './Icon.tsx';

/** Quietly, that what was typed is kept; told to screen readers as it changes. Empty before anything was typed. */
export function Kept({ said }: { said: string }) {
  return (
    <span class="kept" role="status" aria-live="polite">
      {said !== '' && (
        <>
          <Icon of={Check} />
          {said}
        </>
      )}
    </span>
  );
}

/**
 * A number of 0 to `max` as a bar, beside the number itself, which screen readers read. Drawn by hand, as
 * browsers draw their own meters too differently to rely on.
 */
export function Meter({ value, max = 100 }: { value: number; max?: number }) {
  const share = Math.min(1, Math.max(0, value / max));
  return (
    <span class="meter" aria-hidden="true">
      <span style={{ width: `${share * 100}%` }} />
    </span>
  );
}

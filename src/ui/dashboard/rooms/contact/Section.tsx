import type { ComponentChildren } from 'preact';

/** A part of the sheet under its heading. */
export function Section({
  title,
  aside,
  beside,
  children,
}: {
  title: string;
  aside?: string;
  /** Stands at the heading's end, and is no part of it. */
  beside?: ComponentChildren;
  children: ComponentChildren;
}) {
  return (
    <section class="stack">
      <div class="row spread">
        <h3>
          {title} {aside && <span class="muted">{aside}</span>}
        </h3>
        {beside}
      </div>
      {children}
    </section>
  );
}

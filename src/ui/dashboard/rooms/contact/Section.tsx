import type { ComponentChildren } from 'preact';

/** A part of the sheet under its heading. */
export function Section({
  title,
  aside,
  children,
}: {
  title: string;
  aside?: string;
  children: ComponentChildren;
}) {
  return (
    <section class="stack">
      <h3>
        {title} {aside && <span class="muted">{aside}</span>}
      </h3>
      {children}
    </section>
  );
}

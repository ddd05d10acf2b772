import type { ComponentChildren } from 'preact';
import { useLayoutEffect, useRef } from 'preact/hooks';

/** A step of setting up, which takes the focus as it appears: the button that led to it is gone. */
export function Step({ title, children }: { title: string; children: ComponentChildren }) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <div class="stack wide">
      <h3 tabIndex={-1} ref={heading}>
        {title}
      </h3>
      {children}
    </div>
  );
}

/** What went wrong, where it went wrong. */
export function Refused({ message }: { message: string }) {
  return (
    <p class="error" role="alert" hidden={message === ''}>
      {message}
    </p>
  );
}

import type { ComponentChildren } from 'preact';
import { browser } from 'wxt/browser';

const address = (to: string) => `${browser.runtime.getURL('/dashboard.html' as never)}#/${to}`;

/** Shows a place of the dashboard: in its open tab, or in a new one. `to` stands behind `#/`. */
export async function openDashboard(to: string): Promise<void> {
  const [there] = await browser.tabs.query({ url: `${address('').split('#')[0]}*`, currentWindow: true });
  if (there?.id === undefined) await browser.tabs.create({ url: address(to) });
  else await browser.tabs.update(there.id, { url: address(to), active: true });
  // A popup closes by losing the focus; where the tab was open already, it has to be told.
  if (document.body.matches('.popup:not(.wide)')) window.close();
}

interface Props {
  to: string;
  label: ComponentChildren;
  class?: string;
}

/** A link into the dashboard; with Ctrl, Shift or the middle button it opens as the browser does. */
export function OpenDashboard({ to, label, class: look = 'button push' }: Props) {
  const open = (event: MouseEvent) => {
    if (event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    void openDashboard(to);
  };
  return (
    <a href={address(to)} target="_blank" rel="noopener" class={look} onClick={open}>
      {label}
    </a>
  );
}

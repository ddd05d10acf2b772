/**
 * Where the focus goes when what had it has just left the page: to the element of `selector` in the same place, else
 * to the last one, else to the room's heading. Who works with the keyboard is not thrown back to the top of the page.
 */
export function focusNear(selector: string, at: number): void {
  const page = document;
  setTimeout(() => {
    if (page.activeElement !== null && page.activeElement !== page.body) return;
    const all = page.querySelectorAll<HTMLElement>(selector);
    const next = all[at] ?? all[all.length - 1] ?? page.querySelector<HTMLElement>('main h1');
    next?.focus({ preventScroll: true });
  }, SETTLED_MS);
}

/** After the room has been drawn anew. */
const SETTLED_MS = 60;

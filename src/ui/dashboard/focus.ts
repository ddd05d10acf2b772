/**
 * Where the focus goes when what had it has just left the page: to the element of `selector` in the same place, else
 * to the last one, else to the room's heading. Who works with the keyboard is not thrown back to the top of the page.
 */
export function focusNear(selector: string, at: number): void {
  setTimeout(() => {
    // The page may have been closed meanwhile.
    if (typeof document === 'undefined') return;
    const { activeElement } = document;
    if (activeElement !== null && activeElement !== document.body) return;
    const all = document.querySelectorAll<HTMLElement>(selector);
    const next = all[at] ?? all[all.length - 1] ?? document.querySelector<HTMLElement>('main h1');
    next?.focus({ preventScroll: true });
  }, SETTLED_MS);
}

/** After the room has been drawn anew. */
const SETTLED_MS = 60;

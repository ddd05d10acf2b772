/** Heights of the popup in CSS pixels: less looks like an accident, and browsers give no more than 600. */
const LEAST = 160;
const MOST = 580;

/**
 * Keeps the popup as high as what it shows, between the two bounds; above, its middle scrolls. The screen is fixed to
 * the window, so the height is said to the document, which is what a browser measures.
 */
export function followContent(screen: HTMLElement): void {
  let asked = false;
  const measure = () => {
    asked = false;
    const height = contentHeight(screen);
    if (height !== null) document.documentElement.style.setProperty('--popup-height', `${height}px`);
  };
  const ask = () => {
    if (asked) return;
    asked = true;
    requestAnimationFrame(measure);
  };
  new MutationObserver(ask).observe(screen, { childList: true, subtree: true, characterData: true });
  for (const event of ['input', 'toggle', 'focusin', 'focusout']) screen.addEventListener(event, ask, true);
  ask();
}

/** What the middle and the bar need together; `null` while the shell stands, which nothing is to jump from. */
function contentHeight(screen: HTMLElement): number | null {
  const main = screen.querySelector('main');
  const bar = screen.querySelector('.sticky-bar');
  if (main === null || main.getAttribute('aria-busy') === 'true') return null;
  const top = main.getBoundingClientRect().top - main.scrollTop;
  const bottoms = Array.from(main.children, (child) => child.getBoundingClientRect().bottom);
  const content = Math.max(0, ...bottoms) - top;
  // A notice may stand above the middle.
  const above = main.getBoundingClientRect().top - screen.getBoundingClientRect().top;
  const rest = bar?.getBoundingClientRect().height ?? 0;
  return Math.min(MOST, Math.max(LEAST, Math.ceil(above + content + rest)));
}

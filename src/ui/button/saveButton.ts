import { BUTTON_CSS } from './buttonCss.ts';

/** What the button says; each state has a message of its own. */
export const BUTTON_STATES = ['save', 'update', 'saving', 'saved', 'failed', 'reload'] as const;
export type ButtonState = (typeof BUTTON_STATES)[number];

export interface SaveButton {
  show(state: ButtonState, sentence?: string): void;
  remove(): void;
}

/**
 * Puts the Save button into a page: in a shadow root of its own, so that neither the page's styles reach it nor
 * its styles the page. It shows nothing but its state.
 * @param labelOf the button's text for a state
 * @param onSave called for clicks of a person only, never for events that a script made
 */
export function insertSaveButton(
  doc: Document,
  labelOf: (state: ButtonState) => string,
  onSave: () => void,
): SaveButton {
  const host = doc.createElement('weitblick-save');
  // On the host itself, as page styles for unknown elements would win over `:host`.
  host.style.cssText =
    // At the left: the lower right corner of both networks belongs to their messages.
    'all: initial !important; position: fixed !important; left: 24px !important; bottom: 24px !important; z-index: 2147483646 !important;';
  // Closed: the page must not read whether its person is saved.
  const root = host.attachShadow({ mode: 'closed' });
  const style = doc.createElement('style');
  style.textContent = BUTTON_CSS;
  const button = doc.createElement('button');
  button.type = 'button';
  // One width for all states: a page can measure what it cannot read. 60 px are the drawing and the rims.
  const longest = Math.max(...BUTTON_STATES.map((state) => labelOf(state).length));
  button.style.minWidth = `calc(${longest}ch + 60px)`;
  // Its styles take it out of the host's box and out of hit tests, for the same reason.
  const status = doc.createElement('p');
  status.setAttribute('role', 'status');
  root.append(style, status, button);
  button.addEventListener('click', (event) => {
    if (event.isTrusted && isPlainlyVisible(doc, host)) onSave();
  });
  doc.documentElement.append(host);
  return {
    show(state, sentence = '') {
      button.replaceChildren(icon(doc, ICONS[state]), labelOf(state));
      button.dataset.state = state;
      // Still focusable while it works, so that the keyboard does not lose its place.
      button.ariaDisabled = String(state === 'saving' || state === 'reload');
      status.textContent = sentence;
      status.hidden = sentence === '';
    },
    remove: () => host.remove(),
  };
}

/** Each state's drawing, on a grid of 24: a plus, a turning arrow, a tick, a warning (lucide, ISC licence). */
const ICONS: Readonly<Record<ButtonState, string>> = {
  save: 'M5 12h14M12 5v14',
  saving:
    'M12 2v4M16.2 7.8l2.9-2.9M18 12h4M16.2 16.2l2.9 2.9M12 18v4M4.9 19.1l2.9-2.9M2 12h4M4.9 4.9l2.9 2.9',
  saved: 'M20 6 9 17l-5-5',
  update: 'M20 6 9 17l-5-5',
  failed: 'M12 8v5M12 16.5v.01M12 3 2 20h20z',
  reload: 'M21 12a9 9 0 1 1-3-6.7L21 8M21 3v5h-5',
};

function icon(doc: Document, path: string): SVGElement {
  const namespace = 'http://www.w3.org/2000/svg';
  const svg = doc.createElementNS(namespace, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = doc.createElementNS(namespace, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

/** Where the button stands, in pixels from the corner, with room for scroll bars and enlarged pages. */
const CORNER = { from: 12, to: 72 } as const;

/** A page could make the button transparent and lay a bait under it, or move it under one: such clicks do not count. */
function isPlainlyVisible(doc: Document, host: HTMLElement): boolean {
  const { left, bottom } = host.getBoundingClientRect();
  const below = innerHeight - bottom;
  if (host.parentElement !== doc.documentElement) return false;
  if (left < CORNER.from || left > CORNER.to || Math.abs(below) > CORNER.to) return false;
  for (let element: HTMLElement | null = host; element !== null; element = element.parentElement) {
    const style = getComputedStyle(element);
    if (Number(style.opacity) < 0.8 || style.visibility === 'hidden' || style.pointerEvents === 'none')
      return false;
    // Filters for dark pages are honest; these can make invisible.
    if (
      /opacity|url/.test(style.filter) ||
      style.clipPath !== 'none' ||
      (style.maskImage ?? 'none') !== 'none'
    )
      return false;
  }
  return true;
}

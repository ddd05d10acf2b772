import { BUTTON_CSS } from './buttonCss.ts';
import { createElement, createSvgElement, rootOf } from './ownDocument.ts';

/**
 * What the button says: that one can save, or that the extension was replaced under the page. Whether the person is
 * saved, or was, is said where no page can look: at the toolbar.
 */
export const BUTTON_STATES = ['save', 'reload'] as const;
export type ButtonState = (typeof BUTTON_STATES)[number];

export interface SaveButton {
  /** The extension is gone: only a new visit to the page can reach the next one. */
  retire(): void;
  remove(): void;
}

/** Marks our host for programs; a page sees that the button is there anyway. */
const MARK = 'data-weitblick';

/**
 * Puts the Save button into a page: in a shadow root of its own, so that neither the page's styles reach it nor
 * its styles the page. Answers `null` where the page does not let it: a page owes us no place.
 * @param labelOf the button's text for a state
 * @param onSave called for clicks of a person only, never for events that a script made
 */
export function insertSaveButton(
  doc: Document,
  labelOf: (state: ButtonState) => string,
  onSave: () => void,
): SaveButton | null {
  try {
    return insert(doc, labelOf, onSave);
  } catch {
    // Whatever the page broke is the page's affair, and nothing was promised there.
    return null;
  }
}

function insert(doc: Document, labelOf: (state: ButtonState) => string, onSave: () => void): SaveButton {
  // A `div`: no page can define what that is, or take part in how it comes to be.
  const host = createElement(doc, 'div');
  host.setAttribute(MARK, 'save');
  // On the host itself, as page styles would win over `:host`.
  host.style.cssText =
    // At the left: the lower right corner of both networks belongs to their messages.
    'all: initial !important; position: fixed !important; left: 24px !important; bottom: 24px !important; z-index: 2147483646 !important;';
  const root = host.attachShadow({ mode: 'closed' });
  const style = createElement(doc, 'style');
  style.textContent = BUTTON_CSS;
  const button = createElement(doc, 'button');
  button.type = 'button';
  // One width for both states. 60 px are the drawing and the rims.
  const longest = Math.max(...BUTTON_STATES.map((state) => labelOf(state).length));
  button.style.minWidth = `calc(${longest}ch + 60px)`;
  root.append(style, button);
  show('save');
  button.addEventListener('click', (event) => {
    if (event.isTrusted && button.ariaDisabled !== 'true' && isPlainlyVisible(doc, host)) onSave();
  });
  const page = rootOf(doc);
  if (page === null) throw new Error('The page has no root.');
  // Firefox gives a page that is open a new script when the extension is replaced; the old one's button is dead.
  for (const old of page.querySelectorAll(`:scope > [${MARK}]`)) old.remove();
  page.append(host);
  return { retire: () => show('reload'), remove: () => host.remove() };

  function show(state: ButtonState): void {
    button.replaceChildren(icon(doc, ICONS[state]), labelOf(state));
    button.dataset.state = state;
    // Still focusable, so that the keyboard does not lose its place.
    button.ariaDisabled = String(state === 'reload');
  }
}

/** Each state's drawing, on a grid of 24: a plus, a turning arrow (lucide, ISC licence). */
const ICONS: Readonly<Record<ButtonState, string>> = {
  save: 'M5 12h14M12 5v14',
  reload: 'M21 12a9 9 0 1 1-3-6.7L21 8M21 3v5h-5',
};

function icon(doc: Document, path: string): SVGElement {
  const svg = createSvgElement(doc, 'svg');
  svg.setAttribute('viewBox', '0 0 24 24');
  svg.setAttribute('aria-hidden', 'true');
  const line = createSvgElement(doc, 'path');
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
  if (host.parentElement !== rootOf(doc)) return false;
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

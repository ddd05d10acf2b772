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
    'all: initial !important; position: fixed !important; right: 24px !important; bottom: 24px !important; z-index: 2147483646 !important;';
  const root = host.attachShadow({ mode: 'open' });
  const style = doc.createElement('style');
  style.textContent = BUTTON_CSS;
  const button = doc.createElement('button');
  button.type = 'button';
  const status = doc.createElement('p');
  status.setAttribute('role', 'status');
  root.append(style, status, button);
  button.addEventListener('click', (event) => {
    if (event.isTrusted && isPlainlyVisible(host)) onSave();
  });
  doc.documentElement.append(host);
  return {
    show(state, sentence = '') {
      button.textContent = labelOf(state);
      button.dataset.state = state;
      // Still focusable while it works, so that the keyboard does not lose its place.
      button.ariaDisabled = String(state === 'saving' || state === 'reload');
      status.textContent = sentence;
      status.hidden = sentence === '';
    },
    remove: () => host.remove(),
  };
}

/** A page could make the button transparent and lay a bait under it: such clicks do not count. */
function isPlainlyVisible(host: HTMLElement): boolean {
  for (let element: HTMLElement | null = host; element !== null; element = element.parentElement) {
    const style = getComputedStyle(element);
    if (Number(style.opacity) < 0.8 || style.visibility === 'hidden' || style.pointerEvents === 'none')
      return false;
  }
  return true;
}

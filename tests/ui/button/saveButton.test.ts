import { afterEach, expect, it, vi } from 'vitest';
import { type ButtonState, insertSaveButton, type SaveButton } from '../../../src/ui/button/saveButton.ts';

const LABELS: Record<ButtonState, string> = { save: 'Kontakt sichern', reload: 'Seite neu laden' };
const HOST = '[data-weitblick]';

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector(HOST)?.remove();
});

const put = (labels = LABELS, onSave = () => {}) =>
  insertSaveButton(document, (of) => labels[of], onSave) as SaveButton;

/** The button with its root, which only this test gets hold of. */
function insert(labels = LABELS) {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const button = put(labels);
  const root = attach.mock.results[0]?.value as ShadowRoot;
  return { button, host: document.querySelector(HOST), root, inner: root.querySelector('button') };
}

it('shows the page a plain element without a text, and a root that it cannot enter', () => {
  const { host, root } = insert();
  // Elements with a hyphen can be defined by the page, which is then told of all that happens to them.
  expect(host?.localName).toBe('div');
  expect(host?.hasAttribute('is')).toBe(false);
  expect(root.mode).toBe('closed');
  expect(host?.shadowRoot).toBeNull();
  expect(host?.textContent).toBe('');
  expect(host?.getAttributeNames().sort()).toEqual(['data-weitblick', 'style']);
  expect(root.querySelectorAll('[part], slot, [id], [name]')).toHaveLength(0);
});

it.each(['save', 'reload'] as const)('is as wide in both states as in its widest, %s', (widest) => {
  const labels = { ...LABELS, [widest]: `${LABELS.save} oder auch nicht` };
  expect(insert(labels).inner?.style.minWidth).toContain(`${labels[widest].length}ch`);
});

it('says to load the page anew, and then takes no click', () => {
  const { button, inner } = insert();
  expect(inner?.textContent).toBe(LABELS.save);
  button.retire();
  expect(inner?.textContent).toBe(LABELS.reload);
  expect(inner?.ariaDisabled).toBe('true');
});

it('takes the place of the button of an extension that was replaced', () => {
  put();
  put();
  expect(document.querySelectorAll(HOST)).toHaveLength(1);
});

it('counts no click that a script made', () => {
  const onSave = vi.fn();
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  put(LABELS, onSave);
  const root = attach.mock.results[0]?.value as ShadowRoot | undefined;
  root?.querySelector('button')?.click();
  expect(root?.querySelector('button')).toBeInstanceOf(HTMLButtonElement);
  expect(onSave).not.toHaveBeenCalled();
});

/** The document's methods as a page can hide them, also from scripts in a world of their own. */
it.each(['createElement', 'documentElement', 'addEventListener', 'append', 'querySelector'])(
  'appears though the page names an element `%s`, which then stands before the document’s own',
  (name) => {
    Object.defineProperty(document, name, { value: document.createElement('img'), configurable: true });
    try {
      expect(put()).not.toBeNull();
    } finally {
      Reflect.deleteProperty(document, name);
    }
    expect(document.querySelectorAll(HOST)).toHaveLength(1);
  },
);

const refuse = () => {
  throw new TypeError('not here');
};
it.each<[string, () => void]>([
  ['attachShadow', () => vi.spyOn(Element.prototype, 'attachShadow').mockImplementation(refuse)],
  [
    'attachShadow, which answers nothing',
    () => vi.spyOn(Element.prototype, 'attachShadow').mockReturnValue(undefined as never),
  ],
  ['setAttribute', () => vi.spyOn(Element.prototype, 'setAttribute').mockImplementation(refuse)],
  ['createElement', () => vi.spyOn(Document.prototype, 'createElement').mockImplementation(refuse)],
  ['createElementNS', () => vi.spyOn(Document.prototype, 'createElementNS').mockImplementation(refuse)],
  ['append', () => vi.spyOn(document.documentElement, 'append').mockImplementation(refuse)],
  ['its root', () => vi.spyOn(Document.prototype, 'documentElement', 'get').mockReturnValue(null as never)],
])('gets no button, and no error, where a page breaks %s', (_, spoil) => {
  spoil();
  expect(put()).toBeNull();
  vi.restoreAllMocks();
  expect(document.querySelectorAll(HOST)).toHaveLength(0);
});

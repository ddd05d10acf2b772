import { afterEach, expect, it, vi } from 'vitest';
import { type ButtonState, insertSaveButton } from '../../../src/ui/button/saveButton.ts';

const LABELS: Record<ButtonState, string> = {
  save: 'Kontakt sichern',
  update: 'Gesichert · aktualisieren',
  saving: 'Wird gesichert …',
  saved: 'Gesichert',
  failed: 'Nicht gesichert',
  reload: 'Seite neu laden',
};

afterEach(() => {
  vi.restoreAllMocks();
  document.querySelector('weitblick-save')?.remove();
});

/** The button with its root, which only this test gets hold of. */
function insert(state: ButtonState, labels = LABELS) {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const button = insertSaveButton(
    document,
    (of) => labels[of],
    () => {},
  );
  button.show(state);
  const root = attach.mock.results[0]?.value as ShadowRoot;
  return { host: document.querySelector('weitblick-save'), root, inner: root.querySelector('button') };
}

it('does not let the page read whether its person is saved', () => {
  const { host, root } = insert('update');
  expect(root.mode).toBe('closed');
  expect(host?.shadowRoot).toBeNull();
  expect(host?.textContent).toBe('');
  expect(host?.getAttributeNames()).toEqual(['style']);
});

it.each(['update', 'failed'] as const)(
  'is as wide in every state as in its widest, %s: a page can measure it',
  (widest) => {
    const labels = { ...LABELS, [widest]: `${LABELS.update} oder nicht` };
    const { inner } = insert('save', labels);
    expect(inner?.style.minWidth).toContain(`${labels[widest].length}ch`);
  },
);

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
function insert(state: ButtonState) {
  const attach = vi.spyOn(Element.prototype, 'attachShadow');
  const button = insertSaveButton(
    document,
    (of) => LABELS[of],
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

it('is as wide for a person who is saved as for one who is not: a page can measure it', () => {
  const widths = (['save', 'update'] as const).map((state) => {
    const { inner, host } = insert(state);
    host?.remove();
    vi.restoreAllMocks();
    return inner?.style.minWidth;
  });
  expect(widths[0]).toContain(`${LABELS.update.length}ch`);
  expect(widths[0]).toBe(widths[1]);
});

import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../../../browser/text.ts';

interface Shortcut {
  name: string;
  description: string;
  keys: string;
}

/** Opens the browser's own page for the keys of extensions; `null` where a page cannot be brought there. */
function keysPage(): (() => void) | null {
  const commands = browser.commands as { openShortcutSettings?(): Promise<void> } | undefined;
  if (commands?.openShortcutSettings) return () => void commands.openShortcutSettings?.();
  return import.meta.env.CHROME
    ? () => void browser.tabs.create({ url: 'chrome://extensions/shortcuts' })
    : null;
}

/** The keyboard commands as the browser holds them, and where they are changed. */
export function Shortcuts() {
  const openKeys = keysPage();
  const [shortcuts, setShortcuts] = useState<readonly Shortcut[]>([]);
  useEffect(() => {
    const commands = browser.commands as typeof browser.commands | undefined;
    void commands?.getAll().then((all) =>
      setShortcuts(
        all.map(({ name = '', description = '', shortcut = '' }) => ({
          name,
          description,
          keys: shortcut,
        })),
      ),
    );
  }, []);
  return (
    <div class="stack">
      {shortcuts.length > 0 && (
        <dl class="facts">
          {shortcuts.map(({ name, description, keys }) => (
            <div key={name}>
              {/* The browser knows descriptions in its own language only. */}
              <dt>
                {{ _execute_action: t('shortcut_popup'), save: t('command_save') }[name] ?? description}
              </dt>
              <dd>{keys === '' ? <span class="muted">{t('shortcut_none')}</span> : <kbd>{keys}</kbd>}</dd>
            </div>
          ))}
        </dl>
      )}
      {shortcuts.some(({ keys }) => keys === '') && <p class="notice warn">{t('shortcut_unbound')}</p>}
      <p class="hint">{t('shortcut_change')}</p>
      {openKeys !== null && (
        <div class="row">
          <button type="button" onClick={openKeys}>
            {t('shortcut_choose')}
          </button>
        </div>
      )}
    </div>
  );
}

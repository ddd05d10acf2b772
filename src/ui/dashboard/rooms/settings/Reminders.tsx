import { useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../../text.ts';

/** Reminders are off until the user asks for them; the browser asks for its own permission by the same click. */
export function Reminders({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const [refused, setRefused] = useState(false);
  async function change(next: boolean): Promise<void> {
    const granted = !next || (await browser.permissions.request({ permissions: ['notifications'] }));
    setRefused(!granted);
    if (granted) onChange(next);
  }
  return (
    <div class="stack">
      <label class="check">
        <input
          type="checkbox"
          checked={on}
          onChange={(event) => {
            // The box shows what holds, not what was asked for.
            event.currentTarget.checked = on;
            void change(!on);
          }}
        />
        <span>
          {t('settings_remind')}
          <span class="hint block">{t('settings_remindWhy')}</span>
        </span>
      </label>
      {refused && (
        <p class="error" role="alert">
          {t('settings_remindRefused')}
        </p>
      )}
    </div>
  );
}

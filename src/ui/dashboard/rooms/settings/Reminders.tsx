import { useEffect, useState } from 'preact/hooks';
import { browser } from 'wxt/browser';
import { t } from '../../../../browser/text.ts';

const NOTIFICATIONS = { permissions: ['notifications'] } as const;

/**
 * Reminders are off until the user asks for them; the browser asks for its own permission by the same click. What is
 * shown is what holds: without that permission nobody is reminded.
 */
export function Reminders({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const [refused, setRefused] = useState(false);
  const allowed = useAllowed();
  async function change(next: boolean): Promise<void> {
    const granted =
      !next || (await browser.permissions.request({ permissions: [...NOTIFICATIONS.permissions] }));
    setRefused(!granted);
    if (granted && next !== on) onChange(next);
  }
  const holds = on && allowed !== false;
  return (
    <div class="stack">
      <label class="check">
        <input
          type="checkbox"
          checked={holds}
          onChange={(event) => {
            // The box shows what holds, not what was asked for.
            event.currentTarget.checked = holds;
            void change(!holds);
          }}
        />
        <span>
          {t('settings_remind')}
          <span class="hint block">{t('settings_remindWhy')}</span>
        </span>
      </label>
      {on && allowed === false && !refused && (
        <div class="notice warn">
          <div class="stack">
            <span>{t('settings_remindNotAllowed')}</span>
            <div class="row">
              <button type="button" onClick={() => void change(true)}>
                {t('settings_remindAllow')}
              </button>
            </div>
          </div>
        </div>
      )}
      {refused && (
        <p class="error" role="alert">
          {t('settings_remindRefused')}
        </p>
      )}
    </div>
  );
}

/** Whether the browser lets us notify, followed as it changes; `null` until it has said. */
function useAllowed(): boolean | null {
  const [allowed, setAllowed] = useState<boolean | null>(null);
  useEffect(() => {
    const { permissions } = browser;
    const look = () =>
      void permissions
        .contains({ permissions: [...NOTIFICATIONS.permissions] })
        .then(setAllowed, () => setAllowed(null));
    look();
    permissions.onAdded.addListener(look);
    permissions.onRemoved.addListener(look);
    return () => {
      permissions.onAdded.removeListener(look);
      permissions.onRemoved.removeListener(look);
    };
  }, []);
  return allowed;
}

import { useState } from 'preact/hooks';
import type { Settings } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { errorText } from '../errorText.ts';
import { chooseLanguage, t } from '../text.ts';
import type { RoomProps } from './rooms.ts';

/** Language, and whether anything is inserted into pages. */
export default function Preferences({ network, onSettings }: RoomProps) {
  const [failure, setFailure] = useState('');
  async function set(settings: Partial<Settings>): Promise<void> {
    try {
      const saved = await call('settings.set', { settings });
      await chooseLanguage(saved.language);
      onSettings(saved);
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  const { language, quiet } = network.settings;
  return (
    <div class="form">
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <label>
        <span>{t('settings_language')}</span>
        <select
          value={language}
          onChange={({ currentTarget: { value } }) =>
            set({ language: value === 'de' || value === 'en' ? value : 'auto' })
          }
        >
          <option value="auto">{t('settings_languageAuto')}</option>
          <option value="de">Deutsch</option>
          <option value="en">English</option>
        </select>
      </label>
      <label class="check">
        <input
          type="checkbox"
          checked={quiet}
          onChange={({ currentTarget }) => set({ quiet: currentTarget.checked })}
        />
        <span>{t('settings_quiet')}</span>
      </label>
      <p class="muted">{t('settings_terms')}</p>
    </div>
  );
}

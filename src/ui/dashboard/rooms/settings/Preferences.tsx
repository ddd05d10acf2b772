import { useEffect, useRef, useState } from 'preact/hooks';
import { chooseLanguage, t } from '../../../../browser/text.ts';
import { call } from '../../../../messaging/client.ts';
import type { PageSettings } from '../../../../messaging/protocol.ts';
import { errorText } from '../../../errorText.ts';
import { linkTo, type RoomProps } from '../../links.ts';
import { DoNotSave } from './DoNotSave.tsx';
import { Devices } from './devices/Devices.tsx';
import { Privacy } from './Privacy.tsx';
import { Reminders } from './Reminders.tsx';
import { Rhythms } from './Rhythms.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { Sites } from './Sites.tsx';
import './settings.css';

/** Months without news after which a contact is put up for review. */
const REVIEW_MONTHS = [6, 12, 18, 24, 36] as const;

/** What the user decides about the product itself: language, sites, reminders, what is stored. */
export default function Preferences({ network, place, onSettings }: RoomProps) {
  const devices = useRef<HTMLElement>(null);
  const wanted = place.path[0];
  useEffect(() => {
    if (wanted === 'devices') devices.current?.scrollIntoView();
  }, [wanted]);
  const [failure, setFailure] = useState('');
  const set = (settings: Partial<PageSettings>) => told(call('settings.set', { settings }));
  async function told(answer: Promise<PageSettings>): Promise<void> {
    try {
      const saved = await answer;
      await chooseLanguage(saved.language);
      onSettings(saved);
      setFailure('');
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  const { language, quiet, reminders, reviewMonths, rhythms, doNotSave } = network.settings;
  return (
    <div class="settings">
      {failure && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
      <section>
        <h2>{t('settings_general')}</h2>
        <div class="stack wide">
          <label class="narrow">
            <span>{t('settings_language')}</span>
            <select
              value={language}
              onChange={({ currentTarget: { value } }) =>
                void set({ language: value === 'de' || value === 'en' ? value : 'auto' })
              }
            >
              <option value="auto">{t('settings_languageAuto')}</option>
              <option value="de">Deutsch</option>
              <option value="en">English</option>
            </select>
          </label>
          <p>
            <a href={linkTo('me')}>{t('settings_me')}</a>
            {' · '}
            <a href={linkTo('welcome', ['me'])}>{t('settings_again')}</a>
          </p>
        </div>
      </section>
      <section>
        <h2>{t('settings_sites')}</h2>
        <Sites quiet={quiet} onQuiet={(next) => void set({ quiet: next })} />
      </section>
      <section>
        <h2>{t('settings_reminders')}</h2>
        <div class="stack wide">
          <Reminders on={reminders} onChange={(next) => void set({ reminders: next })} />
          <Rhythms
            rhythms={rhythms}
            onChange={(layer, days) => void told(call('rhythm.set', { layer, days }))}
          />
          <label class="narrow">
            <span>{t('settings_review')}</span>
            <select
              value={String(reviewMonths)}
              onChange={({ currentTarget }) => void set({ reviewMonths: Number(currentTarget.value) })}
            >
              {[...new Set([...REVIEW_MONTHS, reviewMonths])]
                .sort((a, b) => a - b)
                .map((months) => (
                  <option key={months} value={String(months)}>
                    {t('settings_months', { count: months })}
                  </option>
                ))}
            </select>
          </label>
        </div>
      </section>
      <section ref={devices}>
        <h2>{t('settings_devices')}</h2>
        <Devices />
      </section>
      <section>
        <h2>{t('settings_privacy')}</h2>
        <Privacy reviewMonths={reviewMonths} contactCount={network.contactCount}>
          <DoNotSave
            addresses={doNotSave}
            onAdd={async (address) => onSettings(await call('doNotSave.add', { address }))}
            onRemove={(address) => void told(call('doNotSave.remove', { address }))}
          />
        </Privacy>
      </section>
      <section>
        <h2>{t('settings_backup')}</h2>
        <div class="stack">
          <p>{t('settings_backupWhy')}</p>
          <p>
            <a href={linkTo('files')}>{t('settings_toFiles')}</a>
          </p>
        </div>
      </section>
      <section>
        <h2>{t('settings_keyboard')}</h2>
        <Shortcuts />
      </section>
    </div>
  );
}

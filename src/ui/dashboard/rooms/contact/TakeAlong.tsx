import { CalendarPlus, Contact as Card } from 'lucide';
import { useState } from 'preact/hooks';
import { t } from '../../../../browser/text.ts';
import type { Contact } from '../../../../core/model/index.ts';
import { errorText } from '../../../errorText.ts';
import { Icon } from '../../../parts/Icon.tsx';
import { calendarWords } from '../../shared/calendarWords.ts';
import { fetchExport, offerDownload } from '../../shared/transfer.ts';

/** The contact for the phone: as a card, and what is due of them as a calendar. */
export function TakeAlong({ contact: { id, own } }: { contact: Contact }) {
  const [failure, setFailure] = useState('');
  async function take(format: 'vcard3' | 'ics'): Promise<void> {
    setFailure('');
    try {
      const { name, blob } = await fetchExport(
        {
          format,
          redaction: 'full',
          ids: [id],
          ...(format === 'ics' && { calendarWords: calendarWords() }),
        },
        () => {},
        new AbortController().signal,
      );
      offerDownload(name, blob);
    } catch (error) {
      setFailure(errorText(error));
    }
  }
  return (
    <>
      <button type="button" onClick={() => take('vcard3')}>
        <Icon of={Card} />
        {t('panel_card')}
      </button>
      {(own.nextStep?.due !== undefined || own.rhythmDays !== undefined) && (
        <button type="button" onClick={() => take('ics')}>
          <Icon of={CalendarPlus} />
          {t('panel_calendar')}
        </button>
      )}
      {failure !== '' && (
        <p class="error" role="alert">
          {failure}
        </p>
      )}
    </>
  );
}

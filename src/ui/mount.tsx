import { type ComponentType, render } from 'preact';
import { chooseLanguage, t } from '../browser/text.ts';
import { call } from '../messaging/client.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { Network } from '../messaging/protocol.ts';
import { errorText } from './errorText.ts';

/** Whoever waits longer, as when an update brings a large database up to date, is told what for; in milliseconds. */
const SILENT_MS = 800;

/** Shows a screen once the network's state and the language are there; else says why not. */
export async function mount(Screen: ComponentType<{ network: Network }>): Promise<void> {
  const place = document.getElementById('screen');
  if (place === null) throw new Error('the page has no #screen');
  await chooseLanguage('auto');
  const waiting = setTimeout(() => {
    render(
      <p role="status" style="padding: 16px">
        {t('opening')}
      </p>,
      place,
    );
  }, SILENT_MS);
  try {
    const network = await call('network.get', {}).finally(() => clearTimeout(waiting));
    await chooseLanguage(network.settings.language);
    render(<Screen network={network} />, place);
  } catch (error) {
    // What nobody foresaw leaves its trace for a report; the sentence alone names no place.
    if (!(error instanceof MessageFailure)) console.error(error);
    render(
      <p class="error" role="alert" style="padding: 16px">
        {errorText(error)}
      </p>,
      place,
    );
  }
}

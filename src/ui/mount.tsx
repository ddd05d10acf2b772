import { type ComponentType, render } from 'preact';
import { chooseLanguage, t } from '../browser/text.ts';
import { call } from '../messaging/client.ts';
import { MessageFailure } from '../messaging/errors.ts';
import type { Network } from '../messaging/protocol.ts';
import { errorText } from './errorText.ts';

/** Whoever waits longer, as when an update brings a large database up to date, is told what for; in milliseconds. */
const SILENT_MS = 800;

/** What can be shown before the network's state is there; `notice`: why that takes so long. */
export type Meanwhile = ComponentType<{ notice?: string }>;

/**
 * Shows a screen once the network's state and the language are there; else says why not. `sooner` is shown until then,
 * as soon as it can be told.
 */
export async function mount(
  Screen: ComponentType<{ network: Network }>,
  sooner?: Promise<Meanwhile>,
): Promise<void> {
  const place = document.getElementById('screen');
  if (place === null) throw new Error('the page has no #screen');
  await chooseLanguage('auto');
  const waiting = wait(place, sooner);
  try {
    const network = await call('network.get', {});
    await chooseLanguage(network.settings.language);
    waiting.end();
    render(<Screen network={network} />, place);
  } catch (error) {
    waiting.end();
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

/** Shows what there is until the screen is there: the page's own shell, what can be told sooner, why it takes long. */
function wait(place: HTMLElement, sooner: Promise<Meanwhile> | undefined): { end(): void } {
  let Shown: Meanwhile | null = null;
  let notice: string | undefined;
  let over = false;
  const draw = () => {
    if (over) return;
    const Meanwhile = Shown ?? Opening;
    render(<Meanwhile {...(notice !== undefined && { notice })} />, place);
  };
  void sooner?.then((Sooner) => {
    Shown = Sooner;
    draw();
  });
  const timer = setTimeout(() => {
    notice = t('opening');
    draw();
  }, SILENT_MS);
  return {
    end() {
      over = true;
      clearTimeout(timer);
    },
  };
}

function Opening({ notice }: { notice?: string }) {
  return (
    <p role="status" style="padding: 16px">
      {notice}
    </p>
  );
}

import type { Table } from '../../core/text/table.ts';
import { call } from '../../messaging/client.ts';
import { MessageFailure } from '../../messaging/errors.ts';
import { isPrerendering, onVisit } from './ownDocument.ts';
import { BUTTON_STATES, insertSaveButton, type SaveButton } from './saveButton.ts';

export interface PageWatch {
  document: Document;
  /** The address at the start. */
  url: string;
  text(key: string): string;
  /** Calls back after each in-site navigation, perhaps too often; `again` when the browser brought the page back. */
  onNavigation(callback: (url: string, again: boolean) => void): void;
}

/** Every sentence that the button may say. */
const TEXTS = BUTTON_STATES.map((state) => `button_${state}`);

/**
 * The button appears so long after the address did, or a multiple of it, in milliseconds. The answer of the
 * background takes a few: what else it is busy with, and be it that very person, shows in no time that a page sees.
 */
const BEAT_MS = 250;

/**
 * Shows the Save button on profile pages, follows in-site navigation, and has the page saved on a click.
 *
 * A page can see all that this does. So it does the same for everybody, saved or not: whether there is a button
 * hangs on the address alone, and after a click nothing here changes; the toolbar's popup says what became of it.
 */
export function watchPage(watch: PageWatch): void {
  if (isPrerendering(watch.document)) onVisit(watch.document, () => start(watch));
  else start(watch);
}

function start(watch: PageWatch): void {
  // Read now: when the extension is replaced, this script lives on, but may no longer ask for texts.
  let texts: Table<string> = new Map(TEXTS.map((key) => [key, watch.text(key)]));
  let button: SaveButton | null = null;
  let url = watch.url;
  let asking = false;

  watch.onNavigation((now, again) => {
    if (now === url && !again) return;
    url = now;
    button?.remove();
    button = null;
    void follow();
  });
  void follow();

  /** Asks for one address at a time, once a beat: a page that walks through addresses cannot press for answers. */
  async function follow(): Promise<void> {
    if (asking) return;
    asking = true;
    for (let asked = ''; asked !== url; ) {
      asked = url;
      const shown = await onTheBeat(isShown(asked));
      if (asked === url && shown)
        button = insertSaveButton(watch.document, (state) => texts.get(`button_${state}`) ?? '', save);
    }
    asking = false;
  }

  async function isShown(address: string): Promise<boolean> {
    try {
      const answer = await call('page.state', { url: address, texts: TEXTS });
      texts = new Map([...texts, ...Object.entries(answer.texts ?? {})]);
      return answer.show;
    } catch {
      // Nothing was asked for yet, so nothing is said: the button stays away until the next page.
      return false;
    }
  }

  function save(): void {
    call('page.save', {}).catch((error: unknown) => {
      // Only this no popup can say any more. Of all else the toolbar tells.
      if (error instanceof MessageFailure && error.kind === 'extensionReloaded') button?.retire();
    });
  }
}

/** The answer, a whole number of beats after it was asked for. */
async function onTheBeat<T>(answer: Promise<T>): Promise<T> {
  const from = performance.now();
  const arrived = await answer;
  const rest = BEAT_MS - ((performance.now() - from) % BEAT_MS);
  await new Promise((beat) => setTimeout(beat, rest));
  return arrived;
}

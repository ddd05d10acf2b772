import type { ProfileKey } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { MessageFailure } from '../../messaging/errors.ts';
import type { Capture } from '../../messaging/protocol.ts';
import { insertSaveButton, type SaveButton } from './saveButton.ts';

/** What the page's reader answers: something to save, or the reason why not. */
export type Reading = { ok: true; capture: Capture } | { ok: false; reason: string };

export interface PageWatch {
  document: Document;
  /** Whom the current address is about. */
  identify(): ProfileKey | null;
  read(): Reading;
  text(key: string): string;
  /** Calls back after each in-site navigation, until the script is told to end. */
  onNavigation(callback: () => void): void;
}

/** Shows the Save button on profile pages, follows in-site navigation, and saves on a click. */
export function watchPage(watch: PageWatch): void {
  let button: SaveButton | null = null;
  let shown = 0;
  let saving = false;

  watch.onNavigation(refresh);
  refresh();

  /** Each refresh makes the answers of earlier ones void: the page may have moved on meanwhile. */
  async function refresh(): Promise<void> {
    const turn = ++shown;
    button?.remove();
    button = null;
    const key = watch.identify();
    if (key === null) return;
    try {
      const { saved, quiet } = await call('page.state', { key });
      if (turn !== shown || quiet) return;
      button = insertSaveButton(watch.document, (state) => watch.text(`button_${state}`), save);
      button.show(saved ? 'update' : 'save');
    } catch (error) {
      // Nothing was asked for yet, so nothing is said: the button stays away until the next page.
      if (!(error instanceof MessageFailure)) throw error;
    }
  }

  async function save(): Promise<void> {
    if (saving || button === null) return;
    saving = true;
    const mine = button;
    mine.show('saving');
    try {
      const reading = watch.read();
      if (!reading.ok) {
        mine.show('failed', watch.text(`reason_${reading.reason}`));
        return;
      }
      await call('contact.save', { capture: reading.capture });
      mine.show('saved');
    } catch (error) {
      const kind = error instanceof MessageFailure ? error.kind : 'unknown';
      mine.show(kind === 'extensionReloaded' ? 'reload' : 'failed', watch.text(`error_${kind}`));
    } finally {
      saving = false;
    }
  }
}

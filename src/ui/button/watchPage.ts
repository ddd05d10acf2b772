import type { Table } from '../../core/text/table.ts';
import { call } from '../../messaging/client.ts';
import { FAILURES, MessageFailure } from '../../messaging/errors.ts';
import { BUTTON_STATES, insertSaveButton, type SaveButton } from './saveButton.ts';

export interface PageWatch {
  document: Document;
  /** The address at the start. */
  url: string;
  text(key: string): string;
  /** Calls back after each in-site navigation, until the script is told to end. */
  onNavigation(callback: (url: string) => void): void;
}

/** Why a page is not saved: the refusals of a reader (`RefusalReason` of `capture`). */
const REASONS = [
  'notAProfile',
  'stillLoading',
  'otherPerson',
  'signInWall',
  'ownAlias',
  'organisation',
  'manyPersons',
  'nothingFound',
  'tooLarge',
  'unreadable',
];

/** Every sentence that the button may say. */
const TEXTS = [
  ...BUTTON_STATES.map((state) => `button_${state}`),
  ...REASONS.map((reason) => `reason_${reason}`),
  ...FAILURES.map((kind) => `error_${kind}`),
];

/** Shows the Save button on profile pages, follows in-site navigation, and saves on a click. */
export function watchPage(watch: PageWatch): void {
  // Read now: when the extension is replaced, this script lives on, but may no longer ask for texts.
  let texts: Table<string> = new Map(TEXTS.map((key) => [key, watch.text(key)]));
  let button: SaveButton | null = null;
  let shown = 0;
  let saving = false;

  watch.onNavigation(refresh);
  refresh(watch.url);

  /** Each refresh makes the answers of earlier ones void: the page may have moved on meanwhile. */
  async function refresh(url: string): Promise<void> {
    const turn = ++shown;
    button?.remove();
    button = null;
    try {
      const { state, quiet, texts: chosen } = await call('page.state', { url, texts: TEXTS });
      texts = new Map([...texts, ...Object.entries(chosen ?? {})]);
      if (turn !== shown || quiet || state === 'none') return;
      button = insertSaveButton(watch.document, (state) => texts.get(`button_${state}`) ?? '', save);
      button.show(state === 'saved' ? 'update' : 'save');
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
      const answer = await call('page.save', {});
      if (!answer.ok) {
        mine.show('failed', texts.get(`reason_${answer.reason}`));
        return;
      }
      mine.show('saved');
    } catch (error) {
      const kind = error instanceof MessageFailure ? error.kind : 'unknown';
      if (kind === 'extensionReloaded') mine.show('reload', texts.get('error_extensionReloaded'));
      else mine.show('failed', texts.get(`error_${kind}`));
    } finally {
      saving = false;
    }
  }
}

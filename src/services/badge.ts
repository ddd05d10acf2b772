import type { ProfileKey, Reading } from '../core/model/index.ts';
import { keyText } from '../core/model/index.ts';
import { findContact } from '../storage/contacts.ts';
import type { Background } from './background.ts';
import type { Badge } from './environment.ts';
import { readSaved } from './read.ts';
import { bestFit } from './save.ts';

/** Shows at each tab's toolbar whom its page is about; of a tab that moves on, only where it is now. */
export class Badges {
  private readonly background: Background;
  private readonly turns = new Map<number, symbol>();

  constructor(background: Background) {
    this.background = background;
  }

  /**
   * Looks after the page that asks has its answer: how long the look takes, which hangs on who is saved, delays
   * nothing that a page could see.
   */
  follow(tab: number, key: ProfileKey | null): void {
    const turn = Symbol();
    this.turns.set(tab, turn);
    setTimeout(() => {
      this.show(tab, key, turn).catch((error: unknown) => console.error(error));
    });
  }

  private async show(tab: number, key: ProfileKey | null, turn: symbol): Promise<void> {
    const badge = await badgeFor(this.background, key);
    if (this.turns.get(tab) !== turn) return;
    this.turns.delete(tab);
    await this.background.showBadge(tab, badge);
  }
}

/** What the toolbar shows of a person's page, saved or not. */
async function badgeFor(background: Background, key: ProfileKey | null): Promise<Badge> {
  if (key === null) return { state: 'none' };
  const contact = await findContact(await background.database, [keyText(key)]);
  return contact === undefined ? { state: 'unsaved' } : savedBadge(await readSaved(background, contact));
}

/** What the badge says of a saved contact: layer and best fit to a goal. */
export function savedBadge(reading: Reading): Badge {
  return { state: 'saved', fit: bestFit(reading), layer: reading.layer.value };
}

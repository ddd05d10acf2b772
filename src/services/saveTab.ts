import { profileKeys } from '../core/merge/index.ts';
import { type Contact, keyText } from '../core/model/index.ts';
import { MessageFailure } from '../messaging/errors.ts';
import { Capture } from '../messaging/protocol.ts';
import { findContact } from '../storage/contacts.ts';
import type { Background } from './background.ts';
import { savedBadge } from './badge.ts';
import type { Badge } from './environment.ts';
import { failureOf, namedFailure } from './failures.ts';
import { saveCapture } from './save.ts';

/**
 * Saves tabs by a click on the page's button, by the keyboard or by the menu. The popup opens at once and in every
 * case: when, and whether, it takes the focus from the page tells the page nothing of what became of the save.
 */
export class TabSaves {
  private readonly running = new Map<number, Promise<void>>();
  /** Who was saved and is not told of yet. */
  private readonly news = new Map<string, 'created' | 'updated'>();
  private readonly background: Background;

  constructor(background: Background) {
    this.background = background;
  }

  /** Reads a tab and saves whom it shows; the toolbar then says how they fit, or that it failed. Never rejects. */
  start(tab: number): Promise<void> {
    // Before anything is awaited: some browsers open it only while they still know of the click.
    this.background.openPopup?.().catch(() => {
      // Browsers that open no popup by themselves leave it to the user's next click; the badge tells until then.
    });
    const running = this.running.get(tab);
    if (running !== undefined) return running;
    const save = this.save(tab).finally(() => this.running.delete(tab));
    this.running.set(tab, save);
    return save;
  }

  /** Waits for what is being saved: who looks now, looks at what comes of it. */
  async settled(): Promise<void> {
    await Promise.all(this.running.values());
  }

  /** Whether somebody was saved so a moment ago; told once. */
  takeNews(contactId: string): 'created' | 'updated' | undefined {
    const news = this.news.get(contactId);
    this.news.delete(contactId);
    return news;
  }

  private async save(tab: number): Promise<void> {
    const badge = await this.savePage(tab).catch(async (thrown: unknown): Promise<Badge> => {
      const error = await namedFailure(thrown, this.background);
      const kind = error instanceof MessageFailure ? error.kind : failureOf(error);
      if (kind === 'unknown') console.error(error);
      return { state: 'failed', sentence: `error_${kind}` };
    });
    await this.background.showBadge(tab, badge).catch((error: unknown) => console.error(error));
  }

  /**
   * Reads a tab and saves whom it shows. Answers what the toolbar is to show of it.
   * @throws MessageFailure when what was read is not a capture, or is another person than the tab's address names.
   */
  private async savePage(tab: number): Promise<Badge> {
    const { background } = this;
    const page = await background.readPage(tab);
    if (!page.ok) return { state: 'failed', sentence: `reason_${page.reason}` };
    const capture = Capture.safeParse(page.capture);
    if (!capture.success)
      throw new MessageFailure('badMessage', capture.error.issues[0]?.path.join('.') ?? '');
    const shown = background.identify(page.url);
    // What was read must be the person that the tab's address names.
    if (shown === null || keyText(shown) !== keyText(capture.data.profile.key))
      throw new MessageFailure('otherPerson');
    // The page shows its person their own profile: nobody is their own contact, unless they were saved as one by hand.
    if (page.own === true && (await this.savedUnder(capture.data)) === undefined)
      throw new MessageFailure('ownProfile');
    const { contact, created, reading } = await saveCapture(background, capture.data);
    this.news.set(contact.id, created ? 'created' : 'updated');
    return savedBadge(reading);
  }

  private async savedUnder({ profile }: Capture): Promise<Contact | undefined> {
    return findContact(await this.background.database, profileKeys(profile));
  }
}

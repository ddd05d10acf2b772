import type { Me, Profile } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { meFromPage } from './meFromProfile.ts';

/** What has become of the user, and how both come back: who they were, and the contact whom they took themself for. */
export interface BecameMe {
  me: Me;
  /** The contact who is nobody else any more; `null`: there was none. */
  contact: { id: string; name: string } | null;
  undo: () => Promise<void>;
}

/**
 * The user is whom this page shows. Nobody is their own contact: who was saved under the page becomes the user, and
 * comes back by `undo` with every word. Rejects as `call` does.
 */
export async function becomeMe(profile: Profile, before: Me | null): Promise<BecameMe> {
  const me = await call('me.set', { me: meFromPage(profile, before), based: before });
  const contact = await call('me.contact', {});
  const step = contact === null ? null : await call('contact.forgetMany', { ids: [contact.id] });
  return {
    me,
    contact,
    async undo() {
      if (before === null) await call('me.unset', {});
      else await call('me.set', { me: before });
      if (step !== null) await call('undo.run', { id: step.undo });
    },
  };
}

import { useState } from 'preact/hooks';
import { t } from '../../browser/text.ts';
import type { Layer, LogEntry } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import { bePresent, writer } from '../../messaging/presence.ts';
import type { ContactView, Input, Network } from '../../messaging/protocol.ts';
import { companyIndustry, setCompanyIndustry } from './companyIndustry.ts';
import type { OwnWriter } from './ownWriter.ts';
import { today } from './today.ts';

/** The user's own word on one role toward one goal; `says: null` takes it back. */
export type RoleWord = Omit<Input<'contact.role'>, 'id'>;

type Tie = ContactView['ties'][number];
/** The user's own words of which there is one each, and which of them are taken away. */
export type Own = Input<'contact.setOwn'>['own'];
export type OwnField = NonNullable<Input<'contact.setOwn'>['clear']>[number];

/**
 * What the user can say of a saved contact, written at once, each change on its own. `onView` is told each new view,
 * `null` when the contact is gone; `onFailure` whatever went wrong. `said` tells that it is saved.
 */
export function useContactEdits({
  id,
  company,
  companies,
  onView,
  onFailure,
}: {
  id: string;
  /** The present employer, as shown. */
  company: string | undefined;
  companies: Network['settings']['companies'];
  onView: (view: ContactView | null) => void;
  onFailure: (error: unknown) => void;
}) {
  const [said, setSaid] = useState('');

  async function attempt(work: () => Promise<unknown>): Promise<void> {
    try {
      await work();
    } catch (error) {
      setSaid('');
      onFailure(error);
    }
  }
  const show = (view: ContactView | null) => {
    if (view !== null) setSaid(t('saved'));
    onView(view);
  };
  const setOwn = (own: Own, clear: OwnField[] = []) =>
    attempt(async () => show(await call('contact.setOwn', { id, own, clear })));
  /** Sends what stands in a field; answers the view once it is written, else `null`. */
  async function typed(what: Input<'contact.typed'>['what'], now: boolean): Promise<ContactView | null> {
    bePresent();
    let written: ContactView | null = null;
    await attempt(async () => {
      const { kept, view } = await call('contact.typed', { id, writer, what, ...(now && { now }) });
      if (!kept) return;
      written = view;
      show(view);
    });
    return written;
  }
  const log = (entry: LogEntry, stepDone = false) =>
    attempt(async () => show(await call('contact.log', { id, ...entry, stepDone })));
  /** A tie as it shall be; `based` is the one that it was made of, so that nothing else of it changes. */
  const setTie = (tie: Tie, based?: Tie) =>
    attempt(async () => {
      const answer = await call('contact.setTie', { tie, ...(based !== undefined && { based }) });
      // A tie of somebody else answers with their view; ours is read again.
      show(answer?.contact.id === id ? answer : await call('contact.get', { id }));
    });
  const words: OwnWriter = {
    async note(text, based, now) {
      const view = await typed({ field: 'note', text, based }, now);
      const kept = view && (view.contact.own.note ?? '');
      // Blanks alone are no note, and stay in the field.
      return kept === '' && text.trim() === '' ? text : (kept ?? undefined);
    },
    tag: (change) => void attempt(async () => show(await call('contact.tag', { id, ...change }))),
    step: (step, based, now) => typed({ field: 'nextStep', step, based }, now),
    tagTyped: (text) => void typed({ field: 'tag', text }, text === ''),
    async tagBack() {
      const draft = await call('draft.get', { kind: 'tag', subject: id }).catch(() => null);
      return draft === null ? '' : (JSON.parse(draft.text) as { text: string }).text;
    },
    done: (text) => void log({ day: today(), text }, true),
  };
  return {
    said,
    attempt,
    setOwn: (own: Own, clear: OwnField[] = []) => void setOwn(own, clear),
    /** Note, tags and next step. */
    writer: words,
    /** A line for the log of what was done together. */
    log: (entry: LogEntry) => void log(entry),
    /** An entry of the log written anew. */
    relog: (was: LogEntry, entry: LogEntry) =>
      void attempt(async () => show(await call('contact.relog', { id, was, entry }))),
    /** The user's own word on the layer; `null` goes back to the computed one. */
    setLayer: (layer: Layer | null) => void (layer === null ? setOwn({}, ['layer']) : setOwn({ layer })),
    /** The user's own word on one role toward one goal. */
    setRole: (word: RoleWord) => void attempt(async () => show(await call('contact.role', { id, ...word }))),
    setTie: (tie: Tie, based?: Tie) => void setTie(tie, based),
    /** What the form of corrections takes besides the classification. */
    correction: {
      company,
      companyIndustry: companyIndustry(companies, company),
      onOwn: (own: Own, clear: OwnField[] = []) => void setOwn(own, clear),
      onCompany: (nace2: string | null) =>
        void attempt(async () => {
          await setCompanyIndustry(company, nace2);
          show(await call('contact.get', { id }));
        }),
    },
  };
}

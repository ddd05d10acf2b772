import { useState } from 'preact/hooks';
import type { Layer, OwnWords } from '../../core/model/index.ts';
import { call } from '../../messaging/client.ts';
import type { ContactView, Network } from '../../messaging/protocol.ts';
import { t } from '../text.ts';
import { companyIndustry, setCompanyIndustry } from './companyIndustry.ts';

/**
 * What the user can say of a saved contact, written at once. `onView` is told each new view, `null` when the contact
 * is gone; `onFailure` whatever went wrong. `said` is for screen readers.
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
      onFailure(error);
    }
  }
  const show = (view: ContactView | null) => {
    if (view !== null) setSaid(t('saved'));
    onView(view);
  };
  const setOwn = (own: Partial<OwnWords>, clear: string[] = []) =>
    void attempt(async () => show(await call('contact.setOwn', { id, own, clear })));
  return {
    said,
    attempt,
    setOwn,
    /** The user's own word on the layer; `null` goes back to the computed one. */
    setLayer: (layer: Layer | null) => (layer === null ? setOwn({}, ['layer']) : setOwn({ layer })),
    setTie: (tie: ContactView['ties'][number]) =>
      void attempt(async () => {
        const answer = await call('contact.setTie', { tie });
        // A tie of somebody else answers with their view; ours is read again.
        show(answer?.contact.id === id ? answer : await call('contact.get', { id }));
      }),
    /** What the form of corrections takes besides the classification. */
    correction: {
      company,
      companyIndustry: companyIndustry(companies, company),
      onOwn: setOwn,
      onCompany: (nace2: string | null) =>
        void attempt(async () => {
          await setCompanyIndustry(companies, company, nace2);
          show(await call('contact.get', { id }));
        }),
    },
  };
}

import { companyNames, namesCompanies, underPresentKeys } from '../../core/merge/formerKeys.ts';
import type { Contact, Me, Settings } from '../../core/model/index.ts';
import type { Upgrade } from '../schema.ts';

/** Contacts read at once. */
const PAGE = 500;

/**
 * The fourth layout: what the user said of companies stands under the keys of today, which know more legal forms.
 * Frozen. Contacts are read only where something was said.
 */
export async function companyKeys(transaction: Upgrade): Promise<void> {
  const state = transaction.objectStore('state');
  const stored = (await state.get('settings')) as Partial<Settings> | undefined;
  const keyed = { companies: stored?.companies ?? {}, moves: stored?.moves ?? {} };
  if (!namesCompanies(keyed)) return;
  const names = new Set(companyNames([], (await state.get('me')) as Me | undefined));
  for (let after: IDBKeyRange | null = null; ; ) {
    const page: Contact[] = await transaction.objectStore('contacts').getAll(after, PAGE);
    for (const name of companyNames(page, null)) names.add(name);
    const last = page.at(-1);
    if (last === undefined) break;
    after = IDBKeyRange.lowerBound(last.id, true);
  }
  const present = underPresentKeys(keyed, names, await transaction.objectStore('goals').getAll());
  if (present !== keyed) await state.put({ ...stored, ...present }, 'settings');
}

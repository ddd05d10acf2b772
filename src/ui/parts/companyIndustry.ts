import { companyKey } from '../../core/text/companies.ts';
import { ownValue } from '../../core/text/table.ts';
import { call } from '../../messaging/client.ts';
import type { Network } from '../../messaging/protocol.ts';

type Companies = Network['settings']['companies'];

/** The user's own industry for a company: a NACE division, `undefined` when there is none. */
export function companyIndustry(companies: Companies, company: string | undefined): string | undefined {
  return ownValue(companies, companyKey(company ?? ''));
}

/** Sets it for everybody at the company; `null` takes the user's word back. Rejects as `call` does. */
export async function setCompanyIndustry(
  companies: Companies,
  company: string | undefined,
  nace2: string | null,
): Promise<void> {
  const key = companyKey(company ?? '');
  const { [key]: _, ...others } = companies;
  await call('settings.set', {
    settings: { companies: nace2 === null ? others : { ...others, [key]: nace2 } },
  });
}

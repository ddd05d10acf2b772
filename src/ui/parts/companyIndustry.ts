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
export async function setCompanyIndustry(company: string | undefined, nace2: string | null): Promise<void> {
  await call('company.set', { company: companyKey(company ?? ''), nace2 });
}

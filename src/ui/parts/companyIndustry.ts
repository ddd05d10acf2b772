import { companyKey } from '../../core/text/companies.ts';

/** The user's own industry for a company: a NACE division, `undefined` when there is none. */
export function companyIndustry(
  companies: Readonly<Record<string, string>>,
  company: string | undefined,
): string | undefined {
  const key = companyKey(company ?? '');
  // A company may be called “Constructor”, which every object knows.
  return Object.hasOwn(companies, key) ? companies[key] : undefined;
}

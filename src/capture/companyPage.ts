import type { CompanyOnPage } from '../core/model/index.ts';
import { LIMITS } from '../core/model/limits.ts';
import { elementsOf, isOversized, pageTitle, textOf } from './page.ts';

/** Definition lists of a page that are looked at, and terms in them. */
const MOST_TERMS = 200;
const MOST_HEADINGS = 5;

/** What stands before the industry in a member's view of a company's page. */
const INDUSTRY = /^(?:industry|branche|secteur|sector|settore|sektor)$/i;

/**
 * The company of a company's page on LinkedIn or XING, with the page's own label of its industry. The name is the
 * page's heading, and the title must say it too: within these sites the heading of the page before stays for a while.
 * `null` for every other page. Of XING's pages no structure is verified beyond that: they tell no industry. Reads the
 * handed document only; never throws.
 */
export function readCompany(doc: Document, address: string): CompanyOnPage | null {
  try {
    const url = new URL(address);
    const site = siteOf(url);
    if (site === null || isOversized(doc)) return null;
    const title = plain(pageTitle(doc));
    const name = elementsOf(doc, 'h1', MOST_HEADINGS)
      .map((heading) => textOf(heading) ?? '')
      .find((text) => text !== '' && text.length <= LIMITS.name && title.includes(plain(text)));
    if (name === undefined) return null;
    const industry = site === 'linkedin' ? linkedInIndustry(doc) : undefined;
    return { site, name, ...(industry !== undefined && { industry }) };
  } catch {
    return null;
  }
}

function siteOf({ protocol, hostname, pathname }: URL): CompanyOnPage['site'] | null {
  if (protocol !== 'https:' && protocol !== 'http:') return null;
  const within = (domain: string) => hostname === domain || hostname.endsWith(`.${domain}`);
  if (within('linkedin.com')) return /^\/(?:company|school)\/[^/]+/.test(pathname) ? 'linkedin' : null;
  if (within('xing.com')) return /^\/(?:pages|companies|company)\/[^/]+/.test(pathname) ? 'xing' : null;
  return null;
}

/** By the public page's own mark, by the term in a list of facts, by the first fact under the name. */
function linkedInIndustry(doc: Document): string | undefined {
  const marked = doc.querySelector('[data-test-id="about-us__industry"] dd');
  const term = elementsOf(doc, 'dt', MOST_TERMS).find((one) => INDUSTRY.test(textOf(one) ?? ''));
  const value = term?.nextElementSibling;
  const listed = value?.localName === 'dd' ? value : null;
  const first = doc.querySelector('.org-top-card-summary-info-list__info-item');
  for (const element of [marked, listed, first]) {
    const text = textOf(element);
    if (text !== undefined && text !== '' && text.length <= LIMITS.name) return text;
  }
  return undefined;
}

function plain(text: string): string {
  return text.normalize('NFC').toLowerCase().replace(/\s+/g, ' ').trim();
}

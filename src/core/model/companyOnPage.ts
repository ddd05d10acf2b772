/** The company that an open page is about, as the page shows it. Lives as long as the look at the page. */
export interface CompanyOnPage {
  site: 'linkedin' | 'xing';
  name: string;
  /** The site's own label of its industry. */
  industry?: string;
}

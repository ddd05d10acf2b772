/** A web address's host, as people say it: `linkedin.com`. */
export function siteOf(url: string): string {
  return new URL(url).hostname.replace(/^www\./, '');
}

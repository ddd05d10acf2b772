import { describe, expect, it } from 'vitest';
import config from '../wxt.config.ts';

type Manifest = Record<string, unknown> & { content_security_policy: { extension_pages: string } };
const manifestOf = (browser: string) =>
  (config.manifest as unknown as (of: { browser: string }) => Manifest)({ browser });

describe.each(['chrome', 'firefox'])('the manifest for %s', (browser) => {
  const manifest = manifestOf(browser);

  it('asks for no more than the product needs', () => {
    expect([...(manifest.permissions as string[])].sort()).toEqual(
      [
        'activeTab',
        'alarms',
        'contextMenus',
        'scripting',
        'storage',
        'unlimitedStorage',
        ...(browser === 'firefox' ? [] : ['offscreen']),
      ].sort(),
    );
    expect(manifest.host_permissions).toEqual(['https://*.linkedin.com/*', 'https://*.xing.com/*']);
  });

  it('shows pages nothing of the extension, and lets nobody else talk to it', () => {
    expect(manifest).not.toHaveProperty('web_accessible_resources');
    expect(manifest).not.toHaveProperty('externally_connectable');
  });

  it('lets its pages load nothing from elsewhere, and send nothing there', () => {
    const rules = new Map(
      manifest.content_security_policy.extension_pages.split(';').map((rule) => {
        const [name = '', ...sources] = rule.trim().split(/\s+/);
        return [name, sources] as const;
      }),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('connect-src')).toEqual(["'self'"]);
    const sources = [...rules.values()].flat();
    expect(sources.filter((source) => !["'self'", "'none'", 'data:', 'blob:'].includes(source))).toEqual([]);
  });
});

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
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

  it('asks for the place of sync when it is set up, and for none on an open line but this machine', () => {
    expect(manifest.optional_host_permissions).toEqual([
      'https://*/*',
      'http://localhost/*',
      'http://127.0.0.1/*',
    ]);
  });

  it('loads nothing from elsewhere; the background alone may send, and over no open line', () => {
    const rules = new Map(
      manifest.content_security_policy.extension_pages.split(';').map((rule) => {
        const [name = '', ...sources] = rule.trim().split(/\s+/);
        return [name, sources] as const;
      }),
    );
    expect(rules.get('default-src')).toEqual(["'none'"]);
    expect(rules.get('script-src')).toEqual(["'self'"]);
    expect(rules.get('connect-src')).toEqual([
      "'self'",
      'https:',
      'http://localhost:*',
      'http://127.0.0.1:*',
    ]);
    rules.delete('connect-src');
    const sources = [...rules.values()].flat();
    expect(sources.filter((source) => !["'self'", "'none'", 'data:', 'blob:'].includes(source))).toEqual([]);
  });
});

describe('every page of the extension', () => {
  const entrypoints = join(import.meta.dirname, '..', 'entrypoints');
  const pages = readdirSync(entrypoints, { recursive: true, encoding: 'utf8' }).filter((name) =>
    name.endsWith('.html'),
  );

  it.each(pages)('%s shuts itself: it can send nothing, whatever the background may', (page) => {
    const html = readFileSync(join(entrypoints, page), 'utf8');
    const policy = /<meta http-equiv="Content-Security-Policy" content="([^"]*)" \/>/.exec(html);
    expect(policy?.[1]).toBe("connect-src 'self'");
    // Before anything that could be loaded or run.
    expect(policy?.index ?? Number.NaN).toBeLessThan(html.search(/<link|<script/));
  });

  it('is there', () => expect(pages.length).toBeGreaterThan(3));
});

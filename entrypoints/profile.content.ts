import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { extractProfile, findSite } from '../src/capture/networks.ts';
import { toReading } from '../src/capture/reading.ts';
import { watchPage } from '../src/ui/button/watchPage.ts';

/** The Save button on LinkedIn and XING. */
export default defineContentScript({
  matches: ['https://*.linkedin.com/*', 'https://*.xing.com/*'],
  runAt: 'document_idle',
  main(context) {
    watchPage({
      document,
      identify: () => findSite(location.href)?.key ?? null,
      read: () => toReading(extractProfile(document, location.href), findSite(location.href)),
      text: (key) => browser.i18n.getMessage(key as never),
      onNavigation: (callback) => context.addEventListener(window, 'wxt:locationchange', callback),
    });
  },
});

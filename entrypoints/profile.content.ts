import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { watchPage } from '../src/ui/button/watchPage.ts';

/** The Save button on LinkedIn and XING. The reader itself is loaded by the click, not by the visit. */
export default defineContentScript({
  matches: ['https://*.linkedin.com/*', 'https://*.xing.com/*'],
  runAt: 'document_idle',
  main(context) {
    watchPage({
      document,
      url: location.href,
      text: (key) => browser.i18n.getMessage(key as never),
      // The event comes before the address bar changes, so it brings the new address itself.
      onNavigation: (callback) =>
        context.addEventListener(window, 'wxt:locationchange', ({ newUrl }) => callback(newUrl.href)),
    });
  },
});

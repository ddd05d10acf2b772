import { browser } from 'wxt/browser';
import { defineContentScript } from 'wxt/utils/define-content-script';
import { onNavigation } from '../src/ui/button/navigation.ts';
import { watchPage } from '../src/ui/button/watchPage.ts';

/** The Save button on LinkedIn and XING. The reader itself is loaded by the click, not by the visit. */
export default defineContentScript({
  matches: ['https://*.linkedin.com/*', 'https://*.xing.com/*'],
  runAt: 'document_idle',
  main() {
    watchPage({
      document,
      url: location.href,
      text: (key) => browser.i18n.getMessage(key as never),
      onNavigation,
    });
  },
});

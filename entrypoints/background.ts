import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { personOf } from '../src/capture/personOf.ts';
import { createClassifier } from '../src/core/classify/index.ts';
import { serve } from '../src/messaging/server.ts';
import { createHandlers, failureOf } from '../src/services/handlers.ts';
import { openDatabase } from '../src/storage/open.ts';
import { addSite } from '../src/ui/moreSites.ts';
import { readTab } from '../src/ui/readTab.ts';
import { showBadge } from '../src/ui/toolbar.ts';

/** The background: opens the database and answers messages. Listeners are registered before anything is awaited. */
export default defineBackground(() => {
  const handlers = createHandlers({
    database: openDatabase(),
    world: { now: () => new Date(), id: () => crypto.randomUUID() },
    identify: personOf,
    classifier: async (companies) => createClassifier({ companies }),
    addSite,
    readPage: readTab,
    showBadge,
  });
  const own = { id: browser.runtime.id, origin: new URL(browser.runtime.getURL('/')).origin };
  browser.runtime.onMessage.addListener(serve(handlers, own, failureOf) as never);
});

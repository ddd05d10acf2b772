import { browser } from 'wxt/browser';
import { defineBackground } from 'wxt/utils/define-background';
import { platform } from '../src/browser/platform.ts';
import { personOf, profileAddress } from '../src/capture/personOf.ts';
import { announce } from '../src/messaging/events.ts';
import { classifierFrom } from '../src/services/classifier.ts';
import { wake } from '../src/services/wake.ts';
import { keepOpen, openDatabase } from '../src/storage/open.ts';

/** The background: opens the database and waits to be woken. */
export default defineBackground(() => {
  const world = { now: () => new Date(), id: () => crypto.randomUUID() };
  wake(browser as never, {
    database: keepOpen((onClosed) => openDatabase(undefined, onClosed)),
    ...{ world, identify: personOf, profileAddress },
    classifier: classifierFrom(async () =>
      (await fetch(browser.runtime.getURL('/titles.bin'))).arrayBuffer(),
    ),
    announce,
    ...platform,
  });
});

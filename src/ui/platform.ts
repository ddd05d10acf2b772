import { downloads } from './downloads.ts';
import { addSite } from './moreSites.ts';
import { readTab } from './readTab.ts';
import { texts } from './text.ts';
import { showBadge } from './toolbar.ts';

/** What the background does with the browser itself. */
export const platform = { addSite, files: downloads, readPage: readTab, showBadge, texts };

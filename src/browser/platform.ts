import { downloads } from './downloads.ts';
import { alone, awake } from './long.ts';
import { addSite, buttonSites, grantedSites, takeButton } from './moreSites.ts';
import { forgetFolder, pickedFolder } from './pickedFolder.ts';
import { readTab } from './readTab.ts';
import { texts } from './text.ts';
import { showBadge } from './toolbar.ts';

/** What the background does with the browser itself. */
export const platform = {
  addSite,
  alone,
  awake,
  buttonSites,
  grantedSites,
  takeButton,
  files: downloads,
  folder: { picked: pickedFolder, forget: forgetFolder },
  readPage: readTab,
  showBadge,
  texts,
};

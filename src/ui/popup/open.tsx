import { mount } from '../mount.tsx';
import { followContent } from './contentHeight.ts';
import { look } from './look.ts';
import { Popup } from './Popup.tsx';
import { type Named, Shell } from './Shell.tsx';

/**
 * Opens the popup's view: as the toolbar's popup, or in the browser's side panel, where it stays while pages
 * change. The page is read while the network's state is still on its way, and says meanwhile whose it is.
 */
export function openPopup(surface: 'popup' | 'panel'): void {
  let who: Named | null = null;
  const { promise: read, resolve } = Promise.withResolvers<Named>();
  const first = look((profile) => {
    who = profile;
    resolve(profile);
  });
  const screen = document.getElementById('screen');
  if (surface === 'popup' && screen !== null) followContent(screen);
  void mount(
    ({ network }) => <Popup network={network} first={first} who={who} surface={surface} />,
    read.then((named) => (props) => <Shell who={named} {...props} />),
  );
}

import { mount } from '../mount.tsx';
import { followContent } from './contentHeight.ts';
import { look } from './look.ts';
import { Popup } from './Popup.tsx';

/**
 * Opens the popup's view: as the toolbar's popup, or in the browser's side panel, where it stays while pages
 * change. The page is read while the network's state is still on its way.
 */
export function openPopup(surface: 'popup' | 'panel'): void {
  const first = look();
  const screen = document.getElementById('screen');
  if (surface === 'popup' && screen !== null) followContent(screen);
  void mount(({ network }) => <Popup network={network} first={first} surface={surface} />);
}

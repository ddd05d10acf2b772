import { mount } from '../mount.tsx';
import { look } from './look.ts';
import { Popup } from './Popup.tsx';

/**
 * Opens the popup's view: as the toolbar's popup, or in the browser's side panel, where it stays while pages
 * change. The page is read while the network's state is still on its way.
 */
export function openPopup(surface: 'popup' | 'panel'): void {
  const first = look();
  void mount(({ network }) => <Popup network={network} first={first} surface={surface} />);
}

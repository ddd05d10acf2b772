import { mount } from '../../src/ui/mount.tsx';
import { Popup } from '../../src/ui/popup/Popup.tsx';

void mount(Popup);

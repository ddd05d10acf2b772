import { openPopup } from '../../src/ui/popup/open.tsx';

openPopup('panel');

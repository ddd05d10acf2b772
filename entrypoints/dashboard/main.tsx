import { lookAtOthers } from '../../src/ui/dashboard/shared/syncState.ts';
import { Dashboard } from '../../src/ui/dashboard/shell/Dashboard.tsx';
import { mount } from '../../src/ui/mount.tsx';

void mount(Dashboard).then(lookAtOthers);

import { Dashboard } from '../../src/ui/dashboard/Dashboard.tsx';
import { mount } from '../../src/ui/mount.tsx';

void mount(Dashboard);

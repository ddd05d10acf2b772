import { serveBlobs } from '../../src/ui/offscreenFile.ts';

serveBlobs();

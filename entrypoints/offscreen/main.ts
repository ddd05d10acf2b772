import { serveBlobs } from '../../src/browser/offscreenFile.ts';

serveBlobs();

import 'fake-indexeddb/auto';
import fc from 'fast-check';

/** Every property draws the same examples on every run; a property that wants others names its own seed. */
fc.configureGlobal({ seed: 20_261_124 });

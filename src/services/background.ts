import { AnalysisService } from './analysis.ts';
import { createAnnouncer } from './announcer.ts';
import { Contexts } from './context.ts';
import { deriverOf } from './derive.ts';
import { Deriving } from './deriving.ts';
import type { Environment } from './environment.ts';
import type { Holdings } from './holdings.ts';
import { NetworkRows } from './rows.ts';
import { SyncService } from './sync/sync.ts';
import { Typing } from './typing.ts';
import { WitnessService } from './witness.ts';

/** All that there is while the background lives, with what pages are typing. */
export interface Background extends Holdings {
  typing: Typing;
  sync: SyncService;
}

/** Ties the parts together: each write is followed by whoever holds something that it changes. */
export function createBackground(given: Environment): Background {
  const changed = createAnnouncer(given.announce);
  const environment: Environment = {
    ...given,
    world: {
      ...given.world,
      async deriver() {
        // A classifier that cannot be loaded must not keep anybody from saving: the contact is derived later.
        return contexts.now().then(deriverOf, (error: unknown) => {
          console.error(error);
          return null;
        });
      },
      wrote(commit) {
        given.world.wrote?.(commit);
        const context = contexts.follow(commit);
        rows.follow(commit);
        analysis.follow(commit);
        loss.follow();
        sync.follow(commit);
        changed(commit.revision);
        if (commit.derived.pending || context) deriving.run().catch((error: unknown) => console.error(error));
      },
    },
  };
  const contexts = new Contexts(environment);
  const rows = new NetworkRows(environment, contexts);
  const analysis = new AnalysisService(environment, contexts);
  const deriving = new Deriving(environment, contexts, () => sync.goesFirst());
  const loss = new WitnessService(environment);
  const sync = new SyncService({
    ...environment,
    showTaken: () => deriving.run().catch((error: unknown) => console.error(error)),
  });
  const holdings: Holdings = { ...environment, contexts, rows, analysis, deriving, loss };
  return { ...holdings, typing: new Typing(holdings), sync };
}

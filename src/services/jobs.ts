import type { Job } from '../messaging/events.ts';
import type { Environment } from './environment.ts';

/** Pages hear of progress at most this often. */
const EVERY_MS = 150;

/** Tells open pages how a long task goes on. */
export interface Progress {
  report(done: number, total?: number | null): void;
  end(state: 'done' | 'failed' | 'cancelled'): void;
}

/** The progress of one task; its beginning is told at once. */
export function startJob(
  { announce }: Pick<Environment, 'announce'>,
  job: Pick<Job, 'id' | 'kind'>,
  total: number | null = null,
): Progress {
  let shown: Job = { ...job, state: 'running', done: 0, total };
  let last = 0;
  announce({ kind: 'job', job: shown });
  return {
    report(done, of = shown.total) {
      shown = { ...shown, done, total: of };
      const now = performance.now();
      if (now - last < EVERY_MS) return;
      last = now;
      announce({ kind: 'job', job: shown });
    },
    end(state) {
      announce({ kind: 'job', job: { ...shown, state } });
    },
  };
}

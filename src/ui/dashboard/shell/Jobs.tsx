import { useEffect, useState } from 'preact/hooks';
import { t } from '../../../browser/text.ts';
import { call } from '../../../messaging/client.ts';
import { type Job, onEvent } from '../../../messaging/events.ts';

/** A task that ends within this time is not worth a line; milliseconds. */
const QUIET_MS = 600;

/** Tasks of the room of files. */
export const FILE_JOBS: readonly Job['kind'][] = ['import', 'export', 'restore', 'backup'];

/** How to stop a task; what is not named here is short, or goes on by itself. */
const CANCEL: Partial<Record<Job['kind'], 'import.cancel' | 'export.cancel'>> = {
  import: 'import.cancel',
  restore: 'import.cancel',
  export: 'export.cancel',
  backup: 'export.cancel',
};

/** Long tasks of the background, one calm line each, as long as they run. */
export function Jobs({ hidden }: { hidden: readonly Job['kind'][] }) {
  const jobs = useJobs().filter(({ kind }) => !hidden.includes(kind));
  return (
    <div class="jobs" role="status">
      {jobs.map((job) => (
        <p key={job.id} class="job">
          <span>
            {t(`job_${job.kind}`)}
            {job.total !== null && (
              <span class="muted"> {t('job_progress', { done: job.done, total: job.total })}</span>
            )}
          </span>
          <progress
            aria-label={t(`job_${job.kind}`)}
            max={job.total ?? 1}
            {...(job.total !== null && { value: job.done })}
          />
          <Cancel job={job} />
        </p>
      ))}
    </div>
  );
}

function Cancel({ job: { id, kind } }: { job: Job }) {
  const message = CANCEL[kind];
  if (message === undefined) return null;
  return (
    // A task that has just ended cannot be stopped any more; its line goes by itself.
    <button type="button" class="plain" onClick={() => void call(message, { id }).catch(() => {})}>
      {t('cancel')}
    </button>
  );
}

/** The tasks that have been running for a while. */
function useJobs(): Job[] {
  const [jobs, setJobs] = useState<ReadonlyMap<string, { job: Job; since: number }>>(new Map());
  const [, tick] = useState(0);
  useEffect(() => {
    const timers = new Set<ReturnType<typeof setTimeout>>();
    const stop = onEvent((event) => {
      if (event.kind !== 'job') return;
      const { job } = event;
      setJobs((last) => {
        const next = new Map(last);
        if (job.state !== 'running') next.delete(job.id);
        else next.set(job.id, { job, since: last.get(job.id)?.since ?? Date.now() });
        return next;
      });
      const timer = setTimeout(() => {
        timers.delete(timer);
        tick((count) => count + 1);
        // A timer may ring a little early by the clock.
      }, QUIET_MS + 50);
      timers.add(timer);
    });
    return () => {
      stop();
      for (const timer of timers) clearTimeout(timer);
    };
  }, []);
  const now = Date.now();
  return [...jobs.values()].filter(({ since }) => now - since >= QUIET_MS).map(({ job }) => job);
}

import type { JobEvent, JobId, StudioEvent } from '../contract/events.ts';

/** Nobody reads more than ten numbers a second, and a small network makes a thousand steps in it. */
const every = 100;

export interface PacedSteps {
  readonly tell: (event: StudioEvent) => void;
  /** Sends what waits. */
  flush(): void;
}

/**
 * Sends step reports at most ten times a second per job, the latest of each time, and everything else at once. A step that
 * waits goes ahead of any other report of its job, so that their order stays.
 */
export function paceSteps(send: (event: StudioEvent) => void): PacedSteps {
  /** Jobs of which a step was sent just now, with the one that waits since. */
  const paced = new Map<JobId, JobEvent | null>();

  const release = (job: JobId): boolean => {
    const waiting = paced.get(job);
    if (!waiting) return false;
    paced.set(job, null);
    send(waiting);
    return true;
  };
  const pause = (job: JobId): void => {
    setTimeout(() => (release(job) ? pause(job) : paced.delete(job)), every).unref();
  };
  return {
    tell: (event) => {
      if (event.type !== 'job' || event.report?.type !== 'step') {
        if (event.type === 'job') release(event.job);
        send(event);
      } else if (paced.has(event.job)) {
        paced.set(event.job, event);
      } else {
        paced.set(event.job, null);
        send(event);
        pause(event.job);
      }
    },
    flush: () => {
      for (const job of paced.keys()) release(job);
    },
  };
}

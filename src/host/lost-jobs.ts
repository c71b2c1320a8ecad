import type { PawlabError } from '../contract/errors.ts';
import type { ChangedTopic, JobEvent, JobId, StudioEvent } from '../contract/events.ts';

export interface RunningJobs {
  note(event: StudioEvent): void;
  /** The last events of the jobs that were running: each failed, and ended. They run no longer. */
  lost(error: PawlabError): readonly JobEvent[];
}

/** Knows which jobs have begun and not ended, because a process that crashes says nothing of them any more. */
export function createRunningJobs(now: () => number = Date.now): RunningJobs {
  const running = new Set<JobId>();
  return {
    note: (event) => {
      if (event.type !== 'job') return;
      if (event.report === null) running.delete(event.job);
      else running.add(event.job);
    },
    lost: ({ code, message, remedy }) => {
      const jobs = [...running];
      running.clear();
      return jobs.flatMap((job) =>
        [{ type: 'failed', code, message, remedy } as const, null].map((report): JobEvent => ({
          type: 'job',
          job,
          at: now(),
          report,
        })),
      );
    },
  };
}

const topics: readonly ChangedTopic[] = ['projects', 'project', 'data', 'runs', 'devices', 'training', 'preferences'];

/** A new process knows nothing of what the last one had told: whoever shows something asks again. */
export const afterRestart: readonly StudioEvent[] = topics.map((topic) => ({ type: 'changed', topic, project: null }));

import { PawlabError } from '../contract/errors.ts';
import type { FailedEvent, JobId, StudioEvent } from '../contract/events.ts';
import { Stopped, StopSource } from '../engine/stop.ts';
import type { JobContext } from './parts.ts';

export type Work = (context: JobContext) => Promise<void>;

export interface Jobs {
  start(work: Work): JobId;
  stop(job: JobId): void;
}

/** A failure as people read it. Anything but a PawlabError is a bug. */
function failureOf(error: unknown): FailedEvent {
  if (error instanceof PawlabError) {
    return { type: 'failed', code: error.code, message: error.message, remedy: error.remedy };
  }
  const message = error instanceof Error ? error.message : String(error);
  return {
    type: 'failed',
    code: null,
    message: `Pawlab made a mistake: ${message}`,
    remedy: 'What was saved before is still there. The log holds the details for a bug report.',
  };
}

/** Runs jobs side by side; each ends with the event whose report is null. */
export function createJobs(emit: (event: StudioEvent) => void, logBug: (error: unknown) => void): Jobs {
  const running = new Map<JobId, StopSource>();
  let count = 0;

  async function run(job: JobId, work: Work, source: StopSource): Promise<void> {
    try {
      await work({ report: (report) => emit({ job, report }), signal: source });
    } catch (error) {
      if (error instanceof Stopped) return;
      if (!(error instanceof PawlabError)) logBug(error);
      emit({ job, report: failureOf(error) });
    } finally {
      running.delete(job);
      emit({ job, report: null });
    }
  }

  return {
    start(work) {
      count += 1;
      const job = `job-${count}`;
      const source = new StopSource();
      running.set(job, source);
      void run(job, work, source);
      return job;
    },
    stop: (job) => running.get(job)?.stop(),
  };
}

import { PawlabError } from '../contract/errors.ts';
import type { FailedEvent, JobEvent, JobId, Report } from '../contract/events.ts';
import type { JobKind, JobView } from '../contract/snapshot.ts';
import { Stopped, StopSource } from '../engine/stop.ts';
import type { JobContext } from './parts.ts';

/** What a job is given: besides the rest, whether whoever stops it means to go on later. */
export interface PausableContext extends JobContext {
  readonly pausing: () => boolean;
}

export type Work = (context: PausableContext) => Promise<void>;

export interface Jobs {
  /** `project`: the folder of the one that the job belongs to; null: none. The work begins after this call. */
  start(kind: JobKind, project: string | null, work: Work): JobId;
  stop(job: JobId): void;
  /** Every one of a kind. */
  stopAll(kind: JobKind): void;
  /** As `stop`; the work is told that somebody means to go on. */
  pause(job: JobId): void;
  /** Those that run now, in the order of their start. */
  running(): readonly JobView[];
}

export interface JobsParts {
  readonly emit: (event: JobEvent) => void;
  readonly now: () => Date;
  readonly logBug: (error: unknown) => void;
}

/** A failure as people read it. Anything but a PawlabError is a bug. */
export function failureOf(error: unknown): FailedEvent {
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

interface Running {
  readonly view: JobView;
  readonly source: StopSource;
  pausing: boolean;
}

type Tell = (report: Report | null) => void;

async function run(work: Work, entry: Running, report: Tell, logBug: JobsParts['logBug']): Promise<void> {
  try {
    // The caller gets the job's name before its first report.
    await Promise.resolve();
    await work({ report, signal: entry.source, pausing: () => entry.pausing });
  } catch (error) {
    if (error instanceof Stopped) return;
    if (!(error instanceof PawlabError)) logBug(error);
    report(failureOf(error));
  }
}

/** Runs jobs side by side; each ends with the event whose report is null. */
export function createJobs({ emit, now, logBug }: JobsParts): Jobs {
  const running = new Map<JobId, Running>();
  let count = 0;

  return {
    start(kind, project, work) {
      count += 1;
      const job = `job-${count}`;
      const entry = { view: { job, kind, project }, source: new StopSource(), pausing: false };
      const report: Tell = (given) => emit({ type: 'job', job, at: now().getTime(), report: given });
      running.set(job, entry);
      void run(work, entry, report, logBug).finally(() => {
        running.delete(job);
        report(null);
      });
      return job;
    },
    stop: (job) => running.get(job)?.source.stop(),
    stopAll(kind) {
      for (const { view, source } of running.values()) if (view.kind === kind) source.stop();
    },
    pause(job) {
      const entry = running.get(job);
      if (entry === undefined) return;
      entry.pausing = true;
      entry.source.stop();
    },
    running: () => [...running.values()].map(({ view }) => view),
  };
}

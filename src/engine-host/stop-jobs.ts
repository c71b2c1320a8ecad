import type { JobId } from '../contract/events.ts';
import type { Program } from './compose.ts';

/** Ends every job at its next step, trainings so that they can go on later. Resolves when all have saved what they have. */
export async function stopJobs({ studio, subscribe }: Pick<Program, 'studio' | 'subscribe'>): Promise<void> {
  const over = new Set<JobId>();
  let onEnd = (): void => undefined;
  const leave = subscribe((event) => {
    if (event.type !== 'job' || event.report !== null) return;
    over.add(event.job);
    onEnd();
  });
  const { jobs } = await studio.snapshot();
  const ended = new Promise<void>((resolve) => {
    onEnd = () => {
      if (jobs.every(({ job }) => over.has(job))) resolve();
    };
    onEnd();
  });
  await Promise.all(jobs.map(({ job, kind }) => (kind === 'training' ? studio.pause(job) : studio.stop(job))));
  await ended;
  leave();
}

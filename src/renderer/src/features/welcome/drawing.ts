/** A drawing of the sample set, as far as its job has reported. */
import type { JobEvent, JobId, Report } from '../../../../contract/events.ts';
import type { JobView } from '../../../../contract/snapshot.ts';
import type { Failure } from '../../words/failure.ts';

export interface Drawing {
  /** null: asked for, and not answered yet. */
  readonly job: JobId | null;
  /** Reports can be faster than the answer that names the job. */
  readonly early: readonly JobEvent[];
  /** null: not begun yet. */
  readonly progress: { readonly done: number; readonly total: number } | null;
  /** Its folders, once all is drawn. */
  readonly drawn: { readonly training: string; readonly test: string } | null;
  readonly failure: Failure | null;
  readonly ended: boolean;
}

export const asked: Drawing = { job: null, early: [], progress: null, drawn: null, failure: null, ended: false };

export const failed = (failure: Failure): Drawing => ({ ...asked, failure, ended: true });

function after(drawing: Drawing, report: Report | null): Drawing {
  switch (report?.type) {
    case undefined:
      return { ...drawing, ended: true };
    case 'drawing':
      return { ...drawing, progress: { done: report.done, total: report.total } };
    case 'drawn':
      return { ...drawing, drawn: { training: report.training, test: report.test } };
    case 'failed':
      return { ...drawing, failure: { message: report.message, remedy: report.remedy } };
    default:
      return drawing;
  }
}

export function heard(drawing: Drawing, event: JobEvent): Drawing {
  if (drawing.ended) return drawing;
  if (drawing.job === null) return { ...drawing, early: [...drawing.early, event] };
  return event.job === drawing.job ? after(drawing, event.report) : drawing;
}

export const named = (drawing: Drawing, job: JobId): Drawing =>
  drawing.early.reduce(heard, { ...drawing, job, early: [] });

/** The drawing that runs, begun before the page was loaded or in another window; null: there is none. */
export const runningDrawing = (jobs: readonly JobView[]): JobId | null =>
  jobs.find(({ kind }) => kind === 'sample')?.job ?? null;

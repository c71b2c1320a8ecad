/** Which of its faces the page shows. */
import type { RunView } from '../../../../contract/run-view.ts';
import type { TrainingView } from '../../../../contract/training-view.ts';

export type Face =
  /** The training that runs, or ended since the program started. */
  | { readonly kind: 'training'; readonly view: TrainingView }
  /** The newest run, of before. */
  | { readonly kind: 'run'; readonly folder: string }
  | { readonly kind: 'setup' };

export interface Facts {
  readonly project: string;
  readonly training: TrainingView | null;
  /** The newest first; null: not asked yet. */
  readonly runs: readonly RunView[] | null;
  /** A person asked to set up a new training; the page's own training, if any, was this job. */
  readonly setup: boolean;
}

/** It ended before anything came of it, and nobody needs to hear why. */
const empty = ({ state, done, failure }: TrainingView): boolean =>
  state === 'ended' && done === null && failure === null;

/** Null: it depends on the runs, which aren't known yet. */
export function faceOf({ project, training, runs, setup }: Facts): Face | null {
  const own = training?.project === project ? training : null;
  if (own !== null && own.state !== 'ended') return { kind: 'training', view: own };
  if (setup) return { kind: 'setup' };
  if (own !== null && !empty(own)) return { kind: 'training', view: own };
  if (runs === null) return null;
  const [newest] = runs;
  return newest === undefined ? { kind: 'setup' } : { kind: 'run', folder: newest.folder };
}

/** Another project's training that runs, which this page tells of. */
export const trainingElsewhere = (training: TrainingView | null, project: string): TrainingView | null =>
  training !== null && training.state !== 'ended' && training.project !== project ? training : null;

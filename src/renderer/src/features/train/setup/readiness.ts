/** Whether a training can start, and what stands in its way. */
import type { DataView } from '../../../../../contract/data-view.ts';
import type { TrainingView } from '../../../../../contract/training-view.ts';
import { count } from '../../../words/numbers.ts';
import { estimate } from '../../../words/time.ts';

/** The training that runs in the way of another. */
export function busyReason(training: TrainingView | null): string | null {
  if (training === null || training.state === 'ended') return null;
  const left = training.step?.secondsLeft ?? training.epochs.at(-1)?.secondsLeft ?? null;
  return `Training is running.${left === null ? '' : ` It ends in ${estimate(left)}.`}`;
}

/** Why these pictures can't be trained on; null: they can, or nobody has looked yet. */
export function dataReason(data: DataView | null): string | null {
  if (data?.state === 'failed') return data.failure?.message ?? 'The pictures could not be looked at.';
  if (data?.state !== 'ready') return null;
  const classes = data.training?.classes ?? [];
  if ((data.training?.pictures ?? 0) === 0) return 'Add pictures first. There are none in the training folder.';
  return classes.length === 1 ? 'Add a second class first. One class cannot be told apart.' : null;
}

/** The headline before a training. */
export function readyHeadline(data: DataView | null, reason: string | null): string {
  const pictures = data?.training?.pictures ?? null;
  if (data?.state === 'scanning') return 'Looking at the pictures';
  if (pictures === null) return 'Set up training';
  if (pictures === 0) return 'No pictures to train on yet';
  const what = `${count(pictures)} picture${pictures === 1 ? '' : 's'}`;
  return reason === null ? `Ready to train on ${what}` : `${what} to train on`;
}

/** Which runs can answer, and with which of their weights. */
import type { CheckpointChoice } from '../../../../contract/api.ts';
import type { RunView } from '../../../../contract/run-view.ts';
import { count, percent } from '../../words/numbers.ts';

/** Which weights, as the page offers them. */
export type Epoch = Extract<CheckpointChoice, 'best' | 'last'>;

/** Runs that learned something: the newest first, as they come. */
export const answering = (runs: readonly RunView[]): readonly RunView[] => runs.filter((run) => run.epochs > 0);

/** The run that a person chose, where it is still there; else the newest. */
export const answererOf = (runs: readonly RunView[], chosen: string | null): RunView | null =>
  answering(runs).find((run) => run.folder === chosen) ?? answering(runs)[0] ?? null;

/** Number of the epoch whose weights answer, from 1. */
export const epochOf = (run: RunView, epoch: Epoch): number =>
  epoch === 'best' ? (run.best?.accuracyEpoch ?? run.epochs) : run.epochs;

/** Best, epoch 23 */
export const epochWords = (run: RunView, epoch: Epoch): string =>
  `${epoch === 'best' ? 'Best' : 'Last'}, epoch ${epochOf(run, epoch)}`;

/** Right on 79.8 % of 2,000 test pictures. Of training pictures where there was no test set; null before any epoch. */
export function measured(run: RunView, epoch: Epoch): string | null {
  const accuracy = run.accuracies[epochOf(run, epoch) - 1];
  if (accuracy === undefined) return null;
  const tested = run.testPictures > 0;
  const pictures = tested ? run.testPictures : run.trainingPictures;
  const words = `${count(pictures)} ${tested ? 'test' : 'training'} picture${pictures === 1 ? '' : 's'}`;
  return `Right on ${percent(accuracy, 1)} of ${words}${tested ? '' : ', the ones it learned from'}.`;
}

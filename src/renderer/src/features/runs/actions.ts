/** What can be done with a run, and why not. */
import type { RunView } from '../../../../contract/run-view.ts';

/** How many more epochs a finished run is trained. */
export const moreEpochs = 10;

/** Trains to its last epoch, or further where it has finished. */
export function furtherEpochs({ state, epochs, settings }: RunView): number | null {
  return state === 'finished' || epochs >= settings.epochs ? epochs + moreEpochs : null;
}

/** The words of that. */
export function furtherWords(run: RunView): string {
  return furtherEpochs(run) === null ? `Go on to epoch ${run.settings.epochs}` : `Train ${moreEpochs} more epochs`;
}

export interface Refusals {
  readonly predict: string | null;
  readonly further: string | null;
  readonly remove: string | null;
}

/** Why something can't be done with a run now; null where it can. `training`: some training runs. */
export function refusals(run: RunView, training: boolean): Refusals {
  const running = run.state === 'running';
  return {
    predict: run.epochs > 0 ? null : 'No epoch is finished yet',
    further: running ? 'It is running' : training ? 'Training is running' : null,
    remove: running ? 'It is running' : null,
  };
}

/** The run that is being trained, as it stands now. */
import type { EpochEvent } from '../../../../contract/events.ts';
import type { RunView } from '../../../../contract/run-view.ts';
import type { TrainingView } from '../../../../contract/training-view.ts';

type Best = NonNullable<RunView['best']>;

const accuracyOf = (epoch: EpochEvent): number => epoch.testAccuracy ?? epoch.accuracy;
const lossOf = (epoch: EpochEvent): number => epoch.testLoss ?? epoch.loss;

/** Of the best epochs: the last ones that were flagged so. */
function bestOf(epochs: readonly EpochEvent[]): Best | null {
  const byAccuracy = epochs.findLast((epoch) => epoch.bestAccuracy);
  const byLoss = epochs.findLast((epoch) => epoch.bestLoss);
  if (byAccuracy === undefined || byLoss === undefined) return null;
  return {
    accuracy: accuracyOf(byAccuracy),
    accuracyEpoch: byAccuracy.epoch,
    loss: lossOf(byLoss),
    lossEpoch: byLoss.epoch,
  };
}

function live(run: RunView, { epochs, device }: TrainingView): RunView {
  const named = device === null ? run.device : { ...run.device, name: device };
  const running: RunView = { ...run, state: 'running', device: named };
  const newest = epochs.at(-1)?.epoch ?? 0;
  if (newest <= run.epochs) return running;
  // After a resume the reports begin in the middle: what the list knows of the epochs before stays.
  const before = run.accuracies.slice(0, (epochs[0]?.epoch ?? 1) - 1);
  const accuracies = [...before, ...epochs.map(accuracyOf)];
  return { ...running, epochs: newest, accuracies, best: bestOf(epochs) ?? run.best };
}

/** Runs with what the training that runs has reported since the list was asked for. */
export function withTraining(runs: readonly RunView[], training: TrainingView | null): readonly RunView[] {
  if (training === null || training.state === 'ended') return runs;
  return runs.map((run) => (run.folder === training.run ? live(run, training) : run));
}

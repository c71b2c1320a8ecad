import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { withTraining } from '../../../../src/renderer/src/features/runs/live.ts';
import { exampleEpoch, exampleRun, exampleTraining } from '../../../support/example-runs.ts';

const begun = exampleRun({ state: 'running', epochs: 0, best: null, accuracies: [] });
const other = exampleRun({ folder: '/cats/runs/2' });

describe('the run that is being trained', () => {
  it('has the epochs reported since it was asked for; others stay', () => {
    const epochs = [exampleEpoch(1, 0.6, true), exampleEpoch(2, 0.8, true), exampleEpoch(3, 0.7, false)];
    const [run, second] = withTraining([begun, other], exampleTraining({ epochs }));
    assert.deepEqual(run?.accuracies, [0.6, 0.8, 0.7]);
    assert.equal(run.epochs, 3);
    assert.deepEqual(run.best, { accuracy: 0.8, accuracyEpoch: 2, loss: 0.6, lossEpoch: 2 });
    assert.equal(second, other);
  });

  it('is measured on its training pictures where there is no test set', () => {
    const [run] = withTraining([begun], exampleTraining({ epochs: [exampleEpoch(1, null, true)] }));
    assert.deepEqual(run?.accuracies, [0.9]);
  });

  it('keeps what came before a resume', () => {
    const resumed = exampleRun({ state: 'running', epochs: 2, accuracies: [0.6, 0.7] });
    const [run] = withTraining([resumed], exampleTraining({ epochs: [exampleEpoch(3, 0.65, false)] }));
    assert.deepEqual(run?.accuracies, [0.6, 0.7, 0.65]);
    assert.equal(run.best?.accuracyEpoch, 2);
  });

  it('is not taken back by a training that knows less than the list', () => {
    const ahead = exampleRun({ state: 'running' });
    const [run] = withTraining([ahead], exampleTraining({ epochs: [exampleEpoch(1, 0.6, true)] }));
    assert.deepEqual(run?.accuracies, ahead.accuracies);
    assert.deepEqual(run.best, ahead.best);
  });

  it('is as it was kept once the training has ended', () => {
    const runs = [begun];
    assert.equal(withTraining(runs, exampleTraining({ state: 'ended' })), runs);
    assert.equal(withTraining(runs, null), runs);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { Report, StudioEvent } from '../../src/contract/events.ts';
import type { Snapshot } from '../../src/contract/snapshot.ts';
import { newTraining, type TrainingView } from '../../src/contract/training-view.ts';
import { followTraining, partDone } from '../../src/main/training.ts';
import { createListeners } from '../../src/rpc/listeners.ts';
import { exampleEpoch, settingsWith } from '../support/example-runs.ts';

const view = newTraining('job-1', '/cats', 0);
const begins: StudioEvent = { type: 'changed', topic: 'training', project: '/cats' };
const report = (report: Report | null, job = 'job-1'): StudioEvent => ({ type: 'job', job, at: 1, report });

/** An engine whose snapshot holds this training, or which is gone. */
function followed(training: () => TrainingView | null) {
  const events = createListeners<StudioEvent>();
  const snapshot = async (): Promise<Snapshot> =>
    Promise.resolve({ jobs: [], training: training(), preferences: { theme: 'system' } });
  const following = followTraining({ studio: { snapshot }, onStudioEvent: events.add });
  const told: (string | null)[] = [];
  following.onChange((now) => told.push(now?.state ?? null));
  return { following, told, tell: events.tell, settled: () => new Promise((resolve) => setImmediate(resolve)) };
}

describe('following what trains', () => {
  it('knows of nothing at first', () => assert.equal(followed(() => view).following.running(), null));

  it('knows a training from its begin to its end', async () => {
    const { following, told, tell, settled } = followed(() => view);
    tell(begins);
    await settled();
    assert.equal(following.running()?.job, 'job-1');
    tell(report({ type: 'preparing_network', device: 'cpu', executor: 'graph' }));
    tell(report(null));
    assert.equal(following.running(), null);
    assert.deepEqual(told, ['reading', 'preparing', 'ended']);
  });

  it('does not care about other jobs', async () => {
    const { following, tell, settled } = followed(() => view);
    tell(begins);
    await settled();
    tell(report(null, 'job-2'));
    assert.equal(following.running()?.job, 'job-1');
  });

  it('finds nothing running after the engine was started again', async () => {
    const trainings = [view, null];
    const { following, told, tell, settled } = followed(() => trainings.shift() ?? null);
    tell(begins);
    await settled();
    tell(begins);
    await settled();
    assert.equal(following.running(), null);
    assert.deepEqual(told, ['reading', null]);
  });

  it('keeps what it knows while the engine is gone', async () => {
    let gone = false;
    const { following, tell, settled } = followed(() => {
      if (gone) throw new Error('gone');
      return view;
    });
    tell(begins);
    await settled();
    gone = true;
    tell(begins);
    await settled();
    assert.equal(following.running()?.job, 'job-1');
  });
});

describe('how much is done', () => {
  const running: TrainingView = { ...view, settings: settingsWith({ epochs: 4 }), steps: 10 };
  const step = {
    type: 'step',
    epoch: 2,
    epochs: 4,
    step: 5,
    steps: 10,
    loss: 1,
    accuracy: 0.5,
    learningRate: 0.001,
    picturesPerSecond: 100,
    secondsLeft: null,
  } as const;

  it('is not known before the run has started', () => assert.equal(partDone(view), null));
  it('is nothing before the first step', () => assert.equal(partDone(running), 0));
  it('counts whole epochs and the part of the one that runs', () =>
    assert.equal(partDone({ ...running, epochs: [exampleEpoch(1, null, true)], step }), 1.5 / 4));
  it('is never more than all', () => {
    const epochs = [1, 2, 3, 4].map((epoch) => exampleEpoch(epoch, null, true));
    assert.equal(partDone({ ...running, epochs, step }), 1);
  });
});

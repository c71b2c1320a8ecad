import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { headlineOf } from '../../../../../src/renderer/src/features/train/running/headline.ts';
import type { Shown } from '../../../../../src/renderer/src/features/train/shown.ts';
import { epochEvent, inFirstEpoch, sixEpochs, stepEvent, training } from '../trainings.ts';

/** With plain spaces. */
function said(shown: Shown): string {
  const { main, rest } = headlineOf(shown);
  return [main, ...rest].join(' · ').replaceAll('\u00a0', ' ');
}

describe('headline of a training', () => {
  it('says where it is and how long it takes', () => {
    assert.equal(said(training()), 'Epoch 7 of 25 · step 143 of 250 · about 1 min 40 s left');
  });

  it('promises no time before the speed is known', () => {
    assert.equal(said(inFirstEpoch()), 'Epoch 1 of 25 · step 12 of 250 · measuring speed');
    assert.equal(said(training({ epochs: [], step: null })), 'Epoch 1 of 25 · measuring speed');
  });

  it('tells of the test at the end of an epoch, where there is one', () => {
    const step = stepEvent({ step: 250 });
    assert.match(said(training({ step })), /Epoch 7 of 25 · trying the test pictures/);
    assert.match(said(training({ step, testPictures: 0 })), /step 250 of 250/);
  });

  it('knows no time left of what another program trains', () => {
    assert.equal(said(training({ job: null, step: null })), 'Epoch 7 of 25');
  });

  it('says no more than it knows at the end', () => {
    assert.match(said(training({ step: stepEvent({ secondsLeft: 0.4 }) })), /· under 1 s left$/);
  });

  it('names the next epoch between two', () => {
    assert.equal(said(training({ step: null })), 'Epoch 7 of 25 · about 1 min 40 s left');
  });

  it('counts pictures while they are read, and says what it waits for', () => {
    const reading = { split: 'training', done: 3120, total: 8000 } as const;
    assert.equal(
      said(inFirstEpoch({ phase: 'reading', reading, run: null, step: null })),
      'Reading pictures · 3,120 of 8,000 training pictures',
    );
    assert.match(said(inFirstEpoch({ phase: 'preparing', step: null })), /^Preparing the network · on TensorFlow/);
  });

  it('says after which epoch a training rests, and what is done of the next', () => {
    assert.equal(said(training({ phase: 'paused' })), 'Paused after epoch 6 of 25 · 57 % of epoch 7 done');
    assert.equal(said(training({ phase: 'stopped', step: null })), 'Stopped after epoch 6 of 25');
    assert.equal(
      said(training({ phase: 'cutOff', epochs: sixEpochs.slice(0, 2), step: null })),
      'Cut off in epoch 3 of 25',
    );
    assert.equal(said(inFirstEpoch({ phase: 'stopped', step: null })), 'Stopped in epoch 1');
  });

  it('is the answer when it is finished', () => {
    assert.equal(said(training({ phase: 'finished', step: null })), 'Finished: 73.9 % right, best epoch 5');
    const untested = epochEvent(1, { testLoss: null, testAccuracy: null, accuracy: 0.8, bestAccuracy: true });
    assert.equal(
      said(training({ phase: 'finished', step: null, epochs: [untested], testPictures: 0 })),
      'Finished: 80.0 % right on the training pictures, best epoch 1',
    );
  });

  it('tells a training that never began from one that ended', () => {
    assert.equal(said(training({ phase: 'failed', run: null })), 'Training could not start');
    assert.match(said(training({ phase: 'failed' })), /^Training ended after epoch 6 of 25/);
  });
});

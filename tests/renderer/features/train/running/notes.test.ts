import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { TrainingNote } from '../../../../../src/contract/training-view.ts';
import { noteWords } from '../../../../../src/renderer/src/features/train/running/notes.ts';
import { epochEvent, sixEpochs, training } from '../trainings.ts';

const said = (report: TrainingNote['report'] | undefined, shown = training()): string => {
  assert.ok(report);
  return noteWords({ at: 0, report }, shown).replaceAll('\u00a0', ' ');
};

describe('notes of a training', () => {
  it('say whether an epoch was the best', () => {
    assert.equal(said(sixEpochs[4]), 'Epoch 5 saved. Best so far: 73.9 % on 2,000 test pictures.');
    assert.equal(said(sixEpochs[5]), 'Epoch 6 saved. The test result did not improve, so epoch 5 stays the best.');
  });

  it('know what was the best then, whatever came later', () => {
    const epochs = [epochEvent(1, { bestAccuracy: true }), epochEvent(2), epochEvent(3, { bestAccuracy: true })];
    assert.match(said(epochs[1], training({ epochs })), /so epoch 1 stays the best/);
  });

  it('speak of training pictures where there are no others', () => {
    const event = epochEvent(1, { testLoss: null, testAccuracy: null, bestAccuracy: true });
    assert.match(said(event, training({ epochs: [event], testPictures: 0 })), /75\.0 % on 8,000 training pictures/);
  });

  it('say where pictures came from', () => {
    const prepared = { type: 'prepared', split: 'training', pictures: 8000, seconds: 12.4 } as const;
    assert.equal(said({ ...prepared, decoded: 8000 }), '8,000 training pictures read in 12 s.');
    assert.equal(said({ ...prepared, decoded: 0 }), '8,000 training pictures are ready, kept from before.');
  });

  it('end with one full stop', () => {
    const started = {
      type: 'started',
      run: '',
      device: 'CPU',
      executor: 'graph',
      parameters: 1,
      settings: training().settings ?? assert.fail(),
      steps: 1,
    } as const;
    assert.equal(said({ ...started, reason: 'the only one usable' }), 'Training starts on CPU: the only one usable.');
    assert.equal(said({ ...started, reason: 'It was asked for.' }), 'Training starts on CPU: It was asked for.');
    assert.equal(said({ ...started, reason: null }), 'Training starts on CPU.');
  });

  it('say that everything is saved where it was paused', () => {
    const done = {
      type: 'done',
      run: '',
      bestEpoch: 5,
      bestLossEpoch: 5,
      testAccuracy: 0.7,
      bestTestAccuracy: 0.7,
      epochs: 6,
      seconds: 38,
      device: 'CPU',
    } as const;
    assert.equal(said({ ...done, stopped: true, paused: true }), 'Paused after epoch 6. Everything is saved.');
    assert.equal(
      said({ ...done, stopped: true, paused: false, epochs: 0 }),
      'Stopped in epoch 1. Everything is saved.',
    );
    assert.equal(said({ ...done, stopped: false, paused: false }), 'Finished in 38 s.');
  });
});

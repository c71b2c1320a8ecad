import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { furtherEpochs, furtherWords, refusals } from '../../../../src/renderer/src/features/runs/actions.ts';
import { exampleRun } from '../../../support/example-runs.ts';

describe('what can be done with a run', () => {
  const finished = exampleRun({ epochs: 25 });
  const paused = exampleRun({ state: 'paused', epochs: 6 });

  it('is to go on where it was stopped, to the epoch that it was to reach', () => {
    assert.equal(furtherEpochs(paused), null);
    assert.equal(furtherWords(paused), 'Go on to epoch 25');
  });

  it('is to go further where it has finished', () => {
    assert.equal(furtherEpochs(finished), 35);
    assert.equal(furtherWords(finished), 'Train 10 more epochs');
  });

  it('is everything while nothing runs', () =>
    assert.deepEqual(refusals(finished, false), { predict: null, further: null, remove: null }));

  it('leaves out training while another trains', () =>
    assert.deepEqual(refusals(finished, true), { predict: null, further: 'Training is running', remove: null }));

  it('leaves out deleting a run that runs, and answers of one that has learned nothing', () =>
    assert.deepEqual(refusals(exampleRun({ state: 'running', epochs: 0 }), true), {
      predict: 'No epoch is finished yet',
      further: 'It is running',
      remove: 'It is running',
    }));
});

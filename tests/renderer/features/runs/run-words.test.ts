import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import {
  accuracyWords,
  bestEpochWords,
  bestRun,
  commonScale,
  headline,
  measuredOn,
  particulars,
  stateOf,
} from '../../../../src/renderer/src/features/runs/run-words.ts';
import { exampleRun, settingsWith } from '../../../support/example-runs.ts';

const plain = (text: string | null): string | null => text?.replaceAll('\u00a0', ' ') ?? null;
const best = (accuracy: number) => ({ accuracy, accuracyEpoch: 1, loss: 1, lossEpoch: 1 });
const one = exampleRun();
const two = exampleRun({ folder: '/cats/runs/2', best: best(0.798) });
const untrained = exampleRun({ folder: '/cats/runs/3', epochs: 0, best: null, accuracies: [], state: 'stopped' });

describe('the headline of runs', () => {
  it('says how many and the best', () => assert.equal(plain(headline([one, two])), '2 runs, best 79.8 %'));
  it('says one', () => assert.equal(plain(headline([one])), '1 run, best 70.0 %'));
  it('has no best before the first epoch', () => assert.equal(headline([untrained]), '1 run'));
  it('prefers what was tested to what was learned by heart', () => {
    const learned = exampleRun({ folder: '/cats/runs/4', testPictures: 0, best: best(0.99), fingerprint: 'other' });
    assert.equal(plain(headline([learned, one])), '2 runs, best 70.0 %');
    assert.equal(plain(headline([learned])), '1 run, best 99.0 %');
  });
});

describe('of how many pictures', () => {
  it('are the percentages', () => {
    assert.equal(measuredOn([one]), 'Measured on 2,000 test pictures.');
    assert.equal(measuredOn([one, two]), 'Measured on the same 2,000 test pictures.');
  });
  it('is not said of different ones', () =>
    assert.equal(
      measuredOn([one, exampleRun({ fingerprint: 'other' })]),
      'Not all of them were measured on the same pictures.',
    ));
  it('is said of training pictures', () =>
    assert.equal(
      measuredOn([exampleRun({ testPictures: 0 })]),
      'Measured on the 8,000 training pictures themselves: there were no test pictures.',
    ));
});

describe('the best run', () => {
  it('has the highest accuracy', () => assert.equal(bestRun([one, two, untrained]), two.folder));
  it('needs a second one', () => assert.equal(bestRun([one, untrained]), null));
  it('is none where they saw other pictures', () =>
    assert.equal(bestRun([one, { ...two, fingerprint: 'other' }]), null));
});

describe('how a run ended', () => {
  it('needs no word where it finished', () => assert.equal(stateOf(one), null));
  it('is said with its epochs', () => {
    assert.equal(stateOf(exampleRun({ state: 'stopped', epochs: 9 })), 'stopped after epoch 9 of 25');
    assert.equal(stateOf(exampleRun({ state: 'cutOff', epochs: 9 })), 'interrupted after epoch 9 of 25');
    assert.equal(stateOf(untrained), 'stopped in epoch 1');
    assert.equal(stateOf(exampleRun({ state: 'running', epochs: 6 })), 'running, epoch 7 of 25');
    assert.equal(stateOf(exampleRun({ state: 'running', epochs: 25 })), 'running, epoch 25 of 25');
  });
  it('stands beside what differs', () =>
    assert.equal(
      particulars(exampleRun({ state: 'paused', epochs: 2, settings: settingsWith({ epochs: 40 }) })),
      '40 epochs · paused after epoch 2 of 40',
    ));
});

describe('figures', () => {
  it('are dashes where nothing was measured', () => {
    assert.equal(accuracyWords(undefined), '–');
    assert.equal(bestEpochWords(untrained), '–');
    assert.equal(bestEpochWords(one), '2 of 3');
  });
  it('of all runs share one scale of round tenths', () => {
    const scale = commonScale([one, exampleRun({ accuracies: [0.81] })]);
    assert.ok(Math.abs(scale.min - 0.6) < 1e-9 && Math.abs(scale.max - 0.9) < 1e-9);
    assert.deepEqual(commonScale([untrained]), { min: 0, max: 1 });
    const { min, max } = commonScale([exampleRun({ accuracies: [0.5] })]);
    assert.ok(max > min);
  });
});

import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DataView } from '../../../../src/contract/data-view.ts';
import type { StepEvent } from '../../../../src/contract/events.ts';
import { newTraining, type TrainingView } from '../../../../src/contract/training-view.ts';
import {
  dataFact,
  deviceLines,
  runningScan,
  runningTraining,
  runsFact,
  trainFact,
} from '../../../../src/renderer/src/features/shell/rail-words.ts';

const step: StepEvent = {
  type: 'step',
  epoch: 7,
  epochs: 25,
  step: 125,
  steps: 250,
  loss: 0.5,
  accuracy: 0.7,
  learningRate: 0.001,
  picturesPerSecond: 900,
  secondsLeft: 97,
};

const running: TrainingView = { ...newTraining('job', '/p', 0), state: 'running', step };

const view: DataView = {
  state: 'ready',
  progress: null,
  failure: null,
  training: { folder: '/t', pictures: 40, classes: [] },
  test: null,
  findings: [],
  files: 40,
  seconds: 1,
};

const plain = (text: string | undefined): string | undefined => text?.replaceAll('\u00a0', ' ');

describe('the step Train', () => {
  it('tells the epoch while its project trains', () => assert.equal(trainFact(running, '/p'), '7 of 25'));
  it('tells nothing of another project', () => assert.equal(trainFact(running, '/q'), null));
  it('tells nothing once it has ended', () => assert.equal(trainFact({ ...running, state: 'ended' }, '/p'), null));
  it('tells nothing before the first epoch', () => assert.equal(trainFact(newTraining('job', '/p', 0), '/p'), null));
});

describe('what runs now', () => {
  it('has the epoch, the share of all steps and the time left', () => {
    const { title, share, text } = runningTraining(running) ?? {};
    assert.equal(title, 'Training, epoch 7 of 25');
    assert.equal(share, 6.5 / 25);
    assert.equal(plain(text), '1 min 40 s left');
  });
  it('says that the speed is measured where no time is known', () => {
    assert.equal(runningTraining({ ...running, step: { ...step, secondsLeft: null } })?.text, 'Measuring speed');
  });
  it('counts pictures while they are read', () => {
    const reading = { split: 'training', done: 10, total: 40 } as const;
    assert.equal(runningTraining({ ...newTraining('job', '/p', 0), reading })?.share, 0.25);
  });
  it('doesn’t know how long a network takes to prepare', () => {
    assert.equal(runningTraining({ ...running, state: 'preparing' })?.share, null);
  });
  it('is nothing without a training', () => assert.equal(runningTraining(null), null));
  it('is a scan while there is one', () => {
    const scanning: DataView = { ...view, state: 'scanning', progress: { done: 10, total: null } };
    assert.deepEqual(runningScan(scanning), { title: 'Looking at the files', share: null, text: '10' });
    assert.equal(runningScan(view), null);
  });
});

describe('facts of other steps', () => {
  it('pictures that can be trained on', () => assert.equal(dataFact(view), '40'));
  it('pictures looked at so far', () => {
    assert.equal(dataFact({ ...view, state: 'scanning', progress: { done: 12, total: 40 } }), '12');
  });
  it('nothing where nobody has looked', () => assert.equal(dataFact({ ...view, training: null }), null));
  it('runs, where there are some', () => {
    assert.equal(runsFact(5), '5');
    assert.equal(runsFact(0), null);
    assert.equal(runsFact(null), null);
  });
});

describe('the device', () => {
  it('has two lines where its name has two parts', () => {
    assert.deepEqual(deviceLines('TensorFlow 2.20.0 on the CPU (2 cores)'), ['TensorFlow 2.20.0', 'CPU (2 cores)']);
  });
  it('has one else', () => assert.deepEqual(deviceLines('WebAssembly'), ['WebAssembly', null]));
});

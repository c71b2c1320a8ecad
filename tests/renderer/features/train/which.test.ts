import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { RunView } from '../../../../src/contract/run-view.ts';
import { defaultSettings } from '../../../../src/contract/settings.ts';
import { newTraining, type TrainingView } from '../../../../src/contract/training-view.ts';
import { faceOf, trainingElsewhere } from '../../../../src/renderer/src/features/train/which.ts';

const run: RunView = {
  folder: '/cats/runs/2',
  project: '/cats',
  name: null,
  created: '2026-11-24T14:02:00.000Z',
  state: 'finished',
  settings: defaultSettings,
  epochs: 25,
  best: null,
  accuracies: [],
  trainingPictures: 8000,
  testPictures: 2000,
  fingerprint: '',
  seconds: 38,
  device: { name: 'CPU', executor: 'graph', reason: null },
  parameters: 813217,
};

const running: TrainingView = { ...newTraining('job', '/cats', 0), state: 'running' };
const failed: TrainingView = {
  ...newTraining('job', '/cats', 0),
  state: 'ended',
  failure: { type: 'failed', code: null, message: '', remedy: '' },
};
const calledOff: TrainingView = { ...newTraining('job', '/cats', 0), state: 'ended' };
const facts = { project: '/cats', training: null, runs: null, setup: false };

describe('face of the page', () => {
  it('is the training that runs, whatever else is wanted', () => {
    assert.equal(faceOf({ ...facts, training: running, setup: true })?.kind, 'training');
  });

  it('is what came of the last training, until a new one is set up', () => {
    assert.equal(faceOf({ ...facts, training: failed, runs: [run] })?.kind, 'training');
    assert.equal(faceOf({ ...facts, training: failed, runs: [run], setup: true })?.kind, 'setup');
  });

  it('is the newest run where nothing ran since the start', () => {
    assert.deepEqual(faceOf({ ...facts, runs: [run] }), { kind: 'run', folder: '/cats/runs/2' });
  });

  it('is the setup where there is no run, and waits until that is known', () => {
    assert.deepEqual(faceOf({ ...facts, runs: [] }), { kind: 'setup' });
    assert.equal(faceOf(facts), null);
  });

  it('leaves a training that was called off, and that of another project', () => {
    assert.equal(faceOf({ ...facts, training: calledOff, runs: [] })?.kind, 'setup');
    const elsewhere = { ...running, project: '/flowers' };
    assert.equal(faceOf({ ...facts, training: elsewhere, runs: [] })?.kind, 'setup');
    assert.equal(trainingElsewhere(elsewhere, '/cats'), elsewhere);
    assert.equal(trainingElsewhere(running, '/cats'), null);
    assert.equal(trainingElsewhere({ ...failed, project: '/flowers' }, '/cats'), null);
  });
});

/** A run as the studio tells of it. */
import type { EpochEvent } from '../../src/contract/events.ts';
import type { RunView } from '../../src/contract/run-view.ts';
import { defaultSettings, type Settings } from '../../src/contract/settings.ts';
import { newTraining, type TrainingView } from '../../src/contract/training-view.ts';

const finished: RunView = {
  folder: '/cats/runs/1',
  project: '/cats',
  name: null,
  created: '2026-11-24T14:02:00.000Z',
  state: 'finished',
  settings: defaultSettings,
  epochs: 3,
  best: { accuracy: 0.7, accuracyEpoch: 2, loss: 0.5, lossEpoch: 3 },
  accuracies: [0.6, 0.7, 0.65],
  trainingPictures: 8000,
  testPictures: 2000,
  fingerprint: 'one',
  seconds: 100,
  device: { name: 'TensorFlow 2.20 on CPU', executor: 'graph', reason: null },
  parameters: 813_217,
};

export const exampleRun = (change: Partial<RunView> = {}): RunView => ({ ...finished, ...change });

export const settingsWith = (change: Partial<Settings>): Settings => ({ ...defaultSettings, ...change });

/** An epoch of three; accuracies are shares. */
export const exampleEpoch = (epoch: number, testAccuracy: number | null, best: boolean): EpochEvent => ({
  type: 'epoch',
  epoch,
  epochs: 3,
  loss: 0.4,
  accuracy: 0.9,
  learningRate: 0.001,
  seconds: 1,
  picturesPerSecond: 100,
  secondsLeft: 1,
  testLoss: testAccuracy === null ? null : 0.6,
  testAccuracy,
  bestAccuracy: best,
  bestLoss: best,
});

export const exampleTraining = (change: Partial<TrainingView> = {}): TrainingView => ({
  ...newTraining('7', '/cats', 0),
  state: 'running',
  run: '/cats/runs/1',
  ...change,
});

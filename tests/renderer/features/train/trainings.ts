/** Trainings as the page shows them, for its tests. */
import type { EpochEvent, StepEvent } from '../../../../src/contract/events.ts';
import { defaultSettings } from '../../../../src/contract/settings.ts';
import type { Shown } from '../../../../src/renderer/src/features/train/shown.ts';

export const epochEvent = (epoch: number, change: Partial<EpochEvent> = {}): EpochEvent => ({
  type: 'epoch',
  epoch,
  epochs: 25,
  loss: 0.5,
  accuracy: 0.75,
  testLoss: 0.53,
  testAccuracy: 0.73,
  learningRate: 0.001,
  seconds: 5.2,
  picturesPerSecond: 1778,
  secondsLeft: 100,
  bestAccuracy: false,
  bestLoss: false,
  ...change,
});

/** The mock's six epochs, the fifth of them the best. */
export const sixEpochs: readonly EpochEvent[] = [
  epochEvent(1, {
    loss: 0.668,
    accuracy: 0.583,
    testLoss: 0.634,
    testAccuracy: 0.642,
    seconds: 9.8,
    bestAccuracy: true,
  }),
  epochEvent(2, { loss: 0.617, accuracy: 0.661, testLoss: 0.589, testAccuracy: 0.689, bestAccuracy: true }),
  epochEvent(3, { loss: 0.577, accuracy: 0.698, testLoss: 0.561, testAccuracy: 0.709, bestAccuracy: true }),
  epochEvent(4, { loss: 0.549, accuracy: 0.721, testLoss: 0.545, testAccuracy: 0.724, bestAccuracy: true }),
  epochEvent(5, {
    loss: 0.527,
    accuracy: 0.737,
    testLoss: 0.531,
    testAccuracy: 0.739,
    seconds: 5.1,
    bestAccuracy: true,
  }),
  epochEvent(6, { loss: 0.508, accuracy: 0.75, testLoss: 0.534, testAccuracy: 0.733 }),
];

export const stepEvent = (change: Partial<StepEvent> = {}): StepEvent => ({
  type: 'step',
  epoch: 7,
  epochs: 25,
  step: 143,
  steps: 250,
  loss: 0.497,
  accuracy: 0.757,
  learningRate: 0.001,
  picturesPerSecond: 1760,
  secondsLeft: 100,
  ...change,
});

/** In epoch 7 of 25, as in the mock. */
export const training = (change: Partial<Shown> = {}): Shown => ({
  phase: 'running',
  job: 'job-1',
  run: '/projects/cats/runs/1',
  settings: defaultSettings,
  total: 25,
  epochs: sixEpochs,
  step: stepEvent(),
  reading: null,
  curve: [],
  notes: [],
  skipped: 0,
  device: 'TensorFlow 2.20 on CPU (2 cores)',
  executor: 'graph',
  reason: null,
  failure: null,
  began: Date.parse('2026-11-24T14:02:00Z'),
  secondsBefore: 0,
  seconds: null,
  trainingPictures: 8000,
  testPictures: 2000,
  ...change,
});

/** Before the first epoch was whole. */
export const inFirstEpoch = (change: Partial<Shown> = {}): Shown =>
  training({ epochs: [], step: stepEvent({ epoch: 1, step: 12, secondsLeft: null }), ...change });

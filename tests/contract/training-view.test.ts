import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { DoneEvent, EpochEvent, Report, StartedEvent, StepEvent } from '../../src/contract/events.ts';
import { defaultSettings } from '../../src/contract/settings.ts';
import {
  afterReport,
  mostCurvePoints,
  mostNotes,
  newTraining,
  type TrainingView,
} from '../../src/contract/training-view.ts';

const begun = newTraining('job-1', '/p', 0);

const after = (view: TrainingView, ...reports: readonly (Report | null)[]): TrainingView =>
  reports.reduce<TrainingView>((now, report, at) => afterReport(now, at, report), view);

const started: StartedEvent = {
  type: 'started',
  run: '/p/runs/one',
  device: 'WebAssembly',
  executor: 'eager',
  reason: 'the only one usable',
  parameters: 10,
  settings: defaultSettings,
  steps: 4,
};

const step = (epoch: number, number: number): StepEvent => ({
  type: 'step',
  epoch,
  epochs: 3,
  step: number,
  steps: 4,
  loss: 0.5,
  accuracy: 0.75,
  learningRate: 0.001,
  picturesPerSecond: 100,
  secondsLeft: null,
});

const epoch = (number: number): EpochEvent => ({
  type: 'epoch',
  epoch: number,
  epochs: 3,
  loss: 0.5,
  accuracy: 0.75,
  testLoss: 0.6,
  testAccuracy: 0.7,
  learningRate: 0.001,
  seconds: 1,
  picturesPerSecond: 100,
  secondsLeft: 2,
  bestAccuracy: true,
  bestLoss: true,
});

const done: DoneEvent = {
  type: 'done',
  run: '/p/runs/one',
  bestEpoch: 1,
  bestLossEpoch: 1,
  testAccuracy: 0.7,
  bestTestAccuracy: 0.7,
  epochs: 1,
  seconds: 1,
  device: 'WebAssembly',
  stopped: true,
  paused: true,
};

test('a training reads, prepares, runs and ends', () => {
  const reading = after(begun, { type: 'preparing', split: 'test', done: 3, total: 9 });
  assert.deepEqual([reading.state, reading.reading], ['reading', { split: 'test', done: 3, total: 9 }]);
  const read = after(reading, { type: 'prepared', split: 'test', pictures: 9, decoded: 9, seconds: 1 });
  assert.equal(read.reading, null);
  const preparing = after(read, { type: 'preparing_network', device: 'WebAssembly', executor: 'eager' });
  assert.deepEqual([preparing.state, preparing.device], ['preparing', 'WebAssembly']);
  const running = after(preparing, started);
  assert.deepEqual(
    [running.state, running.run, running.steps, running.reason],
    ['running', '/p/runs/one', 4, 'the only one usable'],
  );
  const ended = after(running, step(1, 1), epoch(1), done, null);
  assert.deepEqual([ended.state, ended.done, ended.step], ['ended', done, null]);
});

test('a report makes another view and leaves the one before as it was', () => {
  const before = after(begun, started);
  const copy = structuredClone(before);
  after(before, step(1, 1), epoch(1), done, null);
  assert.deepEqual(before, copy);
});

test('an epoch ends its step and is added to those before', () => {
  const resumed = { ...begun, epochs: [epoch(1)] };
  const view = after(resumed, started, step(2, 2), epoch(2));
  assert.deepEqual([view.step, view.epochs.map((one) => one.epoch)], [null, [1, 2]]);
});

test('the curve counts epochs with their parts', () => {
  const { curve } = after(begun, step(1, 2), step(1, 4), step(2, 1));
  assert.deepEqual(
    curve.map((point) => point.epoch),
    [0.5, 1, 1.25],
  );
});

test('a curve that is too long loses every other point, and keeps its end', () => {
  const steps = Array.from({ length: mostCurvePoints * 3 }, (_, at) => step(at + 1, 4));
  const { curve } = after(begun, ...steps);
  assert.ok(curve.length <= mostCurvePoints);
  assert.ok(curve.length >= mostCurvePoints / 2);
  assert.equal(curve.at(-1)?.epoch, mostCurvePoints * 3);
  const epochs = curve.map((point) => point.epoch);
  assert.deepEqual(
    epochs,
    epochs.toSorted((a, b) => a - b),
  );
});

test('notes come newest first and are no more than are kept', () => {
  const notices = Array.from({ length: mostNotes + 5 }, (_, at): Report => ({ type: 'notice', text: String(at) }));
  const { notes } = after(begun, ...notices);
  assert.equal(notes.length, mostNotes);
  assert.deepEqual(notes[0], { at: mostNotes + 4, report: notices.at(-1) });
});

test('files that cannot be read are counted, a failure is kept, other reports change nothing', () => {
  const failed = { type: 'failed', code: 'disk-full', message: 'Full.', remedy: 'Make room.' } as const;
  const view = after(begun, { type: 'skipped', file: 'a', reason: 'b' }, failed, null);
  assert.deepEqual([view.skipped, view.failure, view.state], [1, failed, 'ended']);
  assert.equal(after(begun, { type: 'found', split: 'test', images: 1, classes: [] }), begun);
});

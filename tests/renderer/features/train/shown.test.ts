import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoneEvent, Report } from '../../../../src/contract/events.ts';
import type { RunDetails } from '../../../../src/contract/run-view.ts';
import { defaultSettings } from '../../../../src/contract/settings.ts';
import { afterReport, newTraining, type TrainingView } from '../../../../src/contract/training-view.ts';
import {
  allEpochs,
  bestOf,
  canGoOn,
  isActive,
  isElsewhere,
  partOf,
  shownRun,
  shownTraining,
  stepTime,
} from '../../../../src/renderer/src/features/train/shown.ts';
import { epochEvent, sixEpochs, stepEvent, training } from './trainings.ts';

const after = (...reports: readonly (Report | null)[]): TrainingView =>
  reports.reduce<TrainingView>(
    (view, report, index) => afterReport(view, index, report),
    newTraining('job', '/cats', 0),
  );

const started: Report = {
  type: 'started',
  run: '/cats/runs/1',
  device: 'CPU',
  executor: 'graph',
  reason: null,
  parameters: 813217,
  settings: defaultSettings,
  steps: 250,
};

const done: DoneEvent = {
  type: 'done',
  run: '/cats/runs/1',
  bestEpoch: 5,
  bestLossEpoch: 5,
  testAccuracy: 0.733,
  bestTestAccuracy: 0.739,
  epochs: 6,
  seconds: 38,
  device: 'CPU',
  stopped: false,
  paused: false,
};

const record: RunDetails = {
  folder: '/cats/runs/1',
  project: '/cats',
  name: null,
  created: '2026-11-24T14:02:00.000Z',
  state: 'cutOff',
  settings: defaultSettings,
  epochs: 6,
  best: null,
  accuracies: [],
  trainingPictures: 8000,
  testPictures: 2000,
  fingerprint: '',
  seconds: 38,
  device: { name: 'CPU', executor: 'graph', reason: null },
  parameters: 813217,
  training: '/cats/train',
  test: { kind: 'none' },
  classes: ['cats', 'dogs'],
  labels: {},
  metrics: sixEpochs,
  bytes: 1,
};

describe('a training as it is shown', () => {
  it('has a phase for each way to end', () => {
    const phase = (...reports: readonly (Report | null)[]): string => shownTraining(after(...reports), null).phase;
    assert.equal(phase(), 'reading');
    assert.equal(phase(started), 'running');
    assert.equal(phase(started, { ...done, stopped: true, paused: true }, null), 'paused');
    assert.equal(phase(started, { ...done, stopped: true }, null), 'stopped');
    assert.equal(phase(started, done, null), 'finished');
    assert.equal(phase(null), 'cancelled');
    const failed: Report = { type: 'failed', code: 'disk-full', message: 'The disk is full.', remedy: 'Make room.' };
    assert.equal(phase(started, failed, null), 'failed');
  });

  it('can be paused only while it runs, and gone on with only when it rests', () => {
    const live = shownTraining(after(started, stepEvent()), null);
    assert.equal(live.job, 'job');
    assert.ok(isActive(live) && !canGoOn(live));
    const paused = shownTraining(after(started, stepEvent(), { ...done, stopped: true, paused: true }, null), null);
    assert.equal(paused.job, null);
    assert.ok(canGoOn(paused) && !isActive(paused));
    assert.ok(!canGoOn(training({ phase: 'finished' })));
  });

  it('puts the epochs of a record before those that were reported since', () => {
    const view = after(started, epochEvent(5), epochEvent(6));
    assert.deepEqual(
      shownTraining(view, record).epochs.map(({ epoch, testAccuracy }) => [epoch, testAccuracy]),
      [
        [1, 0.642],
        [2, 0.689],
        [3, 0.709],
        [4, 0.724],
        [5, 0.73],
        [6, 0.73],
      ],
    );
    assert.equal(allEpochs(sixEpochs, [], null).length, 6);
    assert.equal(allEpochs(sixEpochs, [], 6).length, 5);
  });

  it('leaves the record of another run alone', () => {
    assert.equal(shownTraining(after(started), { ...record, folder: '/other' }).epochs.length, 0);
  });

  it('knows its pictures from its record, until that is there from its reports', () => {
    const prepared: Report = { type: 'prepared', split: 'test', pictures: 1990, decoded: 0, seconds: 1 };
    assert.equal(shownTraining(after(prepared, started), null).testPictures, 1990);
    assert.equal(shownTraining(after(prepared, started), record).testPictures, 2000);
    assert.equal(shownTraining(after(started), null).testPictures, null);
    assert.equal(shownTraining(after(started, epochEvent(1, { testLoss: null })), null).testPictures, 0);
  });

  it('is the same from a record, without steps', () => {
    const shown = shownRun(record);
    assert.equal(shown.phase, 'cutOff');
    assert.equal(bestOf(shown)?.epoch, 5);
    assert.equal(partOf(shown), 0);
    assert.ok(canGoOn(shown));
  });

  it('tells a run that another program trains from one that this one trains', () => {
    const elsewhere = shownRun({ ...record, state: 'running' });
    assert.ok(isElsewhere(elsewhere) && !canGoOn(elsewhere));
    assert.ok(!isElsewhere(shownTraining(after(started, stepEvent()), record)) && !isElsewhere(shownRun(record)));
  });

  it('takes as long per step as its pictures take', () => {
    assert.equal(Math.round(stepTime(training()) ?? 0), 18);
    assert.equal(stepTime(training({ step: null })), null);
    assert.equal(stepTime(training({ step: stepEvent({ picturesPerSecond: 0 }) })), null);
  });
});

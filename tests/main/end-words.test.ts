import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import type { DoneEvent } from '../../src/contract/events.ts';
import { newTraining } from '../../src/contract/training-view.ts';
import { endWords, isWorthTelling } from '../../src/main/end-words.ts';

const view = newTraining('job-1', '/cats', 1000);
const done: DoneEvent = {
  type: 'done',
  run: '/cats/runs/1',
  bestEpoch: 23,
  bestLossEpoch: 20,
  testAccuracy: 0.79,
  bestTestAccuracy: 0.7981,
  epochs: 25,
  seconds: 100,
  device: 'cpu',
  stopped: false,
  paused: false,
};

describe('a notification', () => {
  it('is for trainings of over a minute', () => {
    assert.deepEqual([isWorthTelling(view, 61_000), isWorthTelling(view, 61_001)], [false, true]);
  });

  it('says how good a finished training is', () => {
    const body = '79.8\u00a0% of the test pictures right, best epoch 23.';
    assert.deepEqual(endWords({ ...view, done }), { title: 'Training is finished', body });
  });

  it('says what is there where nothing was tested', () => {
    const { body } = endWords({ ...view, done: { ...done, bestTestAccuracy: null } });
    assert.equal(body, '25 epochs are saved.');
  });

  it('says where a training was paused or stopped', () => {
    const titles = [true, false].map(
      (paused) => endWords({ ...view, done: { ...done, epochs: 6, stopped: true, paused } }).title,
    );
    assert.deepEqual(titles, ['Training paused after epoch 6', 'Training stopped after epoch 6']);
  });

  it('says why a training failed and what to do', () => {
    const failure = {
      type: 'failed',
      code: 'disk-full',
      message: 'The disk is full.',
      remedy: 'Nothing was lost.',
    } as const;
    assert.deepEqual(endWords({ ...view, failure }), {
      title: 'Training stopped',
      body: 'The disk is full. Nothing was lost.',
    });
  });

  it('says something where the engine said nothing', () => {
    assert.deepEqual(endWords(view), { title: 'Training stopped', body: 'What was finished is saved.' });
  });
});

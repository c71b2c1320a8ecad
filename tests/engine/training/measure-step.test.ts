import assert from 'node:assert/strict';
import { test } from 'node:test';
import { describePreset } from '../../../src/engine/models/presets.ts';
import { measureStep, type Stopwatch, type Trial } from '../../../src/engine/training/measure-step.ts';
import { anyDevice } from '../../support/devices.ts';

const trial: Trial = {
  description: describePreset('tutorial', { classes: 2, size: 16 }),
  batchSize: 8,
  executor: 'auto',
};

/** Says that step after step takes so long; the last one is repeated. `read` counts the steps. */
function stopwatch(durations: readonly number[], signal = new AbortController().signal): Stopwatch & { read: number } {
  let now = 0;
  let started = false;
  const watch = {
    read: 0,
    signal,
    breathe: () => Promise.resolve(),
    clock: () => {
      if (started) now += durations[Math.min(watch.read++, durations.length - 1)] ?? Number.NaN;
      started = !started;
      return now;
    },
  };
  return watch;
}

test('gives the median of the steps after the warm-up and frees what it made', async () => {
  const device = await anyDevice();
  const before = device.tensorCount();
  const watch = stopwatch([1000, 1, 1000, 7, 9, 8, 7, 9, 8, 8]);
  assert.equal(await measureStep(device, trial, watch), 8);
  assert.equal(watch.read, 10);
  assert.equal(device.tensorCount(), before);
});

test('measures a slow device for a moment only', async () => {
  const watch = stopwatch([1000, 1, 1000, 800]);
  assert.equal(await measureStep(await anyDevice(), trial, watch), 800);
  assert.equal(watch.read, 5);
});

test('ends after one step where another device is three times as fast', async () => {
  const watch = stopwatch([1000, 1, 1000, 31]);
  assert.equal(await measureStep(await anyDevice(), trial, watch, 10), 31);
  assert.equal(watch.read, 4);
});

test("doesn't begin a step that takes seconds where few pictures show that it is out of the race", async () => {
  const device = await anyDevice();
  const watch = stopwatch([1000, 500]);
  assert.equal(await measureStep(device, trial, watch, 10), 2000);
  assert.equal(watch.read, 2);
  const alone = stopwatch([1000, 500]);
  await measureStep(device, trial, alone);
  assert.ok(alone.read > 2);
});

test('stops on the signal and frees what it made', async () => {
  const device = await anyDevice();
  const before = device.tensorCount();
  const stop = new AbortController();
  const watch = stopwatch([1], stop.signal);
  const breathe = (): Promise<void> => {
    if (watch.read === 3) stop.abort(new Error('enough'));
    return Promise.resolve();
  };
  await assert.rejects(measureStep(device, trial, { ...watch, breathe }), /enough/);
  assert.equal(device.tensorCount(), before);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { measureStep } from '../../../src/engine/training/measure-step.ts';
import { anyDevice } from '../../support/devices.ts';

test('gives the median of the clocked steps and frees what it made', async () => {
  const device = await anyDevice();
  const before = device.tensorCount();
  const durations = [1000, 1000, 1000, 7, 9, 8];
  const times = durations.flatMap((duration, at) => [at * 10_000, at * 10_000 + duration]);
  // The warm-up's clock is read at its start only.
  const read = times.filter((_, at) => at > 5 || at % 2 === 0);
  assert.equal(await measureStep(device, () => read.shift() ?? Number.NaN, 3), 8);
  assert.equal(device.tensorCount(), before);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { startPace } from '../../../src/engine/training/pace.ts';

test('no time is promised before twenty steps; then steps and measurements add up', () => {
  let now = 1000;
  const pace = startPace(() => now);
  for (let step = 0; step < 19; step++) {
    now += 50;
    pace.step(32);
  }
  assert.equal(pace.secondsLeft(100, 1), null);
  now += 50;
  pace.step(32);
  assert.equal(pace.secondsLeft(100, 1), 5);
  assert.equal(pace.picturesPerSecond(), 640);
  pace.evaluationStarts();
  now += 2000;
  pace.epochEnds();
  assert.equal(pace.secondsLeft(100, 3), 11);
  now += 50;
  pace.step(32);
  assert.equal(pace.picturesPerSecond(), 640, 'measuring the test set is not training');
});

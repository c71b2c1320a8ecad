import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rise } from '../../../../src/engine/training/schedules/warm-up.ts';

const factors = (steps: number, warmUp: number): number[] =>
  Array.from({ length: steps }, (_, step) => rise({ step, steps, warmUp }));

test('rises by equal parts to its full size', () => {
  assert.deepEqual(factors(10, 0.3), [0.25, 0.5, 0.75, 1, 1, 1, 1, 1, 1, 1]);
});

test('without warm-up, every step has its full size', () => {
  assert.deepEqual(factors(4, 0), [1, 1, 1, 1]);
});

test('the shortest runs reach it too', () => {
  assert.deepEqual(factors(1, 0.9), [1]);
  assert.deepEqual(factors(2, 0.9), [0.5, 1]);
});

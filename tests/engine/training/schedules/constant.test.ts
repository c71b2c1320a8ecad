import assert from 'node:assert/strict';
import { test } from 'node:test';
import { constant } from '../../../../src/engine/training/schedules/constant.ts';

test('is the same at every step', () => {
  for (const step of [0, 5, 9]) assert.equal(constant({ step, steps: 10, warmUp: 0.3 }), 1);
});

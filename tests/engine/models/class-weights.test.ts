import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balancedWeights, countClasses } from '../../../src/engine/models/class-weights.ts';

test('samples are counted by class, absent classes too', () => {
  assert.deepEqual(countClasses(Uint16Array.of(0, 2, 2, 0, 2), 4), [2, 0, 3, 0]);
});

test("balanced weights are scikit-learn's", () => {
  // compute_class_weight('balanced', classes=[0, 1], y=[0] * 6 + [1] * 2): 8 / (2 * 6) and 8 / (2 * 2).
  assert.deepEqual(balancedWeights([6, 2]), [8 / 12, 2]);
  assert.deepEqual(balancedWeights([5, 5, 5]), [1, 1, 1]);
});

test('all classes weigh the same in sum, and a sample 1 on average', () => {
  const counts = [1, 10, 89];
  const sums = balancedWeights(counts).map((weight, at) => weight * (counts[at] ?? 0));
  for (const sum of sums) assert.ok(Math.abs(sum - 100 / 3) < 1e-9);
});

test('a class without samples has a weight that is a number', () => {
  assert.deepEqual(balancedWeights([4, 0]), [0.5, 1]);
});

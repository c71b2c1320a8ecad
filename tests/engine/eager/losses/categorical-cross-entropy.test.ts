import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoricalCrossEntropy } from '../../../../src/engine/eager/losses/categorical-cross-entropy.ts';

test('the loss is minus the logarithm of the probability of the label', () => {
  const logits = Float32Array.of(0, Math.log(2), Math.log(5), Math.log(3), 0, 0);
  const { lossSum, correct } = categoricalCrossEntropy.score(logits, [1, 0]);
  assert.ok(Math.abs(lossSum - (Math.log(8 / 2) + Math.log(5 / 3))) < 1e-6);
  assert.equal(correct, 1);
});

test('the gradient is the probabilities less one at the label, by the number of samples', () => {
  const { gradient } = categoricalCrossEntropy.score(Float32Array.of(0, 0, 0, 0), [1, 0]);
  assert.deepEqual([...gradient], [0.25, -0.25, -0.25, 0.25]);
});

test('rows of probabilities add up to one, however large the logits', () => {
  const rows = categoricalCrossEntropy.activate(Float32Array.of(1000, 0, -1000, 3, 3, 3), 3);
  assert.deepEqual([...rows.subarray(0, 3)], [1, 0, 0]);
  assert.deepEqual([...rows.subarray(3)], [1 / 3, 1 / 3, 1 / 3].map(Math.fround));
});

test('of equal logits the first is the answer', () => {
  assert.equal(categoricalCrossEntropy.score(Float32Array.of(2, 2, 1), [0]).correct, 1);
  assert.equal(categoricalCrossEntropy.score(Float32Array.of(2, 2, 1), [1]).correct, 0);
});

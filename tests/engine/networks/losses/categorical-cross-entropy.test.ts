import assert from 'node:assert/strict';
import { test } from 'node:test';
import { categoricalCrossEntropy } from '../../../../src/engine/networks/losses/categorical-cross-entropy.ts';
import type { Truth } from '../../../../src/engine/networks/losses/loss.ts';
import { assertLossGradient } from '../../../support/differences.ts';

const truth = (...labels: number[]): Truth => ({ labels, labelSmoothing: 0, weights: null });

test('the loss is minus the logarithm of the probability of the label', () => {
  const logits = Float32Array.of(0, Math.log(2), Math.log(5), Math.log(3), 0, 0);
  const { lossSum, correct } = categoricalCrossEntropy.score(logits, truth(1, 0));
  assert.ok(Math.abs(lossSum - (Math.log(8 / 2) + Math.log(5 / 3))) < 1e-6);
  assert.equal(correct, 1);
});

test('the gradient is the probabilities less one at the label, by the number of samples', () => {
  const { gradient } = categoricalCrossEntropy.score(Float32Array.of(0, 0, 0, 0), truth(1, 0));
  assert.deepEqual([...gradient], [0.25, -0.25, -0.25, 0.25]);
});

test('rows of probabilities add up to one, however large the logits', () => {
  const rows = categoricalCrossEntropy.activate(Float32Array.of(1000, 0, -1000, 3, 3, 3), 3);
  assert.deepEqual([...rows.subarray(0, 3)], [1, 0, 0]);
  assert.deepEqual([...rows.subarray(3)], [1 / 3, 1 / 3, 1 / 3].map(Math.fround));
});

test('of equal logits the first is the answer', () => {
  assert.equal(categoricalCrossEntropy.score(Float32Array.of(2, 2, 1), truth(0)).correct, 1);
  assert.equal(categoricalCrossEntropy.score(Float32Array.of(2, 2, 1), truth(1)).correct, 0);
});

test('label smoothing gives each class its even share, as Keras does', () => {
  const smooth: Truth = { ...truth(2, 0), labelSmoothing: 0.3 };
  assert.deepEqual([...categoricalCrossEntropy.targets(smooth, 3)], [0.1, 0.1, 0.8, 0.8, 0.1, 0.1].map(Math.fround));
  assert.deepEqual([...categoricalCrossEntropy.targets(truth(1), 3)], [0, 1, 0]);
});

test('a confident wrong answer costs the gap between the logits, not infinity', () => {
  const { lossSum } = categoricalCrossEntropy.score(Float32Array.of(1000, 0, -1000), truth(2));
  assert.equal(lossSum, 2000);
});

test('class weights multiply the loss of their samples, and the mean is still over all samples', () => {
  const logits = Float32Array.of(0.5, -1, 0.2, 1, 0, 2);
  const weighted = categoricalCrossEntropy.score(logits, { ...truth(0, 2), weights: Float32Array.of(0.5, 2) });
  const plain = categoricalCrossEntropy.score(logits, truth(0, 2));
  const first = categoricalCrossEntropy.score(logits.subarray(0, 3), truth(0)).lossSum;
  assert.ok(Math.abs(weighted.lossSum - (0.5 * first + 2 * (plain.lossSum - first))) < 1e-6);
  for (const [at, value] of weighted.gradient.entries()) {
    assert.ok(Math.abs(value - (at < 3 ? 0.5 : 2) * (plain.gradient[at] ?? 0)) < 1e-7);
  }
});

test('the gradient is what differences of the mean loss give, with smoothing and weights', () => {
  const logits = Float32Array.of(-2, 0.3, 1, 0, 0, 0, 0.7, -0.7, 3);
  for (const labelSmoothing of [0, 0.3]) {
    for (const weights of [null, Float32Array.of(0.5, 2, 1)]) {
      assertLossGradient(categoricalCrossEntropy, logits, { labels: [2, 0, 1], labelSmoothing, weights });
    }
  }
});

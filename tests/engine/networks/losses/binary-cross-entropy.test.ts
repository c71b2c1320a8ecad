import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binaryCrossEntropy } from '../../../../src/engine/networks/losses/binary-cross-entropy.ts';
import type { Truth } from '../../../../src/engine/networks/losses/loss.ts';
import { assertLossGradient } from '../../../support/differences.ts';

const truth = (...labels: number[]): Truth => ({ labels, labelSmoothing: 0, weights: null });

test('a logit of 0 costs log 2 whatever the label, and counts as class 1', () => {
  const { lossSum, correct, gradient } = binaryCrossEntropy.score(Float32Array.of(0, 0), truth(0, 1));
  assert.ok(Math.abs(lossSum - 2 * Math.LN2) < 1e-12);
  assert.equal(correct, 1);
  assert.deepEqual([...gradient], [0.25, -0.25]);
});

test('large logits neither overflow nor lose the loss', () => {
  const { lossSum, correct, gradient } = binaryCrossEntropy.score(Float32Array.of(500, -500, 500), truth(1, 0, 0));
  assert.equal(lossSum, 500);
  assert.equal(correct, 2);
  assert.deepEqual([...gradient], [0, 0, Math.fround(1 / 3)]);
});

test('what counts as correct is what the output says at 0.5', () => {
  const logits = Float32Array.of(-1e-9, -1e-3, 1e-3);
  const outputs = binaryCrossEntropy.activate(logits, 1);
  assert.deepEqual(
    [...outputs].map((output) => output >= 0.5),
    [true, false, true],
  );
  assert.equal(binaryCrossEntropy.score(logits, truth(1, 0, 1)).correct, 3);
});

test('label smoothing pulls the truth towards one half, as Keras does', () => {
  const smooth: Truth = { ...truth(0, 1), labelSmoothing: 0.2 };
  assert.deepEqual([...binaryCrossEntropy.targets(smooth, 1)], [0.1, 0.9].map(Math.fround));
  // Smoothed truth never costs nothing: best is a probability of 0.9, at the entropy of (0.1, 0.9).
  const best = binaryCrossEntropy.score(Float32Array.of(Math.log(1 / 9), Math.log(9)), smooth);
  assert.ok(Math.abs(best.lossSum / 2 + 0.1 * Math.log(0.1) + 0.9 * Math.log(0.9)) < 1e-6);
  assert.ok(best.gradient.every((value) => Math.abs(value) < 1e-7));
});

test('class weights multiply the loss of their samples, and the mean is still over all samples', () => {
  const logits = Float32Array.of(0.5, -1);
  const [first, second] = [0.5, -1].map((z, at) => binaryCrossEntropy.score(Float32Array.of(z), truth(at)).lossSum);
  const weighted = binaryCrossEntropy.score(logits, { ...truth(0, 1), weights: Float32Array.of(0.5, 2) });
  assert.ok(Math.abs(weighted.lossSum - (0.5 * (first ?? 0) + 2 * (second ?? 0))) < 1e-12);
  const plain = binaryCrossEntropy.score(logits, truth(0, 1)).gradient;
  assert.deepEqual([...weighted.gradient], [0.5 * (plain[0] ?? 0), 2 * (plain[1] ?? 0)].map(Math.fround));
});

test('the gradient is what differences of the mean loss give, with smoothing and weights', () => {
  const logits = Float32Array.of(-2, -0.3, 0, 0.7, 3);
  for (const labelSmoothing of [0, 0.3]) {
    for (const weights of [null, Float32Array.of(0.5, 2, 0.5, 0.5, 2)]) {
      assertLossGradient(binaryCrossEntropy, logits, { labels: [0, 1, 0, 0, 1], labelSmoothing, weights });
    }
  }
});

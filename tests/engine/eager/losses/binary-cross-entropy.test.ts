import assert from 'node:assert/strict';
import { test } from 'node:test';
import { binaryCrossEntropy } from '../../../../src/engine/eager/losses/binary-cross-entropy.ts';

test('a logit of 0 costs log 2 whatever the label, and counts as class 1', () => {
  const { lossSum, correct, gradient } = binaryCrossEntropy.score(Float32Array.of(0, 0), [0, 1]);
  assert.ok(Math.abs(lossSum - 2 * Math.LN2) < 1e-12);
  assert.equal(correct, 1);
  assert.deepEqual([...gradient], [0.25, -0.25]);
});

test('large logits neither overflow nor lose the loss', () => {
  const { lossSum, correct, gradient } = binaryCrossEntropy.score(Float32Array.of(500, -500, 500), [1, 0, 0]);
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
  assert.equal(binaryCrossEntropy.score(logits, [1, 0, 1]).correct, 3);
});

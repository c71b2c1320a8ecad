import assert from 'node:assert/strict';
import { test } from 'node:test';
import { enter, noBest } from '../../../src/engine/training/best.ts';

test('accuracy and loss have their best epochs on their own', () => {
  const best = noBest();
  assert.deepEqual(enter(best, 1, { loss: 0.6, accuracy: 0.7 }), { bestAccuracy: true, bestLoss: true });
  assert.deepEqual(enter(best, 2, { loss: 0.5, accuracy: 0.6 }), { bestAccuracy: false, bestLoss: true });
  assert.deepEqual(enter(best, 3, { loss: 0.8, accuracy: 0.8 }), { bestAccuracy: true, bestLoss: false });
  assert.deepEqual(best, { accuracy: 0.8, accuracyEpoch: 3, loss: 0.5, lossEpoch: 2 });
});

test('the earliest of equals stays the best, and zero right is still a first result', () => {
  const best = noBest();
  assert.equal(enter(best, 1, { loss: 1, accuracy: 0 }).bestAccuracy, true);
  assert.deepEqual(enter(best, 2, { loss: 1, accuracy: 0 }), { bestAccuracy: false, bestLoss: false });
});

test('it survives being written as JSON before the first epoch', () => {
  assert.deepEqual(JSON.parse(JSON.stringify(noBest())), noBest());
});

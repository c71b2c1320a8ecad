import assert from 'node:assert/strict';
import { test } from 'node:test';
import { epochOrder, holdBack } from '../../../src/engine/datasets/split.ts';

const labels = Uint16Array.from([...new Array<number>(50).fill(0), ...new Array<number>(10).fill(1), 2, 2]);

test('each class gives its share, and no picture is on both sides', () => {
  const { training, test: held } = holdBack(labels, 0.2, 1);
  const perClass = [0, 1, 2].map((label) => [...held].filter((index) => labels[index] === label).length);
  assert.deepEqual(perClass, [10, 2, 1]);
  assert.deepEqual(
    [...training, ...held].sort((a, b) => a - b),
    [...labels.keys()],
  );
});

test('the seed decides the split', () => {
  assert.deepEqual(holdBack(labels, 0.2, 1), holdBack(labels, 0.2, 1));
  assert.notDeepEqual(holdBack(labels, 0.2, 1), holdBack(labels, 0.2, 2));
});

test('every class keeps a picture for training, however large the share', () => {
  const { training } = holdBack(labels, 0.99, 1);
  assert.deepEqual([...new Set([...training].map((index) => labels[index]))], [0, 1, 2]);
});

test('an epoch sees every picture once, in an order of its own', () => {
  const first = epochOrder(100, 1, 1);
  assert.deepEqual(
    [...first].sort((a, b) => a - b),
    Array.from({ length: 100 }, (_, index) => index),
  );
  assert.deepEqual(first, epochOrder(100, 1, 1));
  assert.notDeepEqual(first, epochOrder(100, 1, 2));
  assert.notDeepEqual(first, epochOrder(100, 2, 1));
});

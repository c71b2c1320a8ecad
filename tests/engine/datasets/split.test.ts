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

/** Picture 0 of class 0 has `copies` more; the others are alone. */
const copied = (copies: number): string[] =>
  Array.from(labels.keys(), (index) => (index <= copies ? 'copied' : String(index)));

test('copies of one picture are on one side, and each class still gives its share', () => {
  for (let seed = 0; seed < 50; seed++) {
    const { test: held } = holdBack(labels, 0.2, seed, copied(4));
    const inTest = [...held].filter((index) => index <= 4).length;
    assert.ok(inTest === 0 || inTest === 5, `${inTest} of 5 copies held back`);
    assert.equal([...held].filter((index) => labels[index] === 0).length, 10);
  }
});

test('without copies the split is the same, whether contents are known or not', () => {
  for (let seed = 0; seed < 20; seed++) {
    assert.deepEqual(holdBack(labels, 0.2, seed, copied(0)), holdBack(labels, 0.2, seed));
  }
});

test('a picture that lies in two classes measures nothing: it stays in training', () => {
  const contents = Array.from(labels.keys(), (index) => ([0, 55].includes(index) ? 'both' : String(index)));
  for (let seed = 0; seed < 50; seed++) {
    const { test: held } = holdBack(labels, 0.5, seed, contents);
    assert.ok(!held.includes(0) && !held.includes(55));
  }
});

test('copies that are more than the share are held back only where nothing else could be', () => {
  const pairs = Uint16Array.from([0, 0, 0, 0]);
  assert.equal(holdBack(pairs, 0.2, 1, ['a', 'a', 'b', 'b']).test.length, 2);
  assert.equal(holdBack(pairs, 0.2, 1, ['a', 'a', 'a', 'a']).test.length, 0);
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

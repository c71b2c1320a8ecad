import assert from 'node:assert/strict';
import { test } from 'node:test';
import { random, shuffle } from '../../src/engine/random.ts';

const draw = (count: number, ...path: (string | number)[]): number[] => {
  const source = random(7, ...path);
  return Array.from({ length: count }, () => source.next());
};

test('the same seed and path give the same stream, others another', () => {
  assert.deepEqual(draw(5, 'order', 1), draw(5, 'order', 1));
  assert.notDeepEqual(draw(5, 'order', 1), draw(5, 'order', 2));
  assert.notDeepEqual(draw(5, 'order', 1), draw(5, 'split', 1));
});

test('the stream is fixed for all time: runs of earlier versions must stay repeatable', () => {
  const source = random(1, 'golden');
  assert.deepEqual(
    [source.below(1_000_000), source.below(1_000_000), source.below(1_000_000)],
    [476560, 535352, 816653],
  );
});

test('uniform numbers fill their range evenly', () => {
  const source = random(3, 'even');
  const buckets = new Array<number>(10).fill(0);
  for (let n = 0; n < 100_000; n++) {
    const value = source.uniform(-2, 3);
    assert.ok(value >= -2 && value < 3);
    const bucket = Math.floor((value + 2) * 2);
    buckets[bucket] = (buckets[bucket] ?? 0) + 1;
  }
  // Expected 10,000 each, standard deviation 95: six of them.
  for (const count of buckets) assert.ok(Math.abs(count - 10_000) < 570, `${count} in a bucket`);
});

test('normal numbers have mean 0 and variance 1', () => {
  const source = random(4, 'normal');
  let sum = 0;
  let squares = 0;
  for (let n = 0; n < 50_000; n++) {
    const value = source.normal();
    sum += value;
    squares += value * value;
  }
  assert.ok(Math.abs(sum / 50_000) < 0.02);
  assert.ok(Math.abs(squares / 50_000 - 1) < 0.03);
});

test('shuffling keeps every item and moves most', () => {
  const items = Array.from({ length: 1000 }, (_, index) => index);
  const shuffled = shuffle([...items], random(5));
  assert.deepEqual(
    [...shuffled].sort((a, b) => a - b),
    items,
  );
  assert.ok(shuffled.filter((item, index) => item === index).length < 10);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createRecent } from '../../src/studio/recent.ts';

test('what was used longest ago goes first', () => {
  const recent = createRecent<string>(10);
  for (const key of ['a', 'b', 'c']) recent.add(key, key.toUpperCase(), 3);
  assert.equal(recent.get('a'), 'A');
  recent.add('d', 'D', 4);
  assert.deepEqual(
    ['a', 'b', 'c', 'd'].map((key) => recent.get(key)),
    ['A', null, 'C', 'D'],
  );
});

test('a value added again counts once, and one that is too large by itself is not kept', () => {
  const recent = createRecent<string>(10);
  recent.add('a', 'A', 6);
  recent.add('a', 'A again', 6);
  recent.add('b', 'B', 4);
  recent.add('large', 'L', 11);
  assert.deepEqual([recent.get('a'), recent.get('b'), recent.get('large')], ['A again', 'B', null]);
});

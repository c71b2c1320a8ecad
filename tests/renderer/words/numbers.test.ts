import assert from 'node:assert/strict';
import { test } from 'node:test';
import { count, decimal, percent, size } from '../../../src/renderer/src/words/numbers.ts';

/** As this system writes them: tests run in any language. */
const written = (value: number, decimals = 0): string =>
  value.toLocaleString(undefined, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });

test('whole numbers have separators of thousands', () => {
  assert.equal(count(8000), written(8000));
  assert.equal(count(0), '0');
});

test('decimals are as many as asked for', () => {
  assert.equal(decimal(0.5336, 3), written(0.534, 3));
  assert.equal(decimal(1, 2), written(1, 2));
});

test('a share is a percentage with a space that doesn’t break', () => {
  assert.equal(percent(0.7981, 1), `${written(79.8, 1)}\u00a0%`);
  assert.equal(percent(0.5, 0), '50\u00a0%');
  assert.equal(percent(0, 1), `${written(0, 1)}\u00a0%`);
});

test('only what is exact is 100 %', () => {
  assert.equal(percent(1, 0), '100\u00a0%');
  assert.equal(percent(0.9999, 0), '99\u00a0%');
  assert.equal(percent(0.99996, 2), `${written(99.99, 2)}\u00a0%`);
});

test('bytes go up in steps of a thousand', () => {
  assert.equal(size(512), '512\u00a0bytes');
  assert.equal(size(3_100_000), `${written(3.1, 1)}\u00a0MB`);
  assert.equal(size(999_999), `${written(1, 1)}\u00a0MB`);
  assert.equal(size(250_000_000_000), '250\u00a0GB');
});

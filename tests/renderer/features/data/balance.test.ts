import assert from 'node:assert/strict';
import { test } from 'node:test';
import { balanceWords, barOf, shareOf } from '../../../../src/renderer/src/features/data/balance.ts';
import { classOf } from './views.ts';

const counts = (...pictures: readonly number[]) => pictures.map((count, index) => classOf(String(index), count));

test('shares are of all pictures, bars of the largest class', () => {
  assert.equal(shareOf(1, counts(3, 1)), 0.25);
  assert.equal(barOf(1, counts(4, 1)), 0.25);
  assert.equal(barOf(4, counts(4, 1)), 1);
});

test('an empty set divides by nothing', () => {
  assert.equal(shareOf(0, counts(0, 0)), 0);
  assert.equal(barOf(0, counts(0, 0)), 0);
});

test('balance in words', () => {
  assert.equal(balanceWords(counts(120, 100)), 'Classes in balance');
  assert.equal(balanceWords(counts(121, 100)), 'Classes a little uneven');
  assert.equal(balanceWords(counts(300, 100)), 'Classes a little uneven');
  assert.equal(balanceWords(counts(301, 100, 200)), 'Very uneven classes');
});

test('one class, none and empty ones are in no balance', () => {
  assert.equal(balanceWords(counts(5)), null);
  assert.equal(balanceWords([]), null);
  assert.equal(balanceWords(counts(5, 0)), null);
});

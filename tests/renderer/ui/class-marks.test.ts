import assert from 'node:assert/strict';
import { test } from 'node:test';
import { classLetters, lookOf } from '../../../src/renderer/src/ui/class-marks.ts';

test('classes are told apart by their first letters', () => {
  assert.deepEqual(classLetters(['cats', 'dogs']), ['C', 'D']);
});

test('where these are the same, by the first letters that are not', () => {
  assert.deepEqual(classLetters(['cats', 'cows']), ['A', 'O']);
  assert.deepEqual(classLetters(['class_a', 'class-b']), ['A', 'B']);
});

test('where no place tells all of them apart, by numbers', () => {
  assert.deepEqual(classLetters(['cat', 'cow', 'cot']), ['1', '2', '3']);
  assert.deepEqual(classLetters(['a', 'ab']), ['1', '2']);
  assert.deepEqual(classLetters(['_', 'b']), ['1', '2']);
});

test('letters of every script count, whole', () => {
  assert.deepEqual(classLetters(['äpfel', 'öl']), ['Ä', 'Ö']);
  assert.deepEqual(classLetters(['𐐨x', '𐐩x']), ['𐐀', '𐐁']);
});

test('no classes, no letters', () => {
  assert.deepEqual(classLetters([]), []);
});

test('the ninth class looks like the first', () => {
  assert.equal(lookOf(0), 1);
  assert.equal(lookOf(7), 8);
  assert.equal(lookOf(8), 1);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import {
  decisionWords,
  leftOutAfter,
  newsOf,
  undone,
  type Decision,
} from '../../../../src/renderer/src/features/data/decisions.ts';

const leave = (...files: readonly string[]): Decision => ({ kind: 'leaveOut', files });
const putBack = (...files: readonly string[]): Decision => ({ kind: 'putBack', files });

test('files are left out and put back', () => {
  assert.deepEqual(leftOutAfter(leave('b'), ['a']), ['a', 'b']);
  assert.deepEqual(leftOutAfter(putBack('a'), ['a', 'b']), ['b']);
});

test('no file is left out twice', () => {
  assert.deepEqual(leftOutAfter(leave('a', 'b'), ['a']), ['a', 'b']);
});

test('undo takes back what a decision changed, and nothing else', () => {
  const before = ['a'];
  const news = newsOf(leave('a', 'b'), before);
  assert.deepEqual(news.files, ['b']);
  // Meanwhile somebody left out c.
  const later = [...leftOutAfter(news, before), 'c'];
  assert.deepEqual(leftOutAfter(undone(news), later), ['a', 'c']);
  assert.deepEqual(newsOf(putBack('a', 'x'), before).files, ['a']);
});

test('a decision in words', () => {
  assert.equal(decisionWords(leave('a')), '1 picture left out');
  assert.equal(decisionWords(putBack('a', 'b')), '2 pictures put back');
});

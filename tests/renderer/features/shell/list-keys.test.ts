import assert from 'node:assert/strict';
import { test } from 'node:test';
import { focusAfterKey, focusAfterTyping } from '../../../../src/renderer/src/features/shell/list-keys.ts';

test('arrows stay within the list', () => {
  assert.equal(focusAfterKey('ArrowDown', 0, 3), 1);
  assert.equal(focusAfterKey('ArrowDown', 2, 3), 2);
  assert.equal(focusAfterKey('ArrowUp', 0, 3), 0);
  assert.equal(focusAfterKey('PageDown', 0, 30), 10);
  assert.equal(focusAfterKey('End', 0, 3), 2);
  assert.equal(focusAfterKey('ArrowDown', 0, 0), null);
  assert.equal(focusAfterKey('x', 0, 3), null);
});

test('a letter goes to the next name that begins with it, and around', () => {
  const names = ['Cats', 'data', 'cows', 'dogs'];
  assert.equal(focusAfterTyping('c', 0, names), 2);
  assert.equal(focusAfterTyping('c', 2, names), 0);
  assert.equal(focusAfterTyping('D', 3, names), 1);
  assert.equal(focusAfterTyping('z', 0, names), null);
  assert.equal(focusAfterTyping('a', 0, []), null);
});

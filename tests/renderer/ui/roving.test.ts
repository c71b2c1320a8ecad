import assert from 'node:assert/strict';
import { test } from 'node:test';
import { radioAfterKey } from '../../../src/renderer/src/ui/roving.ts';

test('arrows go round, both ways', () => {
  assert.equal(radioAfterKey('ArrowRight', 0, 3), 1);
  assert.equal(radioAfterKey('ArrowDown', 2, 3), 0);
  assert.equal(radioAfterKey('ArrowLeft', 0, 3), 2);
  assert.equal(radioAfterKey('ArrowUp', 2, 3), 1);
});

test('Home and End go to the ends, other keys nowhere', () => {
  assert.equal(radioAfterKey('Home', 2, 3), 0);
  assert.equal(radioAfterKey('End', 0, 3), 2);
  assert.equal(radioAfterKey('a', 0, 3), null);
});

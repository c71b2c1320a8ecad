import assert from 'node:assert/strict';
import { test } from 'node:test';
import { interrupts } from '../../src/cli/interrupts.ts';

test('copies of one Ctrl-C are one; a later one is the second', () => {
  let now = 1000;
  const tell = interrupts(() => now);
  assert.equal(tell(), 'first');
  now += 100;
  assert.equal(tell(), 'copy');
  now += 2000;
  assert.equal(tell(), 'again');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { ChangedEvent } from '../../src/contract/events.ts';
import { createChanges } from '../../src/studio/changes.ts';

/** Time passes when the test says so. */
function bench() {
  const told: ChangedEvent[] = [];
  const waiting: (() => void)[] = [];
  const changed = createChanges(
    (event) => void told.push(event),
    (milliseconds, call) => {
      assert.equal(milliseconds, 100);
      waiting.push(call);
    },
  );
  const pass = (): void => {
    for (const call of waiting.splice(0)) call();
  };
  return { told, changed, pass };
}

test('the first change is told at once, the last of a flood afterwards', () => {
  const { told, changed, pass } = bench();
  for (let at = 0; at < 50; at++) changed('runs', '/p');
  assert.deepEqual(told, [{ type: 'changed', topic: 'runs', project: '/p' }]);
  pass();
  assert.equal(told.length, 2);
  pass();
  pass();
  assert.equal(told.length, 2);
  changed('runs', '/p');
  assert.equal(told.length, 3);
});

test('topics and projects are told by themselves', () => {
  const { told, changed } = bench();
  changed('runs', '/p');
  changed('runs', '/q');
  changed('data', '/p');
  changed('projects', null);
  assert.equal(told.length, 4);
});

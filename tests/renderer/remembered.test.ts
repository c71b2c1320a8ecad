import assert from 'node:assert/strict';
import { test } from 'node:test';
import { remember, remembered, type Memory } from '../../src/renderer/src/remembered.ts';

function memory(): Memory {
  const kept = new Map<string, string>();
  return {
    getItem: (key) => kept.get(key) ?? null,
    setItem: (key, value) => void kept.set(key, value),
    removeItem: (key) => void kept.delete(key),
  };
}

const forbidden = (): never => {
  throw new Error('not allowed');
};
const closed: Memory = { getItem: forbidden, setItem: forbidden, removeItem: forbidden };

test('a tab’s own project comes before the last one of all', () => {
  const [tab, all] = [memory(), memory()];
  remember('project', '/one', [tab, all]);
  remember('project', '/two', [all]);
  assert.equal(remembered('project', [tab, all]), '/one');
  assert.equal(remembered('project', [memory(), all]), '/two');
});

test('a project that was closed is forgotten', () => {
  const all = memory();
  remember('project', '/one', [all]);
  remember('project', null, [all]);
  assert.equal(remembered('project', [all]), null);
});

test('a browser that keeps nothing is no obstacle', () => {
  remember('project', '/one', [closed]);
  assert.equal(remembered('project', [closed]), null);
});

test('project and page are remembered apart', () => {
  const all = memory();
  remember('project', '/one', [all]);
  remember('page', 'train', [all]);
  remember('project', null, [all]);
  assert.deepEqual([remembered('project', [all]), remembered('page', [all])], [null, 'train']);
});

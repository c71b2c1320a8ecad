import assert from 'node:assert/strict';
import { test } from 'node:test';
import { rememberedProject, rememberProject, type Memory } from '../../src/renderer/src/remembered.ts';

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
  rememberProject('/one', [tab, all]);
  rememberProject('/two', [all]);
  assert.equal(rememberedProject([tab, all]), '/one');
  assert.equal(rememberedProject([memory(), all]), '/two');
});

test('a project that was closed is forgotten', () => {
  const all = memory();
  rememberProject('/one', [all]);
  rememberProject(null, [all]);
  assert.equal(rememberedProject([all]), null);
});

test('a browser that keeps nothing is no obstacle', () => {
  rememberProject('/one', [closed]);
  assert.equal(rememberedProject([closed]), null);
});

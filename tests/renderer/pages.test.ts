import assert from 'node:assert/strict';
import { test } from 'node:test';
import { hashOf, pageIn, pages, stepOf, steps } from '../../src/renderer/src/pages.ts';

test('each page has its address', () => {
  for (const page of pages) assert.equal(pageIn(hashOf(page)), page);
});

test('an address that names no page is none', () => {
  for (const hash of ['', '#/', '#/evaluate', 'data']) assert.equal(pageIn(hash), null);
});

test('Welcome is no step', () => {
  assert.equal(stepOf('welcome'), null);
  assert.deepEqual(steps, ['data', 'train', 'predict', 'runs']);
});

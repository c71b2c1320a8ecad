import assert from 'node:assert/strict';
import { test } from 'node:test';
import { crumbsOf } from '../../../../src/renderer/src/features/shell/crumbs.ts';

test('the folders above, from the root on', () => {
  assert.deepEqual(crumbsOf('/home/ada'), [
    { name: 'Root', path: '/' },
    { name: 'home', path: '/home' },
    { name: 'ada', path: '/home/ada' },
  ]);
});

test('the root is by itself', () => {
  assert.deepEqual(crumbsOf('/'), [{ name: 'Root', path: '/' }]);
});

test('drives of Windows', () => {
  assert.deepEqual(crumbsOf('C:\\Users\\Ada'), [
    { name: 'C:', path: 'C:\\' },
    { name: 'Users', path: 'C:\\Users' },
    { name: 'Ada', path: 'C:\\Users\\Ada' },
  ]);
});

test('shares of a network', () => {
  assert.deepEqual(crumbsOf('\\\\nas\\photos\\cats'), [
    { name: '\\\\nas\\photos', path: '\\\\nas\\photos\\' },
    { name: 'cats', path: '\\\\nas\\photos\\cats' },
  ]);
});

test('a backslash is a letter where folders are separated by slashes', () => {
  assert.deepEqual(crumbsOf('/a\\b').at(-1), { name: 'a\\b', path: '/a\\b' });
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { shortPath } from '../../../../src/renderer/src/features/shell/short-path.ts';

test('what lies in the home folder begins with ~', () => {
  assert.equal(shortPath('/home/ada/Pictures', '/home/ada'), '~/Pictures');
  assert.equal(shortPath('/home/ada', '/home/ada'), '~');
  assert.equal(shortPath('C:\\Users\\Ada\\cats', 'C:\\Users\\Ada'), '~\\cats');
});

test('what only begins like it doesn’t', () => {
  assert.equal(shortPath('/home/adam/cats', '/home/ada'), '/home/adam/cats');
  assert.equal(shortPath('/data/cats', '/'), '/data/cats');
  assert.equal(shortPath('/data/cats', ''), '/data/cats');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { outcomeOf } from '../../../../src/renderer/src/features/shell/drop.ts';

test('a folder whose path is known is opened', () => {
  const dropped = [{ name: 'cats-dogs', isFolder: true, path: '/pictures/cats-dogs' }];
  assert.deepEqual(outcomeOf(dropped), { kind: 'open', folder: '/pictures/cats-dogs' });
});

test('a folder among files is the one that is meant', () => {
  const dropped = [
    { name: 'a.jpg', isFolder: false, path: '/a.jpg' },
    { name: 'set', isFolder: true, path: '/set' },
  ];
  assert.deepEqual(outcomeOf(dropped), { kind: 'open', folder: '/set' });
});

test('a browser doesn’t tell where a folder is: its name is said, and the way to choose it', () => {
  const outcome = outcomeOf([{ name: 'cats-dogs', isFolder: true, path: '' }]);
  assert.match(outcome?.kind === 'refused' ? outcome.message : '', /cats-dogs/);
});

test('files are no folder', () => {
  const file = { name: 'cat.jpg', isFolder: false, path: '/cat.jpg' };
  const one = outcomeOf([file]);
  const two = outcomeOf([file, file]);
  assert.equal(one?.kind === 'refused' && one.remedy, 'Drop the folder that holds it.');
  assert.equal(two?.kind === 'refused' && two.remedy, 'Drop the folder that holds them.');
});

test('text that is dropped is nothing', () => assert.equal(outcomeOf([]), null));

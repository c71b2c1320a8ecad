import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PawlabError } from '../../../src/contract/errors.ts';
import { scanDataset, scanFiles } from '../../../src/engine/datasets/scan.ts';
import { Link, memoryPictureFolders, type Tree } from '../../support/memory-folders.ts';

const scan = (tree: Tree): ReturnType<typeof scanDataset> => scanDataset(memoryPictureFolders({ set: tree }), '/set');

test('one class per folder in alphabetical order, files of nested folders included', async () => {
  const { classes } = await scan({
    dogs: { 'b.jpg': 'x', 'a.jpg': 'xx' },
    cats: { '1.jpg': 'x', young: { indoors: { '2.jpg': 'x' } } },
    'readme.txt': 'files beside the classes belong to none',
  });
  assert.deepEqual(
    classes.map(({ name, files }) => [name, files.map(({ path }) => path)]),
    [
      ['cats', ['/set/cats/1.jpg', '/set/cats/young/indoors/2.jpg']],
      ['dogs', ['/set/dogs/a.jpg', '/set/dogs/b.jpg']],
    ],
  );
  assert.equal(classes[1]?.files[0]?.size, 2);
});

test('the order of classes is that of code units on every machine', async () => {
  const { classes } = await scan({
    äpfel: { a: 'x' },
    Zebra: { a: 'x' },
    apfel: { a: 'x' },
    '🐶': { a: 'x' },
    猫: { a: 'x' },
  });
  assert.deepEqual(
    classes.map(({ name }) => name),
    ['Zebra', 'apfel', 'äpfel', '猫', '🐶'],
  );
});

test('hidden and system files are passed over', async () => {
  const { classes, skipped } = await scan({
    '.git': { a: 'x' },
    __MACOSX: { a: 'x' },
    cats: { '.DS_Store': 'x', 'Thumbs.db': 'x', 'desktop.ini': 'x', '._1.jpg': 'x', '1.jpg': 'x' },
    dogs: { '1.jpg': 'x' },
  });
  assert.deepEqual(
    classes.map(({ name, files }) => [name, files.length]),
    [
      ['cats', 1],
      ['dogs', 1],
    ],
  );
  assert.deepEqual(skipped, []);
});

test('links are followed once and cycles are cut', async () => {
  const { classes } = await scan({
    cats: {
      '1.jpg': 'x',
      up: new Link('/set/cats'),
      more: new Link('/set/dogs/deep'),
      again: new Link('/set/dogs/deep'),
    },
    dogs: { '1.jpg': 'x', deep: { '2.jpg': 'x' } },
  });
  assert.deepEqual(
    classes[0]?.files.map(({ path }) => path),
    ['/set/cats/1.jpg', '/set/cats/again/2.jpg'],
  );
});

test('what cannot be read is listed with its reason, a whole folder in one row', async () => {
  const folders = memoryPictureFolders({
    set: { cats: { '1.jpg': 'x', locked: {} }, dogs: { '1.jpg': 'x', 'gone.jpg': new Link('/nowhere') } },
  });
  const denied = new PawlabError('folder-unreadable', 'There is no permission to read the folder.', '');
  const { classes, skipped } = await scanDataset(
    { ...folders, list: (path) => (path.endsWith('locked') ? Promise.reject(denied) : folders.list(path)) },
    '/set',
  );
  assert.deepEqual(skipped, [
    { file: '/set/cats/locked', reason: 'There is no permission to read the folder.' },
    { file: '/set/dogs/gone.jpg', reason: 'the file is gone' },
  ]);
  assert.equal(classes[0]?.files.length, 1);
});

test('fewer than two classes are refused with what the folder holds', async () => {
  await assert.rejects(scan({ 'a.jpg': 'x', 'b.jpg': 'x' }), {
    code: 'too-few-classes',
    message: /holds 2 files and no folders/,
  });
  await assert.rejects(scan({ cats: { 'a.jpg': 'x' } }), { code: 'too-few-classes', message: /only one folder, cats/ });
  await assert.rejects(scanDataset(memoryPictureFolders({}), '/set'), { code: 'folder-missing' });
});

test('files for prediction come from any depth, without classes', async () => {
  const { files } = await scanFiles(
    memoryPictureFolders({ photos: { b: { 'c.jpg': 'x' }, 'a.jpg': 'x', '.hidden': 'x' } }),
    '/photos',
    '/photos',
  );
  assert.deepEqual(
    files.map(({ path }) => path),
    ['/photos/a.jpg', '/photos/b/c.jpg'],
  );
});

test('a folder reached through a link, with a link back to it, gives its files once', async () => {
  const folders = memoryPictureFolders({
    photos: { 'a.jpg': 'x', self: new Link('/photos') },
    album: new Link('/photos'),
  });
  const { files } = await scanFiles(folders, '/album', '/photos');
  assert.deepEqual(
    files.map(({ path }) => path),
    ['/album/a.jpg'],
  );
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inspectFolder } from '../../src/studio/inspect-folder.ts';
import { memoryFolder, memoryPictureFolders, type Tree } from '../support/memory-folders.ts';

const two: Tree = { cats: { 'a.jpg': 'a' }, dogs: { 'b.jpg': 'b' } };

function inspect(root: Tree, folder: string) {
  const files = new Map<string, string>();
  const keep = (path: string, tree: Tree): void => {
    for (const [name, inside] of Object.entries(tree)) {
      if (typeof inside === 'string') files.set(`${path}/${name}`, inside);
      else keep(`${path}/${name}`, inside as Tree);
    }
  };
  keep('', root);
  const openFolder = (path: string) => memoryFolder(path, files);
  return inspectFolder({ folders: memoryPictureFolders(root), openFolder }, folder);
}

test('a folder of class folders is a data set, with the test set beside it', async () => {
  assert.deepEqual(await inspect({ pets: two }, '/pets'), {
    kind: 'dataset',
    training: '/pets',
    test: null,
    classes: ['cats', 'dogs'],
  });
  assert.deepEqual(await inspect({ pets: { training_set: two, test_set: two } }, '/pets/training_set'), {
    kind: 'dataset',
    training: '/pets/training_set',
    test: '/pets/test_set',
    classes: ['cats', 'dogs'],
  });
});

for (const [training, test_] of [
  ['training_set', 'test_set'],
  ['train', 'test'],
  ['training_data', 'validation'],
  ['Train', 'val'],
] as const) {
  test(`${training} and ${test_} inside a folder are both filled in`, async () => {
    assert.deepEqual(await inspect({ pets: { [training]: two, [test_]: two, 'read me.txt': '' } }, '/pets'), {
      kind: 'dataset',
      training: `/pets/${training}`,
      test: `/pets/${test_}`,
      classes: ['cats', 'dogs'],
    });
  });
}

test('of train, val and test, test is the test set', async () => {
  const found = await inspect({ pets: { train: two, val: two, test: two } }, '/pets');
  assert.equal(found.kind === 'dataset' ? found.test : null, '/pets/test');
});

test('a class of trains is a class', async () => {
  const found = await inspect({ vehicles: { train: { 'a.jpg': '' }, car: { 'b.jpg': '' } } }, '/vehicles');
  assert.deepEqual(found.kind === 'dataset' ? [found.training, found.classes] : found, ['/vehicles', ['car', 'train']]);
});

test('one class folder alone is a data set of one class', async () => {
  const found = await inspect({ pets: { cats: { 'a.jpg': '' } } }, '/pets');
  assert.deepEqual(found.kind === 'dataset' ? found.classes : found, ['cats']);
});

test('a folder of files says how many; hidden ones are not counted', async () => {
  const found = await inspect({ pile: { 'a.jpg': '', 'b.jpg': '', '.DS_Store': '' } }, '/pile');
  assert.deepEqual(found, { kind: 'noClasses', folder: '/pile', files: 2 });
});

test('a project is one by its record, or by its runs where that is damaged', async () => {
  const record = JSON.stringify({ version: 1, name: 'p', training: '/a', test: { kind: 'none' }, labels: {} });
  const project = { kind: 'project', folder: '/p' };
  assert.deepEqual(await inspect({ p: { 'project.json': record } }, '/p'), project);
  assert.deepEqual(await inspect({ p: { 'project.json': '{', runs: { one: { 'run.json': '' } } } }, '/p'), project);
  const others = await inspect({ p: { 'project.json': '{"targets":{}}', ...two } }, '/p');
  assert.equal(others.kind, 'dataset', "another program's file");
});

test('a folder that is gone is missing', async () => {
  assert.deepEqual(await inspect({}, '/gone'), {
    kind: 'missing',
    folder: '/gone',
    reason: 'There is no folder /gone.',
  });
});

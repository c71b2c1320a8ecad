import assert from 'node:assert/strict';
import { chmodSync, mkdirSync, statSync, symlinkSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { dirname, join, parse } from 'node:path';
import { test } from 'node:test';
import { listFolder } from '../../src/host/folders.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

test('lists folders and pictures as people count, without what is hidden', async (t) => {
  const folder = temporaryFolder(t);
  for (const name of ['set 10', 'set 2', '.git']) mkdirSync(join(folder, name));
  for (const name of ['10.jpg', '9.JPG', 'a.webp', 'notes.txt', '.hidden.jpg', 'jpg'])
    writeFileSync(join(folder, name), '');
  const { folder: listed, parent, folders, pictures } = await listFolder(folder);
  assert.deepEqual([listed, parent], [folder, dirname(folder)]);
  assert.deepEqual(
    folders,
    ['set 2', 'set 10'].map((name) => ({ name, path: join(folder, name) })),
  );
  assert.deepEqual(
    pictures.map(({ name }) => name),
    ['9.JPG', '10.jpg', 'a.webp'],
  );
  assert.equal(pictures[0]?.modified, statSync(join(folder, '9.JPG')).mtimeMs);
});

test('follows links, and leaves out those that lead nowhere', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'real'));
  symlinkSync(join(folder, 'real'), join(folder, 'linked'), 'junction');
  symlinkSync(join(folder, 'gone'), join(folder, 'broken'), 'junction');
  assert.deepEqual(
    (await listFolder(folder)).folders.map(({ name }) => name),
    ['linked', 'real'],
  );
});

test('begins at home, and the root has no parent', async () => {
  assert.equal((await listFolder(null)).folder, homedir());
  assert.equal((await listFolder(parse(homedir()).root)).parent, null);
});

test('says why a folder cannot be listed', async (t) => {
  const folder = temporaryFolder(t);
  const file = join(folder, 'file');
  writeFileSync(file, '');
  await assert.rejects(listFolder(join(folder, 'none')), { code: 'folder-missing', message: /There is no folder/ });
  await assert.rejects(listFolder(file), { code: 'folder-missing', message: /is a file/ });
  await assert.rejects(listFolder('relative'), { code: 'folder-missing', message: /whole path/ });
});

const everybodyMayRead = process.platform === 'win32' || process.getuid?.() === 0;
test(
  'says so where there is no permission',
  { skip: everybodyMayRead && 'this user may read everything' },
  async (t) => {
    const folder = temporaryFolder(t);
    chmodSync(folder, 0);
    t.after(() => chmodSync(folder, 0o700));
    await assert.rejects(listFolder(folder), { code: 'folder-unreadable' });
  },
);

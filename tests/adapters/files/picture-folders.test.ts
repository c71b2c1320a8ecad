import assert from 'node:assert/strict';
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { pictureFolders } from '../../../src/adapters/files/picture-folders.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('files with size and time, folders with their real path, links followed', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'cats'));
  writeFileSync(join(folder, 'füß 🐶.jpg'), 'abc');
  symlinkSync(join(folder, 'cats'), join(folder, 'link'), 'junction');
  symlinkSync(join(folder, 'nothing'), join(folder, 'dangling'), 'junction');
  symlinkSync(join(folder, 'self'), join(folder, 'self'), 'junction');
  const entries = Object.fromEntries((await pictureFolders.list(folder)).map((entry) => [entry.name, entry]));
  const file = entries['füß 🐶.jpg'];
  assert.ok(file?.kind === 'file');
  assert.equal(file.size, 3);
  assert.ok(Math.abs(file.modified - Date.now()) < 60_000);
  const [real, link] = [entries['cats'], entries['link']];
  assert.ok(real?.kind === 'folder' && link?.kind === 'folder');
  assert.equal(link.realPath, real.realPath);
  assert.notEqual(link.path, real.path);
  assert.deepEqual([entries['dangling']?.kind, entries['self']?.kind], ['unreadable', 'unreadable']);
});

test('some entries are no more than asked for, and as `list` tells them', async (t) => {
  const folder = temporaryFolder(t);
  for (let at = 0; at < 5; at++) writeFileSync(join(folder, `${at}.jpg`), 'abc');
  const all = await pictureFolders.list(folder);
  const some = await pictureFolders.some(folder, 3);
  assert.equal(some.length, 3);
  for (const entry of some)
    assert.deepEqual(
      entry,
      all.find(({ path }) => path === entry.path),
    );
  assert.equal((await pictureFolders.some(folder, 9)).length, 5);
  await assert.rejects(pictureFolders.some(join(folder, 'none'), 3), { code: 'folder-missing' });
});

test('a folder that is missing or no folder is said in words', async (t) => {
  const folder = temporaryFolder(t);
  writeFileSync(join(folder, 'file'), '');
  await assert.rejects(pictureFolders.list(join(folder, 'none')), {
    code: 'folder-missing',
    message: /There is no folder/,
  });
  await assert.rejects(pictureFolders.list(join(folder, 'file')), { code: 'folder-missing', message: /is a file/ });
  const entry = await pictureFolders.entry(join(folder, 'none'));
  assert.ok(entry.kind === 'unreadable');
  assert.equal(entry.reason, 'the file is gone');
});

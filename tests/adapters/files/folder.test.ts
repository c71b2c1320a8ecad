import assert from 'node:assert/strict';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { test } from 'node:test';
import { openFolder } from '../../../src/adapters/files/folder.ts';
import { temporaryFolder } from '../../support/temporary-folder.ts';

test('what is not there is null or empty, never an error', async (t) => {
  const folder = openFolder(join(temporaryFolder(t), 'none'));
  assert.deepEqual([await folder.readText('a'), await folder.readBytes('a'), await folder.list()], [null, null, []]);
});

test('files are written into folders made for them, and leave nothing else behind', async (t) => {
  const path = temporaryFolder(t);
  const folder = openFolder(path).folder('runs').folder('one');
  await folder.replaceText('run.json', 'first');
  await folder.replaceText('run.json', 'second');
  await folder.replaceBytes('weights', Uint8Array.of(1, 2, 3));
  await folder.appendLine('metrics.jsonl', 'a');
  await folder.appendLine('metrics.jsonl', 'b');
  assert.equal(await folder.readText('run.json'), 'second');
  assert.deepEqual(await folder.readBytes('weights'), Uint8Array.of(1, 2, 3));
  assert.equal(await folder.readText('metrics.jsonl'), 'a\nb\n');
  assert.deepEqual(await folder.list(), ['metrics.jsonl', 'run.json', 'weights']);
  assert.equal(folder.parent.parent.path, path);
});

test('a folder is made once', async (t) => {
  const folder = openFolder(join(temporaryFolder(t), 'a', 'b'));
  assert.equal(await folder.create(), true);
  assert.equal(await folder.create(), false);
});

test('a folder is moved with all that it holds, and its size is that of its files', async (t) => {
  const home = openFolder(temporaryFolder(t));
  const run = home.folder('runs').folder('one');
  await run.replaceText('run.json', 'abc');
  await run.folder('checkpoints').replaceBytes('last', Uint8Array.of(1, 2));
  assert.equal(await run.bytes(), 5);
  const target = home.folder('trash').folder('one');
  await run.moveTo(target);
  assert.deepEqual([await run.bytes(), await target.bytes(), await run.list()], [0, 5, []]);
  assert.equal(await target.readText('run.json'), 'abc');
  await run.replaceText('run.json', 'another');
  await assert.rejects(target.moveTo(run), { code: 'not-writable' });
  assert.equal(await run.readText('run.json'), 'another');
});

test('a folder is deleted with all that it holds; one that is not there already is', async (t) => {
  const home = openFolder(temporaryFolder(t));
  await home.folder('a').folder('b').replaceText('c', '');
  await home.folder('a').remove();
  await home.folder('none').remove();
  assert.deepEqual(await home.list(), []);
});

test('a failed write keeps the old file and says what to do', async (t) => {
  const path = temporaryFolder(t);
  writeFileSync(join(path, 'file'), '');
  await assert.rejects(openFolder(join(path, 'file')).replaceText('run.json', 'x'), { code: 'not-writable' });
  mkdirSync(join(path, 'taken', 'run.json'), { recursive: true });
  await assert.rejects(openFolder(join(path, 'taken')).replaceText('run.json', 'x'));
  assert.deepEqual(readdirSync(join(path, 'taken')), ['run.json'], 'no temporary file stays');
});

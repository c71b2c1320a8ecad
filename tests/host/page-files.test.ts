import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it, test } from 'node:test';
import { pageFile, pagePath } from '../../src/host/page-files.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

describe('addresses', () => {
  it('lead to the files of the page', () => {
    assert.deepEqual(pagePath('/'), ['index.html']);
    assert.deepEqual(pagePath('/assets/index-B_4x-Zq.js'), ['assets', 'index-B_4x-Zq.js']);
  });

  const attacks = [
    '/..',
    '/../package.json',
    '/assets/../../package.json',
    '/%2e%2e/package.json',
    '/%2e%2e%2fpackage.json',
    '/..%2fpackage.json',
    '/..%5cpackage.json',
    '/..\\package.json',
    '\\..\\package.json',
    '//etc/passwd',
    '/assets//index.js',
    '/C:/Windows/win.ini',
    '/C:\\Windows\\win.ini',
    '/index.html::$DATA',
    '/index.html%00.js',
    '/index.html\0.js',
    '/.git/config',
    '/.env',
    '/assets/.hidden.js',
    '/./index.html',
    '/assets/',
    '/~root/x.js',
    '/index.html ',
    'http://example.org/x.js',
  ];
  for (const path of attacks) it(`lead nowhere: ${JSON.stringify(path)}`, () => assert.equal(pagePath(path), null));
});

test('files have their type and are kept as long as they stay the same', async (t) => {
  const folder = temporaryFolder(t);
  mkdirSync(join(folder, 'assets'));
  writeFileSync(join(folder, 'index.html'), '<!doctype html>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(folder, 'secret.key'), 'secret');

  const index = await pageFile(folder, '/');
  assert.deepEqual(
    [index.status, index.headers.get('content-type'), index.headers.get('cache-control'), await index.text()],
    [200, 'text/html; charset=utf-8', 'no-store', '<!doctype html>'],
  );
  const script = await pageFile(folder, '/assets/index-abc.js');
  assert.equal(script.headers.get('content-type'), 'text/javascript; charset=utf-8');
  assert.match(script.headers.get('cache-control') ?? '', /immutable/);
  assert.equal((await pageFile(folder, '/assets/none.js')).status, 404);
  assert.equal((await pageFile(folder, '/secret.key')).status, 404, 'only types that a page has');
});

test('says how to build a page that is missing', async (t) => {
  const answer = await pageFile(temporaryFolder(t), '/');
  assert.equal(answer.status, 503);
  assert.match(await answer.text(), /npm run build/);
});

import assert from 'node:assert/strict';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, test, type TestContext } from 'node:test';
import { PawlabError } from '../../src/contract/errors.ts';
import { pictureUrl, type PictureQuery, type PicturesApi } from '../../src/contract/pictures.ts';
import { createUploads } from '../../src/host/uploads.ts';
import { createWeb } from '../../src/host/web.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const thumbnail: PictureQuery = { kind: 'thumbnail', path: '/päth/a b&c.jpg', modified: 1.5, edge: 96, fit: 'cover' };

function webOf(t: TestContext, picture: PicturesApi['picture']) {
  const page = temporaryFolder(t);
  writeFileSync(join(page, 'index.html'), 'page');
  const uploads = createUploads();
  t.after(() => uploads.close());
  const bugs: unknown[] = [];
  const web = createWeb({ page, pictures: { picture }, uploads, onBug: (error) => bugs.push(error) });
  const get = (path: string, init: RequestInit = {}): Promise<Response> =>
    web(new Request(`http://host/${path}`, init));
  return { get, bugs };
}

const refusing = (error: Error) => (): Promise<never> => Promise.reject(error);

describe('what a page asks for', () => {
  test('is answered under a policy that runs nothing else', async (t) => {
    const { get } = webOf(t, refusing(new Error('not asked for')));
    for (const path of ['', 'none.js', 'pictures/thumbnail', 'uploads']) {
      const { headers } = await get(path);
      const policy = headers.get('content-security-policy') ?? '';
      assert.match(policy, /^default-src 'none'; script-src 'self'; /);
      assert.doesNotMatch(policy, /unsafe-eval|script-src[^;]*unsafe|\*/);
      assert.equal(headers.get('x-content-type-options'), 'nosniff');
    }
  });

  test('are pictures, by their addresses', async (t) => {
    const asked: PictureQuery[] = [];
    const { get } = webOf(t, (query) => {
      asked.push(query);
      return Promise.resolve({ type: 'image/png', bytes: Uint8Array.of(1, 2, 3) });
    });
    const answer = await get(pictureUrl(thumbnail));
    assert.deepEqual(asked, [thumbnail]);
    assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'image/png']);
    assert.match(answer.headers.get('cache-control') ?? '', /^private, .*immutable/);
    assert.deepEqual(new Uint8Array(await answer.arrayBuffer()), Uint8Array.of(1, 2, 3));
  });

  test('may be a picture that cannot be read: then the reason', async (t) => {
    const { get, bugs } = webOf(t, refusing(new PawlabError('picture-unreadable', 'The file is gone.', 'Look again.')));
    const answer = await get(pictureUrl(thumbnail));
    assert.deepEqual([answer.status, await answer.text()], [404, 'The file is gone.\n']);
    assert.deepEqual(bugs, []);
  });

  test('gets no details of a mistake of ours', async (t) => {
    const bug = new Error('secret');
    const { get, bugs } = webOf(t, refusing(bug));
    const answer = await get(pictureUrl(thumbnail));
    assert.equal(answer.status, 500);
    assert.doesNotMatch(await answer.text(), /secret/);
    assert.deepEqual(bugs, [bug]);
  });

  test('is no picture where the address is none', async (t) => {
    const { get } = webOf(t, refusing(new Error('not asked for')));
    for (const path of [
      'pictures/thumbnail?path=/a.jpg',
      'pictures/thumbnail?path=/a.jpg&modified=1&edge=100000&fit=cover',
      'pictures/__proto__?path=/a.jpg&modified=1',
      'pictures/?path=/a.jpg',
    ]) {
      assert.equal((await get(path)).status, 400, path);
    }
  });

  test('does not reach the engine when nobody waits for it any more', async (t) => {
    let asked = 0;
    const release: (() => void)[] = [];
    const { get } = webOf(t, () => {
      asked += 1;
      return new Promise((resolve) => release.push(() => resolve({ type: 'image/png', bytes: new Uint8Array(0) })));
    });
    const left = new AbortController();
    const first = Array.from({ length: 8 }, () => get(pictureUrl(thumbnail)));
    const given = Array.from({ length: 100 }, () => get(pictureUrl(thumbnail), { signal: left.signal }));
    left.abort();
    while (release.length > 0) release.shift()?.();
    await Promise.all([...first, ...given]);
    assert.equal(asked, 8);
  });

  test('changes nothing but by an upload', async (t) => {
    const { get } = webOf(t, refusing(new Error('not asked for')));
    const posted = await get('uploads?name=cat.jpg', { method: 'POST', body: 'bytes' });
    assert.match(JSON.stringify(await posted.json()), /cat\.jpg/);
    for (const [path, method] of [
      ['', 'POST'],
      ['', 'PUT'],
      ['index.html', 'DELETE'],
      ['pictures/thumbnail', 'POST'],
    ] as const) {
      assert.equal((await get(path, { method })).status, 405, `${method} ${path}`);
    }
  });
});

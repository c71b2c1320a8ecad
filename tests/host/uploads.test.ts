import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { basename, dirname, isAbsolute } from 'node:path';
import { describe, it, test, type TestContext } from 'node:test';
import { createUploads, safeName, type Uploads } from '../../src/host/uploads.ts';

function uploadsOf(t: TestContext, most?: number): Uploads {
  const uploads = createUploads(most);
  t.after(() => uploads.close());
  return uploads;
}

const post = (body: string | Uint8Array<ArrayBuffer> | null): Request =>
  new Request('http://host/uploads', { method: 'POST', body });

async function pathIn(response: Response): Promise<string> {
  const { path } = (await response.json()) as { readonly path: string };
  return path;
}

describe('uploads', () => {
  test('are kept under their names until the host ends', async (t) => {
    const uploads = uploadsOf(t);
    const first = await pathIn(await uploads.take('cat.jpg', post('one')));
    const second = await pathIn(await uploads.take('cat.jpg', post('two')));
    assert.ok(isAbsolute(first));
    assert.deepEqual([basename(first), basename(second)], ['cat.jpg', 'cat.jpg']);
    assert.deepEqual([readFileSync(first, 'utf8'), readFileSync(second, 'utf8')], ['one', 'two']);
    await uploads.close();
    assert.ok(!existsSync(dirname(dirname(first))));
  });

  test('too large are refused, whether they say so or not', async (t) => {
    const uploads = uploadsOf(t, 10);
    const body = new Uint8Array(11);
    const honest = new Request('http://host/', { method: 'POST', body, headers: { 'content-length': '11' } });
    for (const request of [honest, post(body)]) {
      const answer = await uploads.take('cat.jpg', request);
      assert.equal(answer.status, 413);
      assert.match(await answer.text(), /^A picture may have/);
    }
    assert.equal((await uploads.take('cat.jpg', post(new Uint8Array(10)))).status, 200);
  });

  test('without a body are refused', async (t) => {
    assert.equal((await uploadsOf(t).take('cat.jpg', post(null))).status, 400);
  });
});

describe('names from outside', () => {
  const names: Record<string, string> = {
    'cat.jpg': 'cat.jpg',
    'Meine Katze (2).JPEG': 'Meine Katze (2).JPEG',
    'кот.png': 'кот.png',
    '../../.bashrc': 'bashrc',
    '..': 'picture',
    '.': 'picture',
    '': 'picture',
    '/etc/passwd': 'passwd',
    'C:\\Windows\\win.ini': 'win.ini',
    '..\\..\\x.jpg': 'x.jpg',
    'a\0.jpg': 'a_.jpg',
    'a\nb.jpg': 'a_b.jpg',
    'a:b.jpg': 'a_b.jpg',
    'x.jpg.': 'x.jpg',
    CON: '_CON',
    'con.jpg': '_con.jpg',
    'LPT1.png': '_LPT1.png',
    '-rf': '-rf',
    '%2e%2e%2fx.jpg': '_2e_2e_2fx.jpg',
    [`${'a'.repeat(500)}.jpg`]: `${'a'.repeat(60)}.jpg`,
  };
  for (const [given, kept] of Object.entries(names)) {
    it(`${JSON.stringify(given).slice(0, 40)} becomes ${kept.slice(0, 40)}`, () => assert.equal(safeName(given), kept));
  }
});

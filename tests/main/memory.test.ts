import assert from 'node:assert/strict';
import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { openMemory, readRemembered } from '../../src/main/memory.ts';
import { temporaryFolder } from '../support/temporary-folder.ts';

const nothing = { bounds: null, maximized: false, theme: 'system', folder: null };
const bounds = { x: -5, y: 0, width: 900, height: 600 };

describe('what a window remembers', () => {
  it('is nothing at first', (t) => {
    assert.deepEqual(openMemory(join(temporaryFolder(t), 'window.json')).get(), nothing);
  });

  it('is there at the next start, each part as it was set last', (t) => {
    const folder = temporaryFolder(t);
    const memory = openMemory(join(folder, 'window.json'));
    memory.set({ bounds, theme: 'light' });
    memory.set({ theme: 'dark', folder: '/pictures' });
    assert.deepEqual(openMemory(join(folder, 'window.json')).get(), {
      ...nothing,
      bounds,
      theme: 'dark',
      folder: '/pictures',
    });
    assert.deepEqual(readdirSync(folder), ['window.json']);
  });

  it('is kept as long as the program runs where it can not be written', (t) => {
    const file = join(temporaryFolder(t), 'a file');
    writeFileSync(file, '');
    const memory = openMemory(join(file, 'window.json'));
    memory.set({ maximized: true });
    assert.equal(memory.get().maximized, true);
  });

  for (const text of ['', '{', 'null', '1', '"text"', '[]', '{"bounds":null}']) {
    it(`is nothing where the file holds ${JSON.stringify(text)}`, () =>
      assert.deepEqual(readRemembered(text), nothing));
  }

  it('keeps the good parts of a damaged file', () => {
    const damaged = { bounds: { ...bounds, width: '900' }, maximized: 'yes', theme: 'pink', folder: '/pictures' };
    assert.deepEqual(readRemembered(JSON.stringify(damaged)), { ...nothing, folder: '/pictures' });
  });

  for (const odd of [{ x: 0.5 }, { y: null }, { width: -1e308 * 10 }, { height: undefined }]) {
    it(`forgets bounds with ${JSON.stringify(odd)}`, () =>
      assert.equal(readRemembered(JSON.stringify({ bounds: { ...bounds, ...odd } })).bounds, null));
  }
});

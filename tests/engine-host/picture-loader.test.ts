import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { createPictureStore } from '../../src/adapters/pictures/store.ts';
import { augmentation } from '../../src/engine/augmentation/affine.ts';
import { warp } from '../../src/engine/augmentation/warp.ts';
import { gradient, pictureFile, solid, temporaryFolder } from '../support/drawn-pictures.ts';

const size = 32;
const bytes = size * size * 3;

test('a batch holds each picture as asked: as it is, or transformed', async (t) => {
  const folder = await temporaryFolder(t);
  const store = createPictureStore({
    cacheFolder: await temporaryFolder(t),
    loader: new URL('../../src/engine-host/picture-loader.ts', import.meta.url),
    decoder: new URL('../../src/engine-host/decoder.ts', import.meta.url),
    processes: 1,
  });
  t.after(() => store.close());
  const paths = ['gradient.png', 'solid.png'].map((name) => join(folder, name));
  await writeFile(paths[0] ?? '', await gradient(size, size).png().toBuffer());
  await writeFile(paths[1] ?? '', await solid([10, 20, 30]).png().toBuffer());
  const pictures = await store.prepare(
    folder,
    await Promise.all(paths.map(pictureFile)),
    { height: size, width: size, resampling: 'antialiased' },
    { signal: new AbortController().signal, onProgress: () => undefined },
  );
  const transform = augmentation(1, 1, 1, { shear: 10, zoom: 0.2, flip: true }, size);
  assert.ok(transform);
  const batch = await pictures.load([
    { file: 1, transform: null },
    { file: 0, transform },
    { file: 0, transform: null },
  ]);
  await pictures.close();
  const stored = new Uint8Array(await gradient(size, size).raw().toBuffer());
  const warped = new Uint8Array(bytes);
  warp({ pixels: stored, offset: 0 }, { pixels: warped, offset: 0 }, size, size, transform);
  assert.deepEqual([...batch.subarray(0, 3)], [10, 20, 30]);
  assert.deepEqual(batch.subarray(bytes, 2 * bytes), warped);
  assert.notDeepEqual(warped, stored);
  assert.deepEqual(batch.subarray(2 * bytes), stored);
});

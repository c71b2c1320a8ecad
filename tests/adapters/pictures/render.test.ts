import assert from 'node:assert/strict';
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import type { TestContext } from 'node:test';
import sharp from 'sharp';
import { createPictureStore } from '../../../src/adapters/pictures/store.ts';
import { warp } from '../../../src/engine/augmentation/warp.ts';
import type { AffineMatrix, PictureStore, RenderedPicture, Rendering } from '../../../src/engine/ports.ts';
import { gradient, pictureFile, quarters, temporaryFolder, writeSolidPictures } from '../../support/drawn-pictures.ts';

async function openStore(t: TestContext): Promise<PictureStore> {
  const store = createPictureStore({
    cacheFolder: await temporaryFolder(t),
    loader: new URL('../../../src/engine-host/picture-loader.ts', import.meta.url),
    decoder: new URL('../../../src/engine-host/decoder.ts', import.meta.url),
    processes: 1,
  });
  t.after(() => store.close());
  return store;
}

async function written(t: TestContext, bytes: Uint8Array): Promise<string> {
  const path = join(await temporaryFolder(t), 'picture');
  await writeFile(path, bytes);
  return path;
}

interface Image {
  readonly type: string;
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

async function imageOf(rendered: RenderedPicture): Promise<Image> {
  assert.ok('bytes' in rendered, JSON.stringify(rendered));
  const { data, info } = await sharp(rendered.bytes).raw().toBuffer({ resolveWithObject: true });
  return { type: rendered.type, width: info.width, height: info.height, pixels: data };
}

const thumbnail = (edge: number, fit: 'cover' | 'inside'): Rendering => ({ kind: 'thumbnail', edge, fit });

test('a thumbnail fits, as a square or whole, and is never enlarged', async (t) => {
  const store = await openStore(t);
  const path = await written(t, await quarters(400, 200).png().toBuffer());
  const sizes = [
    [thumbnail(100, 'cover'), 100, 100],
    [thumbnail(100, 'inside'), 100, 50],
    [thumbnail(300, 'cover'), 200, 200],
    [thumbnail(1000, 'inside'), 400, 200],
  ] as const;
  for (const [rendering, width, height] of sizes) {
    const image = await imageOf(await store.render(path, rendering));
    assert.deepEqual([image.type, image.width, image.height], ['image/jpeg', width, height]);
  }
});

test('a thumbnail is upright', async (t) => {
  const store = await openStore(t);
  const path = await written(t, await quarters(400, 200).withMetadata({ orientation: 6 }).png().toBuffer());
  const { width, height, pixels } = await imageOf(await store.render(path, thumbnail(100, 'inside')));
  assert.deepEqual([width, height], [50, 100]);
  // Turned clockwise, the blue quarter, below on the left, comes to the top left.
  const [red = 0, , blue = 0] = pixels.subarray(3 * (width * 20 + 10));
  assert.ok(blue > 200 && red < 60, `red ${red}, blue ${blue}`);
});

test('what is transparent is white', async (t) => {
  const clear = sharp({ create: { width: 50, height: 50, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } } });
  const path = await written(t, await clear.png().toBuffer());
  const { pixels } = await imageOf(await (await openStore(t)).render(path, thumbnail(20, 'cover')));
  assert.ok(pixels.every((value) => value > 250));
});

test('what can not be shown tells why', async (t) => {
  const store = await openStore(t);
  const jpeg = await gradient(300, 300).jpeg().toBuffer();
  const reasons = [
    [await written(t, jpeg.subarray(0, jpeg.length / 2)), 'the file is cut off'],
    [await written(t, Buffer.from('a text, as it happens')), 'not a picture'],
    [join(await temporaryFolder(t), 'gone.jpg'), 'the file is gone'],
  ] as const;
  for (const [path, reason] of reasons) {
    for (const rendering of [thumbnail(50, 'cover'), preview(null)]) {
      assert.deepEqual(await store.render(path, rendering), { reason });
    }
  }
});

const spec = { height: 32, width: 32, resampling: 'antialiased' } as const;
const preview = (transform: AffineMatrix | null): Rendering => ({ kind: 'preview', spec, transform });

test('a preview holds the pixels that training gets', async (t) => {
  const store = await openStore(t);
  const path = await written(t, await gradient(90, 70).jpeg().toBuffer());
  const transform: AffineMatrix = [0.9, 0, 1.5, 0.1, -1, 31];
  const options = { signal: new AbortController().signal, onProgress: () => undefined };
  const prepared = await store.prepare('/set', [await pictureFile(path)], spec, options);
  for (const asked of [null, transform]) {
    const image = await imageOf(await store.render(path, preview(asked)));
    assert.equal(image.type, 'image/png');
    assert.deepEqual([...image.pixels], [...(await prepared.load([{ file: 0, transform: asked }]))]);
  }
  await prepared.close();
});

test('a transformed preview differs from the picture as warping it does', async (t) => {
  const store = await openStore(t);
  const path = await written(t, await gradient(64, 64).png().toBuffer());
  const flip: AffineMatrix = [1, 0, 0, 0, -1, 31];
  const [plain, flipped] = [
    (await imageOf(await store.render(path, preview(null)))).pixels,
    (await imageOf(await store.render(path, preview(flip)))).pixels,
  ];
  const expected = new Uint8Array(plain.length);
  warp({ pixels: plain, offset: 0 }, { pixels: expected, offset: 0 }, 32, 32, flip);
  assert.deepEqual([...flipped], [...expected]);
  assert.notDeepEqual([...flipped], [...plain]);
});

test('a picture is shown while a data set is being decoded', async (t) => {
  const store = await openStore(t);
  const files = await writeSolidPictures(await temporaryFolder(t), 400);
  let done = 0;
  const prepared = store.prepare('/set', files, spec, {
    signal: new AbortController().signal,
    onProgress: (now) => (done = now),
  });
  const rendered = await store.render(files[399]?.path ?? '', thumbnail(8, 'cover'));
  assert.ok('bytes' in rendered);
  await (await prepared).close();
  assert.equal(done, 400);
});

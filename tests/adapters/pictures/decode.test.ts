import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { chmod, mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { test } from 'node:test';
import { crc32 } from 'node:zlib';
import sharp from 'sharp';
import { decodePicture } from '../../../src/adapters/pictures/decode.ts';
import type { PictureSpec } from '../../../src/engine/ports.ts';
import {
  blue,
  drawn,
  gradient,
  green,
  quarters,
  red,
  solid,
  temporaryFolder,
  white,
} from '../../support/drawn-pictures.ts';
import type { Color } from '../../support/drawn-pictures.ts';

const antialiased: PictureSpec = { height: 8, width: 8, resampling: 'antialiased' };
const nearest: PictureSpec = { ...antialiased, resampling: 'nearest' };
const both = [antialiased, nearest];

async function pixelsOf(source: string | Uint8Array, spec: PictureSpec): Promise<Uint8Array> {
  const decoded = await decodePicture(source, spec);
  assert.ok('pixels' in decoded, 'reason' in decoded ? decoded.reason : '');
  assert.equal(decoded.pixels.length, spec.height * spec.width * 3);
  return decoded.pixels;
}

async function reasonOf(source: string | Uint8Array, spec = antialiased): Promise<string> {
  const decoded = await decodePicture(source, spec);
  return 'reason' in decoded ? decoded.reason : 'none: it was decoded';
}

function assertNear(actual: ArrayLike<number>, expected: ArrayLike<number>, tolerance: number, what = ''): void {
  assert.equal(actual.length, expected.length);
  for (let at = 0; at < actual.length; at++) {
    assert.ok(
      Math.abs((actual[at] ?? 0) - (expected[at] ?? 0)) <= tolerance,
      `${what} value ${at}: ${actual[at]} instead of ${expected[at]}`,
    );
  }
}

const corners = (pixels: Uint8Array): Uint8Array =>
  Uint8Array.from([0, 7, 56, 63].flatMap((pixel) => [...pixels.subarray(pixel * 3, pixel * 3 + 3)]));

test('every format that can be read gives the same color', async () => {
  const color: Color = [200, 120, 40];
  const pictures = {
    jpeg: solid(color).jpeg({ quality: 95 }),
    progressive: solid(color).jpeg({ quality: 95, progressive: true }),
    png: solid(color).png(),
    interlaced: solid(color).png({ progressive: true }),
    webp: solid(color).webp({ quality: 95 }),
    avif: solid(color).avif({ quality: 95 }),
    gif: solid(color).gif(),
    tiff: solid(color).tiff(),
    sixteen: solid(color).toColourspace('rgb16').png(),
  };
  for (const [format, picture] of Object.entries(pictures)) {
    const bytes = await picture.toBuffer();
    for (const spec of both) {
      const pixels = await pixelsOf(bytes, spec);
      assertNear(
        pixels,
        Uint8Array.from(pixels, (_, at) => color[at % 3] ?? 0),
        4,
      );
      assert.ok(pixels.length === 192, format);
    }
  }
});

test('grey, 16-bit grey, CMYK and palettes become RGB', async () => {
  const grey = solid([90, 90, 90]);
  const pictures = [
    grey.clone().toColourspace('b-w').png(),
    grey.clone().toColourspace('grey16').png(),
    grey.clone().toColourspace('b-w').jpeg({ quality: 100 }),
    grey.clone().png({ palette: true }),
  ];
  for (const picture of pictures) {
    const bytes = await picture.toBuffer();
    for (const spec of both) assertNear(await pixelsOf(bytes, spec), new Uint8Array(192).fill(90), 2);
  }
  const cmyk = await solid([200, 30, 30]).toColourspace('cmyk').jpeg({ quality: 100 }).toBuffer();
  assert.equal((await sharp(cmyk).metadata()).space, 'cmyk');
  for (const spec of both) {
    const [r = 0, g = 0, b = 0] = await pixelsOf(cmyk, spec);
    assert.ok(r > 150 && g < 90 && b < 90, `${r} ${g} ${b}`);
  }
});

test('what is transparent lies over white', async () => {
  const half = await sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 255, g: 0, b: 0, alpha: 0.5 } },
  })
    .png()
    .toBuffer();
  const clear = await sharp({
    create: { width: 20, height: 20, channels: 4, background: { r: 0, g: 0, b: 0, alpha: 0 } },
  })
    .webp()
    .toBuffer();
  for (const spec of both) {
    assertNear((await pixelsOf(half, spec)).subarray(0, 3), [255, 127, 127], 1);
    assertNear((await pixelsOf(clear, spec)).subarray(0, 3), white, 1);
  }
});

test('each EXIF orientation comes out upright', async () => {
  // What the eight orientations are, from the stored quarters (EXIF 2.3, tag 274).
  const [topLeft, topRight, bottomLeft, bottomRight] = [red, green, blue, white];
  const upright: Record<number, readonly Color[]> = {
    1: [topLeft, topRight, bottomLeft, bottomRight],
    2: [topRight, topLeft, bottomRight, bottomLeft],
    3: [bottomRight, bottomLeft, topRight, topLeft],
    4: [bottomLeft, bottomRight, topLeft, topRight],
    5: [topLeft, bottomLeft, topRight, bottomRight],
    6: [bottomLeft, topLeft, bottomRight, topRight],
    7: [bottomRight, topRight, bottomLeft, topLeft],
    8: [topRight, bottomRight, topLeft, bottomLeft],
  };
  for (const [orientation, colors] of Object.entries(upright)) {
    const bytes = await quarters()
      .withMetadata({ orientation: Number(orientation) })
      .jpeg({ quality: 100, chromaSubsampling: '4:4:4' })
      .toBuffer();
    for (const spec of both) assertNear(corners(await pixelsOf(bytes, spec)), colors.flat(), 6);
  }
});

test('the first frame of an animation is the picture', async () => {
  const frames = await Promise.all([blue, red].map((color) => solid(color, 16, 16).png().toBuffer()));
  for (const format of ['gif', 'webp'] as const) {
    const animation = sharp(frames, { join: { animated: true } });
    const bytes = await animation[format]({ loop: 0 }).toBuffer();
    assert.equal((await sharp(bytes).metadata()).pages, 2);
    for (const spec of both) assertNear((await pixelsOf(bytes, spec)).subarray(0, 3), blue, 3);
  }
});

test('nearest takes single pixels of the full-size picture, stretched to the size asked', async () => {
  const picture = drawn(23, 17, (row, column) => [row * 10, column * 10, 7]);
  const pixels = await pixelsOf(await picture.png().toBuffer(), { height: 4, width: 6, resampling: 'nearest' });
  // Centers of the output pixels: (row + 0.5) * 17 / 4 and (column + 0.5) * 23 / 6, cut off.
  const expected = [2, 6, 10, 14].flatMap((row) =>
    [1, 5, 9, 13, 17, 21].flatMap((column) => [row * 10, column * 10, 7]),
  );
  assert.deepEqual([...pixels], expected);
});

test('shrinking antialiases: a fine pattern becomes its mean', async () => {
  const checkers = drawn(128, 128, (row, column) => ((row + column) % 2 ? [255, 255, 255] : [0, 0, 0]));
  const pixels = await pixelsOf(await checkers.png().toBuffer(), antialiased);
  assertNear(pixels, new Uint8Array(192).fill(128), 4);
});

test('a picture is judged by its content, not by its name', async (t) => {
  const path = join(await temporaryFolder(t), 'photo [page=3] 🐈.txt');
  await writeFile(path, await solid(green).webp().toBuffer());
  assertNear((await pixelsOf(path, antialiased)).subarray(0, 3), green, 6);
});

test('a cut off file gives its reason, never half a picture', async () => {
  const encoded = {
    jpeg: await gradient(200, 200).jpeg().toBuffer(),
    progressive: await gradient(200, 200).jpeg({ progressive: true }).toBuffer(),
    png: await gradient(200, 200).png().toBuffer(),
    webp: await gradient(200, 200).webp().toBuffer(),
    avif: await gradient(200, 200).avif().toBuffer(),
    gif: await gradient(200, 200).gif().toBuffer(),
    tiff: await gradient(200, 200).tiff({ compression: 'lzw' }).toBuffer(),
  };
  for (const [format, bytes] of Object.entries(encoded)) {
    for (const part of [0.5, 0.9]) {
      for (const spec of both) {
        const reason = await reasonOf(bytes.subarray(0, Math.floor(bytes.length * part)), spec);
        assert.match(reason, /^the file is (damaged or )?cut off$/, `${format} cut at ${part}`);
      }
    }
  }
});

test('a JPEG that lacks only its end marker is whole', async () => {
  const bytes = await gradient(200, 200).jpeg().toBuffer();
  for (const spec of both) {
    assert.deepEqual(await pixelsOf(bytes.subarray(0, -2), spec), await pixelsOf(bytes, spec));
  }
});

test('what is no picture says what it is', async (t) => {
  const folder = await temporaryFolder(t);
  assert.equal(await reasonOf(new Uint8Array()), 'the file is empty');
  assert.equal(await reasonOf(Buffer.from('only some words')), 'not a picture');
  assert.equal(
    await reasonOf(Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')),
    'not a picture',
  );
  assert.equal(await reasonOf(Buffer.from('BM' + '\0'.repeat(60))), 'a BMP picture, which cannot be read here');
  assert.equal(
    await reasonOf(Buffer.from('\0\0\0\x18ftypheic\0\0\0\0', 'latin1')),
    'a HEIC picture, which cannot be read here',
  );
  assert.equal(await reasonOf(join(folder, 'nothing.jpg')), 'the file is gone');
  await mkdir(join(folder, 'folder.jpg'));
  assert.equal(await reasonOf(join(folder, 'folder.jpg')), 'not a file');
});

test('a pipe is not waited for', async (t) => {
  if (process.platform === 'win32') {
    t.skip('Windows has no named pipes among files');
    return;
  }
  const path = join(await temporaryFolder(t), 'pipe.jpg');
  execFileSync('mkfifo', [path]);
  assert.equal(await reasonOf(path), 'not a file');
});

test('a file without read permission says so, and may get it later', async (t) => {
  if (process.platform === 'win32') {
    t.skip('Windows has no permission bits');
    return;
  }
  if (process.getuid?.() === 0) {
    t.skip('root may read everything');
    return;
  }
  const path = join(await temporaryFolder(t), 'secret.jpg');
  await writeFile(path, 'x');
  await chmod(path, 0);
  assert.deepEqual(await decodePicture(path, antialiased), { reason: 'no permission to read it', lasting: false });
});

test('a decompression bomb is refused by its header', async () => {
  const png = await solid(red, 1, 1).png().toBuffer();
  png.writeUInt32BE(40_000, 16);
  png.writeUInt32BE(40_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  for (const spec of both) assert.equal(await reasonOf(png, spec), 'larger than 500 megapixels');
  // Interlaced pictures are held whole, so less is allowed.
  png.writeUInt32BE(10_000, 16);
  png.writeUInt32BE(10_000, 20);
  png.writeUInt8(1, 28);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  for (const spec of both) assert.equal(await reasonOf(png, spec), 'larger than 64 megapixels');
});

test('a picture of 100 megapixels takes little memory', async () => {
  const bytes = await sharp({ create: { width: 12_500, height: 8_000, channels: 3, background: { r: 9, g: 9, b: 9 } } })
    .jpeg()
    .toBuffer();
  const before = process.resourceUsage().maxRSS;
  await pixelsOf(bytes, antialiased);
  assert.ok((process.resourceUsage().maxRSS - before) / 1024 < 200);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { affineMatrix } from '../../../src/engine/augmentation/affine.ts';
import { warp } from '../../../src/engine/augmentation/warp.ts';
import keras from './keras-augmentation.json' with { type: 'json' };

/** The same formula stands in tests/support/keras_augmentation.py. */
function picture(size: number): Uint8Array {
  return Uint8Array.from({ length: size * size * 3 }, (_, index) => {
    const channel = index % 3;
    const column = Math.floor(index / 3) % size;
    const row = Math.floor(index / 3 / size);
    return (row * 37 + column * 91 + channel * 53 + row * column * 11) % 256;
  });
}

for (const { pixels, ...distortion } of keras.cases) {
  test(`as Keras: ${JSON.stringify(distortion)}`, () => {
    const matrix = affineMatrix(distortion, keras.size);
    assert.ok(matrix);
    const out = new Uint8Array(pixels.length);
    warp({ pixels: picture(keras.size), offset: 0 }, { pixels: out, offset: 0 }, keras.size, keras.size, matrix);
    pixels.forEach((expected, index) => {
      const difference = Math.abs((out[index] ?? 0) - expected);
      assert.ok(difference <= 0.51, `value ${index}: ${out[index]} instead of ${expected}`);
    });
  });
}

test('reads and writes only where it is told to', () => {
  const size = 8;
  const bytes = size * size * 3;
  const from = new Uint8Array(3 * bytes).fill(255);
  from.set(picture(size), bytes);
  const out = new Uint8Array(3 * bytes).fill(77);
  warp({ pixels: from, offset: bytes }, { pixels: out, offset: bytes }, size, size, [1, 0, 0, 0, 1, 0]);
  assert.deepEqual(out.subarray(bytes, 2 * bytes), picture(size));
  assert.ok(out.subarray(0, bytes).every((value) => value === 77));
  assert.ok(out.subarray(2 * bytes).every((value) => value === 77));
});

test('a picture wider than high keeps its rows apart', () => {
  const [height, width] = [2, 5];
  const pixels = Uint8Array.from({ length: height * width * 3 }, (_, index) => index * 8);
  const out = new Uint8Array(pixels.length);
  const mirrored = [1, 0, 0, 0, -1, width - 1] as const;
  warp({ pixels, offset: 0 }, { pixels: out, offset: 0 }, height, width, mirrored);
  assert.deepEqual(out.subarray(0, 3), pixels.subarray(12, 15));
  assert.deepEqual(out.subarray(27, 30), pixels.subarray(15, 18));
});

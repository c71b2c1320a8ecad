import assert from 'node:assert/strict';
import { test } from 'node:test';
import { nearestSources, sampleNearest } from '../../../src/adapters/pictures/nearest.ts';

/** Pillow 13.0.0: Image.fromarray(numpy.arange(source, dtype="int32")[None, :]).resize((target, 1), Image.NEAREST). */
const pillow = [
  { source: 3, target: 7, taken: [0, 0, 1, 1, 1, 2, 2] },
  { source: 5, target: 3, taken: [0, 2, 4] },
  {
    source: 113,
    target: 64,
    taken: [
      0, 2, 4, 6, 7, 9, 11, 13, 15, 16, 18, 20, 22, 23, 25, 27, 29, 30, 32, 34, 36, 37, 39, 41, 43, 45, 46, 48, 50, 52,
      53, 55, 57, 59, 60, 62, 64, 66, 67, 69, 71, 73, 75, 76, 78, 80, 82, 83, 85, 87, 89, 90, 92, 94, 96, 97, 99, 101,
      103, 105, 106, 108, 110, 112,
    ],
  },
  {
    source: 160,
    target: 64,
    taken: [
      1, 3, 6, 8, 11, 13, 16, 18, 21, 23, 26, 28, 31, 33, 36, 38, 41, 43, 46, 48, 51, 53, 56, 58, 61, 63, 66, 68, 71,
      73, 76, 78, 81, 83, 86, 88, 91, 93, 96, 98, 101, 103, 106, 108, 111, 113, 116, 118, 121, 123, 126, 128, 131, 133,
      136, 138, 141, 143, 146, 148, 151, 153, 156, 158,
    ],
  },
];

for (const { source, target, taken } of pillow) {
  test(`takes the pixels that Pillow takes: ${source} to ${target}`, () => {
    assert.deepEqual([...nearestSources(source, target)], taken);
  });
}

/** A picture whose rows are 10 grey levels apart, and the strips that were read of it. */
function stripes(width: number, height: number): { picture: Parameters<typeof sampleNearest>[0]; tops: number[] } {
  const tops: number[] = [];
  const readStrip = ({ top, rows }: { top: number; rows: number }): Promise<Uint8Array> => {
    tops.push(top);
    return Promise.resolve(
      Uint8Array.from({ length: width * rows * 3 }, (_, at) => 10 * (top + Math.floor(at / (width * 3)))),
    );
  };
  return { picture: { width, height, orientation: 1, readStrip }, tops };
}

test('a picture too large to be decoded at once is read in strips that join', async () => {
  const { picture, tops } = stripes(16, 5);
  const pixels = await sampleNearest(picture, 5, 1, 32);
  const expected = [0, 10, 20, 30, 40].flatMap((value) => [value, value, value]);
  assert.deepEqual([...pixels], expected);
  assert.deepEqual(tops, [0, 2, 4]);
});

test('strips that no output pixel comes from are not read', async () => {
  const { picture, tops } = stripes(16, 3);
  assert.deepEqual([...(await sampleNearest(picture, 1, 1, 16))], [10, 10, 10]);
  assert.deepEqual(tops, [1]);
});

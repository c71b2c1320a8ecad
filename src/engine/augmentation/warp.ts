import type { AffineMatrix } from '../ports.ts';

/** Where a picture's pixels lie: height x width x 3 bytes from `offset`. */
export interface PictureView {
  readonly pixels: Uint8Array;
  readonly offset: number;
}

/**
 * Transforms one picture (height x width x 3): bilinear, outside the nearest pixel of the edge, rounded to 8 bits, as scipy's
 * affine_transform with order 1 and mode "nearest" before rounding. `from` and `to` must not overlap.
 */
export function warp(from: PictureView, to: PictureView, height: number, width: number, matrix: AffineMatrix): void {
  const [a, b, c, d, e, f] = matrix;
  const { pixels, offset } = from;
  const out = to.pixels;
  const lastRow = height - 1;
  const lastColumn = width - 1;
  let at = to.offset;
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const y = clamp(a * row + b * column + c, lastRow);
      const x = clamp(d * row + e * column + f, lastColumn);
      const top = y | 0;
      const left = x | 0;
      const down = y - top;
      const right = x - left;
      const upper = offset + (top * width + left) * 3;
      // At the last row or column the weight of the neighbor is 0, so any pixel inside will do.
      const lower = top < lastRow ? upper + width * 3 : upper;
      const beside = left < lastColumn ? 3 : 0;
      const w00 = (1 - down) * (1 - right);
      const w01 = (1 - down) * right;
      const w10 = down * (1 - right);
      const w11 = down * right;
      for (let channel = 0; channel < 3; channel++) {
        const value =
          w00 * (pixels[upper + channel] ?? 0) +
          w01 * (pixels[upper + beside + channel] ?? 0) +
          w10 * (pixels[lower + channel] ?? 0) +
          w11 * (pixels[lower + beside + channel] ?? 0);
        out[at++] = (value + 0.5) | 0;
      }
    }
  }
}

function clamp(value: number, last: number): number {
  return value < 0 ? 0 : value > last ? last : value;
}

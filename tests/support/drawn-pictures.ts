import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestContext } from 'node:test';
import sharp from 'sharp';
import type { Sharp } from 'sharp';
import type { PictureFile } from '../../src/engine/ports.ts';

export type Color = readonly [red: number, green: number, blue: number];

/** A folder of its own for a test, removed after it. */
export async function temporaryFolder(t: TestContext): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'pawlab-test-'));
  t.after(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** width x height of what `color` says for each pixel. */
export function drawn(width: number, height: number, color: (row: number, column: number) => Color): Sharp {
  const pixels = new Uint8Array(width * height * 3);
  for (let at = 0; at < width * height; at++) pixels.set(color(Math.floor(at / width), at % width), at * 3);
  return sharp(pixels, { raw: { width, height, channels: 3 } });
}

export function solid(color: Color, width = 40, height = 30): Sharp {
  return drawn(width, height, () => color);
}

/** Red grows from left to right, green from top to bottom. */
export function gradient(width = 64, height = 64): Sharp {
  return drawn(width, height, (row, column) => [
    Math.round((column * 255) / (width - 1)),
    Math.round((row * 255) / (height - 1)),
    128,
  ]);
}

/** Four quarters: red, green above; blue, white below. Tells every orientation from every other. */
export function quarters(width = 40, height = 30): Sharp {
  const colors: readonly Color[] = [red, green, blue, white];
  return drawn(
    width,
    height,
    (row, column) => colors[(row < height / 2 ? 0 : 2) + (column < width / 2 ? 0 : 1)] ?? red,
  );
}

export const red: Color = [255, 0, 0];
export const green: Color = [0, 255, 0];
export const blue: Color = [0, 0, 255];
export const white: Color = [255, 255, 255];

/** PNG files of one color each, `count` of them, every one different; returns them as a scan would. */
export async function writeSolidPictures(folder: string, count: number): Promise<PictureFile[]> {
  const files = Array.from({ length: count }, async (_, index) => {
    const path = join(folder, `picture-${index}.png`);
    await writeFile(path, await solid(solidColor(index), 12, 10).png().toBuffer());
    return pictureFile(path);
  });
  return Promise.all(files);
}

/** The color of `writeSolidPictures`'s picture at `index`. */
export function solidColor(index: number): Color {
  return [index % 256, (index * 7) % 256, 255 - (index % 256)];
}

export async function pictureFile(path: string): Promise<PictureFile> {
  const { size, mtimeMs } = await stat(path);
  return { path, size, modified: mtimeMs };
}

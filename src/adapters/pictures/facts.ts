import { hash } from 'node:crypto';
import sharp from 'sharp';
import type { PictureFacts } from '../../engine/ports.ts';
import { headerOf } from './headers.ts';
import { pictureKind } from './kinds.ts';

/** Of its SHA-256, hexadecimal: 128 bits tell more files apart than there are. */
const contentLength = 32;

/** libvips's names of what `pictureKind` doesn't know by its first bytes. */
const names: Readonly<Record<string, string>> = {
  jpeg: 'JPEG',
  png: 'PNG',
  gif: 'GIF',
  webp: 'WebP',
  tiff: 'TIFF',
  heif: 'AVIF',
};

/** Rejects where the bytes are no picture. */
export async function factsOf(bytes: Uint8Array): Promise<PictureFacts> {
  const kind = pictureKind(bytes);
  const header = headerOf(bytes);
  const opened =
    header === null || kind?.readable !== true ? await sharp(bytes, { limitInputPixels: false }).metadata() : null;
  const { width, height, orientation = 1 } = header ?? opened ?? { width: 0, height: 0 };
  const lying = orientation >= 5;
  return {
    format: kind?.readable === true ? kind.name : (names[opened?.format ?? ''] ?? opened?.format ?? ''),
    width: lying ? height : width,
    height: lying ? width : height,
    orientation,
    content: hash('sha256', bytes, 'hex').slice(0, contentLength),
  };
}

import { readFileSync, statSync } from 'node:fs';
import sharp from 'sharp';
import type { SharpOptions } from 'sharp';
import { decodingRefusal, fileRefusal, lasting, Refused } from './reasons.ts';
import type { Refusal } from './reasons.ts';

/**
 * Limits against decompression bombs. Pictures that are decoded line by line (JPEG and PNG that are not interlaced) take
 * under 250 MB at any size; the others are held whole, and take about 0.6 GB at the limit, AVIF 1.2 GB.
 */
const wholeMegapixels = 64;
const lineByLineMegapixels = 500;
const fileMegabytes = 512;

// One picture at a time per process: the processes of the pool are the parallelism, and no picture is decoded twice.
sharp.concurrency(1);
sharp.cache(false);
// Drawings are programs of a kind; only pictures are asked for.
sharp.block({ operation: ['VipsForeignLoadSvg'] });

/**
 * The one way into a picture file: hands its bytes on and says in words why that, or `work` on them, isn't possible.
 * Files are read synchronously: meant for a decoding process. Never rejects for what a file holds.
 */
export async function withPicture<Result>(
  source: string | Uint8Array,
  work: (bytes: Uint8Array) => Promise<Result>,
): Promise<Result | Refusal> {
  let bytes: Uint8Array = new Uint8Array();
  try {
    bytes = typeof source === 'string' ? readPicture(source) : source;
    if (bytes.length === 0) return lasting('the file is empty');
    return await work(bytes);
  } catch (error) {
    return error instanceof Refused ? error.refusal : decodingRefusal(error, bytes);
  }
}

function readPicture(path: string): Uint8Array {
  try {
    // A pipe would keep the reader waiting, so the kind is asked before anything is opened.
    const status = statSync(path);
    if (status.isFile() && status.size <= fileMegabytes * 1e6) return readFileSync(path);
    throw new Refused(lasting(status.isFile() ? `a file larger than ${fileMegabytes} MB` : 'not a file'));
  } catch (error) {
    throw error instanceof Refused ? error : new Refused(fileRefusal(error));
  }
}

/** Draws from a picture's bytes, once more where it is large and may be, or lacks nothing but its end marker. */
export async function drawing<Result>(
  bytes: Uint8Array,
  draw: (bytes: Uint8Array, options: SharpOptions) => Promise<Result>,
): Promise<Result> {
  try {
    return await draw(bytes, { failOn: 'truncated', limitInputPixels: wholeMegapixels * 1e6 });
  } catch (error) {
    const message = error instanceof Error ? error.message : '';
    if (message.includes('pixel limit')) return draw(bytes, await optionsForLarge(bytes));
    if (message.includes('premature end')) return draw(...(await withEndMarker(bytes, error)));
    throw error;
  }
}

async function optionsForLarge(bytes: Uint8Array): Promise<SharpOptions> {
  const { format, isProgressive, width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
  const lineByLine = (format === 'jpeg' || format === 'png') && !isProgressive;
  const megapixels = lineByLine ? lineByLineMegapixels : wholeMegapixels;
  if (width * height > megapixels * 1e6) throw new Refused(lasting(`larger than ${megapixels} megapixels`));
  return { failOn: 'truncated', limitInputPixels: megapixels * 1e6 };
}

/**
 * A JPEG that lacks nothing but its end marker is whole to people and browsers. With the marker put back, libjpeg warns
 * where pixels are missing, except in progressive files, whose later passes only refine: those stay refused.
 */
async function withEndMarker(bytes: Uint8Array, error: unknown): Promise<[Uint8Array, SharpOptions]> {
  const { isProgressive } = await sharp(bytes, { limitInputPixels: false }).metadata();
  if (isProgressive) throw error;
  return [Buffer.concat([bytes, Buffer.from([0xff, 0xd9])]), { failOn: 'warning' }];
}

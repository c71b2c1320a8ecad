import { open } from 'node:fs/promises';
import { availableParallelism } from 'node:os';
import { join } from 'node:path';
import sharp from 'sharp';
import { PawlabError } from '../contract/errors.ts';
import type { PrepareOptions, SampleDrawing, SamplePicture, SampleWriter } from '../engine/ports.ts';
import { codeOf, writeError } from './files/reasons.ts';
import { replaceFile } from './files/replace-file.ts';

/** More in flight than cores leaves none idle while files are written; beyond that it only takes memory. */
const inFlight = availableParallelism() + 1;

/** How the description that each file carries begins: what tells drawn pictures from a person's own. */
const signature = 'Drawn by Pawlab: ';

/** The two bytes that a complete JPEG file ends with (ITU-T T.81, table B.1). */
const endOfImage = Buffer.from([0xff, 0xd9]);

/** Draws the program's own sample pictures as JPEG files. */
export class SharpSampleWriter implements SampleWriter {
  readonly write = write;
}

async function write(
  folder: string,
  pictures: readonly SamplePicture[],
  { signal, onProgress }: PrepareOptions,
): Promise<number> {
  let [next, done, written] = [0, 0, 0];
  const work = async (): Promise<void> => {
    for (let picture = pictures[next++]; picture !== undefined; picture = pictures[next++]) {
      signal.throwIfAborted();
      if (await writeMissing(folder, picture)) written++;
      onProgress(++done, pictures.length);
    }
  };
  const startNoMore = (error: unknown): never => {
    next = pictures.length;
    throw error;
  };
  // All of them, so that nothing is being written any more when the caller hears of a failure.
  const results = await Promise.allSettled(Array.from({ length: inFlight }, () => work().catch(startNoMore)));
  const failure = results.find((result) => result.status === 'rejected');
  if (failure) throw failure.reason;
  return written;
}

/** False where the picture is there already. */
async function writeMissing(folder: string, picture: SamplePicture): Promise<boolean> {
  const path = join(folder, ...picture.file.split('/'));
  const description = `${signature}${picture.mark}.`;
  switch (await look(path, description)) {
    case 'same':
      return false;
    case 'foreign':
      throw new PawlabError(
        'not-writable',
        `${path} is there already and was not drawn by Pawlab; it was left alone.`,
        'Choose another folder for the drawn pictures.',
      );
    case 'ours':
      // Drawn again where it was lost: not worth a wait for the disk a thousand times.
      await replaceFile(path, await render(picture.draw(), description), { durable: false });
      return true;
  }
}

/** `same`: complete and with this description. `ours`: missing, empty, cut off or another drawing. */
async function look(path: string, description: string): Promise<'same' | 'ours' | 'foreign'> {
  const file = await open(path).catch((error: unknown) => {
    if (codeOf(error) === 'ENOENT') return null;
    throw writeError(error, path);
  });
  if (file === null) return 'ours';
  try {
    const about = await file.stat();
    if (!about.isFile()) return 'foreign';
    if (about.size === 0) return 'ours';
    // The description stands right after JPEG's first marks.
    const head = (await file.read(Buffer.alloc(512), 0, 512, 0)).buffer;
    if (!head.includes(signature)) return 'foreign';
    const tail = (await file.read(Buffer.alloc(2), 0, 2, about.size - 2)).buffer;
    return tail.equals(endOfImage) && head.includes(description) ? 'same' : 'ours';
  } finally {
    await file.close();
  }
}

async function render(drawing: SampleDrawing, description: string): Promise<Buffer> {
  const image = sharp(Buffer.from(drawing.svg)).flatten({ background: '#ffffff' });
  if (drawing.blur > 0) image.blur(Math.max(drawing.blur, 0.3)); // sharp's least sigma
  const { data, info } = await image.raw().toBuffer({ resolveWithObject: true });
  addNoise(data, drawing.noise);
  const { width, height, channels } = info;
  return sharp(data, { raw: { width, height, channels } })
    .withExif({ IFD0: { ImageDescription: description } })
    .jpeg({ quality: drawing.quality })
    .toBuffer();
}

/** 3 channels a pixel; what leaves 0 to 255 is cut. */
function addNoise(pixels: Buffer, noise: () => number): void {
  for (let at = 0; at < pixels.length; at += 3) {
    const step = noise();
    for (let channel = at; channel < at + 3; channel++) {
      pixels[channel] = Math.min(255, Math.max(0, Math.round((pixels[channel] ?? 0) + step)));
    }
  }
}

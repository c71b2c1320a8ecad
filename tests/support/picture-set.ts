import { mkdir, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { TestContext } from 'node:test';
import { pictureFolders } from '../../src/adapters/files/picture-folders.ts';
import { createPictureStore } from '../../src/adapters/pictures/store.ts';
import type { Parts } from '../../src/studio/parts.ts';
import { solid, solidColor, temporaryFolder } from './drawn-pictures.ts';

/** A small PNG; each number gives another one. */
export const picture = (number: number, width = 80, height = 70): Promise<Uint8Array> =>
  solid(solidColor(number), width, height).png().toBuffer();

/** Writes files by their paths inside a new folder, which is returned. */
export async function writeSet(t: TestContext, files: Readonly<Record<string, Uint8Array>>): Promise<string> {
  const folder = await temporaryFolder(t);
  for (const [path, bytes] of Object.entries(files)) {
    await mkdir(dirname(join(folder, path)), { recursive: true });
    await writeFile(join(folder, path), bytes);
  }
  return folder;
}

/** `counts` pictures of each class, all different: `cats/0.png`, `cats/1.png`... */
export async function pictureFiles(counts: Readonly<Record<string, number>>): Promise<Record<string, Uint8Array>> {
  const files: Record<string, Uint8Array> = {};
  let number = 0;
  for (const [name, count] of Object.entries(counts)) {
    for (let at = 0; at < count; at++) files[`${name}/${at}.png`] = await picture(number++);
  }
  return files;
}

export type PictureParts = Pick<Parts, 'folders' | 'pictures' | 'clock' | 'digest'>;

/** What reads data sets, over a cache of its own. */
export async function pictureParts(t: TestContext): Promise<PictureParts> {
  const pictures = createPictureStore({
    cacheFolder: await temporaryFolder(t),
    loader: new URL('../../src/engine-host/picture-loader.ts', import.meta.url),
    decoder: new URL('../../src/engine-host/decoder.ts', import.meta.url),
    processes: 1,
  });
  t.after(() => pictures.close());
  return { folders: pictureFolders, pictures, clock: () => performance.now(), digest: (text) => text };
}

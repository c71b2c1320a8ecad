import { join } from 'node:path';
import type {
  DecodedPicture,
  PictureFile,
  PictureSpec,
  PictureStore,
  PreparedPictures,
  PrepareOptions,
  RenderedPicture,
  Rendering,
  StopSignal,
} from '../../engine/ports.ts';
import { PictureCache } from './cache.ts';
import type { Known } from './cache.ts';
import { cacheFiles } from './cache-folder.ts';
import type { Decoded } from './decode.ts';
import { DecodingPool } from './decoding-pool.ts';
import { pictureLoaders, type LoadPictures } from './loader.ts';
import { CachedPictures } from './prepared.ts';
import { RenderingPool } from './rendering-pool.ts';

export interface PictureStoreOptions {
  /** The user's cache folder; the store keeps to `pictures` inside it. */
  readonly cacheFolder: string;
  /** Entry of the threads that load batches. */
  readonly loader: URL;
  /** Entry of the decoding processes. */
  readonly decoder: URL;
  /** Decoding processes; default: one per processor, at most 8. */
  readonly processes?: number | undefined;
}

/** Pictures are kept and reported in groups: at most this many, and at most these bytes of pixels. */
const chunkPictures = 256;
const chunkBytes = 8_000_000;

/**
 * One thread augments 1,500 pictures of 64 x 64 a second, half of what a training step takes on two cores; they wait most of
 * the time where there are more cores.
 */
const loadingThreads = 2;

export function createPictureStore(options: PictureStoreOptions): PictureStore {
  return new CachingPictureStore(options);
}

class CachingPictureStore implements PictureStore {
  readonly #root: string;
  readonly #pool: DecodingPool;
  readonly #rendering: RenderingPool;
  readonly #loader: LoadPictures;

  constructor({ cacheFolder, loader, decoder, processes }: PictureStoreOptions) {
    this.#root = join(cacheFolder, 'pictures');
    this.#pool = new DecodingPool(decoder, processes);
    this.#rendering = new RenderingPool(decoder);
    this.#loader = pictureLoaders(loader, loadingThreads);
  }

  async prepare(
    dataset: string,
    files: readonly PictureFile[],
    spec: PictureSpec,
    options: PrepareOptions,
  ): Promise<PreparedPictures> {
    options.signal.throwIfAborted();
    const cache = await PictureCache.open(await cacheFiles(this.#root, dataset, spec), spec.height * spec.width * 3);
    try {
      const known = await cache.lookUp(files, options.signal);
      const missing = known.flatMap((picture, file) => (picture ? [] : [file]));
      await this.#decodeMissing(cache, files, missing, { spec, known, options });
      const ready = known.filter((picture) => picture !== null);
      return new CachedPictures(ready, missing.length, { spec, handle: cache.handle, loader: this.#loader });
    } catch (error) {
      await cache.handle.close();
      throw error;
    } finally {
      cache.closeIndex();
    }
  }

  /** Fills the gaps in `known`. What was decoded before an abort is kept. */
  async #decodeMissing(
    cache: PictureCache,
    files: readonly PictureFile[],
    missing: readonly number[],
    { spec, known, options }: { spec: PictureSpec; known: (Known | null)[]; options: PrepareOptions },
  ): Promise<void> {
    const wanted = missing.flatMap((file) => files[file] ?? []);
    const chunkSize = Math.max(1, Math.min(chunkPictures, Math.floor(chunkBytes / (spec.height * spec.width * 3))));
    let chunk: Decoded[] = [];
    let kept = 0;
    const keep = (): void => {
      if (chunk.length === 0) return;
      const added = cache.add(wanted.slice(kept, kept + chunk.length), chunk);
      for (const picture of added) known[missing[kept++] ?? -1] = picture;
      chunk = [];
    };
    const before = files.length - missing.length;
    options.onProgress(before, files.length);
    try {
      for await (const picture of this.#pool.decode(
        wanted.map(({ path }) => path),
        spec,
        options.signal,
      )) {
        if (chunk.push(picture) >= chunkSize) keep();
        const done = kept + chunk.length;
        if (done % 32 === 0 || done === wanted.length) options.onProgress(before + done, files.length);
      }
    } finally {
      keep();
    }
  }

  async *decode(paths: readonly string[], spec: PictureSpec, signal: StopSignal): AsyncGenerator<DecodedPicture, void> {
    let at = 0;
    for await (const picture of this.#pool.decode(paths, spec, signal)) {
      const path = paths[at++] ?? '';
      yield 'pixels' in picture ? { path, pixels: picture.pixels } : { path, reason: picture.reason };
    }
  }

  render(path: string, rendering: Rendering): Promise<RenderedPicture> {
    return this.#rendering.render(path, rendering);
  }

  async close(): Promise<void> {
    await Promise.all([this.#pool.close(), this.#rendering.close(), this.#loader.close()]);
  }
}

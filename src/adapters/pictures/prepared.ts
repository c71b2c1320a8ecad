import type { FileHandle } from 'node:fs/promises';
import { PawlabError } from '../../contract/errors.ts';
import type { PictureFacts, PictureRequest, PictureSpec, PreparedPictures } from '../../engine/ports.ts';
import type { Known } from './cache.ts';
import type { LoadPictures } from './loader.ts';

/** Pictures of a cache, open for reading. */
export class CachedPictures implements PreparedPictures {
  readonly reasons: readonly (string | null)[];
  readonly facts: readonly (PictureFacts | null)[];
  readonly decoded: number;
  readonly #slots: Int32Array;
  readonly #spec: PictureSpec;
  readonly #handle: FileHandle;
  readonly #loader: LoadPictures;
  readonly #loading = new Set<Promise<unknown>>();
  #closing: Promise<void> | null = null;

  constructor(
    known: readonly Known[],
    decoded: number,
    parts: { spec: PictureSpec; handle: FileHandle; loader: LoadPictures },
  ) {
    this.reasons = known.map((picture) => ('reason' in picture ? picture.reason : null));
    this.facts = known.map((picture) => ('facts' in picture ? picture.facts : null));
    this.decoded = decoded;
    this.#slots = Int32Array.from(known, (picture) => ('slot' in picture ? picture.slot : -1));
    this.#spec = parts.spec;
    this.#handle = parts.handle;
    this.#loader = parts.loader;
  }

  async load(requests: readonly PictureRequest[]): Promise<Uint8Array> {
    if (this.#closing) throw new Error('The pictures were closed.');
    const { height, width } = this.#spec;
    const pictures = requests.map(({ file, transform }) => ({ slot: this.#slot(file), transform }));
    const loading = this.#loader.load({ file: this.#handle.fd, height, width, pictures });
    this.#loading.add(loading);
    try {
      return await loading;
    } catch (error) {
      throw new PawlabError(
        'decoder-failed',
        `Decoded pictures could not be read back from the cache: ${error instanceof Error ? error.message : String(error)}.`,
        'Start again: what is missing in the cache is decoded once more.',
        { cause: error },
      );
    } finally {
      this.#loading.delete(loading);
    }
  }

  #slot(file: number): number {
    const slot = this.#slots[file] ?? -1;
    if (slot < 0) throw new RangeError(`Picture ${file} is not ready: ${this.reasons[file] ?? 'there is none'}.`);
    return slot;
  }

  /** Waits for what is being loaded: its descriptor must not be given to another file meanwhile. */
  close(): Promise<void> {
    this.#closing ??= Promise.allSettled(this.#loading).then(() => this.#handle.close());
    return this.#closing;
  }
}

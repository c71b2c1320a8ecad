import { availableParallelism } from 'node:os';
import type { PictureSpec, StopSignal } from '../../engine/ports.ts';
import type { Decoded, Pixels } from './decode.ts';
import { ProcessPool } from './process-pool.ts';

/** Bytes of pixels in one message, and pictures at most: a crash costs at most this many pictures a second decoding. */
const messageBytes = 1_000_000;
const messagePictures = 16;
const idleTime = 10_000;

/** Decodes data sets in as many processes as there are processors (at most 8). */
export class DecodingPool {
  readonly #pool: ProcessPool<Pixels>;

  constructor(entry: URL, processes = Math.min(8, availableParallelism())) {
    this.#pool = new ProcessPool(entry, { processes, idleTime, newestFirst: false });
  }

  /** In the order given. Throws the signal's reason when aborted, PawlabError `decoder-failed` where no process starts. */
  decode(paths: readonly string[], spec: PictureSpec, signal: StopSignal): AsyncGenerator<Decoded, void> {
    const fitting = Math.floor(messageBytes / (spec.height * spec.width * 3));
    const together = Math.max(1, Math.min(messagePictures, fitting));
    return this.#pool.each(paths, { kind: 'decode', spec }, together, signal);
  }

  close(): Promise<void> {
    return this.#pool.close();
  }

  /** Operating system ids of the processes that are alive. */
  get processIds(): readonly number[] {
    return this.#pool.processIds;
  }
}

import { Worker } from 'node:worker_threads';
import type { LoadingReply, LoadingRequest } from './loading-messages.ts';

interface Waiting {
  readonly resolve: (pixels: Uint8Array) => void;
  readonly reject: (error: Error) => void;
}

export type LoadPictures = Pick<PictureLoader, 'load' | 'close'>;

/** Threads that load batches, of which the least busy gets the next. */
export function pictureLoaders(entry: URL, threads: number): LoadPictures {
  const loaders = Array.from({ length: threads }, () => new PictureLoader(entry));
  const leastBusy = (): PictureLoader | undefined => loaders.toSorted((a, b) => a.waiting - b.waiting)[0];
  return {
    load: async (request) => {
      const loader = leastBusy();
      if (loader === undefined) throw new RangeError('Pictures are loaded by one thread at least.');
      return loader.load(request);
    },
    close: async () => {
      await Promise.all(loaders.map((loader) => loader.close()));
    },
  };
}

/** A thread that loads batches: started when first needed, and holding the program alive only while it has work. */
export class PictureLoader {
  readonly #entry: URL;
  readonly #waiting = new Map<number, Waiting>();
  #worker: Worker | null = null;
  #nextId = 0;

  constructor(entry: URL) {
    this.#entry = entry;
  }

  /** Batches that it was asked for and hasn't brought yet. */
  get waiting(): number {
    return this.#waiting.size;
  }

  load(request: Omit<LoadingRequest, 'id'>): Promise<Uint8Array> {
    const worker = (this.#worker ??= this.#start());
    const id = this.#nextId++;
    return new Promise((resolve, reject) => {
      this.#waiting.set(id, { resolve, reject });
      worker.ref();
      worker.postMessage({ ...request, id } satisfies LoadingRequest);
    });
  }

  #start(): Worker {
    const worker = new Worker(this.#entry, { execArgv: [] });
    worker.on('message', (reply: LoadingReply) => {
      const waiting = this.#waiting.get(reply.id);
      this.#waiting.delete(reply.id);
      if (this.#waiting.size === 0) worker.unref();
      if ('pixels' in reply) waiting?.resolve(reply.pixels);
      else waiting?.reject(new Error(reply.problem));
    });
    worker.on('error', (error: Error) => this.#fail(worker, error));
    worker.on('exit', () => this.#fail(worker, new Error('The thread that loads pictures ended.')));
    return worker;
  }

  #fail(worker: Worker, error: Error): void {
    if (this.#worker !== worker) return;
    this.#worker = null;
    for (const { reject } of this.#waiting.values()) reject(error);
    this.#waiting.clear();
  }

  async close(): Promise<void> {
    const worker = this.#worker;
    if (!worker) return;
    this.#fail(worker, new Error('The picture store was closed.'));
    await worker.terminate();
  }
}

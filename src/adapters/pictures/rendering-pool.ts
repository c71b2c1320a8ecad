import { availableParallelism } from 'node:os';
import type { RenderedPicture, Rendering } from '../../engine/ports.ts';
import { ProcessPool } from './process-pool.ts';
import type { Rendered } from './render.ts';

/** Two keep up with a person's scrolling; more would take from what is being trained. */
const mostProcesses = 2;
/** People look at what they see before they scroll on, and a start takes a quarter of a second. */
const idleTime = 60_000;

/** Draws pictures for people, in processes of their own: behind a data set that is being decoded they would wait for seconds. */
export class RenderingPool {
  readonly #pool: ProcessPool<Rendered>;

  constructor(entry: URL) {
    const processes = Math.min(mostProcesses, availableParallelism());
    this.#pool = new ProcessPool(entry, { processes, idleTime, newestFirst: true });
  }

  /** Rejects with PawlabError `decoder-failed` where no process starts. */
  async render(path: string, rendering: Rendering): Promise<RenderedPicture> {
    const result = await this.#pool.one(path, rendering);
    return 'reason' in result ? { reason: result.reason } : result;
  }

  close(): Promise<void> {
    return this.#pool.close();
  }
}

/** Draws the sample set and opens it. It outlives the page: drawing goes on elsewhere. */
import type { JobEvent } from '../../../../contract/events.ts';
import { settingTable } from '../../../../contract/settings.ts';
import type { JobView } from '../../../../contract/snapshot.ts';
import { onStudioEvent, studio } from '../../connection.ts';
import { session } from '../../session.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import { asked, failed, heard, named, runningDrawing, type Drawing } from './drawing.ts';

class Sample {
  /** The one that runs, or the last one. */
  #state = $state.raw<Drawing | null>(null);
  /** Somebody asked for it in this window, since it was loaded. */
  #own = false;

  constructor() {
    onStudioEvent((event) => {
      if (event.type === 'job') this.#hear(event);
    });
  }

  get drawing(): boolean {
    return this.#state?.ended === false;
  }
  get progress(): Drawing['progress'] {
    return this.#state?.progress ?? null;
  }
  get failure(): Failure | null {
    return this.#state?.failure ?? null;
  }

  async draw(): Promise<void> {
    if (this.drawing) return;
    this.#own = true;
    this.#state = asked;
    try {
      const job = await studio.drawSample({ folder: null, seed: settingTable.seed.default });
      this.#become(named(this.#state, job));
    } catch (error) {
      this.#state = failed(failureOf(error));
    }
  }

  /** Shows a drawing that was begun before this page was loaded, or in another window. */
  pickUp(jobs: readonly JobView[]): void {
    const job = runningDrawing(jobs);
    if (job === null || this.drawing) return;
    this.#own = false;
    this.#state = named(asked, job);
  }

  async cancel(): Promise<void> {
    const job = this.#state?.job ?? null;
    if (job !== null) await studio.stop(job).catch(() => null);
  }

  #hear(event: JobEvent): void {
    if (this.#state !== null) this.#become(heard(this.#state, event));
  }

  #become(next: Drawing): void {
    const ends = next.ended && this.drawing;
    this.#state = next;
    if (ends && next.drawn !== null) void this.#open(next.drawn);
  }

  async #open({ training, test }: NonNullable<Drawing['drawn']>): Promise<void> {
    // Another window's takes nobody away from a project.
    if (!this.#own && session.project !== null) return;
    try {
      await session.open({ training, test });
    } catch (error) {
      this.#state = failed(failureOf(error));
    }
  }
}

export const sample = new Sample();

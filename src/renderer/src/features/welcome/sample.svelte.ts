/** Draws the sample set and opens it. It outlives the page: drawing goes on elsewhere. */
import type { JobId, Report } from '../../../../contract/events.ts';
import { settingTable } from '../../../../contract/settings.ts';
import { onStudioEvent, studio } from '../../connection.ts';
import { session } from '../../session.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';

interface Drawn {
  readonly training: string;
  readonly test: string;
}

class Sample {
  #drawing = $state(false);
  #job: JobId | null = null;
  #progress = $state.raw<{ readonly done: number; readonly total: number } | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #drawn: Drawn | null = null;

  get drawing(): boolean {
    return this.#drawing;
  }
  /** null: not begun yet. */
  get progress(): { readonly done: number; readonly total: number } | null {
    return this.#progress;
  }
  get failure(): Failure | null {
    return this.#failure;
  }

  async draw(): Promise<void> {
    if (this.#drawing) return;
    this.#drawing = true;
    this.#failure = this.#drawn = null;
    try {
      this.#job = await studio.drawSample({ folder: null, seed: settingTable.seed.default });
      this.#follow(this.#job);
    } catch (error) {
      this.#failure = failureOf(error);
      this.#end();
    }
  }

  async cancel(): Promise<void> {
    if (this.#job !== null) await studio.stop(this.#job).catch(() => null);
  }

  #follow(job: JobId): void {
    const leave = onStudioEvent((event) => {
      if (event.type !== 'job' || event.job !== job) return;
      if (event.report !== null) {
        this.#take(event.report);
        return;
      }
      leave();
      this.#end();
      if (this.#drawn !== null) void this.#open(this.#drawn);
    });
  }

  #take(report: Report): void {
    if (report.type === 'drawing') this.#progress = { done: report.done, total: report.total };
    if (report.type === 'drawn') this.#drawn = report;
    if (report.type === 'failed') this.#failure = { message: report.message, remedy: report.remedy };
  }

  async #open({ training, test }: Drawn): Promise<void> {
    try {
      await session.open({ training, test });
    } catch (error) {
      this.#failure = failureOf(error);
    }
  }

  #end(): void {
    this.#drawing = false;
    this.#job = this.#progress = null;
  }
}

export const sample = new Sample();

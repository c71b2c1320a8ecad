/** Follows one measurement of the devices. */
import { onStudioEvent } from '../../../connection.ts';
import { failureOf } from '../../../words/failure.ts';
import type { JobEvent, JobId, StudioEvent } from '../../../../../contract/events.ts';
import { measured, measuringBegun, type Measuring } from './measuring.ts';

export class Measurement {
  #state = $state.raw<Measuring | null>(null);
  readonly #ended: () => void;

  /** `ended`: there may be new figures. */
  constructor(ended: () => void) {
    this.#ended = ended;
  }

  /** null: nothing is being measured, and nothing went wrong the last time. */
  get state(): Measuring | null {
    return this.#state;
  }

  /** One at a time; `ask` starts the job. */
  async begin(ask: () => Promise<JobId>): Promise<void> {
    if (this.#state !== null && this.#state.failure === null) return;
    this.#state = measuringBegun;
    let job: JobId | null = null;
    // Reports can be faster than the answer that names the job.
    const early: JobEvent[] = [];
    const stop = onStudioEvent((event: StudioEvent) => {
      if (event.type !== 'job') return;
      if (job === null) early.push(event);
      else if (event.job === job) this.#hear(event, stop);
    });
    try {
      const asked = await ask();
      job = asked;
      for (const event of early.filter((each) => each.job === asked)) this.#hear(event, stop);
    } catch (error) {
      stop();
      const { message, remedy } = failureOf(error);
      this.#state = { ...measuringBegun, failure: `${message} ${remedy}` };
    }
  }

  #hear({ report }: JobEvent, stop: () => void): void {
    if (report !== null) {
      this.#state = measured(this.#state ?? measuringBegun, report);
      return;
    }
    stop();
    if (this.#state?.failure === null) this.#state = null;
    this.#ended();
  }
}

/** A job's reports can overtake the answer that names the job: they wait here until it is known. */
import type { JobEvent, JobId, Report } from '../../../../contract/events.ts';

export type Listener = (report: Report | null) => void;

export class JobListeners {
  #asking = 0;
  #early: JobEvent[] = [];
  readonly #listeners = new Map<JobId, Listener>();

  /** Starts a job and hands `listener` all its reports, the last one null. Throws what `start` throws. */
  async follow(start: () => Promise<JobId>, listener: Listener): Promise<JobId> {
    this.#asking += 1;
    try {
      const job = await start();
      this.#listeners.set(job, listener);
      for (const event of this.#early.filter((early) => early.job === job)) this.receive(event);
      return job;
    } finally {
      this.#asking -= 1;
      if (this.#asking === 0) this.#early = [];
    }
  }

  receive(event: JobEvent): void {
    const listener = this.#listeners.get(event.job);
    if (listener === undefined) {
      if (this.#asking > 0) this.#early.push(event);
      return;
    }
    if (event.report === null) this.#listeners.delete(event.job);
    listener(event.report);
  }
}

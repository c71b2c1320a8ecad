/** What the studio is doing, as of its snapshot and of the events since; and a person's preferences, which come along. */
import type { JobEvent } from '../../../contract/events.ts';
import type { JobView, Preferences } from '../../../contract/snapshot.ts';
import type { TrainingView } from '../../../contract/training-view.ts';
import { studio } from '../connection.ts';
import { onceMore } from '../once-more.ts';
import { TrainingFeed } from '../training-feed.ts';

export class Work {
  #training = $state.raw<TrainingView | null>(null);
  #jobs = $state.raw<readonly JobView[]>([]);
  #preferences = $state.raw<Preferences | null>(null);
  readonly #feed = new TrainingFeed((view) => (this.#training = view), {
    now: () => performance.now(),
    later: (run, milliseconds) => setTimeout(run, milliseconds),
  });
  /** Takes another snapshot, soon. */
  readonly refresh = onceMore(() => this.takeSnapshot());

  get training(): TrainingView | null {
    return this.#training;
  }
  get jobs(): readonly JobView[] {
    return this.#jobs;
  }
  get preferences(): Preferences | null {
    return this.#preferences;
  }

  /** The studio tells no more events of its past after this: whatever came before is in it. */
  async takeSnapshot(): Promise<void> {
    const { jobs, training, preferences } = await studio.snapshot();
    this.#jobs = jobs;
    this.#preferences = preferences;
    this.#feed.begin(training);
  }

  async changePreferences(change: Partial<Preferences>): Promise<void> {
    this.#preferences = await studio.changePreferences(change);
  }

  heard(event: JobEvent): void {
    this.#feed.take(event);
    const known = this.#jobs.some(({ job }) => job === event.job);
    if (event.report === null) this.#jobs = this.#jobs.filter(({ job }) => job !== event.job);
    else if (!known) this.refresh();
  }
}

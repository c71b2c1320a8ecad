/** Reports of a training on their way to the page: put together and handed on at most ten times a second, however fast they come. */
import type { JobEvent, Report } from '../../contract/events.ts';
import { afterReport, type TrainingView } from '../../contract/training-view.ts';

/** Of these only the newest says anything. */
const isFleeting = (report: Report | null): boolean => report?.type === 'step' || report?.type === 'preparing';

type Timed = Pick<JobEvent, 'at' | 'report'>;

/** With the report at its end; of several fleeting ones in a row the last. */
function queued(queue: Timed[], event: Timed): void {
  const last = queue.at(-1);
  const replaces = last !== undefined && isFleeting(last.report) && last.report?.type === event.report?.type;
  queue.splice(queue.length - (replaces ? 1 : 0), replaces ? 1 : 0, event);
}

export interface Pace {
  /** Milliseconds, rising. */
  readonly now: () => number;
  readonly later: (run: () => void, milliseconds: number) => void;
}

const interval = 100;

export class TrainingFeed {
  #view: TrainingView | null = null;
  #queue: Timed[] = [];
  #waiting = false;
  #applied = -Infinity;
  readonly #show: (view: TrainingView | null) => void;
  readonly #pace: Pace;

  constructor(show: (view: TrainingView | null) => void, pace: Pace) {
    this.#show = show;
    this.#pace = pace;
  }

  /** A snapshot's: it holds whatever was reported until now. */
  begin(view: TrainingView | null): void {
    this.#queue = [];
    this.#view = view;
    this.#show(view);
  }

  /** False: it is no report of this training. */
  take({ job, at, report }: JobEvent): boolean {
    if (this.#view?.job !== job || this.#view.state === 'ended') return false;
    queued(this.#queue, { at, report });
    if (!this.#waiting) {
      this.#waiting = true;
      this.#pace.later(() => this.#apply(), Math.max(0, this.#applied + interval - this.#pace.now()));
    }
    return true;
  }

  #apply(): void {
    this.#waiting = false;
    if (this.#view === null || this.#queue.length === 0) return;
    this.#applied = this.#pace.now();
    for (const { at, report } of this.#queue) this.#view = afterReport(this.#view, at, report);
    this.#queue = [];
    this.#show(this.#view);
  }
}

/** What this machine has, as the job that examines it reports; kept while the window is open. */
import type {
  ChoiceEvent,
  FactEvent,
  FailedEvent,
  JobId,
  Report,
  RungEvent,
  StepTimeEvent,
} from '../../../../../contract/events.ts';
import { onStudioEvent, studio } from '../../../connection.ts';
import { failureOf, type Failure } from '../../../words/failure.ts';

type Line = FactEvent | RungEvent | StepTimeEvent | ChoiceEvent;

const isLine = (report: Report): report is Line => ['fact', 'rung', 'step_time', 'choice'].includes(report.type);

class Examination {
  #job = $state<JobId | null>(null);
  #lines = $state.raw<readonly Line[]>([]);
  #doing = $state<string | null>(null);
  #failure = $state.raw<Failure | null>(null);

  get running(): boolean {
    return this.#job !== null;
  }
  get facts(): readonly FactEvent[] {
    return this.#lines.filter((line) => line.type === 'fact');
  }
  get rungs(): readonly RungEvent[] {
    return this.#lines.filter((line) => line.type === 'rung');
  }
  get times(): readonly StepTimeEvent[] {
    return this.#lines.filter((line) => line.type === 'step_time');
  }
  get choice(): ChoiceEvent | null {
    return this.#lines.find((line) => line.type === 'choice') ?? null;
  }
  /** The device that is being measured. */
  get doing(): string | null {
    return this.#doing;
  }
  get failure(): Failure | null {
    return this.#failure;
  }

  async start(): Promise<void> {
    if (this.#job !== null) return;
    this.#failure = null;
    this.#lines = [];
    try {
      this.#job = await studio.examine();
      this.#follow(this.#job);
    } catch (error) {
      this.#failure = failureOf(error);
    }
  }

  async stop(): Promise<void> {
    if (this.#job !== null) await studio.stop(this.#job).catch(() => null);
  }

  #follow(job: JobId): void {
    const leave = onStudioEvent((event) => {
      if (event.type !== 'job' || event.job !== job) return;
      if (event.report === null) {
        leave();
        this.#job = null;
        this.#doing = null;
      } else this.#take(event.report);
    });
  }

  #take(report: Report): void {
    if (isLine(report)) this.#lines = [...this.#lines, report];
    if (report.type === 'preparing_network') this.#doing = report.device;
    if (report.type === 'failed') this.#failure = failed(report);
  }
}

const failed = ({ message, remedy }: FailedEvent): Failure => ({ message, remedy });

export const examination = new Examination();

/** The page's state: who answers, and what was asked in this session. One per project; it outlives the page. */
import { SvelteMap } from 'svelte/reactivity';
import { onLinkState, onStudioEvent, studio } from '../../connection.ts';
import { keepPredictionChoice, predictionChoice, type PredictionChoice } from '../../predicting.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import { runName } from '../../words/runs.ts';
import type { JobId } from '../../../../contract/events.ts';
import type { RunDetails, RunView } from '../../../../contract/run-view.ts';
import { answererOf, answering, epochWords, type Epoch } from './answerers.ts';
import { JobListeners } from './early-events.ts';
import { afterReport, pathsOf, someWait, withPictures, type Answerer, type Chosen, type Entry } from './history.ts';

/** Where a picture counts for one class against another; a cut-off of one's own is no part of this page. */
const threshold = 0.5;

const connectionLost: Failure = { message: 'The connection was lost before the answer came.', remedy: '' };

export class Predict {
  readonly project: string;
  #runs = $state.raw<readonly RunView[] | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #choice = $state.raw<PredictionChoice>({ run: null, epoch: 'best' });
  #details = $state.raw<RunDetails | null>(null);
  #history = $state.raw<readonly Entry[]>([]);
  #selected = $state<number | null>(null);
  /** Whose pictures are being asked about now. */
  readonly #jobs = new SvelteMap<JobId, readonly number[]>();
  readonly #listeners = new JobListeners();
  readonly dispose: () => void;
  #nextId = 1;

  constructor(project: string) {
    this.project = project;
    const forget = [
      onStudioEvent((event) => {
        if (event.type === 'job') this.#listeners.receive(event);
      }),
      onLinkState((state) => {
        if (state === 'lost') this.#giveUp(connectionLost);
      }),
    ];
    this.dispose = () => forget.forEach((unsubscribe) => unsubscribe());
  }

  /** null until they are known. */
  get runs(): readonly RunView[] | null {
    return this.#runs === null ? null : answering(this.#runs);
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  get run(): RunView | null {
    return answererOf(this.#runs ?? [], this.#choice.run);
  }
  get epoch(): Epoch {
    return this.#choice.epoch;
  }
  /** Class names in the order of their numbers, and how people read them. */
  get details(): Pick<RunDetails, 'classes' | 'labels'> | null {
    return this.#details;
  }
  get history(): readonly Entry[] {
    return this.#history;
  }
  get selected(): Entry | null {
    return this.#history.find(({ id }) => id === this.#selected) ?? this.#history[0] ?? null;
  }
  get asking(): boolean {
    return this.#jobs.size > 0;
  }
  /** Who would answer now, in words. */
  get by(): string {
    const { run } = this;
    return run === null ? '' : `${runName(run)}, ${epochWords(run, this.epoch).toLowerCase()}`;
  }

  /** Asks which runs there are, and takes up what was chosen elsewhere. */
  async look(): Promise<void> {
    this.#choice = predictionChoice(this.project);
    try {
      this.#runs = await studio.runs(this.project);
      await this.#lookAtRun();
      this.#failure = null;
    } catch (error) {
      this.#failure = failureOf(error);
    }
  }

  async #lookAtRun(): Promise<void> {
    const { run } = this;
    if (run === null || this.#details?.folder === run.folder) return;
    const details = await studio.run(run.folder);
    if (this.run?.folder === run.folder) this.#details = details;
  }

  /** Another run, or other weights of it: the picture shown is asked about again. */
  async choose(change: Partial<PredictionChoice>): Promise<void> {
    this.#choice = { ...this.#choice, run: this.run?.folder ?? null, ...change };
    keepPredictionChoice(this.project, this.#choice);
    try {
      await this.#lookAtRun();
    } catch (error) {
      this.#failure = failureOf(error);
      return;
    }
    const { selected } = this;
    if (selected !== null) await this.askAgain(selected);
  }

  select(id: number): void {
    this.#selected = id;
  }

  /** Each joins the history, the first one is shown; one job answers for all of them. */
  async ask(pictures: readonly Chosen[]): Promise<void> {
    if (pictures.length === 0) return;
    const ids = pictures.map((_, index) => this.#nextId + index);
    this.#history = withPictures(this.#history, pictures, this.#nextId, Date.now());
    this.#selected = this.#nextId;
    this.#nextId += pictures.length;
    await this.#start(ids);
  }

  async askAgain({ id }: Entry): Promise<void> {
    this.#history = this.#history.map((entry) =>
      entry.id === id ? { ...entry, outcome: { kind: 'waiting' } } : entry,
    );
    await this.#start([id]);
  }

  async #start(ids: readonly number[]): Promise<void> {
    const { run, epoch } = this;
    if (run === null) return;
    const answerer: Answerer = { by: this.by, classes: this.#details?.classes ?? [] };
    const request = {
      run: run.folder,
      paths: pathsOf(this.#history, ids),
      checkpoint: epoch,
      threshold,
      device: 'auto',
    } as const;
    try {
      const job = await this.#listeners.follow(
        () => studio.predict(request),
        (report) => {
          this.#history = afterReport(this.#history, ids, report, answerer);
          if (report === null) for (const [each, of] of this.#jobs) if (of === ids) this.#jobs.delete(each);
        },
      );
      if (someWait(this.#history, ids)) this.#jobs.set(job, ids);
    } catch (error) {
      this.#history = afterReport(this.#history, ids, { type: 'failed', code: null, ...failureOf(error) }, answerer);
    }
  }

  /** Of jobs whose reports were missed. */
  #giveUp(failure: Failure): void {
    const waiting = this.#history.map(({ id }) => id);
    const report = { type: 'failed', code: null, ...failure } as const;
    this.#history = afterReport(this.#history, waiting, report, { by: '', classes: [] });
    this.#jobs.clear();
  }

  /** Ends what is being asked; pictures without an answer say so. */
  async stop(): Promise<void> {
    await Promise.all([...this.#jobs.keys()].map((job) => studio.stop(job)));
  }
}

let current: Predict | null = null;

/** The state of a project: another project begins anew. */
export function predictOf(project: string): Predict {
  if (current?.project === project) return current;
  current?.dispose();
  current = new Predict(project);
  return current;
}

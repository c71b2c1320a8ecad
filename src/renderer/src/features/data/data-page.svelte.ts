/** What the page Data shows and does. There is one: it keeps its place while the project is open. */
import type { DataView } from '../../../../contract/data-view.ts';
import type { JobId, SplitName } from '../../../../contract/events.ts';
import type { ProjectChange } from '../../../../contract/projects.ts';
import { studio } from '../../connection.ts';
import { session } from '../../session.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import { picturesOf } from './class-words.ts';
import { changes } from './project.svelte.ts';

/** A class that is shown picture by picture. */
export interface OpenClass {
  readonly name: string;
  readonly split: SplitName;
}

class DataPage {
  #folder: string | null = null;
  #view = $state.raw<DataView | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #open = $state.raw<OpenClass | null>(null);
  #job: JobId | null = null;
  #asked = 0;
  #scannedByItself = false;

  /** null until the first answer. */
  get view(): DataView | null {
    return this.#view;
  }

  /** Of the last call that failed. */
  get failure(): Failure | null {
    return this.#failure ?? changes.failure;
  }

  get open(): OpenClass | null {
    return this.#open;
  }

  /** Asks what the project's folders hold; looks at them where nobody has yet. */
  async ask(folder: string): Promise<void> {
    if (folder !== this.#folder) this.#begin(folder);
    this.#asked += 1;
    const asked = this.#asked;
    const view = await this.#try(() => studio.data(folder));
    if (view === null || asked !== this.#asked) return;
    this.#view = view;
    const first = !this.#scannedByItself;
    this.#scannedByItself = true;
    // What failed before may be mended: a drive is there again.
    if (first && (view.state === 'unscanned' || view.state === 'failed')) await this.scan();
  }

  async scan(): Promise<void> {
    const folder = this.#folder;
    if (folder !== null) this.#job = await this.#try(() => studio.scan(folder));
  }

  async stop(): Promise<void> {
    const running = session.jobs.find(({ kind, project }) => kind === 'scan' && project === this.#folder);
    const job = running?.job ?? this.#job;
    if (job !== null) await this.#try(() => studio.stop(job));
  }

  /** Another training or test folder, or another share: what they hold has to be looked at. */
  async changeSources(change: Pick<ProjectChange, 'training' | 'test'>): Promise<void> {
    if (await changes.change(change)) await this.scan();
  }

  /** Pictures of a class as counted last; 0 where nobody has. */
  countOf(name: string, split: SplitName): number {
    return picturesOf(this.#view?.[split] ?? null, name);
  }

  show(open: OpenClass | null): void {
    this.#open = open;
  }

  #begin(folder: string): void {
    this.#folder = folder;
    this.#view = null;
    this.#open = null;
    this.#job = null;
    this.#scannedByItself = false;
    changes.forget();
  }

  async #try<Answer>(call: () => Promise<Answer>): Promise<Answer | null> {
    try {
      const answer = await call();
      this.#failure = null;
      return answer;
    } catch (error) {
      this.#failure = failureOf(error);
      return null;
    }
  }
}

export const dataPage = new DataPage();

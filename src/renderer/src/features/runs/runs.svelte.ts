/** The page's state: the runs of a project, which are ticked, open or being renamed. It outlives the page. */
import { desktop, studio } from '../../connection.ts';
import { keepPredictionChoice } from '../../predicting.ts';
import { session } from '../../session.svelte.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import { runName } from '../../words/runs.ts';
import type { RunDetails, RunView } from '../../../../contract/run-view.ts';
import { furtherEpochs } from './actions.ts';
import { ticked, type Ticked } from './compare.ts';
import { withTraining } from './live.ts';

export class Runs {
  readonly project: string;
  #asked = $state.raw<readonly RunView[] | null>(null);
  #failure = $state.raw<Failure | null>(null);
  #ticked = $state.raw<readonly Ticked[]>([]);
  #open = $state<string | null>(null);
  #details = $state.raw<RunDetails | null>(null);
  #renaming = $state<string | null>(null);

  constructor(project: string) {
    this.project = project;
  }

  /** Newest first, the one that runs as it stands now; null until they are known. */
  get all(): readonly RunView[] | null {
    return this.#asked === null ? null : withTraining(this.#asked, session.training);
  }
  get failure(): Failure | null {
    return this.#failure;
  }
  get ticked(): readonly Ticked[] {
    return this.#ticked.filter(({ folder }) => this.#asked?.some((run) => run.folder === folder));
  }
  /** Two runs to compare, the solid line first; null: fewer are ticked. */
  get compared(): readonly [RunView, RunView] | null {
    const of = (stroke: Ticked['stroke']): RunView | undefined => {
      const folder = this.ticked.find((one) => one.stroke === stroke)?.folder;
      return this.all?.find((run) => run.folder === folder);
    };
    const [solid, dashed] = [of('solid'), of('dashed')];
    return solid === undefined || dashed === undefined ? null : [solid, dashed];
  }
  /** Folder of the run whose details are shown. */
  get open(): string | null {
    return this.#open;
  }
  get details(): RunDetails | null {
    return this.#details?.folder === this.#open ? this.#details : null;
  }
  /** Folder of the run whose name is being written. */
  get renaming(): string | null {
    return this.#renaming;
  }

  async look(): Promise<void> {
    try {
      this.#asked = await studio.runs(this.project);
      this.#failure = null;
      if (this.#open !== null) await this.#lookAtDetails(this.#open);
    } catch (error) {
      this.#failure = failureOf(error);
    }
  }

  async #lookAtDetails(folder: string): Promise<void> {
    // One that was deleted elsewhere has none.
    const there = this.#asked?.some((run) => run.folder === folder) === true;
    this.#details = there ? await studio.run(folder) : null;
  }

  tick(folder: string, on: boolean): void {
    this.#ticked = ticked(this.#ticked, folder, on);
  }

  clearTicks(): void {
    this.#ticked = [];
  }

  async toggle({ folder }: RunView): Promise<void> {
    this.#open = this.#open === folder ? null : folder;
    if (this.#open !== null) await this.#try(() => this.#lookAtDetails(folder));
  }

  startRenaming(folder: string | null): void {
    this.#renaming = folder;
  }

  async rename(run: RunView, name: string): Promise<void> {
    this.#renaming = null;
    if (name.trim() === (run.name ?? '')) return;
    await this.#try(() => studio.renameRun(run.folder, name.trim()));
    await this.look();
  }

  usePredictions(run: RunView): void {
    keepPredictionChoice(this.project, { run: run.folder, epoch: 'best' });
    session.go('predict');
  }

  async trainFurther(run: RunView): Promise<void> {
    const epochs = furtherEpochs(run);
    const done = await this.#try(() => studio.resume({ run: run.folder, epochs, device: 'auto', executor: 'auto' }));
    if (done) session.go('train');
  }

  /** Its settings become the project's, for the next run. */
  async trainAgain({ settings }: RunView): Promise<void> {
    const done = await this.#try(() => studio.changeProject(this.project, { settings }));
    if (done) session.newRun();
  }

  async reveal(run: RunView): Promise<void> {
    await this.#try(async () => desktop?.reveal(run.folder));
  }

  /** On disk, in bytes; null where that can't be said. */
  async sizeOf(run: RunView): Promise<number | null> {
    try {
      return (await studio.run(run.folder)).bytes;
    } catch {
      return null;
    }
  }

  async remove(run: RunView): Promise<void> {
    const done = await this.#try(() => studio.deleteRun(run.folder));
    if (!done) return;
    this.tick(run.folder, false);
    toasts.show({
      text: `“${runName(run)}” is deleted.`,
      action: { label: 'Undo', onclick: () => void this.restore(run) },
    });
    await this.look();
  }

  async restore(run: RunView): Promise<void> {
    await this.#try(() => studio.restoreRun(run.folder));
    await this.look();
  }

  /** What goes wrong is said in a toast that stays; false then. */
  async #try(act: () => Promise<unknown>): Promise<boolean> {
    try {
      await act();
      return true;
    } catch (error) {
      const { message, remedy } = failureOf(error);
      toasts.show({ text: `${message} ${remedy}`, kind: 'bad' });
      return false;
    }
  }
}

let current: Runs | null = null;

/** The state of a project: another project begins anew. */
export function runsOf(project: string): Runs {
  if (current?.project !== project) current = new Runs(project);
  return current;
}

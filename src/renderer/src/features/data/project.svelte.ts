/** Changes to the project that is open, with undo for those to files. */
import type { FindingKind } from '../../../../contract/data-view.ts';
import type { Project, ProjectChange } from '../../../../contract/projects.ts';
import { studio } from '../../connection.ts';
import { session } from '../../session.svelte.ts';
import { toasts } from '../../ui/toasts.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import { decisionWords, leftOutAfter, newsOf, undone, type Decision } from './decisions.ts';

class ProjectChanges {
  #failure = $state.raw<Failure | null>(null);
  #history = $state.raw<readonly Decision[]>([]);
  readonly #leftOut = $derived(new Set(session.project?.leftOut ?? []));
  /** Changes one after the other: each begins with the project that the one before it left. */
  #last: Promise<unknown> = Promise.resolve();

  /** Of the last change that was refused. */
  get failure(): Failure | null {
    return this.#failure;
  }

  get canUndo(): boolean {
    return this.#history.length > 0;
  }

  isLeftOut(file: string): boolean {
    return this.#leftOut.has(file);
  }

  /** Another project was opened: what was decided in the one before it is not undone here. */
  forget(): void {
    this.#failure = null;
    this.#history = [];
  }

  /** Whether it was made; why not is in `failure`. */
  change(change: ProjectChange): Promise<boolean> {
    return this.#queue(() => change);
  }

  /** Findings that stay as they are: they ask for no decision any more. */
  keep(kinds: readonly FindingKind[]): Promise<boolean> {
    return this.#queue(({ kept }) => ({ kept: [...new Set([...kept, ...kinds])] }));
  }

  reopen(kinds: readonly FindingKind[]): Promise<boolean> {
    return this.#queue(({ kept }) => ({ kept: kept.filter((kind) => !kinds.includes(kind)) }));
  }

  async decide(decision: Decision): Promise<void> {
    const news = newsOf(decision, session.project?.leftOut ?? []);
    if (news.files.length === 0 || !(await this.#apply(news))) return;
    this.#history = [...this.#history, news];
    toasts.show({ text: decisionWords(news), action: { label: 'Undo', onclick: () => void this.#undo(news) } });
  }

  /** The last decision. */
  async undo(): Promise<void> {
    const last = this.#history.at(-1);
    if (last !== undefined) await this.#undo(last);
  }

  /** Once: it can be asked for from the keyboard and from its own message. */
  async #undo(decision: Decision): Promise<void> {
    if (!this.#history.includes(decision)) return;
    this.#history = this.#history.filter((one) => one !== decision);
    const back = undone(decision);
    if (await this.#apply(back)) toasts.show({ text: decisionWords(back) });
  }

  #apply(decision: Decision): Promise<boolean> {
    return this.#queue(({ leftOut }) => ({ leftOut: leftOutAfter(decision, leftOut) }));
  }

  #queue(change: (project: Project) => ProjectChange): Promise<boolean> {
    const made = this.#last.then(() => this.#make(change));
    this.#last = made;
    return made;
  }

  async #make(change: (project: Project) => ProjectChange): Promise<boolean> {
    const project = session.project;
    if (project === null) return false;
    try {
      const changed = await studio.changeProject(project.folder, $state.snapshot(change(project)));
      if (session.project?.folder === changed.folder) session.project = changed;
      this.#failure = null;
      return true;
    } catch (error) {
      this.#failure = failureOf(error);
      return false;
    }
  }
}

export const changes = new ProjectChanges();

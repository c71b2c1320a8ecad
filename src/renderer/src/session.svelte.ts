/** What the page knows of the program: who the host is, which project is open, what runs, and what has changed. */
import type { ChangedEvent, ChangedTopic } from '../../contract/events.ts';
import type { Capabilities, EngineState, HostEvent } from '../../contract/host.ts';
import type { OpenProjectRequest, Project } from '../../contract/projects.ts';
import type { JobView, Preferences } from '../../contract/snapshot.ts';
import type { TrainingView } from '../../contract/training-view.ts';
import { onHostEvent, onLinkState, onStudioEvent } from './connection.ts';
import type { LinkState } from './link.ts';
import type { Page } from './pages.ts';
import { Opened, type Refusal } from './session/opened.svelte.ts';
import { Place, type SessionDialog } from './session/place.svelte.ts';
import { Program } from './session/program.svelte.ts';
import { ofProject, topics, Topics } from './session/topics.svelte.ts';
import { Work } from './session/work.svelte.ts';
import { failureOf, type Failure } from './words/failure.ts';

export type { Refusal, SessionDialog };

class Session {
  readonly #topics = new Topics();
  readonly #place = new Place();
  readonly #program = new Program();
  readonly #work = new Work();
  readonly #opened = new Opened(this.#place, this.#topics);
  #ready = $state(false);
  #problem = $state.raw<Failure | null>(null);
  /** A folder that the program was opened with, until the page can show it. */
  #wanted: string | null = null;

  /** null until the host has answered. */
  get capabilities(): Capabilities | null {
    return this.#program.capabilities;
  }
  get engine(): EngineState {
    return this.#program.engine;
  }
  get connection(): LinkState {
    return this.#program.connection;
  }
  /** The engine ended and was started again since somebody was told last: what happened, in words. */
  get ended(): string | null {
    return this.#program.ended;
  }
  /** The first answers are there: the page can show itself. */
  get ready(): boolean {
    return this.#ready;
  }
  /** Why the first answers couldn't be had; null: nothing is wrong. */
  get problem(): Failure | null {
    return this.#problem;
  }

  /** The one that runs, or the last one that ended. Another one at most ten times a second. */
  get training(): TrainingView | null {
    return this.#work.training;
  }
  get jobs(): readonly JobView[] {
    return this.#work.jobs;
  }
  get preferences(): Preferences | null {
    return this.#work.preferences;
  }

  get project(): Project | null {
    return this.#opened.project;
  }
  /** What a call answered about the project that is open. */
  set project(project: Project | null) {
    this.#opened.project = project;
  }
  /** Of the last folder or project that somebody wanted to open. */
  get refused(): Refusal | null {
    return this.#opened.refused;
  }
  set refused(refused: Refusal | null) {
    this.#opened.refused = refused;
  }

  get page(): Page {
    return this.#place.page;
  }
  get dialog(): SessionDialog | null {
    return this.#place.dialog;
  }
  set dialog(dialog: SessionDialog | null) {
    this.#place.dialog = dialog;
  }
  /** Counts how often a new run was asked for: the page Train then shows its setup. */
  get newRuns(): number {
    return this.#place.newRuns;
  }

  /** Counts the changes of a topic: read it in an effect to ask again. */
  readonly changed = (topic: ChangedTopic): number => this.#topics.changed(topic);
  readonly go = (page: Page): void => this.#place.go(page);
  /** The page Train with its setup; with a training of this project, where one runs. */
  readonly newRun = (): void => this.#place.newRun();
  readonly heardOfEnd = (): void => this.#program.heardOfEnd();
  readonly changePreferences = (change: Partial<Preferences>): Promise<void> => this.#work.changePreferences(change);
  /** Throws what `openProject` throws; then all is as before. */
  readonly open = (request: OpenProjectRequest, page: Page = 'data'): Promise<void> => this.#opened.open(request, page);
  /** Opens what a folder holds: a project, or pictures in class folders. What it can't open it says in `refused`. */
  readonly use = (folder: string): Promise<void> => this.#opened.use(folder);
  readonly close = (): void => this.#opened.close();

  /** Of main.ts, once. Never throws: what can't be had yet comes with the connection. */
  async start(): Promise<void> {
    onLinkState((state) => this.#program.linked(state) && void this.#meetHost());
    onStudioEvent((event) => (event.type === 'changed' ? this.#heardOfChange(event) : this.#work.heard(event)));
    onHostEvent((event) => this.#heardOfHost(event));
    this.#place.follow();
    await this.#meetHost();
  }

  async #meetHost(): Promise<void> {
    try {
      await this.#program.meet();
      if (this.engine.state !== 'failed') await this.#begin();
      this.#problem = null;
    } catch (error) {
      // Where the connection or the engine was lost on the way, the next one asks anew.
      this.#problem = failureOf(error);
    }
  }

  async #begin(): Promise<void> {
    await this.#work.takeSnapshot();
    await this.#opened.again();
    this.#topics.bump(topics);
    this.#ready = true;
    if (this.#wanted !== null) await this.use(this.#wanted);
    this.#wanted = null;
  }

  #heardOfHost(event: HostEvent): void {
    if (event.type === 'open' && this.#ready) void this.use(event.folder);
    else if (event.type === 'open') this.#wanted = event.folder;
    if (event.type === 'engine' && this.#program.heard(event.engine)) void this.#meetHost();
  }

  #heardOfChange({ topic, project }: ChangedEvent): void {
    if (project !== null && project !== this.project?.folder && ofProject.includes(topic)) return;
    this.#topics.bump([topic]);
    if (topic === 'training' || topic === 'preferences') this.#work.refresh();
    if (topic === 'project') this.#opened.reread();
  }
}

export const session = new Session();

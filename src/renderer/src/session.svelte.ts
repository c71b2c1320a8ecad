/** What the page knows of the program: who the host is, which project is open, what runs, and what has changed. */
import type { ChangedEvent, ChangedTopic, JobEvent, StudioEvent } from '../../contract/events.ts';
import type { Capabilities, EngineState, HostEvent } from '../../contract/host.ts';
import type { OpenProjectRequest, Project } from '../../contract/projects.ts';
import type { JobView, Preferences } from '../../contract/snapshot.ts';
import type { TrainingView } from '../../contract/training-view.ts';
import { PawlabError } from '../../contract/errors.ts';
import { desktop, host, linkState, onHostEvent, onLinkState, onStudioEvent, studio } from './connection.ts';
import { inTurn } from './in-turn.ts';
import type { LinkState } from './link.ts';
import { hashOf, pageIn, type Page } from './pages.ts';
import { rememberedProject, rememberProject } from './remembered.ts';
import { refusalOf } from './refusal.ts';
import { TrainingFeed } from './training-feed.ts';
import { failureOf, type Failure } from './words/failure.ts';

const topics = [
  'projects',
  'project',
  'data',
  'runs',
  'devices',
  'training',
  'preferences',
] as const satisfies readonly ChangedTopic[];
const memories = [sessionStorage, localStorage];

/** What this page shows of them belongs to one project. */
const ofProject: readonly ChangedTopic[] = ['project', 'data', 'runs'];

/** Of the window, whatever page is shown. */
export type SessionDialog = 'settings' | 'shortcuts';

/** Why a folder or project can't be opened. */
export interface Refusal {
  readonly message: string;
  readonly remedy: string;
}

class Session {
  #capabilities = $state.raw<Capabilities | null>(null);
  #engine = $state.raw<EngineState>({ state: 'starting', message: null });
  #connection = $state<LinkState>(linkState());
  #training = $state.raw<TrainingView | null>(null);
  #jobs = $state.raw<readonly JobView[]>([]);
  #preferences = $state.raw<Preferences | null>(null);
  #project = $state.raw<Project | null>(null);
  #page = $state<Page>(pageIn(location.hash) ?? 'welcome');
  #ready = $state(false);
  #ended = $state<string | null>(null);
  #dialog = $state<SessionDialog | null>(null);
  #refused = $state.raw<Refusal | null>(null);
  #newRuns = $state(0);
  /** A folder that the program was opened with, until the page can show it. */
  #wanted: string | null = null;
  #problem = $state.raw<Failure | null>(null);
  readonly #counters = $state<Record<ChangedTopic, number>>({
    projects: 0,
    project: 0,
    data: 0,
    runs: 0,
    devices: 0,
    training: 0,
    preferences: 0,
  });
  readonly #feed = new TrainingFeed((view) => (this.#training = view), {
    now: () => performance.now(),
    later: (run, milliseconds) => setTimeout(run, milliseconds),
  });
  readonly #refresh = inTurn(() => this.#takeSnapshot());
  readonly #reread = inTurn(() => this.#readProject());

  /** null until the host has answered. */
  get capabilities(): Capabilities | null {
    return this.#capabilities;
  }
  get engine(): EngineState {
    return this.#engine;
  }
  get connection(): LinkState {
    return this.#connection;
  }
  /** The one that runs, or the last one that ended. Another one at most ten times a second. */
  get training(): TrainingView | null {
    return this.#training;
  }
  get jobs(): readonly JobView[] {
    return this.#jobs;
  }
  get preferences(): Preferences | null {
    return this.#preferences;
  }
  get project(): Project | null {
    return this.#project;
  }
  /** What a call answered about the project that is open. */
  set project(project: Project | null) {
    this.#project = project;
  }
  get page(): Page {
    return this.#page;
  }
  /** The first answers are there: the page can show itself. */
  get ready(): boolean {
    return this.#ready;
  }
  /** Why the first answers couldn't be had; null: nothing is wrong. */
  get problem(): Failure | null {
    return this.#problem;
  }
  /** The engine ended and was started again since somebody was told last: what happened, in words. */
  get ended(): string | null {
    return this.#ended;
  }

  get dialog(): SessionDialog | null {
    return this.#dialog;
  }
  set dialog(dialog: SessionDialog | null) {
    this.#dialog = dialog;
  }
  /** Of the last folder or project that somebody wanted to open. */
  get refused(): Refusal | null {
    return this.#refused;
  }
  set refused(refused: Refusal | null) {
    this.#refused = refused;
  }
  /** Counts how often a new run was asked for: the page Train then shows its setup. */
  get newRuns(): number {
    return this.#newRuns;
  }

  /** Counts the changes of a topic: read it in an effect to ask again. */
  changed(topic: ChangedTopic): number {
    return this.#counters[topic];
  }

  go(page: Page): void {
    if (pageIn(location.hash) !== page) location.hash = hashOf(page);
    this.#page = page;
  }

  /** Throws what `openProject` throws; then all is as before. */
  async open(request: OpenProjectRequest, page: Page = 'data'): Promise<void> {
    this.#show(await studio.openProject(request));
    this.go(page);
  }

  /** Opens what a folder holds: a project, or pictures in class folders. What it can't open it says in `refused`. */
  async use(folder: string): Promise<void> {
    this.#refused = null;
    try {
      const found = await studio.inspectFolder(folder);
      if (found.kind === 'dataset') await this.open({ training: found.training, test: found.test });
      else if (found.kind === 'project') await this.open({ folder: found.folder });
      else this.#refused = refusalOf(found);
    } catch (error) {
      this.#refused = failureOf(error);
    }
  }

  newRun(): void {
    this.#newRuns += 1;
    this.go('train');
  }

  close(): void {
    this.#show(null);
    this.go('welcome');
  }

  heardOfEnd(): void {
    this.#ended = null;
  }

  async changePreferences(change: Partial<Preferences>): Promise<void> {
    this.#preferences = await studio.changePreferences(change);
  }

  /** Of main.ts, once. Never throws: what can't be had yet comes with the connection. */
  async start(): Promise<void> {
    onLinkState((state) => this.#linked(state));
    onStudioEvent((event) => this.#heard(event));
    onHostEvent((event) => this.#heardOfHost(event));
    window.addEventListener('hashchange', () => (this.#page = pageIn(location.hash) ?? 'welcome'));
    await this.#meetHost();
  }

  async #meetHost(): Promise<void> {
    try {
      const [capabilities, engine] = await Promise.all([host.capabilities(), host.engine()]);
      this.#capabilities = capabilities;
      this.#engine = engine;
      if (engine.state !== 'failed') await this.#begin();
      this.#problem = null;
    } catch (error) {
      // Where the connection or the engine was lost on the way, the next one asks anew.
      this.#problem = failureOf(error);
    }
  }

  async #begin(): Promise<void> {
    await this.#takeSnapshot();
    const folder = this.#project?.folder ?? rememberedProject(memories);
    this.#show(folder === null ? null : await this.#reopen(folder));
    if (this.#project === null) this.go('welcome');
    this.#bump(topics);
    this.#ready = true;
    if (this.#wanted !== null) await this.use(this.#wanted);
    this.#wanted = null;
  }

  async #reopen(folder: string): Promise<Project | null> {
    try {
      return await studio.openProject({ folder });
    } catch (error) {
      if (!(error instanceof PawlabError) || error.code === 'host-lost') throw error;
      this.#refused = error;
      return null;
    }
  }

  #show(project: Project | null): void {
    if (project?.folder !== this.#project?.folder) this.#bump(ofProject);
    this.#project = project;
    rememberProject(project?.folder ?? null, memories);
    void desktop
      ?.showsProject(project === null ? null : { folder: project.folder, name: project.name })
      .catch(() => null);
  }

  #linked(state: LinkState): void {
    const back = state === 'open' && this.#connection === 'lost';
    this.#connection = state;
    if (back) void this.#meetHost();
  }

  #heardOfHost(event: HostEvent): void {
    if (event.type === 'open' && this.#ready) void this.use(event.folder);
    else if (event.type === 'open') this.#wanted = event.folder;
    if (event.type !== 'engine') return;
    const before = this.#engine.state;
    this.#engine = event.engine;
    if (event.engine.state === 'restarting') this.#ended = event.engine.message;
    if (event.engine.state === 'ready' && before !== 'ready') void this.#meetHost();
  }

  #heard(event: StudioEvent): void {
    if (event.type === 'changed') this.#heardOfChange(event);
    else this.#heardOfJob(event);
  }

  #heardOfChange({ topic, project }: ChangedEvent): void {
    const elsewhere = project !== null && project !== this.#project?.folder;
    if (elsewhere && ofProject.includes(topic)) return;
    this.#bump([topic]);
    if (topic === 'training' || topic === 'preferences') this.#refresh();
    if (topic === 'project') this.#reread();
  }

  #heardOfJob(event: JobEvent): void {
    this.#feed.take(event);
    const known = this.#jobs.some(({ job }) => job === event.job);
    if (event.report === null) this.#jobs = this.#jobs.filter(({ job }) => job !== event.job);
    else if (!known) this.#refresh();
  }

  /** The studio tells no more events of its past after this: whatever came before is in it. */
  async #takeSnapshot(): Promise<void> {
    const { jobs, training, preferences } = await studio.snapshot();
    this.#jobs = jobs;
    this.#preferences = preferences;
    this.#feed.begin(training);
  }

  /** Somebody changed the project, maybe in another window. */
  async #readProject(): Promise<void> {
    const folder = this.#project?.folder;
    if (folder === undefined) return;
    const project = await studio.openProject({ folder });
    if (this.#project?.folder === folder) this.#project = project;
  }

  #bump(changed: readonly ChangedTopic[]): void {
    for (const topic of changed) this.#counters[topic] += 1;
  }
}

export const session = new Session();

/** The page's state: the training it shows, and what can be done with it. One per project; it outlives the page. */
import { studio } from '../../connection.ts';
import { session } from '../../session.svelte.ts';
import { failureOf, type Failure } from '../../words/failure.ts';
import type { DeviceChoice } from '../../../../contract/devices.ts';
import type { JobId } from '../../../../contract/events.ts';
import type { RunDetails, RunView } from '../../../../contract/run-view.ts';
import type { Settings } from '../../../../contract/settings.ts';
import { announcement, type Told } from './running/announcements.ts';
import type { Remedy } from './running/remedies.ts';
import { completed } from './setup/setting-form.ts';
import { shownRun, shownTraining, type Shown } from './shown.ts';
import { faceOf, type Face } from './which.ts';

/** What was asked of the studio and hasn't happened yet. */
export type Asked = 'start' | 'resume';

export class Train {
  readonly project: string;
  #runs = $state.raw<readonly RunView[] | null>(null);
  #record = $state.raw<RunDetails | null>(null);
  #setup = $state(false);
  #asked = $state<Asked | null>(null);
  /** The training that was told to end, and how. */
  #ending = $state.raw<{ readonly job: JobId; readonly as: 'pause' | 'stop' } | null>(null);
  /** The training that was asked for; its first report takes the place of the setup. */
  #awaited: JobId | null = null;
  #failure = $state.raw<Failure | null>(null);
  #told: Told | null = null;

  constructor(project: string) {
    this.project = project;
  }

  /** null: it depends on runs that aren't known yet. */
  get face(): Face | null {
    return faceOf({ project: this.project, training: session.training, runs: this.#runs, setup: this.#setup });
  }
  /** null in the setup, and until a run's record is there. */
  get shown(): Shown | null {
    const { face } = this;
    if (face?.kind === 'training') return shownTraining(face.view, this.#record);
    return face?.kind === 'run' && this.#record?.folder === face.folder ? shownRun(this.#record) : null;
  }
  /** Whether there is a result to go back to from the setup. */
  get hasResult(): boolean {
    return (this.#runs?.length ?? 0) > 0;
  }
  get asked(): Asked | null {
    return this.#asked;
  }
  /** How a training was told to end that still has a step to finish; null: it wasn't. */
  endingOf(job: JobId | null): 'pause' | 'stop' | null {
    return job !== null && this.#ending?.job === job ? this.#ending.as : null;
  }
  /** Of a call that went wrong. */
  get failure(): Failure | null {
    return this.#failure;
  }

  async look(): Promise<void> {
    await this.#try(async () => {
      this.#runs = await studio.runs(this.project);
    });
  }

  /** Asks for what a run's folder holds: the epochs before a resume, and the pictures it is measured on. `anew`: also where that is known. */
  async lookAtRecord(run: string, anew: boolean): Promise<void> {
    if (!anew && this.#record?.folder === run) return;
    await this.#try(async () => {
      this.#record = await studio.run(run);
    });
  }

  async goTo(project: string): Promise<void> {
    await this.#try(() => session.open({ folder: project }, 'train'));
  }

  setUp(wanted: boolean): void {
    this.#failure = null;
    this.#setup = wanted;
  }

  /** `asked`: how often the session was asked for a new run; a training that runs isn't left for one. */
  askedForNewRuns(asked: number): void {
    if (asked === newRunsSeen) return;
    newRunsSeen = asked;
    const { training } = session;
    if (training?.project !== this.project || training.state === 'ended') this.setUp(true);
  }

  async start(settings: Partial<Settings>, device: DeviceChoice): Promise<void> {
    const { project } = session;
    if (project === null) return;
    const { training, test, folder } = project;
    const request = { training, test, project: folder, labels: {}, settings, device, executor: 'auto' } as const;
    await this.#ask('start', () => studio.train($state.snapshot(request)));
  }

  async pause(job: JobId): Promise<void> {
    this.#ending = { job, as: 'pause' };
    if (!(await this.#try(() => studio.pause(job)))) this.#ending = null;
  }

  async stop(job: JobId): Promise<void> {
    this.#ending = { job, as: 'stop' };
    if (!(await this.#try(() => studio.stop(job)))) this.#ending = null;
  }

  /** `epochs`: until so many are done; null: as many as the run was to have. */
  async goOn(run: string, epochs: number | null = null, device: DeviceChoice = 'auto'): Promise<void> {
    await this.#ask('resume', () => studio.resume({ run, epochs, device, executor: 'auto' }));
  }

  async help(remedy: Remedy, { run, settings }: Shown): Promise<void> {
    if (remedy.kind === 'setup') this.setUp(true);
    else if (remedy.kind === 'resume' && run !== null) await this.goOn(run, null, remedy.device);
    else if (remedy.kind === 'restart') {
      const before = settings ?? completed(session.project?.settings ?? {});
      await this.start({ ...before, ...remedy.settings }, remedy.device ?? session.project?.device ?? 'auto');
    }
  }

  /** What is new for who listens; null: nothing. */
  news(shown: Shown): string | null {
    const { text, told } = announcement(this.#told, shown);
    this.#told = told;
    return text;
  }

  /** The session has heard of this training. */
  heardOf(job: JobId): void {
    if (job !== this.#awaited) return;
    this.#awaited = null;
    this.#setup = false;
  }

  async #ask(what: Asked, call: () => Promise<JobId>): Promise<void> {
    if (this.#asked !== null) return;
    this.#asked = what;
    await this.#try(async () => {
      this.#awaited = await call();
    });
    this.#asked = null;
    // Its first report may have been faster than the answer.
    if (session.training !== null) this.heardOf(session.training.job);
  }

  async #try(call: () => Promise<unknown>): Promise<boolean> {
    try {
      await call();
      this.#failure = null;
      return true;
    } catch (error) {
      this.#failure = failureOf(error);
      return false;
    }
  }
}

/** Of all projects: what was asked for while another one was open is over. */
let newRunsSeen = 0;

let current: Train | null = null;

/** The state of a project: another project begins anew. */
export function trainOf(project: string): Train {
  if (current?.project !== project) current = new Train(project);
  return current;
}

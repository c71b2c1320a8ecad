/** What a host can ask of the program. Long work answers at once with a job; what comes of it arrives as events. */
import type { ClassPicturesRequest, DataView, PicturePage } from './data-view.ts';
import type { DeviceChoice, ExecutorChoice } from './devices.ts';
import type { JobId, StudioEvent } from './events.ts';
import type { FolderInspection, OpenProjectRequest, Project, ProjectChange, ProjectSummary } from './projects.ts';
import type { PreviewRequest, RunDetails, RunPreview, RunView } from './run-view.ts';
import type { Settings } from './settings.ts';
import type { Preferences, Snapshot } from './snapshot.ts';

/** Where the pictures come from that the network is measured on. */
export type TestSource =
  | { readonly kind: 'folder'; readonly folder: string }
  /** A share (0 to 1, ends excluded) of each class's training pictures, drawn by the seed. */
  | { readonly kind: 'holdBack'; readonly share: number }
  | { readonly kind: 'none' };

export interface TrainRequest {
  /** Holds one folder per class. Absolute, as all paths here. */
  readonly training: string;
  readonly test: TestSource;
  /** The project's folder; null: the one of this training folder among the user's projects. */
  readonly project: string | null;
  /** Class name → label that people read; classes left out keep theirs. */
  readonly labels: Readonly<Record<string, string>>;
  /** Settings left out have their defaults. */
  readonly settings: Partial<Settings>;
  readonly device: DeviceChoice;
  readonly executor: ExecutorChoice;
}

export interface ResumeRequest {
  /** A run's folder, its name, or `last`. */
  readonly run: string;
  /** Trains until so many epochs are done; null: as many as the run was to have. */
  readonly epochs: number | null;
  /** `auto`: the run's own, where it is there. */
  readonly device: DeviceChoice;
  readonly executor: ExecutorChoice;
}

/** Which weights of a run answer. */
export type CheckpointChoice = 'best' | 'best-loss' | 'last';

export interface PredictRequest {
  readonly run: string;
  /** Pictures and folders of pictures. */
  readonly paths: readonly string[];
  readonly checkpoint: CheckpointChoice;
  /** Two classes: the second is answered from this score on, 0 to 1. */
  readonly threshold: number;
  readonly device: DeviceChoice;
}

export interface DrawSampleRequest {
  /** null: the user's projects folder. */
  readonly folder: string | null;
  readonly seed: number;
}

/** Calls that name a project or a run take its folder. Projects: throw `project-missing`, `project-damaged`. Runs: `run-missing`, `run-damaged`. */
export interface StudioApi {
  /** What a page needs to begin with. Its job events go on exactly where the snapshot ends. */
  snapshot(): Promise<Snapshot>;
  changePreferences(change: Partial<Preferences>): Promise<Preferences>;
  /** Ends a job at its next step; what there is is kept. A job that has ended already is none of its business. */
  stop(job: JobId): Promise<void>;

  // ---- Projects
  inspectFolder(folder: string): Promise<FolderInspection>;
  /** The newest first. */
  recentProjects(): Promise<readonly ProjectSummary[]>;
  /** Takes it out of the list; its files stay. */
  forgetProject(project: string): Promise<void>;
  openProject(request: OpenProjectRequest): Promise<Project>;
  /** As it is now. Reads and changes nothing: to `openProject` belongs that it is used. */
  project(folder: string): Promise<Project>;
  changeProject(project: string, change: ProjectChange): Promise<Project>;
  /** Folders beside a training folder that look like its test set, by name. */
  testFoldersBeside(training: string): Promise<readonly string[]>;
  drawSample(request: DrawSampleRequest): Promise<JobId>;

  // ---- Data
  /** Lists, decodes and checks a project's pictures; one scan of a project at a time, a second call joins it. */
  scan(project: string): Promise<JobId>;
  data(project: string): Promise<DataView>;
  classPictures(request: ClassPicturesRequest): Promise<PicturePage>;

  // ---- Training
  previewRun(request: PreviewRequest): Promise<RunPreview>;
  /** Measures a training step of a network on every device; what it finds is in `previewRun` afterwards. */
  measureDevices(request: PreviewRequest): Promise<JobId>;
  /** Throws `busy` while another training runs. */
  train(request: TrainRequest): Promise<JobId>;
  /** Throws `busy` while another training runs. */
  resume(request: ResumeRequest): Promise<JobId>;
  /** As `stop`, of a training that somebody means to go on with. */
  pause(job: JobId): Promise<void>;

  // ---- Runs
  /** The newest first. */
  runs(project: string): Promise<readonly RunView[]>;
  run(run: string): Promise<RunDetails>;
  /** An empty name: none. */
  renameRun(run: string, name: string): Promise<void>;
  /** Into the project's trash, from which `restoreRun` takes it again. Throws `busy` while it runs. */
  deleteRun(run: string): Promise<void>;
  restoreRun(run: string): Promise<void>;
  predict(request: PredictRequest): Promise<JobId>;

  // ---- The machine
  /** Names what this machine has and measures each device. */
  examine(): Promise<JobId>;
  /** Says whether the GPU pack is there. */
  gpuPack(): Promise<JobId>;
  /** Fetches TensorFlow's CUDA build and NVIDIA's libraries, going on where an interrupted installation ended. */
  installGpuPack(): Promise<JobId>;
  /** Deletes the GPU pack and whatever was fetched for it. */
  removeGpuPack(): Promise<JobId>;
}

export type Unsubscribe = () => void;
export type Subscribe = (listener: (event: StudioEvent) => void) => Unsubscribe;

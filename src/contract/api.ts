/** What a host can ask of the program. Long work answers at once with a job; what comes of it arrives as events. */
import type { DeviceChoice, ExecutorChoice } from './devices.ts';
import type { JobId, StudioEvent } from './events.ts';
import type { Settings } from './settings.ts';

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

export interface StudioApi {
  train(request: TrainRequest): Promise<JobId>;
  resume(request: ResumeRequest): Promise<JobId>;
  predict(request: PredictRequest): Promise<JobId>;
  drawSample(request: DrawSampleRequest): Promise<JobId>;
  /** Names what this machine has and measures each device. */
  examine(): Promise<JobId>;
  /** Says whether the GPU pack is there. */
  gpuPack(): Promise<JobId>;
  /** Fetches TensorFlow's CUDA build and NVIDIA's libraries, going on where an interrupted installation ended. */
  installGpuPack(): Promise<JobId>;
  /** Deletes the GPU pack and whatever was fetched for it. */
  removeGpuPack(): Promise<JobId>;
  /** Ends a job at its next step; what there is is kept. A job that has ended already is none of its business. */
  stop(job: JobId): Promise<void>;
  /** Folders beside a training folder that look like its test set, by name. */
  testFoldersBeside(training: string): Promise<readonly string[]>;
}

export type Unsubscribe = () => void;
export type Subscribe = (listener: (event: StudioEvent) => void) => Unsubscribe;

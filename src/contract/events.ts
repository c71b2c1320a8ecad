/**
 * What jobs report, as one union told apart by `type`. The command line's `--json` prints these objects as they are, a
 * line each; the names are fixed because other tools read them.
 */
import type { DeviceId, Executor } from './devices.ts';
import type { ErrorCode } from './errors.ts';
import type { Settings } from './settings.ts';

export type SplitName = 'training' | 'test';

/** Accuracies are shares from 0 to 1; losses are means over the pictures; `null` where there is no test set. */
export interface TestResult {
  readonly testLoss: number | null;
  readonly testAccuracy: number | null;
}

export interface PreparingEvent {
  readonly type: 'preparing';
  readonly split: SplitName;
  readonly done: number;
  readonly total: number;
}

/** All pictures of a split are ready: how many of them had to be decoded, the rest came from the cache. */
export interface PreparedEvent {
  readonly type: 'prepared';
  readonly split: SplitName;
  readonly pictures: number;
  readonly decoded: number;
  readonly seconds: number;
}

export interface FoundEvent {
  readonly type: 'found';
  readonly split: SplitName;
  readonly images: number;
  readonly classes: readonly string[];
}

export interface SkippedEvent {
  readonly type: 'skipped';
  readonly file: string;
  readonly reason: string;
}

export interface NoticeEvent {
  readonly type: 'notice';
  readonly text: string;
}

/** The network is being compiled and tried on its device, before the first epoch's clock starts. */
export interface PreparingNetworkEvent {
  readonly type: 'preparing_network';
  readonly device: string;
  readonly executor: Executor;
}

export interface StartedEvent {
  readonly type: 'started';
  /** The run's folder. */
  readonly run: string;
  readonly device: string;
  readonly executor: Executor;
  /** Why this device; null where nobody asked. */
  readonly reason: string | null;
  readonly parameters: number;
  readonly settings: Settings;
  readonly steps: number;
}

export interface StepEvent {
  readonly type: 'step';
  readonly epoch: number;
  readonly epochs: number;
  readonly step: number;
  readonly steps: number;
  /** Means over the epoch so far. */
  readonly loss: number;
  readonly accuracy: number;
  readonly learningRate: number;
  readonly picturesPerSecond: number;
  /** null until the speed is known. */
  readonly secondsLeft: number | null;
}

export interface EpochEvent extends TestResult {
  readonly type: 'epoch';
  readonly epoch: number;
  readonly epochs: number;
  readonly loss: number;
  readonly accuracy: number;
  readonly learningRate: number;
  /** The whole epoch, measuring the test set included. */
  readonly seconds: number;
  readonly picturesPerSecond: number;
  readonly secondsLeft: number;
  /** Whether this epoch is the best so far: by accuracy and by loss, on the test set where there is one. */
  readonly bestAccuracy: boolean;
  readonly bestLoss: boolean;
}

export interface DoneEvent {
  readonly type: 'done';
  readonly run: string;
  /** By accuracy, the earliest of equals; `bestLossEpoch` by loss. 0 where no epoch was finished. */
  readonly bestEpoch: number;
  readonly bestLossEpoch: number;
  readonly testAccuracy: number | null;
  readonly bestTestAccuracy: number | null;
  readonly epochs: number;
  readonly seconds: number;
  readonly device: string;
  /** True where the run was stopped before its last epoch; it can be resumed. `paused`: and somebody means to. */
  readonly stopped: boolean;
  readonly paused: boolean;
}

export interface PredictionEvent {
  readonly type: 'prediction';
  readonly file: string;
  readonly class: string;
  readonly label: string;
  /** The score of `class`, 0 to 1. */
  readonly confidence: number;
  readonly scores: Readonly<Record<string, number>>;
}

export interface PredictedEvent {
  readonly type: 'predicted';
  readonly pictures: number;
  readonly skipped: number;
  readonly seconds: number;
}

export interface DrawingEvent {
  readonly type: 'drawing';
  readonly done: number;
  readonly total: number;
}

export interface DrawnEvent {
  readonly type: 'drawn';
  readonly folder: string;
  readonly training: string;
  readonly test: string;
  readonly unseen: string;
  /** What was drawn on the unseen pictures: file → class. */
  readonly truth: Readonly<Record<string, string>>;
  readonly images: number;
}

export interface FactEvent {
  readonly type: 'fact';
  readonly topic: string;
  readonly text: string;
  readonly good: boolean;
}

/** A rung of the ladder of devices: usable, or the reason why not. */
export interface RungEvent {
  readonly type: 'rung';
  readonly rung: string;
  readonly device: DeviceId | null;
  readonly usable: boolean;
  readonly text: string;
}

export interface StepTimeEvent {
  readonly type: 'step_time';
  readonly device: string;
  readonly executor: Executor;
  /** Median milliseconds of one training step of the tutorial network, 32 pictures. */
  readonly milliseconds: number;
}

export interface ChoiceEvent {
  readonly type: 'choice';
  readonly device: DeviceId;
  readonly reason: string;
}

/** The GPU pack is being fetched: `file` is the wheel at hand, `done` and `total` are bytes of the whole. */
export interface FetchingEvent {
  readonly type: 'fetching';
  readonly file: string;
  readonly done: number;
  readonly total: number;
}

export interface UnpackingEvent {
  readonly type: 'unpacking';
  readonly file: string;
}

/** `begun`: an installation was interrupted and can go on. */
export type GpuPackState = 'installed' | 'begun' | 'absent' | 'unsupported';

export interface GpuPackEvent {
  readonly type: 'gpu_pack';
  readonly state: GpuPackState;
  readonly folder: string;
  /** On disk, in bytes; what is left to fetch; what an installation needs free. */
  readonly bytes: number;
  readonly toFetch: number;
  readonly needed: number;
}

export interface GpuPackInstalledEvent {
  readonly type: 'gpu_pack_installed';
  readonly folder: string;
  /** On disk, and what this job fetched of it: 0 where all was there. */
  readonly bytes: number;
  readonly fetched: number;
  readonly seconds: number;
}

export interface GpuPackRemovedEvent {
  readonly type: 'gpu_pack_removed';
  readonly folder: string;
  /** What was freed; 0 where there was nothing. */
  readonly bytes: number;
}

/** Ends a job that could not do its work. `code` is null for a bug, whose stack is in the log. */
export interface FailedEvent {
  readonly type: 'failed';
  readonly code: ErrorCode | null;
  readonly message: string;
  readonly remedy: string;
}

export type Report =
  | PreparingEvent
  | PreparedEvent
  | FoundEvent
  | SkippedEvent
  | NoticeEvent
  | PreparingNetworkEvent
  | StartedEvent
  | StepEvent
  | EpochEvent
  | DoneEvent
  | PredictionEvent
  | PredictedEvent
  | DrawingEvent
  | DrawnEvent
  | FactEvent
  | RungEvent
  | StepTimeEvent
  | ChoiceEvent
  | FetchingEvent
  | UnpackingEvent
  | GpuPackEvent
  | GpuPackInstalledEvent
  | GpuPackRemovedEvent
  | FailedEvent;

export type JobId = string;

/** A report of a job. */
export interface JobEvent {
  readonly type: 'job';
  readonly job: JobId;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** null is the last event of every job, whatever came of it. */
  readonly report: Report | null;
}

/**
 * projects: the list of recent ones; project: its record; data: what its folders hold; runs: one was made, ended, was renamed
 * or deleted; devices: step times were measured; training: a training began or ended; preferences: the person's.
 */
export type ChangedTopic = 'projects' | 'project' | 'data' | 'runs' | 'devices' | 'training' | 'preferences';

/** Something that pages show is another now: whoever shows it asks again. At most ten a second of a kind. */
export interface ChangedEvent {
  readonly type: 'changed';
  readonly topic: ChangedTopic;
  /** null: of no project, or of all. */
  readonly project: string | null;
}

export type StudioEvent = JobEvent | ChangedEvent;

/** Runs as a host shows them. */
import type { TestSource } from './api.ts';
import type { DeviceChoice, DeviceId, Executor } from './devices.ts';
import type { EpochEvent } from './events.ts';
import type { Settings } from './settings.ts';

/** `cutOff`: the program ended in the middle; as `paused` and `stopped`, it can go on. */
export type RunState = 'running' | 'paused' | 'stopped' | 'cutOff' | 'finished' | 'failed';

export interface RunView {
  /** Names the run in every call. */
  readonly folder: string;
  readonly project: string;
  /** Given by a person, else the preset and the date in words of the page's language: then null. */
  readonly name: string | null;
  /** ISO 8601. */
  readonly created: string;
  readonly state: RunState;
  readonly settings: Settings;
  /** Whole epochs done. */
  readonly epochs: number;
  /** Of the best epochs so far: by accuracy and by loss, on the test set where there is one. null before the first. */
  readonly best: {
    readonly accuracy: number;
    readonly accuracyEpoch: number;
    readonly loss: number;
    readonly lossEpoch: number;
  } | null;
  /** Accuracy after each epoch, 0 to 1, on the set that `best` is from. */
  readonly accuracies: readonly number[];
  readonly trainingPictures: number;
  /** 0: there was no test set, and accuracies are those of training. */
  readonly testPictures: number;
  /** The same where two runs saw the same files. */
  readonly fingerprint: string;
  readonly seconds: number;
  readonly device: { readonly name: string; readonly executor: Executor | null; readonly reason: string | null };
  readonly parameters: number;
}

export interface RunDetails extends RunView {
  readonly training: string;
  readonly test: TestSource;
  /** In the order of their numbers. */
  readonly classes: readonly string[];
  /** As they are now. */
  readonly labels: Readonly<Record<string, string>>;
  readonly metrics: readonly EpochEvent[];
  /** On disk, in bytes. */
  readonly bytes: number;
}

export interface LayerRow {
  /** For people: "Convolution 3×3, ReLU". */
  readonly name: string;
  /** Without the batch: [62, 62, 32]. */
  readonly output: readonly number[];
  readonly weights: number;
}

export interface DeviceOption {
  readonly id: DeviceId;
  readonly name: string;
  /** null: not tried for this network yet. */
  readonly usable: boolean | null;
  /** Why it can't be used or why it would be taken, as a sentence; empty where there is nothing to say. */
  readonly reason: string;
  /** Of a training step of this network; null: not measured. */
  readonly milliseconds: number | null;
}

/** What a run with these settings would be, before it starts. */
export interface RunPreview {
  readonly layers: readonly LayerRow[];
  readonly parameters: number;
  /** null where the pictures haven't been counted yet. */
  readonly trainingPictures: number | null;
  readonly testPictures: number | null;
  readonly steps: number | null;
  readonly devices: readonly DeviceOption[];
  /** What `auto` would take; null before it is measured. */
  readonly chosen: DeviceId | null;
  /** Of the chosen or asked device, from measured steps; null before they are. */
  readonly secondsPerEpoch: number | null;
}

export interface PreviewRequest {
  readonly project: string;
  readonly settings: Settings;
  readonly device: DeviceChoice;
}

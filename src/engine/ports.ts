/**
 * What the engine needs from outside. Each interface is implemented by one adapter; nothing here names a library,
 * a file system or a device.
 */
import type { DeviceId, Executor, ExecutorChoice } from '../contract/devices.ts';
import type { GpuPackState } from '../contract/events.ts';
import type { NetworkDescription } from './models/description.ts';

/** What the engine reads of an AbortSignal; every host's own fits. */
export interface StopSignal {
  readonly aborted: boolean;
  readonly reason: unknown;
  throwIfAborted(): void;
}

// ---- Folders and files -------------------------------------------------------------------------------------------

/** One entry of a folder that holds pictures. Symbolic links are followed: `kind` and `size` are the target's. */
export type FolderEntry =
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly path: string;
      readonly size: number;
      readonly modified: number;
    }
  /** `realPath` tells whether two paths are the same folder, which cuts cycles of links. */
  | { readonly kind: 'folder'; readonly name: string; readonly path: string; readonly realPath: string }
  /** A dangling link, a socket, no permission: the reason in words. */
  | { readonly kind: 'unreadable'; readonly name: string; readonly path: string; readonly reason: string };

export interface PictureFolders {
  /** Entries in no particular order. Throws PawlabError `folder-missing` or `folder-unreadable`. */
  list(folder: string): Promise<readonly FolderEntry[]>;
  /** As `list`, but any `most` entries of it, without looking at the others. */
  some(folder: string, most: number): Promise<readonly FolderEntry[]>;
  /** What a path is, by itself. */
  entry(path: string): Promise<FolderEntry>;
}

/** A folder of the program's own files (a project, a run), addressed by name so that no path is put together elsewhere. */
export interface Folder {
  /** For people: absolute, in the system's spelling. */
  readonly path: string;
  /** The last part of `path`. */
  readonly name: string;
  /** A folder inside this one; made when first written to. */
  folder(name: string): Folder;
  /** The folder that this one lies in; itself at the root. */
  readonly parent: Folder;
  /** Names of files and folders inside, sorted; empty where the folder doesn't exist. */
  list(): Promise<readonly string[]>;
  /** null where the file doesn't exist. */
  readText(file: string): Promise<string | null>;
  readBytes(file: string): Promise<Uint8Array | null>;
  /** Written beside the old file and renamed: a reader sees the old content or the new, never a part. */
  replaceText(file: string, text: string): Promise<void>;
  replaceBytes(file: string, bytes: Uint8Array): Promise<void>;
  /** Adds a line and hands it to the system before returning. */
  appendLine(file: string, line: string): Promise<void>;
  /** Makes the folder itself; false where it was there already. Atomic. */
  create(): Promise<boolean>;
  /** Renames it, on the same disk. Throws PawlabError `not-writable`, also where the target holds something. */
  moveTo(target: Folder): Promise<void>;
  /** Deletes it with all that it holds. */
  remove(): Promise<void>;
  /** Of all files below, as they were written; 0 where it doesn't exist. */
  bytes(): Promise<number>;
}

// ---- Pictures ----------------------------------------------------------------------------------------------------

export interface PictureFile {
  /** Absolute. */
  readonly path: string;
  /** Bytes. */
  readonly size: number;
  /** Milliseconds since 1970, as the file system tells it. */
  readonly modified: number;
}

/** What a readable picture file is, whatever its name says. */
export interface PictureFacts {
  /** JPEG, PNG, GIF, WebP, TIFF or AVIF. */
  readonly format: string;
  /** Pixels, after it has been turned upright. */
  readonly width: number;
  readonly height: number;
  /** Its EXIF tag, 1 to 8; 1: stored upright. */
  readonly orientation: number;
  /** The same for files of the same bytes, and for no others. */
  readonly content: string;
}

/** How a picture becomes numbers: 8-bit RGB, stretched to height x width (the sides are not kept in proportion, as Keras). */
export interface PictureSpec {
  readonly height: number;
  readonly width: number;
  /** `antialiased` keeps what detail the size can show; `nearest` takes single pixels, as Keras's default does. */
  readonly resampling: 'antialiased' | 'nearest';
}

/**
 * Where an output pixel comes from: input row = a*row + b*column + c, input column = d*row + e*column + f, in pixels
 * (the order of scipy's affine_transform, rows first). Bilinear, the edge pixel outside.
 */
export type AffineMatrix = readonly [a: number, b: number, c: number, d: number, e: number, f: number];

export interface PictureRequest {
  /** Index into the files given to `prepare`. */
  readonly file: number;
  /** null: as it is. */
  readonly transform: AffineMatrix | null;
}

export interface PreparedPictures {
  /** One per file given: null where the picture is ready, else why it isn't, in words. */
  readonly reasons: readonly (string | null)[];
  /** One per file given; null where it isn't ready. */
  readonly facts: readonly (PictureFacts | null)[];
  /** How many of the pictures had to be decoded; the others came from the cache. */
  readonly decoded: number;
  /** Pixels of the asked pictures one after the other: n x height x width x 3, transformed away from the caller's thread. */
  load(requests: readonly PictureRequest[]): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type DecodedPicture =
  { readonly path: string; readonly pixels: Uint8Array } | { readonly path: string; readonly reason: string };

/** A picture for people to look at. */
export type Rendering =
  /** Upright, on white: its middle as a square (`cover`) or all of it (`inside`), `edge` pixels at most and never enlarged. */
  | { readonly kind: 'thumbnail'; readonly edge: number; readonly fit: 'cover' | 'inside' }
  /** What a network sees of it: prepared as for training, then transformed. */
  | { readonly kind: 'preview'; readonly spec: PictureSpec; readonly transform: AffineMatrix | null };

/** An image file, or why there is none, in words. */
export type RenderedPicture =
  { readonly type: 'image/jpeg' | 'image/png'; readonly bytes: Uint8Array } | { readonly reason: string };

export interface PrepareOptions {
  readonly signal: StopSignal;
  readonly onProgress: (done: number, total: number) => void;
}

export interface PictureStore {
  /**
   * Decodes each file once into the cache on disk, those that are there already excepted, and opens it for reading.
   * `dataset` names the cache: the data set's folder. Rejects with the signal's reason when aborted; what was decoded stays.
   */
  prepare(
    dataset: string,
    files: readonly PictureFile[],
    spec: PictureSpec,
    options: PrepareOptions,
  ): Promise<PreparedPictures>;
  /** Decodes pictures without keeping them, in the order given. */
  decode(paths: readonly string[], spec: PictureSpec, signal: StopSignal): AsyncIterable<DecodedPicture>;
  /** Beside what is being prepared, not after it: somebody looks on. What was asked for last comes first. */
  render(path: string, rendering: Rendering): Promise<RenderedPicture>;
  close(): Promise<void>;
}

// ---- Networks on devices -----------------------------------------------------------------------------------------

export interface NamedTensor {
  /** Layer and variable: `conv2d_1/kernel`. Moments carry the optimizer's part: `conv2d_1/kernel/m`. */
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

/** All that is needed to go on exactly. */
export interface NetworkState {
  /** Every variable, moving averages of batch statistics included. */
  readonly weights: readonly NamedTensor[];
  /** What the optimizer keeps of each trained variable: Adam's first (`/m`) and second (`/v`) moments, momentum's `/velocity`. */
  readonly moments: readonly NamedTensor[];
  /** Moving averages (`/average`) of the trained variables, which then answer in their place; empty where none are kept. */
  readonly averages: readonly NamedTensor[];
  /** Training steps done. */
  readonly step: number;
  /** What dropout draws from, together with the step: a whole number, 0 to 2^31 - 1. */
  readonly seed: number;
}

export interface Batch {
  /** n x height x width x 3, 0 to 255. */
  readonly pictures: Uint8Array;
  /** n class indices. */
  readonly labels: Uint16Array;
}

/** Sums, not means, so that a short last batch counts for what it holds. */
export interface BatchResult {
  readonly samples: number;
  readonly lossSum: number;
  readonly correct: number;
}

export interface Network {
  readonly description: NetworkDescription;
  readonly executor: Executor;
  /**
   * Forward, backward, one optimizer step. Returns loss and hits as they were before the step, in training: with dropout,
   * class weights and batch statistics. Rejects with PawlabError `loss-not-finite` where the loss or a gradient is no
   * number, naming the step and leaving the state as it was; or `out-of-memory`, as all calls.
   */
  trainStep(batch: Batch, learningRate: number): Promise<BatchResult>;
  /** Loss (with label smoothing, without class weights) and hits, as the network answers. */
  evaluate(batch: Batch): Promise<BatchResult>;
  /** n x outputs, after the last activation: one sigmoid per picture, or one softmax row. */
  predict(pictures: Uint8Array): Promise<Float32Array>;
  readState(): Promise<NetworkState>;
  /** Throws PawlabError `state-mismatch` where names or shapes aren't the network's own. */
  writeState(state: NetworkState): Promise<void>;
  dispose(): void;
}

/** What a network starts with besides its weights. */
export interface NetworkOptions {
  /** Of dropout: a whole number, 0 to 2^31 - 1. */
  readonly seed: number;
  /** `auto`: a graph where the device has them and knows all layers, else eager. */
  readonly executor: ExecutorChoice;
  /** Told where `auto` turns to eager because the graph doesn't know a layer: why, as a sentence. */
  readonly onFallback?: (reason: string) => void;
}

/** Makes a network with the given weights, moments at zero. Throws PawlabError `layer-unsupported` or `state-mismatch`. */
export type CreateNetwork<Means> = (
  means: Means,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
  seed: number,
) => Network;

/** The means of the eager executor: the name of a tfjs backend that is ready for use. */
export type CreateEagerNetwork = CreateNetwork<string>;

/** The means of the graph executor: what loads a graph. */
export type CreateGraphNetwork = CreateNetwork<LoadGraph>;

export type TensorValues =
  | { readonly dtype: 'float32'; readonly shape: readonly number[]; readonly values: Float32Array }
  | { readonly dtype: 'int32'; readonly shape: readonly number[]; readonly values: Int32Array }
  | { readonly dtype: 'uint8'; readonly shape: readonly number[]; readonly values: Uint8Array };

/** A TensorFlow graph that was loaded, with variables of its own. */
export interface GraphSession {
  /**
   * Computes float32 values, given by the names of nodes or of their outputs (`node:1`). Feeds are checked for nothing but
   * the number of values. Blocks the thread. Throws an Error with TensorFlow's message.
   */
  run(feeds: Readonly<Record<string, TensorValues>>, fetches: readonly string[]): readonly Float32Array[];
  /** Frees the variables. */
  close(): void;
}

/** `savedModel`: the bytes of a saved_model.pb, tagged `serve`. */
export type LoadGraph = (savedModel: Uint8Array) => GraphSession;

export interface Device {
  readonly id: DeviceId;
  /** For people: "TensorFlow 2.20.0 on the CPU (2 cores)". */
  readonly name: string;
  /** Where it was loaded from, for people. */
  readonly origin: string;
  /** Why it uses no GPU; null where it uses one, or never could. */
  readonly noGpu: string | null;
  /** A GPU that is imitated in software: for tests, never chosen by itself. */
  readonly software: boolean;
  /** Library names and versions, kept with each run. */
  readonly versions: Readonly<Record<string, string>>;
  /** Those it has, the faster first. */
  readonly executors: readonly Executor[];
  /**
   * A network with the given weights, moments at zero. Rejects with PawlabError `executor-unavailable` where the
   * device hasn't the executor asked for, `layer-unsupported`, `state-mismatch` or `out-of-memory`.
   */
  createNetwork(
    description: NetworkDescription,
    weights: readonly NamedTensor[],
    options: NetworkOptions,
  ): Promise<Network>;
  /** Tensors alive on the device: the same before and after anything that leaks nothing. */
  tensorCount(): number;
}

export interface Devices {
  /** Opens a device, once per process. Throws PawlabError `device-unavailable` with the reason and the remedy. */
  open(id: DeviceId): Promise<Device>;
}

/** Opens a folder of the program's own by its absolute path; it needn't exist. */
export type OpenFolder = (path: string) => Folder;

// ---- The machine -------------------------------------------------------------------------------------------------

export interface Fact {
  readonly topic: string;
  readonly text: string;
  readonly good: boolean;
}

export interface Machine {
  /** What matters for Pawlab: Node, picture formats, disk, memory. */
  facts(): Promise<readonly Fact[]>;
  gpus(): Promise<NvidiaGpus>;
  /** Model and cores, for people: "Intel Core i7, 8 cores". */
  readonly processor: string;
  /** Names this process, unlike any before it. */
  readonly process: string;
  /** Whether a process that `process` named is still there. */
  isRunning(process: string): boolean;
}

export interface NvidiaGpu {
  readonly name: string;
  /** Bytes. */
  readonly memory: number;
  /** Version. */
  readonly driver: string;
}

/** NVIDIA's GPUs as their driver tells them, or why it tells of none. */
export type NvidiaGpus = { readonly found: readonly NvidiaGpu[] } | { readonly reason: string };

/** Lets waiting events of the host (signals, messages) in between two steps. */
export type Breathe = () => Promise<void>;

// ---- The GPU pack ------------------------------------------------------------------------------------------------

export interface GpuPackStatus {
  readonly state: GpuPackState;
  readonly folder: string;
  /** On disk, in bytes; what is left to fetch; what an installation needs free. */
  readonly bytes: number;
  readonly toFetch: number;
  readonly needed: number;
  /** Whether the system has NVIDIA's driver, without which the pack computes on the CPU. */
  readonly driver: boolean;
}

export interface InstallOptions {
  readonly signal: StopSignal;
  /** `done` and `total` are bytes of the whole. */
  readonly onFetch: (file: string, done: number, total: number) => void;
  readonly onUnpack: (file: string) => void;
}

/** TensorFlow's CUDA build with NVIDIA's libraries, which a person fetches once. */
export interface GpuPack {
  status(): Promise<GpuPackStatus>;
  /**
   * Makes the pack whole and returns how many bytes that took to fetch; goes on where an interrupted call ended. Rejects
   * with the signal's reason when aborted, what was fetched stays; or with PawlabError `gpu-pack-unsupported`,
   * `gpu-pack-busy`, `python-missing`, `download-failed`, `download-altered`, `unpacking-failed`, `device-unavailable`
   * (no TensorFlow to take the addon from), `disk-full` or `not-writable`.
   */
  install(options: InstallOptions): Promise<number>;
  /** Deletes the pack and what was fetched for it; returns how many bytes that freed. Rejects with `gpu-pack-busy`. */
  remove(): Promise<number>;
}

// ---- The drawn sample set ----------------------------------------------------------------------------------------

/** A picture drawn by the program itself, as vectors, and what a camera would do to it. */
export interface SampleDrawing {
  /** A whole SVG file of width x height pixels, without text or filters, which renderers draw differently. */
  readonly svg: string;
  /** Pixels. */
  readonly width: number;
  readonly height: number;
  /** Sigma in pixels; 0 leaves it sharp. */
  readonly blur: number;
  /** What is added to the next pixel, row by row: in steps of 256, the same on its three channels. */
  readonly noise: () => number;
  /** JPEG quality, 1 to 100. */
  readonly quality: number;
}

export interface SamplePicture {
  /** Relative to the set's folder, with `/`: `training_set/cats/cat.1.jpg`. */
  readonly file: string;
  /** Kept in the file, in ASCII: the same where the drawing is the same, another where it is another. */
  readonly mark: string;
  /** The same drawing every time; called only when the file isn't there yet. */
  draw(): SampleDrawing;
}

export interface SampleWriter {
  /**
   * Writes each picture as a JPEG file into the folder (absolute, made where missing) and returns how many were written.
   * Complete pictures of the same mark stay, drawn pictures of another are replaced. Rejects with the signal's reason when
   * aborted; what was written stays. Throws PawlabError `disk-full` or `not-writable`, also where a file of somebody
   * else's is in the way.
   */
  write(folder: string, pictures: readonly SamplePicture[], options: PrepareOptions): Promise<number>;
}

/**
 * What the engine needs from outside. Each interface is implemented by one adapter; nothing here names a library,
 * a file system or a device.
 */
import type { DeviceId } from '../contract/devices.ts';
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
  /** How many of the pictures had to be decoded; the others came from the cache. */
  readonly decoded: number;
  /** Pixels of the asked pictures one after the other: n x height x width x 3, transformed away from the caller's thread. */
  load(requests: readonly PictureRequest[]): Promise<Uint8Array>;
  close(): Promise<void>;
}

export type DecodedPicture =
  { readonly path: string; readonly pixels: Uint8Array } | { readonly path: string; readonly reason: string };

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
  readonly weights: readonly NamedTensor[];
  /** Adam's first (`/m`) and second (`/v`) moments. */
  readonly moments: readonly NamedTensor[];
  /** Training steps done. */
  readonly step: number;
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
  /** Forward, backward, one optimizer step. Rejects with PawlabError `loss-not-finite`, or `out-of-memory` as all calls. Returns loss and hits as they were before the step. */
  trainStep(batch: Batch, learningRate: number): Promise<BatchResult>;
  evaluate(batch: Batch): Promise<BatchResult>;
  /** n x outputs, after the last activation: one sigmoid per picture, or one softmax row. */
  predict(pictures: Uint8Array): Promise<Float32Array>;
  readState(): Promise<NetworkState>;
  /** Throws PawlabError `state-mismatch` where names or shapes aren't the network's own. */
  writeState(state: NetworkState): Promise<void>;
  dispose(): void;
}

export interface Device {
  readonly id: DeviceId;
  /** For people: "TensorFlow 2.20.0 on the CPU (2 cores)". */
  readonly name: string;
  /** Where it was loaded from, for people. */
  readonly origin: string;
  /** Why it uses no GPU; null where it uses one, or never could. */
  readonly noGpu: string | null;
  /** Library names and versions, kept with each run. */
  readonly versions: Readonly<Record<string, string>>;
  /** A network with the given weights, moments at zero. */
  createNetwork(description: NetworkDescription, weights: readonly NamedTensor[]): Promise<Network>;
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
  /** GPUs that WebGPU would see, or why it sees none. */
  webgpu(): Promise<string>;
}

/** Lets waiting events of the host (signals, messages) in between two steps. */
export type Breathe = () => Promise<void>;

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

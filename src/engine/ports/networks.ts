/** Networks, what goes into them and comes out, and the graphs that one executor runs. */
import type { Executor, ExecutorChoice } from '../../contract/devices.ts';
import type { NetworkDescription } from '../models/description.ts';

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

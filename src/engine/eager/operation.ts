import type { Tensor } from '@tensorflow/tfjs-core';

/** What an operation saw and gave in the forward pass. */
export interface Trace {
  readonly inputs: readonly Tensor[];
  readonly output: Tensor;
  /** Values of its variables, as `variableNames` lists them. */
  readonly weights: readonly Tensor[];
  /** What training kept beside the output. */
  readonly saved: readonly Tensor[];
}

/** What the forward pass of training gives. */
export interface Trained {
  readonly output: Tensor;
  readonly saved: readonly Tensor[];
}

/** What randomness depends on: the network's seed and the step, counted from 1. */
export interface Draw {
  readonly seed: number;
  readonly step: number;
}

/**
 * One operation of a plan on a device, forward and backward. Tensors carry the batch first. Every tensor an operation
 * makes lives in the caller's scope; what it gives must be a tensor of its own or, for gradients, `dy` itself.
 */
export interface EagerOperation {
  /** The kernels that the device must have for it. */
  readonly kernels: readonly string[];
  /** As the network answers. */
  forward(inputs: readonly Tensor[], weights: readonly Tensor[]): Tensor;
  /** In training, where that is something else. */
  train?(inputs: readonly Tensor[], weights: readonly Tensor[], draw: Draw): Trained;
  /** The loss's gradient by the input at `at`, from its gradient by the output and those by the weights. */
  inputGradient(dy: Tensor, trace: Trace, at: number, weightGradients: readonly Tensor[]): Tensor;
  /** By its trained variables, which are the first of its variables. */
  weightGradients?(dy: Tensor, trace: Trace): readonly Tensor[];
  /** New values of its other variables, which are moving averages; made in training. */
  movingAverages?(trace: Trace): readonly Tensor[];
}

/** The tensor at `at`, which a plan of the right kind has always given. */
export function given(tensors: readonly Tensor[], at = 0): Tensor {
  const tensor = tensors[at];
  if (tensor === undefined) throw new Error(`The operation was given ${tensors.length} tensors, not ${at + 1}.`);
  return tensor;
}

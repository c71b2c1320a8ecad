import type { Tensor } from '@tensorflow/tfjs-core';

/** What an operation saw and gave in the forward pass. */
export interface Trace {
  readonly x: Tensor;
  readonly y: Tensor;
  /** The operation's variable, for those that have one. */
  readonly weight: Tensor | undefined;
}

/**
 * One step of a network, forward and backward. Tensors carry the batch first. Every tensor an operation makes lives in
 * the caller's scope.
 */
export interface Operation {
  /** The layer it comes from. */
  readonly layer: string;
  /** The kernels that the device must have for it. */
  readonly kernels: readonly string[];
  /** Names the variable it computes with, the same as in the network's state. */
  readonly variable?: string;
  /** Rising in each element, alike in all places of a channel: max pooling gives the same before and after it. */
  readonly rising?: boolean;
  forward(x: Tensor, weight: Tensor | undefined): Tensor;
  /** The loss's gradient by `x`, from its gradient by `y`. */
  inputGradient(dy: Tensor, trace: Trace): Tensor;
  /** The loss's gradient by the variable. */
  weightGradient?(dy: Tensor, trace: Trace): Tensor;
}

export function present(weight: Tensor | undefined): Tensor {
  if (weight === undefined) throw new Error('The operation was given no weight.');
  return weight;
}

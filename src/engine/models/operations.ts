import type { Padding } from './description.ts';
import type { Shape } from './shapes.ts';

/** What an executor computes with: small operations that layers are made of. Each has its gradient in each executor. */
export type Computation =
  /** x * scale + offset. */
  | { readonly type: 'rescale'; readonly scale: number; readonly offset: number }
  | {
      readonly type: 'pad';
      readonly top: number;
      readonly bottom: number;
      readonly left: number;
      readonly right: number;
    }
  | ({ readonly type: 'convolution'; readonly kernel: string; readonly filters: number } & Sliding)
  | ({ readonly type: 'depthwiseConvolution'; readonly kernel: string } & Sliding)
  | { readonly type: 'product'; readonly kernel: string; readonly units: number }
  | { readonly type: 'bias'; readonly bias: string }
  | ({ readonly type: 'maxPool' } & Sliding)
  | ({ readonly type: 'averagePool' } & Sliding)
  | { readonly type: 'globalAverage' }
  | { readonly type: 'flatten' }
  | {
      readonly type: 'normalization';
      readonly gamma: string;
      readonly beta: string;
      readonly movingMean: string;
      readonly movingVariance: string;
      readonly momentum: number;
      readonly epsilon: number;
    }
  | { readonly type: 'add' }
  | { readonly type: 'concatenate' }
  | { readonly type: 'relu' }
  | { readonly type: 'relu6' }
  | { readonly type: 'sigmoid' }
  | { readonly type: 'swish' }
  | { readonly type: 'softmax' }
  /** `salt`: a number of its own for each, so that two draw differently. */
  | { readonly type: 'dropout'; readonly rate: number; readonly salt: number };

/** A window of `size` x `size`. */
export interface Sliding {
  readonly size: number;
  readonly strides: number;
  readonly padding: Padding;
}

/** 0 is the pictures as numbers from 0 to 255; n is the output of the n-th operation, counted from 1. */
export type ValueId = number;

export type Operation = Computation & {
  /** The layer it comes from. */
  readonly layer: string;
  readonly inputs: readonly ValueId[];
  /** Of its output, without the batch. */
  readonly shape: Shape;
};

export type OperationType = Computation['type'];

export type OperationOf<Type extends OperationType> = Extract<Operation, { readonly type: Type }>;

/** The variables that an operation computes with, by name. */
export function variableNames(operation: Computation): readonly string[] {
  switch (operation.type) {
    case 'convolution':
    case 'depthwiseConvolution':
    case 'product':
      return [operation.kernel];
    case 'bias':
      return [operation.bias];
    case 'normalization':
      return [operation.gamma, operation.beta, operation.movingMean, operation.movingVariance];
    default:
      return [];
  }
}

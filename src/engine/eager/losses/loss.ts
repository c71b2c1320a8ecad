import type { NetworkDescription } from '../../models/description.ts';
import { binaryCrossEntropy } from './binary-cross-entropy.ts';
import { categoricalCrossEntropy } from './categorical-cross-entropy.ts';

export interface Score {
  /** Over the batch, as `correct`. */
  readonly lossSum: number;
  readonly correct: number;
  /** Of the mean loss by each logit: n x outputs. */
  readonly gradient: Float32Array;
}

/** What becomes of the logits: n x outputs, row by row. A few numbers, computed without the device. */
export interface Loss {
  /** The last layer's activation, which the loss contains. */
  readonly activation: 'sigmoid' | 'softmax';
  outputs(classes: number): number;
  score(logits: Float32Array, labels: ArrayLike<number>): Score;
  /** The activation's values, n x outputs. */
  activate(logits: Float32Array, outputs: number): Float32Array;
}

const losses = { binaryCrossEntropy, categoricalCrossEntropy } satisfies Record<NetworkDescription['loss'], Loss>;

export const lossOf = ({ loss }: NetworkDescription): Loss => losses[loss];

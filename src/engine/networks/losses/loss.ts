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

/** What the logits should say. */
export interface Truth {
  /** n class indices. */
  readonly labels: ArrayLike<number>;
  /** 0 up to 1 (excluded). */
  readonly labelSmoothing: number;
  /** n factors of the loss; null: all 1. */
  readonly weights: Float32Array | null;
}

/** What becomes of the logits: n x outputs, row by row. A few numbers, computed without the device. */
export interface Loss {
  /** The last layer's activation, which the loss contains. */
  readonly activation: 'sigmoid' | 'softmax';
  outputs(classes: number): number;
  /** What the activation should give: n x outputs. The graph's loss and the score are computed from these. */
  targets(truth: Truth, outputs: number): Float32Array;
  score(logits: Float32Array, truth: Truth): Score;
  /** The activation's values, n x outputs. */
  activate(logits: Float32Array, outputs: number): Float32Array;
}

const losses = { binaryCrossEntropy, categoricalCrossEntropy } satisfies Record<
  NetworkDescription['loss']['type'],
  Loss
>;

export const lossOf = ({ loss }: NetworkDescription): Loss => losses[loss.type];

/** Factors by the true class, as Keras's `class_weight`: the mean is still over the number of samples. */
function sampleWeights({ loss }: NetworkDescription, labels: ArrayLike<number>): Float32Array | null {
  const { classWeights } = loss;
  return classWeights === null ? null : Float32Array.from(labels, (label) => classWeights[label] ?? 1);
}

/** In training, where class weights count. */
export const trainingTruth = (description: NetworkDescription, labels: ArrayLike<number>): Truth => ({
  ...evaluationTruth(description, labels),
  weights: sampleWeights(description, labels),
});

export const evaluationTruth = ({ loss }: NetworkDescription, labels: ArrayLike<number>): Truth => ({
  labels,
  labelSmoothing: loss.labelSmoothing,
  weights: null,
});

/** Throws RangeError where the network doesn't end as its loss wants it. */
export function checkOutput(description: NetworkDescription): void {
  const loss = lossOf(description);
  const units = loss.outputs(description.classes);
  const last = description.layers.at(-1);
  if (last?.type === 'dense' && last.units === units && last.activation === loss.activation) return;
  throw new RangeError(
    `The last layer must be dense, ${units} units, ${loss.activation}, to fit ${description.loss.type}.`,
  );
}

import type { NetworkDescription } from '../models/description.ts';
import { checkBatch, checkLearningRate } from '../networks/feeds.ts';
import { lossOf, trainingTruth } from '../networks/losses/loss.ts';
import type { Batch, TensorValues } from '../ports.ts';

/** What a training step is computed from, besides the state. */
export interface StepInputs {
  readonly pictures: TensorValues;
  /** n x outputs: what the activation should give. */
  readonly targets: TensorValues;
  /** n x 1: by how much each picture's loss counts in the sum that the gradient is of, 1 / n where all count alike. */
  readonly factors: TensorValues;
  readonly count: number;
  readonly learningRate: number;
  /** From 1. */
  readonly step: number;
  readonly seed: number;
}

/** Throws RangeError or TypeError (a caller's bug) where the batch or the rate can't be taken. */
export function stepInputs(
  description: NetworkDescription,
  batch: Batch,
  others: Pick<StepInputs, 'learningRate' | 'step' | 'seed'>,
): StepInputs {
  const count = checkBatch(description, batch);
  checkLearningRate(others.learningRate);
  const truth = trainingTruth(description, batch.labels);
  const loss = lossOf(description);
  const outputs = loss.outputs(description.classes);
  const factors = Float32Array.from(batch.labels, (_, at) => (truth.weights?.[at] ?? 1) / count);
  return {
    ...others,
    count,
    pictures: pictureValues(description, count, batch.pictures),
    targets: { dtype: 'float32', shape: [count, outputs], values: loss.targets(truth, outputs) },
    factors: { dtype: 'float32', shape: [count, 1], values: factors },
  };
}

export const pictureValues = ({ input }: NetworkDescription, count: number, values: Uint8Array): TensorValues => ({
  dtype: 'uint8',
  shape: [count, input.height, input.width, 3],
  values,
});

import type { OperationOf } from '../../models/operations.ts';
import { float32, type Ref } from '../builder.ts';
import type { Input, Pass, Place, Placed, Training } from '../operation.ts';

type Normalization = OperationOf<'normalization'>;

/** By the batch's own statistics in training, else by their moving averages. */
export const placeNormalization: Place<'normalization'> = (pass, operation, [input]) =>
  pass.training === null ? answering(pass, operation, input) : training(pass, pass.training, operation, input);

const attributes = ({ epsilon }: Normalization, isTraining: boolean) => ({
  T: float32,
  U: float32,
  epsilon: { float: epsilon },
  is_training: { bool: isTraining },
});

function answering(pass: Pass, operation: Normalization, input: Input): Placed {
  const { gamma, beta, movingMean, movingVariance } = operation;
  const inputs = [input.value, ...[gamma, beta, movingMean, movingVariance].map((name) => pass.read(name))];
  return {
    output: pass.graph.node('FusedBatchNormV3', inputs, attributes(operation, false)),
    gradient: () => {
      throw new Error('A normalization that answers has no gradient.');
    },
  };
}

function training(pass: Pass, step: Training, operation: Normalization, input: Input): Placed {
  const { graph } = pass;
  const scale = pass.read(operation.gamma);
  const none = graph.floats([0], new Float32Array(0));
  const inputs = [input.value, scale, pass.read(operation.beta), none, none];
  const normalized = graph.node('FusedBatchNormV3', inputs, attributes(operation, true));
  approachStatistics(pass, step, operation, input, normalized);
  return {
    output: normalized,
    gradient(output) {
      const kept = [3, 4, 5].map((at) => `${normalized}:${at}`);
      const given = [output, input.value, scale, ...kept];
      const gradients = graph.node('FusedBatchNormGradV3', given, attributes(operation, true));
      return {
        inputs: [gradients],
        variables: { [operation.gamma]: `${gradients}:1`, [operation.beta]: `${gradients}:2` },
      };
    },
  };
}

/**
 * TensorFlow gives the variance of a sample, sum / (n - 1); Keras 3 keeps that of the population, sum / n, where n counts
 * the places of all pictures.
 */
function approachStatistics(pass: Pass, step: Training, operation: Normalization, input: Input, output: Ref): void {
  const { graph } = pass;
  const [height = 1, width = 1] = input.shape;
  const inversePlaces = graph.float('Mul', step.inverseCount(), graph.scalar(1 / (height * width)));
  const correction = graph.float('Sub', graph.scalar(1), inversePlaces);
  step.approach(operation.movingMean, `${output}:1`, 1 - operation.momentum);
  step.approach(operation.movingVariance, graph.float('Mul', `${output}:2`, correction), 1 - operation.momentum);
}

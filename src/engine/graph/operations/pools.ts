import { float32, int32 } from '../builder.ts';
import type { Place } from '../operation.ts';
import { reshape } from './flatten.ts';
import { poolAttributes, shapeOf } from './sliding.ts';

export const placeMaxPool: Place<'maxPool'> = ({ graph }, operation, [input]) => {
  const attributes = poolAttributes(operation);
  const pooled = graph.node('MaxPool', [input.value], attributes);
  return {
    output: pooled,
    gradient: (output) => ({ inputs: [graph.node('MaxPoolGrad', [input.value, pooled, output], attributes)] }),
  };
};

export const placeAveragePool: Place<'averagePool'> = ({ graph }, operation, [input]) => {
  const attributes = poolAttributes(operation);
  return {
    output: graph.node('AvgPool', [input.value], attributes),
    gradient: (output) => ({
      inputs: [graph.node('AvgPoolGrad', [shapeOf(graph, input.value), output], attributes)],
    }),
  };
};

export const placeGlobalAverage: Place<'globalAverage'> = ({ graph }, _, [input]) => {
  const [height = 1, width = 1, channels = 1] = input.shape;
  return {
    output: graph.node('Mean', [input.value, graph.integers(1, 2)], { T: float32, Tidx: int32 }),
    // Each place has an equal share.
    gradient(output) {
      const shares = graph.floats([1, height, width, 1], new Float32Array(height * width).fill(1 / (height * width)));
      return { inputs: [graph.float('Mul', reshape(graph, output, [1, 1, channels]), shares)] };
    },
  };
};

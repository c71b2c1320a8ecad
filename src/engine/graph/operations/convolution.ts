import type { Place } from '../operation.ts';
import { shapeOf, slidingAttributes } from './sliding.ts';

/** Kernel: size x size x input channels x filters. */
export const placeConvolution: Place<'convolution'> = (pass, operation, [input]) => {
  const { graph } = pass;
  const kernel = pass.read(operation.kernel);
  const attributes = slidingAttributes(operation);
  const sides = graph.integers(operation.size, operation.size, input.shape.at(-1) ?? 0, operation.filters);
  return {
    output: graph.node('Conv2D', [input.value, kernel], attributes),
    gradient: (output) => ({
      inputs: [graph.node('Conv2DBackpropInput', [shapeOf(graph, input.value), kernel, output], attributes)],
      variables: {
        [operation.kernel]: graph.node('Conv2DBackpropFilter', [input.value, sides, output], attributes),
      },
    }),
  };
};

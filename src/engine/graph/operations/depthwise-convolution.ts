import type { Place } from '../operation.ts';
import { shapeOf, slidingAttributes } from './sliding.ts';

/** Kernel: size x size x channels x 1. */
export const placeDepthwiseConvolution: Place<'depthwiseConvolution'> = (pass, operation, [input]) => {
  const { graph } = pass;
  const kernel = pass.read(operation.kernel);
  const attributes = slidingAttributes(operation);
  const name = 'DepthwiseConv2dNative';
  const sides = graph.integers(operation.size, operation.size, input.shape.at(-1) ?? 0, 1);
  return {
    output: graph.node(name, [input.value, kernel], attributes),
    gradient: (output) => ({
      inputs: [graph.node(`${name}BackpropInput`, [shapeOf(graph, input.value), kernel, output], attributes)],
      variables: {
        [operation.kernel]: graph.node(`${name}BackpropFilter`, [input.value, sides, output], attributes),
      },
    }),
  };
};

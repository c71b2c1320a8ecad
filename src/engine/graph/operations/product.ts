import { float32, type GraphBuilder, type Ref } from '../builder.ts';
import type { Place } from '../operation.ts';

/** Kernel: inputs x units. */
export const placeProduct: Place<'product'> = (pass, operation, [input]) => {
  const { graph } = pass;
  const kernel = pass.read(operation.kernel);
  return {
    output: product(graph, input.value, kernel, {}),
    gradient: (output) => ({
      inputs: [product(graph, output, kernel, { b: true })],
      variables: { [operation.kernel]: product(graph, input.value, output, { a: true }) },
    }),
  };
};

/** Of matrices, of which a or b are turned over first. */
const product = (graph: GraphBuilder, a: Ref, b: Ref, turned: { a?: boolean; b?: boolean }): Ref =>
  graph.node('MatMul', [a, b], {
    T: float32,
    transpose_a: { bool: turned.a ?? false },
    transpose_b: { bool: turned.b ?? false },
  });

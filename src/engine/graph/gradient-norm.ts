import { float32, type GraphBuilder, type Ref } from './builder.ts';
import { sum } from './passes.ts';

/** Part of TensorFlow's message where the check below fails. */
export const notFiniteMark = 'pawlab found no finite number';

/** Half the sum of the squares of all the values: no number where one of them isn't, at the cost of reading each once. */
export const halfSquares = (graph: GraphBuilder, values: readonly Ref[]): Ref =>
  sum(
    graph,
    values.map((value) => graph.float('L2Loss', value)),
  );

/** Fails where a number isn't finite. What waits for it isn't computed then. */
export const checkFinite = (graph: GraphBuilder, value: Ref): Ref =>
  graph.node('CheckNumerics', [value], { T: float32, message: { text: notFiniteMark } });

/** Shortens all gradients together to the norm `limit` where they are longer, by the factor that Keras computes. */
export function clipped(
  graph: GraphBuilder,
  gradients: ReadonlyMap<string, Ref>,
  halfSquaredNorm: Ref,
  limit: number,
): ReadonlyMap<string, Ref> {
  const norm = graph.float('Sqrt', graph.float('Mul', halfSquaredNorm, graph.scalar(2)));
  const inverse = graph.float('Minimum', graph.float('Reciprocal', norm), graph.scalar(1 / limit));
  const factor = graph.float('Mul', inverse, graph.scalar(limit));
  return new Map([...gradients].map(([name, gradient]) => [name, graph.float('Mul', gradient, factor)]));
}

import { elements, type Shape } from '../../models/shapes.ts';
import { float32, int32, type GraphBuilder, type Ref } from '../builder.ts';
import type { Place } from '../operation.ts';

export const placeFlatten: Place<'flatten'> = ({ graph }, _, [input]) => ({
  output: reshape(graph, input.value, [elements(input.shape)]),
  gradient: (output) => ({ inputs: [reshape(graph, output, input.shape)] }),
});

/** `shape`: without the batch. */
export const reshape = (graph: GraphBuilder, value: Ref, shape: Shape): Ref =>
  graph.node('Reshape', [value, graph.integers(-1, ...shape)], { T: float32, Tshape: int32 });

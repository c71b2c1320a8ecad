import type { Sliding } from '../../models/operations.ts';
import { float32, int32, type Attributes, type GraphBuilder, type Ref } from '../builder.ts';

/** Attributes of an operation that slides a kernel over pictures, n x height x width x channels. */
export const slidingAttributes = ({ strides, padding }: Sliding): Attributes => ({
  T: float32,
  strides: { ints: [1, strides, strides, 1] },
  padding: { text: padding.toUpperCase() },
});

export const poolAttributes = (sliding: Sliding): Attributes => ({
  ...slidingAttributes(sliding),
  ksize: { ints: [1, sliding.size, sliding.size, 1] },
});

/** The sides of a value, the batch included, which only the run knows. */
export const shapeOf = (graph: GraphBuilder, value: Ref): Ref =>
  graph.node('Shape', [value], { T: float32, out_type: int32 });

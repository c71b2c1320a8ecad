import type { LossDescription } from '../models/description.ts';
import { float32, type GraphBuilder, type Ref } from './builder.ts';

export interface LossInputs {
  /** n x outputs. */
  readonly logits: Ref;
  /** n x outputs: what the activation should give. */
  readonly targets: Ref;
  /** n x 1: how much each picture counts. */
  readonly factors: Ref;
}

/**
 * The gradient by the logits, n x outputs, of the sum of the pictures' losses times their factors. The loss itself is
 * computed from the logits outside, and is finite where they are.
 */
export function logitsGradient(graph: GraphBuilder, { type }: LossDescription, inputs: LossInputs): Ref {
  const { logits, targets, factors } = inputs;
  return graph.float('Mul', difference(graph, type, logits, targets), factors);
}

/** Activation - target, by cross entropy's derivation for both activations. */
function difference(graph: GraphBuilder, type: LossDescription['type'], logits: Ref, targets: Ref): Ref {
  switch (type) {
    case 'binaryCrossEntropy':
      return graph.float('Sub', graph.float('Sigmoid', logits), targets);
    case 'categoricalCrossEntropy':
      return `${graph.node('SoftmaxCrossEntropyWithLogits', [logits, targets], { T: float32 })}:1`;
  }
}

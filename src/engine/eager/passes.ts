import type { Tensor } from '@tensorflow/tfjs-core';
import type { Operation } from './operation.ts';

/** The variables' values by name. */
export type WeightOf = (variable: string) => Tensor;

/** What a forward pass leaves for the backward pass: the input, then each operation's output; the last are the logits. */
export type Values = readonly Tensor[];

export function forward(operations: readonly Operation[], input: Tensor, weightOf: WeightOf): Tensor[] {
  const values = [input];
  let x = input;
  for (const operation of operations) {
    x = operation.forward(x, weightFor(operation, weightOf));
    values.push(x);
  }
  return values;
}

/** A forward pass that keeps nothing but the logits; frees its input too. */
export function infer(operations: readonly Operation[], input: Tensor, weightOf: WeightOf): Tensor {
  let x = input;
  for (const operation of operations) {
    const y = operation.forward(x, weightFor(operation, weightOf));
    x.dispose();
    x = y;
  }
  return x;
}

/** The loss's gradient by each variable, from its gradient by the logits. */
export function backward(
  operations: readonly Operation[],
  values: Values,
  weightOf: WeightOf,
  logitsGradient: Tensor,
): ReadonlyMap<string, Tensor> {
  const gradients = new Map<string, Tensor>();
  // Nothing before the first variable wants a gradient.
  const first = operations.findIndex(({ variable }) => variable !== undefined);
  let dy = logitsGradient;
  for (const [at, operation] of [...operations.entries()].slice(first).reverse()) {
    const [x = dy, y = dy] = values.slice(at);
    const trace = { x, y, weight: weightFor(operation, weightOf) };
    if (operation.variable !== undefined && operation.weightGradient !== undefined) {
      gradients.set(operation.variable, operation.weightGradient(dy, trace));
    }
    if (at > first) dy = operation.inputGradient(dy, trace);
  }
  return gradients;
}

const weightFor = ({ variable }: Operation, weightOf: WeightOf): Tensor | undefined =>
  variable === undefined ? undefined : weightOf(variable);

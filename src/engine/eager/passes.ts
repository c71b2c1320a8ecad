import type { Tensor } from '@tensorflow/tfjs-core';
import type { ValueId } from '../models/operations.ts';
import type { Compiled } from './compile.ts';
import type { Kernels, Tensors } from './kernels.ts';
import { given, type Draw, type Trace } from './operation.ts';
import { ValueGradients } from './value-gradients.ts';

/** The variables' values by name. */
export type WeightOf = (variable: string) => Tensor;

/** Network, device and weights: what every pass needs. */
export interface Means {
  readonly kernels: Kernels;
  readonly operations: readonly Compiled[];
  readonly weightOf: WeightOf;
}

/**
 * The forward pass of training: what each operation saw and gave, one after the other, so that a caller can free what was
 * made before one failed; the last output are the logits.
 */
export function* forward({ kernels, operations, weightOf }: Means, input: Tensor, draw: Draw): Generator<Trace> {
  const values = [input];
  for (const { operation, inputs: ids, variables } of operations) {
    const inputs = ids.map((id) => given(values, id));
    const weights = variables.map(weightOf);
    const { output, saved } = kernels.scoped(() => {
      const trained = operation.train?.(inputs, weights, draw);
      return { output: trained?.output ?? operation.forward(inputs, weights), saved: [...(trained?.saved ?? [])] };
    });
    values.push(output);
    yield { inputs, output, weights, saved };
  }
}

/** A forward pass as the network answers, which keeps nothing but the logits; frees its input too. In the caller's scope. */
export function infer({ kernels, operations, weightOf }: Means, input: Tensor): Tensor {
  const values = new Map([[0, input]]);
  const lastUse = lastUses(operations);
  for (const [at, { operation, inputs: ids, variables }] of operations.entries()) {
    const inputs = ids.map((id) => values.get(id) ?? given([]));
    const output = kernels.scoped(() => operation.forward(inputs, variables.map(weightOf)));
    values.set(at + 1, output);
    for (const [id, value] of values) {
      if (lastUse.get(id) !== at) continue;
      value.dispose();
      values.delete(id);
    }
  }
  return values.get(operations.length) ?? given([]);
}

/** Of each value: the place of the last operation that takes it. */
const lastUses = (operations: readonly Compiled[]): ReadonlyMap<ValueId, number> =>
  new Map(operations.flatMap(({ inputs }, at) => inputs.map((id) => [id, at] as const)));

/**
 * The loss's gradient by each trained variable, from its gradient by the logits, which is freed. Gradients of a value
 * that several operations take are added up. In the caller's scope.
 */
export function backward({ kernels, operations }: Means, traces: readonly Trace[], logitsGradient: Tensor): Tensors {
  const gradients = new Map<string, Tensor>();
  const byValue = new ValueGradients(kernels);
  byValue.add(operations.length, logitsGradient);
  for (const [at, compiled] of [...operations.entries()].reverse()) {
    const dy = byValue.take(at + 1);
    const trace = traces[at];
    if (dy === undefined || trace === undefined) continue;
    const { byWeight, byInput } = kernels.scoped(() => differentiate(compiled, dy, trace));
    for (const [which, gradient] of byWeight.entries()) gradients.set(compiled.variables[which] ?? '', gradient);
    for (const [which, id] of differentiatedInputs(compiled).entries()) byValue.add(id, given(byInput, which));
    byValue.release([dy, ...byInput]);
  }
  return gradients;
}

function differentiate(compiled: Compiled, dy: Tensor, trace: Trace): { byWeight: Tensor[]; byInput: Tensor[] } {
  const { operation, inputs, differentiated } = compiled;
  const byWeight = [...(operation.weightGradients?.(dy, trace) ?? [])];
  const wanted = [...inputs.keys()].filter((at) => differentiated[at]);
  return { byWeight, byInput: wanted.map((at) => operation.inputGradient(dy, trace, at, byWeight)) };
}

const differentiatedInputs = ({ inputs, differentiated }: Compiled): readonly ValueId[] =>
  inputs.filter((_, at) => differentiated[at]);

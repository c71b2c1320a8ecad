import { scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { NetworkDescription } from '../models/description.ts';
import type { Variable } from '../models/variables.ts';
import { averageDecayAt } from '../networks/average.ts';
import { slotsOf } from '../networks/state.ts';
import type { Kernels, Tensors } from './kernels.ts';
import { given, type Trace } from './operation.ts';
import { optimizerStep } from './optimizers.ts';
import type { Means } from './passes.ts';

export interface StepOf {
  readonly means: Means;
  readonly description: NetworkDescription;
  readonly trained: readonly Variable[];
  readonly gradients: Tensors;
  readonly traces: readonly Trace[];
  readonly learningRate: number;
  /** Of the gradients, after clipping. */
  readonly scale: number;
  /** Counted from 1. */
  readonly step: number;
}

/** All that a step changes, by the names of the state, in the caller's scope. */
export function updated(step: StepOf): Tensors {
  const next = new Map<string, Tensor>();
  const { means, description, gradients, scale } = step;
  const { kernels } = means;
  const slots = slotsOf(description.optimizer);
  const optimize = optimizerStep(kernels, description.optimizer, step.learningRate, step.step);
  for (const variable of step.trained) {
    const { name } = variable;
    const gradient = scaled(kernels, gradients.get(name) ?? given([]), scale);
    const old = { weight: means.weightOf(name), slots: slots.map((slot) => means.weightOf(`${name}/${slot}`)) };
    const made = optimize(old, gradient, variable);
    next.set(name, made.weight);
    for (const [at, slot] of slots.entries()) next.set(`${name}/${slot}`, given(made.slots, at));
    const average = `${name}/average`;
    if (description.averageDecay !== null) {
      const decay = averageDecayAt(description.averageDecay, step.step);
      next.set(average, approach(kernels, means.weightOf(average), made.weight, 1 - decay));
    }
  }
  for (const [name, moving] of movingAverages(step)) next.set(name, moving);
  return next;
}

function movingAverages({ means, traces }: StepOf): Tensors {
  const next = new Map<string, Tensor>();
  for (const [at, { operation, variables }] of means.operations.entries()) {
    const trace = traces[at];
    if (trace === undefined || operation.movingAverages === undefined) continue;
    const averages = operation.movingAverages(trace);
    // They are the last of its variables.
    const names = variables.slice(variables.length - averages.length);
    for (const [which, name] of names.entries()) next.set(name, given(averages, which));
  }
  return next;
}

const scaled = (kernels: Kernels, gradient: Tensor, scale: number): Tensor =>
  scale === 1 ? gradient : kernels.of('Multiply', gradient, scalar(scale));

/** old + (value - old) * rate */
const approach = (kernels: Kernels, old: Tensor, value: Tensor, rate: number): Tensor =>
  kernels.of('Add', old, kernels.of('Multiply', kernels.of('Sub', value, old), scalar(rate)));

/** What the gradients are multiplied with so that their norm is at most `clipNorm`. */
export const clipFactor = (clipNorm: number, norm: number): number => Math.min(1, clipNorm / norm);

/** The Euclidean norm of all gradients together; not finite where one of them isn't. */
export async function normOf(kernels: Kernels, gradients: Tensors): Promise<number> {
  const sum = kernels.scoped(() => {
    const sums = [...gradients.values()].map((x) => {
      const squares = kernels.run('Square', { x });
      return kernels.run('Sum', { x: squares }, { axis: squares.shape.map((_, at) => at), keepDims: false });
    });
    return sums.reduce((total, square) => kernels.of('Add', total, square));
  });
  try {
    const [squared = Number.NaN] = await sum.data();
    return Math.sqrt(squared);
  } finally {
    sum.dispose();
  }
}

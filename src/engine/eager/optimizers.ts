import { scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Adam, Optimizer, StochasticGradientDescent } from '../models/description.ts';
import { decays, type Variable } from '../models/variables.ts';
import type { Kernels } from './kernels.ts';

/** A variable's value and what the optimizer keeps of it, in the order of `slotsOf`. */
export interface Parameter {
  readonly weight: Tensor;
  readonly slots: readonly Tensor[];
}

/** New tensors in the caller's scope. */
export type Update = (old: Parameter, gradient: Tensor, variable: Variable) => Parameter;

/** One step of an optimizer. `step` counts from 1. */
export function optimizerStep(kernels: Kernels, optimizer: Optimizer, learningRate: number, step: number): Update {
  switch (optimizer.type) {
    case 'adam':
      return adamStep(kernels, optimizer, learningRate, step);
    case 'adamW': {
      const { weightDecay } = optimizer;
      const adam = adamStep(kernels, optimizer, learningRate, step);
      const kept = scalar(1 - learningRate * weightDecay);
      return (old, gradient, variable) => {
        const weight = decays(variable) ? kernels.of('Multiply', old.weight, kept) : old.weight;
        return adam({ ...old, weight }, gradient, variable);
      };
    }
    case 'sgd':
      return descentStep(kernels, optimizer, learningRate);
  }
}

/**
 * One step of Adam (Kingma and Ba 2015) as Keras 3 computes it. Bias correction is in the step size and epsilon is added to
 * the root of the uncorrected second moment, so the result isn't tfjs's: m += (g-m)(1-beta1); v += (g*g-v)(1-beta2);
 * w -= alpha*m/(sqrt(v)+epsilon).
 */
function adamStep(kernels: Kernels, adam: Omit<Adam, 'type'>, learningRate: number, step: number): Update {
  const of = (name: string, a: Tensor, b: Tensor): Tensor => kernels.of(name, a, b);
  const rate1 = scalar(1 - adam.beta1);
  const rate2 = scalar(1 - adam.beta2);
  const epsilon = scalar(adam.epsilon);
  const alpha = scalar(stepSize(adam, learningRate, step));
  const approach = (mean: Tensor, value: Tensor, rate: Tensor): Tensor =>
    of('Add', mean, of('Multiply', of('Sub', value, mean), rate));
  return ({ weight, slots: [oldM, oldV] }, gradient) => {
    if (oldM === undefined || oldV === undefined) throw new Error('Adam keeps two moments.');
    const m = approach(oldM, gradient, rate1);
    const v = approach(oldV, kernels.run('Square', { x: gradient }), rate2);
    const change = of('RealDiv', of('Multiply', m, alpha), of('Add', kernels.run('Sqrt', { x: v }), epsilon));
    return { weight: of('Sub', weight, change), slots: [m, v] };
  };
}

/** learning rate * sqrt(1 - beta2^step) / (1 - beta1^step), each operation rounded to float32 as Keras does. */
function stepSize({ beta1, beta2 }: Omit<Adam, 'type'>, learningRate: number, step: number): number {
  const f32 = Math.fround;
  const correction1 = f32(1 - f32(f32(beta1) ** step));
  const correction2 = f32(1 - f32(f32(beta2) ** step));
  return f32(f32(f32(learningRate) * f32(Math.sqrt(correction2))) / correction1);
}

/** Momentum as Keras: velocity = momentum*velocity - rate*g; then w += velocity, or with Nesterov's look ahead momentum*velocity - rate*g. */
function descentStep(
  kernels: Kernels,
  { momentum, nesterov }: StochasticGradientDescent,
  learningRate: number,
): Update {
  const of = (name: string, a: Tensor, b: Tensor): Tensor => kernels.of(name, a, b);
  const [kept, rate] = [scalar(momentum), scalar(learningRate)];
  const ahead = (velocity: Tensor, change: Tensor): Tensor => of('Sub', of('Multiply', velocity, kept), change);
  return ({ weight, slots: [old] }, gradient) => {
    if (old === undefined) throw new Error('Momentum keeps a velocity.');
    const change = of('Multiply', gradient, rate);
    const velocity = ahead(old, change);
    return { weight: of('Add', weight, nesterov ? ahead(velocity, change) : velocity), slots: [velocity] };
  };
}

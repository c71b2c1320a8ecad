import { scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { Adam } from '../models/description.ts';
import type { Kernels } from './kernels.ts';
import type { Parameter } from './parameters.ts';

/**
 * One step of Adam (Kingma and Ba 2015) as Keras 3 computes it. Bias correction is in the step size and epsilon is added to
 * the root of the uncorrected second moment, so the result isn't tfjs's: m += (g-m)(1-beta1); v += (g*g-v)(1-beta2);
 * w -= alpha*m/(sqrt(v)+epsilon). `step` counts from 1. Returns new tensors in the caller's scope.
 */
export function adamStep(
  kernels: Kernels,
  adam: Adam,
  learningRate: number,
  step: number,
): (p: Parameter, g: Tensor) => Parameter {
  const run = (name: string, a: Tensor, b: Tensor): Tensor => kernels.run(name, { a, b });
  const rate1 = scalar(1 - adam.beta1);
  const rate2 = scalar(1 - adam.beta2);
  const epsilon = scalar(adam.epsilon);
  const alpha = scalar(stepSize(adam, learningRate, step));
  const approach = (mean: Tensor, value: Tensor, rate: Tensor): Tensor =>
    run('Add', mean, run('Multiply', run('Sub', value, mean), rate));
  return (old, gradient) => {
    const m = approach(old.m, gradient, rate1);
    const v = approach(old.v, kernels.run('Square', { x: gradient }), rate2);
    const change = run('RealDiv', run('Multiply', m, alpha), run('Add', kernels.run('Sqrt', { x: v }), epsilon));
    return { weight: run('Sub', old.weight, change), m, v };
  };
}

/** learning rate * sqrt(1 - beta2^step) / (1 - beta1^step), each operation rounded to float32 as Keras does. */
function stepSize({ beta1, beta2 }: Adam, learningRate: number, step: number): number {
  const f32 = Math.fround;
  const correction1 = f32(1 - f32(f32(beta1) ** step));
  const correction2 = f32(1 - f32(f32(beta2) ** step));
  return f32(f32(f32(learningRate) * f32(Math.sqrt(correction2))) / correction1);
}

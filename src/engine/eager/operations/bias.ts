import type { Kernels } from '../kernels.ts';
import { present, type Operation } from '../operation.ts';

/** Adds one value per channel (the last axis). */
export const bias = (kernels: Kernels, layer: string): Operation => ({
  layer,
  kernels: ['Add', 'Sum'],
  variable: `${layer}/bias`,
  rising: true,
  forward: (x, weight) => kernels.run('Add', { a: x, b: present(weight) }),
  inputGradient: (dy) => dy,
  weightGradient: (dy) =>
    kernels.run('Sum', { x: dy }, { axis: dy.shape.slice(1).map((_, at) => at), keepDims: false }),
});

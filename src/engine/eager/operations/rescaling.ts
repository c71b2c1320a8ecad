import { scalar } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import type { Operation } from '../operation.ts';

/** Multiplies everything by one number. */
export const rescaling = (kernels: Kernels, layer: string, scale: number): Operation => ({
  layer,
  kernels: ['Multiply'],
  forward: (x) => kernels.run('Multiply', { a: x, b: scalar(scale) }),
  inputGradient: (dy) => kernels.run('Multiply', { a: dy, b: scalar(scale) }),
});

import { scalar } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

export const sigmoid = (kernels: Kernels): EagerOperation => ({
  kernels: ['Sigmoid', 'Sub', 'Multiply'],
  forward: (inputs) => kernels.run('Sigmoid', { x: given(inputs) }),
  inputGradient: (dy, { output: y }) => {
    const slope = kernels.of('Multiply', y, kernels.of('Sub', scalar(1), y));
    return kernels.of('Multiply', dy, slope);
  },
});

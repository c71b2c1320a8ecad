import { scalar } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** x * sigmoid(x), also called SiLU. */
export const swish = (kernels: Kernels): EagerOperation => ({
  kernels: ['Sigmoid', 'Add', 'Sub', 'Multiply'],
  forward: (inputs) => kernels.of('Multiply', given(inputs), kernels.run('Sigmoid', { x: given(inputs) })),
  // With s = sigmoid(x) and y = x * s, the slope is s + y * (1 - s). Computing s again costs less than keeping it.
  inputGradient: (dy, { inputs, output: y }) => {
    const s = kernels.run('Sigmoid', { x: given(inputs) });
    const slope = kernels.of('Add', s, kernels.of('Multiply', y, kernels.of('Sub', scalar(1), s)));
    return kernels.of('Multiply', dy, slope);
  },
});

import { scalar } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

export const relu6 = (kernels: Kernels): EagerOperation => ({
  kernels: ['Relu6', 'Sub', 'Sign', 'Multiply'],
  forward: (inputs) => kernels.run('Relu6', { x: given(inputs) }),
  // y * (6 - y) is positive where the input passed and 0 where it was cut off (and at 0 and 6, as TensorFlow).
  inputGradient: (dy, { output: y }) => {
    const passed = kernels.of('Multiply', y, kernels.of('Sub', scalar(6), y));
    return kernels.of('Multiply', dy, kernels.run('Sign', { x: passed }));
  },
});

import { fill } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** n x height x width x channels to n x channels: the mean over all places. */
export const globalAverage = (kernels: Kernels): EagerOperation => ({
  kernels: ['Mean', 'Reshape', 'Fill', 'Multiply'],
  forward: (inputs) => kernels.run('Mean', { x: given(inputs) }, { axis: [1, 2], keepDims: false }),
  inputGradient: (dy, { inputs }) => {
    const [samples = 0, height = 0, width = 0, channels = 0] = given(inputs).shape;
    const inOnePlace = kernels.run('Reshape', { x: dy }, { shape: [samples, 1, 1, channels] });
    return kernels.of('Multiply', inOnePlace, fill([1, height, width, 1], 1 / (height * width)));
  },
});

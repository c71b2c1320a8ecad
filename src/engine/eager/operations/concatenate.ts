import { concat } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** The channels of all inputs, one after the other. */
export const concatenate = (kernels: Kernels): EagerOperation => ({
  kernels: ['Concat', 'Slice'],
  forward: (inputs) => concat([...inputs], -1),
  inputGradient: (dy, { inputs }, at) => {
    const channels = inputs.map(({ shape }) => shape.at(-1) ?? 0);
    const before = channels.slice(0, at).reduce((sum, count) => sum + count, 0);
    const { shape } = given(inputs, at);
    return kernels.run(
      'Slice',
      { x: dy },
      { begin: shape.map((_, axis) => (axis === shape.length - 1 ? before : 0)), size: shape },
    );
  },
});

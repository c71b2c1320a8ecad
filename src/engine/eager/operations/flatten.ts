import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** n x height x width x channels to n x (height*width*channels), as Keras: rows first, channels last. */
export const flatten = (kernels: Kernels): EagerOperation => ({
  kernels: ['Reshape'],
  forward: (inputs) => {
    const x = given(inputs);
    const [samples = 1] = x.shape;
    return kernels.run('Reshape', { x }, { shape: [samples, x.size / samples] });
  },
  inputGradient: (dy, { inputs }) => kernels.run('Reshape', { x: dy }, { shape: given(inputs).shape }),
});

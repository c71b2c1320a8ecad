import type { Kernels } from '../kernels.ts';
import type { Operation } from '../operation.ts';

/** n x height x width x channels to n x (height*width*channels), as Keras: rows first, channels last. */
export const flatten = (kernels: Kernels, layer: string): Operation => ({
  layer,
  kernels: ['Reshape'],
  forward: (x) => {
    const [samples = 1] = x.shape;
    return kernels.run('Reshape', { x }, { shape: [samples, x.size / samples] });
  },
  inputGradient: (dy, { x }) => kernels.run('Reshape', { x: dy }, { shape: x.shape }),
});

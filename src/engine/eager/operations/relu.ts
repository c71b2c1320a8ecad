import type { Kernels } from '../kernels.ts';
import type { Operation } from '../operation.ts';

export const relu = (kernels: Kernels, layer: string): Operation => ({
  layer,
  kernels: ['Relu', 'Sign', 'Multiply'],
  rising: true,
  forward: (x) => kernels.run('Relu', { x }),
  // What comes out is never negative, so its sign is 1 where the input passed and 0 where it didn't (and at 0, as Keras).
  inputGradient: (dy, { y }) => kernels.run('Multiply', { a: dy, b: kernels.run('Sign', { x: y }) }),
});

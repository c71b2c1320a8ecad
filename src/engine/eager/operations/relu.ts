import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

export const relu = (kernels: Kernels): EagerOperation => ({
  kernels: ['Relu', 'Sign', 'Multiply'],
  forward: (inputs) => kernels.run('Relu', { x: given(inputs) }),
  // What comes out is never negative, so its sign is 1 where the input passed and 0 where it didn't (and at 0, as Keras).
  inputGradient: (dy, { output }) => kernels.of('Multiply', dy, kernels.run('Sign', { x: output })),
});

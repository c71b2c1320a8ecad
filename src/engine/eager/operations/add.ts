import type { Kernels } from '../kernels.ts';
import type { EagerOperation } from '../operation.ts';

/** The sum of inputs of one shape. */
export const add = (kernels: Kernels): EagerOperation => ({
  kernels: ['Add'],
  forward: (inputs) => inputs.reduce((sum, input) => kernels.of('Add', sum, input)),
  inputGradient: (dy) => dy,
});

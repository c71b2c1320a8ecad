import { tensor } from '@tensorflow/tfjs-core';
import type { OperationOf } from '../../models/operations.ts';
import { dropoutFactors, dropoutSeed } from '../../networks/dropout.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** In training, sets values to zero by chance and makes the others larger, so that the mean stays. */
export const dropout = (kernels: Kernels, { rate, salt }: OperationOf<'dropout'>): EagerOperation => ({
  kernels: ['Identity', 'Multiply'],
  forward: (inputs) => kernels.run('Identity', { x: given(inputs) }),
  train: (inputs, _, { seed, step }) => {
    const x = given(inputs);
    const factors = tensor(dropoutFactors(rate, dropoutSeed(seed, salt, step), x.size), x.shape);
    return { output: kernels.of('Multiply', x, factors), saved: [factors] };
  },
  inputGradient: (dy, { saved }) => kernels.of('Multiply', dy, given(saved)),
});

import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** Over the last axis. */
export const softmax = (kernels: Kernels): EagerOperation => ({
  kernels: ['Softmax', 'Sum', 'Sub', 'Multiply'],
  forward: (inputs) => kernels.run('Softmax', { logits: given(inputs) }, { dim: given(inputs).rank - 1 }),
  // y * (dy - sum of dy * y)
  inputGradient: (dy, { output: y }) => {
    const products = kernels.of('Multiply', dy, y);
    const sum = kernels.run('Sum', { x: products }, { axis: [y.rank - 1], keepDims: true });
    return kernels.of('Multiply', y, kernels.of('Sub', dy, sum));
  },
});

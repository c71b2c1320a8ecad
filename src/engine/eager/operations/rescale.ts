import { scalar } from '@tensorflow/tfjs-core';
import type { OperationOf } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** x * scale + offset. */
export const rescale = (kernels: Kernels, { scale, offset }: OperationOf<'rescale'>): EagerOperation => ({
  kernels: ['Multiply', 'Add'],
  forward: (inputs) => {
    const scaled = kernels.of('Multiply', given(inputs), scalar(scale));
    return offset === 0 ? scaled : kernels.of('Add', scaled, scalar(offset));
  },
  inputGradient: (dy) => kernels.of('Multiply', dy, scalar(scale)),
});

import type { OperationOf } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';

/** Rows and columns of zeros around each picture. */
export const pad = (kernels: Kernels, { top, bottom, left, right }: OperationOf<'pad'>): EagerOperation => ({
  kernels: ['PadV2', 'Slice'],
  forward: (inputs) => {
    const paddings = [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ];
    return kernels.run('PadV2', { x: given(inputs) }, { paddings, constantValue: 0 });
  },
  inputGradient: (dy, { inputs }) =>
    kernels.run('Slice', { x: dy }, { begin: [0, top, left, 0], size: given(inputs).shape }),
});

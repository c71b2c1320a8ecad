import type { OperationOf } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { composedFilterGradient, composedInputGradient, composedKernels } from './composed-convolution.ts';

/** Slides the kernel (height x width x input channels x filters) over n x height x width x channels, as Keras's Conv2D. */
export function convolution(kernels: Kernels, planned: OperationOf<'convolution'>): EagerOperation {
  const { strides, padding } = planned;
  const attributes = { strides: [strides, strides], pad: padding, dataFormat: 'NHWC', dilations: [1, 1] };
  // Its own kernel is ten times slower there than the composition, which a stride would complicate.
  const composedInput = kernels.composed && strides === 1;
  return {
    kernels: [
      'Conv2D',
      ...(composedInput ? [] : ['Conv2DBackpropInput']),
      ...(kernels.composed ? composedKernels : ['Conv2DBackpropFilter']),
    ],
    forward: (inputs, weights) => kernels.run('Conv2D', { x: given(inputs), filter: given(weights) }, attributes),
    inputGradient: (dy, { inputs, weights }) => {
      const [x, filter] = [given(inputs), given(weights)];
      if (composedInput) return composedInputGradient(kernels, planned, dy, x, filter);
      return kernels.run('Conv2DBackpropInput', { dy, filter }, { ...attributes, inputShape: x.shape });
    },
    weightGradients: (dy, { inputs, weights }) => {
      const x = given(inputs);
      if (kernels.composed) return [composedFilterGradient(kernels, planned, dy, x)];
      const filterShape = given(weights).shape;
      return [kernels.run('Conv2DBackpropFilter', { x, dy }, { ...attributes, filterShape })];
    },
  };
}

import type { Layer } from '../../models/description.ts';
import type { Kernels } from '../kernels.ts';
import { present, type Operation } from '../operation.ts';
import { composedFilterGradient, composedInputGradient, composedKernels } from './composed-convolution.ts';

export type ConvolutionLayer = Extract<Layer, { type: 'conv2d' }>;

/** Slides the kernel (height x width x input channels x filters) over n x height x width x channels, as Keras's Conv2D. */
export function convolution(kernels: Kernels, { name, kernelSize, strides, padding }: ConvolutionLayer): Operation {
  const attributes = { strides: [strides, strides], pad: padding, dataFormat: 'NHWC', dilations: [1, 1] };
  const geometry = { kernelSize, strides, padding };
  // Its own kernel is ten times slower there than the composition, which a stride would complicate.
  const composedInput = kernels.composed && strides === 1;
  return {
    layer: name,
    kernels: [
      'Conv2D',
      ...(composedInput ? [] : ['Conv2DBackpropInput']),
      ...(kernels.composed ? composedKernels : ['Conv2DBackpropFilter']),
    ],
    variable: `${name}/kernel`,
    forward: (x, weight) => kernels.run('Conv2D', { x, filter: present(weight) }, attributes),
    inputGradient: (dy, { x, weight }) =>
      composedInput
        ? composedInputGradient(kernels, geometry, dy, x, present(weight))
        : kernels.run('Conv2DBackpropInput', { dy, filter: present(weight) }, { ...attributes, inputShape: x.shape }),
    weightGradient: (dy, { x, weight }) =>
      kernels.composed
        ? composedFilterGradient(kernels, geometry, dy, x)
        : kernels.run('Conv2DBackpropFilter', { x, dy }, { ...attributes, filterShape: present(weight).shape }),
  };
}

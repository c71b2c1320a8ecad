import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { OperationOf } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { depthwiseFilterGradient, depthwiseInputGradient } from './depthwise-gradients.ts';

/** Slides one kernel (height x width x channels x 1) over each channel of n x height x width x channels. */
export function depthwiseConvolution(kernels: Kernels, planned: OperationOf<'depthwiseConvolution'>): EagerOperation {
  const { strides, padding } = planned;
  const attributes = { strides: [strides, strides], pad: padding, dataFormat: 'NHWC', dilations: [1, 1] };
  const native = kernels.has('DepthwiseConv2dNativeBackpropFilter');
  const computed = (compute: typeof depthwiseInputGradient, of: Tensor, dy: Tensor, other: Tensor, x: Tensor): Tensor =>
    tensor(compute(planned, x.shape, dy.shape, dy.dataSync<'float32'>(), other.dataSync<'float32'>()), of.shape);
  return {
    kernels: [
      'DepthwiseConv2dNative',
      ...(native ? ['DepthwiseConv2dNativeBackpropInput', 'DepthwiseConv2dNativeBackpropFilter'] : []),
    ],
    forward: (inputs, weights) =>
      kernels.run('DepthwiseConv2dNative', { x: given(inputs), filter: given(weights) }, attributes),
    inputGradient: (dy, { inputs, weights }) => {
      const [x, filter] = [given(inputs), given(weights)];
      if (!native) return computed(depthwiseInputGradient, x, dy, filter, x);
      return kernels.run('DepthwiseConv2dNativeBackpropInput', { dy, filter }, { ...attributes, inputShape: x.shape });
    },
    weightGradients: (dy, { inputs, weights }) => {
      const [x, filter] = [given(inputs), given(weights)];
      if (!native) return [computed(depthwiseFilterGradient, filter, dy, x, x)];
      const filterShape = filter.shape;
      return [kernels.run('DepthwiseConv2dNativeBackpropFilter', { x, dy }, { ...attributes, filterShape })];
    },
  };
}

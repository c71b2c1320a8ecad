import { ones, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { OperationOf, Sliding } from '../../models/operations.ts';
import { elements } from '../../models/shapes.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { eachWindowElement } from './windows.ts';

/** The mean of each window, padding left out. */
export function averagePool(kernels: Kernels, planned: OperationOf<'averagePool'>): EagerOperation {
  const { size, strides, padding } = planned;
  const attributes = { filterSize: [size, size], strides: [strides, strides], pad: padding };
  return {
    kernels: ['AvgPool', ...gradientKernels(kernels, planned)],
    forward: (inputs) => kernels.run('AvgPool', { x: given(inputs) }, attributes),
    inputGradient: (dy, { inputs }) => {
      const input = given(inputs);
      if (kernels.composed) {
        return tensor(averagePoolGradient(planned, input.shape, dy.shape, dy.dataSync<'float32'>()), input.shape);
      }
      if (padding === 'same') return paddedGradient(kernels, planned, dy, input.shape);
      return kernels.run('AvgPoolGrad', { dy, input }, attributes);
    },
  };
}

function gradientKernels(kernels: Kernels, { padding }: Sliding): readonly string[] {
  if (kernels.composed) return [];
  return padding === 'same' ? ['Multiply', 'DepthwiseConv2dNativeBackpropInput'] : ['AvgPoolGrad'];
}

/**
 * The gradient of sums, which are depthwise convolutions with ones, from that of means: WebGPU's AvgPoolGrad (tfjs 4.22)
 * divides by the whole window, where padding must not count.
 */
function paddedGradient(kernels: Kernels, planned: Sliding, dy: Tensor, inputShape: number[]): Tensor {
  const { size, strides, padding } = planned;
  const [, height = 0, width = 0, channels = 0] = inputShape;
  const [, rows = 0, columns = 0] = dy.shape;
  const counts = windowCounts(planned, [1, height, width, 1], [1, rows, columns, 1]);
  const shares = tensor(
    Float32Array.from(counts, (count) => 1 / count),
    [1, rows, columns, 1],
  );
  return kernels.run(
    'DepthwiseConv2dNativeBackpropInput',
    { dy: kernels.of('Multiply', dy, shares), filter: ones([size, size, channels, 1]) },
    { strides: [strides, strides], pad: padding, dataFormat: 'NHWC', dilations: [1, 1], inputShape },
  );
}

/** Each window's gradient in equal parts to the elements of the picture under it. Shapes have the batch first. */
function averagePoolGradient(
  sliding: Sliding,
  x: readonly number[],
  y: readonly number[],
  dy: Float32Array,
): Float32Array {
  const channels = x[3] ?? 0;
  const dx = new Float32Array(elements(x));
  const counts = windowCounts(sliding, x, y);
  eachWindowElement(sliding, x, y, (output, input) => {
    const share = 1 / (counts[output] ?? 1);
    for (let channel = 0; channel < channels; channel++) {
      dx[input + channel] = (dx[input + channel] ?? 0) + share * (dy[output + channel] ?? 0);
    }
  });
  return dx;
}

/** How many of each window's elements lie on the picture, at the position of its first channel. */
function windowCounts(sliding: Sliding, x: readonly number[], y: readonly number[]): Uint16Array {
  const counts = new Uint16Array(elements(y));
  eachWindowElement(sliding, x, y, (output) => (counts[output] = (counts[output] ?? 0) + 1));
  return counts;
}

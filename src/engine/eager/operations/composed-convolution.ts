import type { Tensor } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';

export const composedKernels: readonly string[] = ['Transpose', 'PadV2', 'Reverse', 'Slice'];

export interface Geometry {
  readonly size: number;
  readonly strides: number;
  readonly padding: 'valid' | 'same';
}

/**
 * The gradient by the filter, which is itself a convolution: of the input with the output's gradient as the filter,
 * pictures and channels in each other's places, and the forward pass's stride as the dilation.
 */
export function composedFilterGradient(kernels: Kernels, geometry: Geometry, dy: Tensor, x: Tensor): Tensor {
  const [before, after] = paddings(geometry, x, dy);
  const padded = pad(kernels, x, before, after);
  const channelsAsBatch = transpose(kernels, padded, [3, 1, 2, 0]);
  const gradientAsFilter = transpose(kernels, dy, [1, 2, 0, 3]);
  const gradient = valid(kernels, channelsAsBatch, gradientAsFilter, geometry.strides);
  return cut(kernels, transpose(kernels, gradient, [1, 2, 0, 3]), geometry.size);
}

/** The gradient by the input, stride 1: the output's gradient, padded all round, convolved with the filter turned by 180 degrees. */
export function composedInputGradient(
  kernels: Kernels,
  geometry: Geometry,
  dy: Tensor,
  x: Tensor,
  filter: Tensor,
): Tensor {
  const [before, after] = paddings(geometry, x, dy);
  const reach = geometry.size - 1;
  const padded = pad(
    kernels,
    dy,
    before.map((added) => reach - added),
    after.map((added) => reach - added),
  );
  const turned = transpose(kernels, kernels.run('Reverse', { x: filter }, { dims: [0, 1] }), [0, 1, 3, 2]);
  return valid(kernels, padded, turned, 1);
}

/** Rows and columns that the forward pass added before and after, as TensorFlow's `same`: the odd one goes after. */
function paddings({ size, strides, padding }: Geometry, x: Tensor, dy: Tensor): readonly [number[], number[]] {
  const totals = [1, 2].map((axis) => {
    const reached = ((dy.shape[axis] ?? 0) - 1) * strides + size;
    return padding === 'same' ? Math.max(0, reached - (x.shape[axis] ?? 0)) : 0;
  });
  return [totals.map((total) => Math.floor(total / 2)), totals.map((total) => Math.ceil(total / 2))];
}

function pad(kernels: Kernels, x: Tensor, before: readonly number[], after: readonly number[]): Tensor {
  const sides = before.map((size, axis) => [size, after[axis] ?? 0]);
  if (sides.flat().every((size) => size === 0)) return x;
  return kernels.run('PadV2', { x }, { paddings: [[0, 0], ...sides, [0, 0]], constantValue: 0 });
}

const valid = (kernels: Kernels, x: Tensor, filter: Tensor, dilation: number): Tensor =>
  kernels.run(
    'Conv2D',
    { x, filter },
    { strides: [1, 1], pad: 'valid', dataFormat: 'NHWC', dilations: [dilation, dilation] },
  );

/** Rows and columns that a stride never reached are left over at the end. */
function cut(kernels: Kernels, gradient: Tensor, size: number): Tensor {
  const shape = [size, size, ...gradient.shape.slice(2)];
  if (shape.every((side, axis) => side === gradient.shape[axis])) return gradient;
  return kernels.run('Slice', { x: gradient }, { begin: [0, 0, 0, 0], size: shape });
}

const transpose = (kernels: Kernels, x: Tensor, perm: number[]): Tensor => kernels.run('Transpose', { x }, { perm });

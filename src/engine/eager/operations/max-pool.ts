import { tensor } from '@tensorflow/tfjs-core';
import type { OperationOf, Sliding } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { paddedBefore } from './windows.ts';

/** The largest of each window. */
export function maxPool(kernels: Kernels, planned: OperationOf<'maxPool'>): EagerOperation {
  const { size, strides, padding } = planned;
  const attributes = { filterSize: [size, size], strides: [strides, strides], pad: padding };
  return {
    kernels: ['MaxPool', ...(kernels.composed ? [] : ['MaxPoolGrad'])],
    forward: (inputs) => kernels.run('MaxPool', { x: given(inputs) }, attributes),
    inputGradient: (dy, { inputs, output }) => {
      const input = given(inputs);
      if (!kernels.composed) return kernels.run('MaxPoolGrad', { dy, input, output }, attributes);
      // Not on the device: WebAssembly's MaxPoolGrad (tfjs 4.22) loses the gradient of squares without a positive number,
      // prefers the last of equals where TensorFlow takes the first, and is no faster.
      const x = input.dataSync<'float32'>();
      return tensor(maxPoolGradient(planned, x, input.shape, dy.shape, dy.dataSync<'float32'>()), input.shape);
    },
  };
}

/**
 * Each window's gradient goes to its largest element, the first of equals row by row. `x` is n x height x width x channels
 * by `shape`, `dy` by `shapeY`.
 */
function maxPoolGradient(
  sliding: Sliding,
  x: Float32Array,
  shape: readonly number[],
  shapeY: readonly number[],
  dy: Float32Array,
): Float32Array {
  const [samples = 0, height = 0, width = 0, channels = 0] = shape;
  const [, rows = 0, columns = 0] = shapeY;
  const { size, strides } = sliding;
  const top = paddedBefore(sliding, height, rows);
  const left = paddedBefore(sliding, width, columns);
  const dx = new Float32Array(x.length);
  const largest = new Int32Array(channels);
  let output = 0;
  for (let window = 0; window < samples * rows * columns; window++) {
    const picture = Math.floor(window / (rows * columns)) * height;
    const within = {
      rows: clipped((Math.floor(window / columns) % rows) * strides - top, size, height),
      columns: clipped((window % columns) * strides - left, size, width),
    };
    findLargest(x, { picture, width, ...within }, largest);
    for (const position of largest) dx[position] = (dx[position] ?? 0) + (dy[output++] ?? 0);
  }
  return dx;
}

/** First and last of `size` rows or columns from `start`, without those outside the picture. */
const clipped = (start: number, size: number, side: number): Range => ({
  first: Math.max(0, start),
  last: Math.min(side, start + size) - 1,
});

interface Range {
  readonly first: number;
  readonly last: number;
}

interface Window {
  /** The picture's first row, counted over all pictures. */
  readonly picture: number;
  readonly width: number;
  readonly rows: Range;
  readonly columns: Range;
}

/** Fills `largest` with the position of each channel's largest element in the window. */
function findLargest(x: Float32Array, { picture, width, rows, columns }: Window, largest: Int32Array): void {
  const channels = largest.length;
  const first = ((picture + rows.first) * width + columns.first) * channels;
  for (let channel = 0; channel < channels; channel++) largest[channel] = first + channel;
  for (let row = rows.first; row <= rows.last; row++) {
    for (let column = columns.first; column <= columns.last; column++) {
      const start = ((picture + row) * width + column) * channels;
      for (let channel = 0; channel < channels; channel++) {
        const value = x[start + channel] ?? 0;
        if (value > (x[largest[channel] ?? 0] ?? 0)) largest[channel] = start + channel;
      }
    }
  }
}

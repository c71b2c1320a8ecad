import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';
import type { Operation } from '../operation.ts';

/** The largest of each size x size square, squares side by side, an incomplete last one left out. */
export function maxPool(kernels: Kernels, layer: string, size: number): Operation {
  const attributes = { filterSize: [size, size], strides: [size, size], pad: 'valid' };
  return {
    layer,
    kernels: ['MaxPool', ...(kernels.composed ? [] : ['MaxPoolGrad'])],
    forward: (x) => kernels.run('MaxPool', { x }, attributes),
    inputGradient: (dy, { x, y }) =>
      kernels.composed ? gradientOf(x, dy, size) : kernels.run('MaxPoolGrad', { dy, input: x, output: y }, attributes),
  };
}

/**
 * Computed here and not on the device: WebAssembly's MaxPoolGrad (tfjs 4.22) loses the gradient of squares without a
 * positive number, prefers the last of equals where TensorFlow takes the first, and is no faster.
 */
function gradientOf(x: Tensor, dy: Tensor, size: number): Tensor {
  const values = maxPoolGradient(x.dataSync<'float32'>(), x.shape, dy.dataSync<'float32'>(), size);
  return tensor(values, x.shape);
}

/**
 * Each square's gradient goes to its largest element, the first of equals row by row. `x` is n x height x width x channels
 * by `shape`, `dy` has size times fewer rows and columns, rounded down.
 */
export function maxPoolGradient(
  x: Float32Array,
  shape: readonly number[],
  dy: Float32Array,
  size: number,
): Float32Array {
  const [samples = 0, height = 0, width = 0, channels = 0] = shape;
  const dx = new Float32Array(x.length);
  const largest = new Int32Array(channels);
  let square = 0;
  for (let sample = 0; sample < samples; sample++) {
    for (let row = 0; row + size <= height; row += size) {
      for (let column = 0; column + size <= width; column += size) {
        const corner = ((sample * height + row) * width + column) * channels;
        findLargest(x, corner, width * channels, size, largest);
        for (const position of largest) dx[position] = dy[square++] ?? 0;
      }
    }
  }
  return dx;
}

/** Fills `largest` with the position of each channel's largest element in the square that starts at `corner`. */
function findLargest(x: Float32Array, corner: number, rowLength: number, size: number, largest: Int32Array): void {
  const channels = largest.length;
  for (let channel = 0; channel < channels; channel++) largest[channel] = corner + channel;
  for (let at = 1; at < size * size; at++) {
    const start = corner + Math.floor(at / size) * rowLength + (at % size) * channels;
    for (let channel = 0; channel < channels; channel++) {
      const value = x[start + channel] ?? 0;
      if (value > (x[largest[channel] ?? 0] ?? 0)) largest[channel] = start + channel;
    }
  }
}

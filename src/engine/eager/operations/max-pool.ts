import { tensor } from '@tensorflow/tfjs-core';
import type { OperationOf, Sliding } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { eachWindowElement } from './windows.ts';

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
export function maxPoolGradient(
  sliding: Sliding,
  x: Float32Array,
  shape: readonly number[],
  shapeY: readonly number[],
  dy: Float32Array,
): Float32Array {
  const channels = shape[3] ?? 0;
  const largest = new Int32Array(dy.length).fill(-1);
  eachWindowElement(sliding, shape, shapeY, (output, input) => {
    for (let channel = 0; channel < channels; channel++) {
      const best = largest[output + channel] ?? -1;
      if (best < 0 || (x[input + channel] ?? 0) > (x[best] ?? 0)) largest[output + channel] = input + channel;
    }
  });
  const dx = new Float32Array(x.length);
  for (const [at, position] of largest.entries()) dx[position] = (dx[position] ?? 0) + (dy[at] ?? 0);
  return dx;
}

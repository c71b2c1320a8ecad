import { tensor } from '@tensorflow/tfjs-core';
import type { OperationOf, Sliding } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { eachWindowElement } from './windows.ts';

/** The mean of each window, padding left out. */
export function averagePool(kernels: Kernels, planned: OperationOf<'averagePool'>): EagerOperation {
  const { size, strides, padding } = planned;
  const attributes = { filterSize: [size, size], strides: [strides, strides], pad: padding };
  const native = !kernels.composed && kernels.has('AvgPoolGrad');
  return {
    kernels: ['AvgPool', ...(native ? ['AvgPoolGrad'] : [])],
    forward: (inputs) => kernels.run('AvgPool', { x: given(inputs) }, attributes),
    inputGradient: (dy, { inputs }) => {
      const input = given(inputs);
      if (native) return kernels.run('AvgPoolGrad', { dy, input }, attributes);
      return tensor(averagePoolGradient(planned, input.shape, dy.shape, dy.dataSync<'float32'>()), input.shape);
    },
  };
}

/** Each window's gradient in equal parts to the elements of the picture under it. Shapes have the batch first. */
export function averagePoolGradient(
  sliding: Sliding,
  x: readonly number[],
  y: readonly number[],
  dy: Float32Array,
): Float32Array {
  const channels = x[3] ?? 0;
  const elements = (shape: readonly number[]): number => shape.reduce((product, side) => product * side, 1);
  const dx = new Float32Array(elements(x));
  const counts = new Uint16Array(elements(y));
  eachWindowElement(sliding, x, y, (output) => (counts[output] = (counts[output] ?? 0) + 1));
  eachWindowElement(sliding, x, y, (output, input) => {
    const share = 1 / (counts[output] ?? 1);
    for (let channel = 0; channel < channels; channel++) {
      dx[input + channel] = (dx[input + channel] ?? 0) + share * (dy[output + channel] ?? 0);
    }
  });
  return dx;
}

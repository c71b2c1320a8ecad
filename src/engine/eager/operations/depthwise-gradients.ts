/** Gradients of the depthwise convolution in JavaScript, for devices without their kernels. Shapes have the batch first. */
import type { Sliding } from '../../models/operations.ts';
import { eachWindowElement } from './windows.ts';

type Shape = readonly number[];

/** By the input, from the gradient by the output and the kernel. */
export function depthwiseInputGradient(
  sliding: Sliding,
  x: Shape,
  y: Shape,
  dy: Float32Array,
  kernel: Float32Array,
): Float32Array {
  const channels = x[3] ?? 0;
  const dx = new Float32Array(x.reduce((product, side) => product * side, 1));
  eachWindowElement(sliding, x, y, (output, input, element) => {
    for (let channel = 0; channel < channels; channel++) {
      const gradient = (dy[output + channel] ?? 0) * (kernel[element * channels + channel] ?? 0);
      dx[input + channel] = (dx[input + channel] ?? 0) + gradient;
    }
  });
  return dx;
}

/** By the kernel, from the gradient by the output and the input. */
export function depthwiseFilterGradient(
  sliding: Sliding,
  x: Shape,
  y: Shape,
  dy: Float32Array,
  values: Float32Array,
): Float32Array {
  const channels = x[3] ?? 0;
  // Sums over all places: in doubles.
  const sums = new Float64Array(sliding.size ** 2 * channels);
  eachWindowElement(sliding, x, y, (output, input, element) => {
    for (let channel = 0; channel < channels; channel++) {
      const at = element * channels + channel;
      sums[at] = (sums[at] ?? 0) + (dy[output + channel] ?? 0) * (values[input + channel] ?? 0);
    }
  });
  return Float32Array.from(sums);
}

import type { Tensor } from '@tensorflow/tfjs-core';
import type { Kernels } from '../kernels.ts';

/** The axes of all but the channels, which are the last. */
const others = (x: Tensor): number[] => x.shape.slice(1).map((_, at) => at);

/** Of each channel, over all samples and places. */
export const channelSums = (kernels: Kernels, x: Tensor): Tensor =>
  kernels.run('Sum', { x }, { axis: others(x), keepDims: false });

export const channelMeans = (kernels: Kernels, x: Tensor): Tensor =>
  kernels.run('Mean', { x }, { axis: others(x), keepDims: false });

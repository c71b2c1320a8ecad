import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { channelSums } from './channels.ts';

/** Adds one value per channel (the last axis). */
export const bias = (kernels: Kernels): EagerOperation => ({
  kernels: ['Add', 'Sum'],
  forward: (inputs, weights) => kernels.of('Add', given(inputs), given(weights)),
  inputGradient: (dy) => dy,
  weightGradients: (dy) => [channelSums(kernels, dy)],
});

import { scalar, type Tensor } from '@tensorflow/tfjs-core';
import type { OperationOf } from '../../models/operations.ts';
import type { Kernels } from '../kernels.ts';
import { given, type EagerOperation } from '../operation.ts';
import { channelMeans, channelSums } from './channels.ts';

/** Batch normalization of each channel (Ioffe and Szegedy 2015), with the variance of the population as Keras 3. */
export function normalization(kernels: Kernels, { epsilon, momentum }: OperationOf<'normalization'>): EagerOperation {
  const of = (name: string, a: Tensor, b: Tensor): Tensor => kernels.of(name, a, b);
  const inverseRoot = (variance: Tensor): Tensor => kernels.run('Rsqrt', { x: of('Add', variance, scalar(epsilon)) });
  const scaled = (standard: Tensor, weights: readonly Tensor[]): Tensor =>
    of('Add', of('Multiply', standard, given(weights)), given(weights, 1));
  return {
    kernels: ['Add', 'Sub', 'Multiply', 'Square', 'Rsqrt', 'Mean', 'Sum', 'RealDiv'],
    forward: (inputs, weights) =>
      scaled(of('Multiply', of('Sub', given(inputs), given(weights, 2)), inverseRoot(given(weights, 3))), weights),
    train: (inputs, weights) => {
      const mean = channelMeans(kernels, given(inputs));
      const centred = of('Sub', given(inputs), mean);
      const variance = channelMeans(kernels, kernels.run('Square', { x: centred }));
      const root = inverseRoot(variance);
      const standard = of('Multiply', centred, root);
      return { output: scaled(standard, weights), saved: [standard, root, mean, variance] };
    },
    weightGradients: (dy, { saved }) => [
      channelSums(kernels, of('Multiply', dy, given(saved))),
      channelSums(kernels, dy),
    ],
    // gamma / sigma * (dy - mean(dy) - standard * mean(dy * standard)), by the chain rule through mean and variance.
    inputGradient: (dy, { saved, weights }, _, [byGamma, byBeta]) => {
      const [standard, root] = [given(saved), given(saved, 1)];
      const count = scalar(dy.size / (dy.shape.at(-1) ?? 1));
      if (byGamma === undefined || byBeta === undefined) throw new Error('Normalization has two gradients.');
      const inner = of('Sub', dy, of('RealDiv', byBeta, count));
      const along = of('Multiply', standard, of('RealDiv', byGamma, count));
      return of('Multiply', of('Sub', inner, along), of('Multiply', given(weights), root));
    },
    movingAverages: ({ saved, weights }) =>
      [2, 3].map((at) => {
        const old = given(weights, at);
        return of('Add', old, of('Multiply', of('Sub', given(saved, at), old), scalar(1 - momentum)));
      }),
  };
}

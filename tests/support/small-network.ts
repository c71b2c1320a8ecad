import type { NetworkDescription } from '../../src/engine/models/description.ts';

/** A network of 16 x 16 pictures with all that a state can hold: batch statistics, dropout, averages of the weights. */
export const smallNetwork: NetworkDescription = {
  preset: 'test',
  input: { height: 16, width: 16 },
  layers: [
    { type: 'rescaling', name: 'rescaling', scale: 1 / 255, offset: -0.5 },
    {
      type: 'conv2d',
      name: 'conv',
      filters: 4,
      kernelSize: 3,
      strides: 1,
      padding: 'same',
      useBias: false,
      activation: 'linear',
    },
    { type: 'batchNormalization', name: 'normalization', momentum: 0.9, epsilon: 0.001 },
    { type: 'activation', name: 'relu', activation: 'relu' },
    { type: 'maxPool', name: 'pool', size: 2, strides: 2, padding: 'valid' },
    { type: 'dropout', name: 'dropout_1', rate: 0.25 },
    { type: 'flatten', name: 'flatten' },
    { type: 'dense', name: 'hidden', units: 8, useBias: true, activation: 'relu' },
    { type: 'dropout', name: 'dropout_2', rate: 0.5 },
    { type: 'dense', name: 'head', units: 3, useBias: true, activation: 'softmax' },
  ],
  classes: 3,
  loss: { type: 'categoricalCrossEntropy', labelSmoothing: 0.1, classWeights: [1, 2, 0.5] },
  optimizer: { type: 'adamW', beta1: 0.9, beta2: 0.999, epsilon: 1e-7, weightDecay: 0.01 },
  clipNorm: 1,
  averageDecay: 0.99,
};

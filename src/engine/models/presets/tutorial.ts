import type { Activation, Adam, Layer, NetworkDescription } from '../description.ts';

/** Keras's defaults. */
const adam: Adam = { type: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** The network of the tutorial: two convolutions with pooling, one hidden dense layer. 813,217 parameters at 64 x 64. */
export function tutorial(classes: number, height: number, width: number): NetworkDescription {
  const binary = classes === 2;
  return {
    preset: 'tutorial',
    input: { height, width },
    layers: [
      { type: 'rescaling', name: 'rescaling', scale: 1 / 255, offset: 0 },
      convolution('conv2d_1'),
      pooling('max_pool_1'),
      convolution('conv2d_2'),
      pooling('max_pool_2'),
      { type: 'flatten', name: 'flatten' },
      dense('dense_1', 128, 'relu'),
      binary ? dense('dense_2', 1, 'sigmoid') : dense('dense_2', classes, 'softmax'),
    ],
    classes,
    loss: {
      type: binary ? 'binaryCrossEntropy' : 'categoricalCrossEntropy',
      labelSmoothing: 0,
      classWeights: null,
    },
    optimizer: adam,
    clipNorm: null,
    averageDecay: null,
  };
}

const convolution = (name: string): Layer => ({
  type: 'conv2d',
  name,
  filters: 32,
  kernelSize: 3,
  strides: 1,
  padding: 'valid',
  useBias: true,
  activation: 'relu',
});

const pooling = (name: string): Layer => ({ type: 'maxPool', name, size: 2, strides: 2, padding: 'valid' });

const dense = (name: string, units: number, activation: Activation): Layer => ({
  type: 'dense',
  name,
  units,
  useBias: true,
  activation,
});

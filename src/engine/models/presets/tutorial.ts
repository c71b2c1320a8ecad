import type { Adam, Layer, NetworkDescription } from '../description.ts';

/** Keras's defaults. */
const adam: Adam = { type: 'adam', beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

/** The network of the tutorial: two convolutions with pooling, one hidden dense layer. 813,217 parameters at 64 x 64. */
export function tutorial(classes: number, height: number, width: number): NetworkDescription {
  const binary = classes === 2;
  return {
    preset: 'tutorial',
    input: { height, width },
    layers: [
      { type: 'rescaling', name: 'rescaling', scale: 1 / 255 },
      convolution('conv2d_1'),
      { type: 'maxPool', name: 'max_pool_1', size: 2 },
      convolution('conv2d_2'),
      { type: 'maxPool', name: 'max_pool_2', size: 2 },
      { type: 'flatten', name: 'flatten' },
      { type: 'dense', name: 'dense_1', units: 128, activation: 'relu' },
      { type: 'dense', name: 'dense_2', units: binary ? 1 : classes, activation: binary ? 'sigmoid' : 'softmax' },
    ],
    classes,
    loss: binary ? 'binaryCrossEntropy' : 'categoricalCrossEntropy',
    optimizer: adam,
  };
}

const convolution = (name: string): Layer => ({
  type: 'conv2d',
  name,
  filters: 32,
  kernelSize: 3,
  strides: 1,
  padding: 'valid',
  activation: 'relu',
});

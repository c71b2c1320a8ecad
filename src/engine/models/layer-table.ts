import type { LayerRow } from '../../contract/run-view.ts';
import type { Activation, Layer, NetworkDescription } from './description.ts';
import { planLayers } from './plan.ts';
import { elements } from './shapes.ts';

/** A network's layers as people read them, first to last: what each is, what it gives, how many numbers it learns. */
export function layerTable(description: NetworkDescription): readonly LayerRow[] {
  return planLayers(description).map(({ variables, shape }, at) => ({
    name: describeLayer(description.layers[at]),
    output: shape,
    weights: variables.reduce((sum, variable) => sum + elements(variable.shape), 0),
  }));
}

/** "Convolution 3×3, ReLU" */
function describeLayer(layer: Layer | undefined): string {
  switch (layer?.type) {
    case undefined:
      return '';
    case 'rescaling':
      return layer.offset === 0 ? 'Scale to 0 to 1' : 'Scale to -1 to 1';
    case 'zeroPadding':
      return 'Margin of zeros';
    case 'conv2d':
      return activated(`Convolution ${square(layer.kernelSize)}`, layer.activation);
    case 'depthwiseConv2d':
      return activated(`Convolution by channel ${square(layer.kernelSize)}`, layer.activation);
    case 'separableConv2d':
      return activated(`Separable convolution ${square(layer.kernelSize)}`, layer.activation);
    case 'dense':
      return activated('Dense', layer.activation);
    case 'activation':
      return activationNames[layer.activation];
    case 'maxPool':
      return `Max pooling ${square(layer.size)}`;
    case 'averagePool':
      return `Average pooling ${square(layer.size)}`;
    case 'dropout':
      return `Dropout ${Math.round(layer.rate * 100)}\u00a0%`;
    case 'globalAveragePool':
    case 'batchNormalization':
    case 'flatten':
    case 'add':
    case 'concatenate':
      return plainNames[layer.type];
  }
}

const plainNames = {
  globalAveragePool: 'Average of each channel',
  batchNormalization: 'Batch normalization',
  flatten: 'Flatten',
  add: 'Sum',
  concatenate: 'Join channels',
} as const;

const activationNames: Readonly<Record<Activation, string>> = {
  linear: 'Linear',
  relu: 'ReLU',
  relu6: 'ReLU6',
  sigmoid: 'sigmoid',
  swish: 'swish',
  softmax: 'softmax',
};

const square = (size: number): string => `${size}×${size}`;

const activated = (name: string, activation: Activation): string =>
  activation === 'linear' ? name : `${name}, ${activationNames[activation]}`;

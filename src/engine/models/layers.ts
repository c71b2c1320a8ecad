/** What each kind of layer is made of: its computations one after the other, and its variables. */
import type { Activation, Layer } from './description.ts';
import type { Computation } from './operations.ts';
import type { Shape } from './shapes.ts';
import type { Variable } from './variables.ts';

/** `salt`: unlike that of any layer before; `last`: the layer's activation belongs to the loss. */
export function layerComputations(layer: Layer, salt: number, last: boolean): readonly Computation[] {
  const { name } = layer;
  switch (layer.type) {
    case 'rescaling':
      return [{ type: 'rescale', scale: layer.scale, offset: layer.offset }];
    case 'zeroPadding': {
      const { top, bottom, left, right } = layer;
      return [{ type: 'pad', top, bottom, left, right }];
    }
    case 'conv2d':
      return [
        { type: 'convolution', kernel: `${name}/kernel`, filters: layer.filters, ...sliding(layer) },
        ...tail(layer, last),
      ];
    case 'depthwiseConv2d':
      return [{ type: 'depthwiseConvolution', kernel: `${name}/kernel`, ...sliding(layer) }, ...tail(layer, last)];
    case 'separableConv2d':
      return [
        { type: 'depthwiseConvolution', kernel: `${name}/depthwise_kernel`, ...sliding(layer) },
        { type: 'convolution', kernel: `${name}/pointwise_kernel`, filters: layer.filters, ...pointwise },
        ...tail(layer, last),
      ];
    case 'dense':
      return [{ type: 'product', kernel: `${name}/kernel`, units: layer.units }, ...tail(layer, last)];
    case 'maxPool':
    case 'averagePool':
      return [{ type: layer.type, size: layer.size, strides: layer.strides, padding: layer.padding }];
    case 'globalAveragePool':
      return [{ type: 'globalAverage' }];
    case 'batchNormalization': {
      const { momentum, epsilon } = layer;
      const [gamma, beta, movingMean, movingVariance] = normalizationParts(name);
      return [{ type: 'normalization', gamma, beta, movingMean, movingVariance, momentum, epsilon }];
    }
    case 'activation':
      return last ? [] : activation(layer.activation);
    case 'dropout':
      return layer.rate === 0 ? [] : [{ type: 'dropout', rate: layer.rate, salt }];
    case 'flatten':
    case 'add':
    case 'concatenate':
      return [{ type: layer.type }];
  }
}

const pointwise = { size: 1, strides: 1, padding: 'valid' } as const;

const sliding = ({
  kernelSize,
  strides,
  padding,
}: Extract<Layer, { readonly kernelSize: number }>): { size: number; strides: number; padding: 'valid' | 'same' } => ({
  size: kernelSize,
  strides,
  padding,
});

const normalizationParts = (name: string): readonly [string, string, string, string] => [
  `${name}/gamma`,
  `${name}/beta`,
  `${name}/moving_mean`,
  `${name}/moving_variance`,
];

/** Bias and activation. */
const tail = (layer: Extract<Layer, { readonly useBias: boolean }>, last: boolean): readonly Computation[] => [
  ...(layer.useBias ? ([{ type: 'bias', bias: `${layer.name}/bias` }] as const) : []),
  ...(last ? [] : activation(layer.activation)),
];

const activation = (type: Activation): readonly Computation[] => (type === 'linear' ? [] : [{ type }]);

/** In Keras's order. `input`: the shape of its first input. */
export function layerVariables(layer: Layer, input: Shape): readonly Variable[] {
  const channels = input.at(-1) ?? 0;
  const { name } = layer;
  switch (layer.type) {
    case 'conv2d': {
      const { kernelSize: size, filters } = layer;
      return [kernel(`${name}/kernel`, [size, size, channels, filters]), ...bias(layer, filters)];
    }
    case 'depthwiseConv2d': {
      const { kernelSize: size } = layer;
      return [kernel(`${name}/kernel`, [size, size, channels, 1]), ...bias(layer, channels)];
    }
    case 'separableConv2d': {
      const { kernelSize: size, filters } = layer;
      return [
        kernel(`${name}/depthwise_kernel`, [size, size, channels, 1]),
        kernel(`${name}/pointwise_kernel`, [1, 1, channels, filters]),
        ...bias(layer, filters),
      ];
    }
    case 'dense':
      return [kernel(`${name}/kernel`, [channels, layer.units]), ...bias(layer, layer.units)];
    case 'batchNormalization': {
      const [gamma, beta, movingMean, movingVariance] = normalizationParts(name);
      return [
        constant(gamma, channels, 1, true),
        constant(beta, channels, 0, true),
        constant(movingMean, channels, 0, false),
        constant(movingVariance, channels, 1, false),
      ];
    }
    default:
      return [];
  }
}

/** The fans as Keras counts them: the places one unit sees, times the last two sides. */
function kernel(name: string, shape: Shape): Variable {
  const field = shape.slice(0, -2).reduce((product, side) => product * side, 1);
  const [inputs = 0, outputs = 0] = shape.slice(-2);
  return { name, shape, fan: { in: inputs * field, out: outputs * field }, initial: 0, trained: true };
}

const bias = (layer: Extract<Layer, { readonly useBias: boolean }>, units: number): readonly Variable[] =>
  layer.useBias ? [constant(`${layer.name}/bias`, units, 0, true)] : [];

const constant = (name: string, size: number, initial: number, trained: boolean): Variable => ({
  name,
  shape: [size],
  fan: null,
  initial,
  trained,
});

import type { Layer, NetworkDescription } from './description.ts';
import { elements, inputShape, outputShapes, type Shape } from './shapes.ts';

/** Something that training changes. */
export interface Variable {
  /** Layer and part: `conv2d_1/kernel`, `conv2d_1/bias`. */
  readonly name: string;
  /** As Keras lays it out: height x width x input channels x filters, or inputs x units. */
  readonly shape: Shape;
  /** Inputs and outputs of one unit, which the initial values depend on; null for a bias. */
  readonly fan: { readonly in: number; readonly out: number } | null;
}

/** All variables, in the order of the layers, each kernel before its bias. */
export function variables(description: NetworkDescription): readonly Variable[] {
  const outputs = outputShapes(description);
  return description.layers.flatMap((layer, at) => layerVariables(layer, outputs[at - 1] ?? inputShape(description)));
}

export function parameterCount(description: NetworkDescription): number {
  return variables(description).reduce((sum, { shape }) => sum + elements(shape), 0);
}

function layerVariables(layer: Layer, input: Shape): readonly Variable[] {
  const channels = input.at(-1) ?? 0;
  switch (layer.type) {
    case 'rescaling':
    case 'maxPool':
    case 'flatten':
      return [];
    case 'conv2d': {
      const field = layer.kernelSize ** 2;
      return kernelAndBias(layer.name, [layer.kernelSize, layer.kernelSize, channels, layer.filters], field);
    }
    case 'dense':
      return kernelAndBias(layer.name, [channels, layer.units], 1);
  }
}

/** `field`: how many places of the input one unit sees. */
function kernelAndBias(layer: string, shape: Shape, field: number): readonly Variable[] {
  const [inputs = 0, outputs = 0] = shape.slice(-2);
  return [
    { name: `${layer}/kernel`, shape, fan: { in: inputs * field, out: outputs * field } },
    { name: `${layer}/bias`, shape: [outputs], fan: null },
  ];
}

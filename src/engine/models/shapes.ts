import type { Layer, NetworkDescription } from './description.ts';

/** The shape of one picture's values, without the batch: height x width x channels, or units. */
export type Shape = readonly number[];

export const elements = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

export const inputShape = ({ input }: NetworkDescription): Shape => [input.height, input.width, 3];

/** The shape that each layer gives, first to last. Throws RangeError where a layer doesn't fit what comes before it. */
export function outputShapes(description: NetworkDescription): readonly Shape[] {
  let shape = inputShape(description);
  return description.layers.map((layer) => (shape = outputShape(layer, shape)));
}

/** Sides as Keras counts them: `valid` floors, `same` rounds up, pooling has no padding. */
function outputShape(layer: Layer, input: Shape): Shape {
  switch (layer.type) {
    case 'rescaling':
      return input;
    case 'conv2d': {
      const [height, width] = sides(layer.name, input);
      const side = (length: number): number =>
        Math.ceil((layer.padding === 'same' ? length : length - layer.kernelSize + 1) / layer.strides);
      return checked(layer.name, input, [side(height), side(width), layer.filters]);
    }
    case 'maxPool': {
      const [height, width, channels] = sides(layer.name, input);
      return checked(layer.name, input, [Math.floor(height / layer.size), Math.floor(width / layer.size), channels]);
    }
    case 'flatten':
      return [elements(input)];
    case 'dense':
      if (input.length !== 1) throw new RangeError(`${layer.name} needs a flat input, not ${input.join(' x ')}.`);
      return [layer.units];
  }
}

function sides(name: string, input: Shape): readonly [number, number, number] {
  const [height, width, channels] = input;
  if (height === undefined || width === undefined || channels === undefined) {
    throw new RangeError(`${name} needs height x width x channels, not ${input.join(' x ')}.`);
  }
  return [height, width, channels];
}

function checked(name: string, input: Shape, output: Shape): Shape {
  if (output.every((side) => side >= 1)) return output;
  throw new RangeError(`${name} leaves nothing of an input of ${input.join(' x ')}.`);
}

import type { NetworkDescription } from './description.ts';
import type { Computation, Sliding } from './operations.ts';

/** The shape of one picture's values, without the batch: height x width x channels, or units. */
export type Shape = readonly number[];

export const elements = (shape: Shape): number => shape.reduce((product, side) => product * side, 1);

export const inputShape = ({ input }: NetworkDescription): Shape => [input.height, input.width, 3];

/** What an operation gives. Throws RangeError, naming the layer, where it doesn't fit its inputs. */
export function outputShape(operation: Computation, inputs: readonly Shape[], layer: string): Shape {
  const [input = []] = inputs;
  switch (operation.type) {
    case 'pad': {
      const [height, width, channels] = sides(layer, input);
      return [height + operation.top + operation.bottom, width + operation.left + operation.right, channels];
    }
    case 'convolution':
      return [...slid(layer, input, operation), operation.filters];
    case 'depthwiseConvolution':
    case 'maxPool':
    case 'averagePool':
      return [...slid(layer, input, operation), sides(layer, input)[2]];
    case 'globalAverage':
      return [sides(layer, input)[2]];
    case 'flatten':
      return [elements(input)];
    case 'product':
      if (input.length !== 1) throw new RangeError(`${layer} needs a flat input, not ${input.join(' x ')}.`);
      return [operation.units];
    case 'add':
      return alike(layer, inputs, (shape) => shape.join(' x '));
    case 'concatenate': {
      const first = alike(layer, inputs, (shape) => shape.slice(0, -1).join(' x '));
      return [...first.slice(0, -1), inputs.reduce((sum, shape) => sum + (shape.at(-1) ?? 0), 0)];
    }
    case 'normalization':
      sides(layer, input);
      return input;
    default:
      return input;
  }
}

/** Sides as Keras counts them: `valid` floors, `same` rounds up. */
function slid(layer: string, input: Shape, { size, strides, padding }: Sliding): readonly [number, number] {
  const [height, width] = sides(layer, input);
  const side = (length: number): number => Math.ceil((padding === 'same' ? length : length - size + 1) / strides);
  if (side(height) >= 1 && side(width) >= 1) return [side(height), side(width)];
  throw new RangeError(`${layer} leaves nothing of an input of ${input.join(' x ')}.`);
}

function sides(layer: string, input: Shape): readonly [number, number, number] {
  const [height, width, channels] = input;
  if (height === undefined || width === undefined || channels === undefined) {
    throw new RangeError(`${layer} needs height x width x channels, not ${input.join(' x ')}.`);
  }
  return [height, width, channels];
}

/** The first shape, where what matters of them is the same in all. */
function alike(layer: string, inputs: readonly Shape[], matters: (shape: Shape) => string): Shape {
  const [first] = inputs;
  if (first === undefined || inputs.length < 2) throw new RangeError(`${layer} needs two inputs or more.`);
  if (new Set(inputs.map(matters)).size === 1) return first;
  throw new RangeError(`${layer} can't join inputs of ${inputs.map((shape) => shape.join(' x ')).join(' and ')}.`);
}

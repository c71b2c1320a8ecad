import type { NetworkDescription } from './description.ts';
import { planLayers } from './plan.ts';
import { elements, type Shape } from './shapes.ts';

/** Something that training changes. */
export interface Variable {
  /** Layer and part: `conv2d_1/kernel`, `conv2d_1/bias`. */
  readonly name: string;
  /** As Keras lays it out: height x width x input channels x filters, or inputs x units. */
  readonly shape: Shape;
  /** Inputs and outputs of one unit, which the initial values depend on; null where they are all `initial`. */
  readonly fan: { readonly in: number; readonly out: number } | null;
  readonly initial: number;
  /** By the optimizer, from its gradient; otherwise it is a moving average of batch statistics. */
  readonly trained: boolean;
}

/** All variables, in the order of the layers and of Keras within a layer. */
export const variables = (description: NetworkDescription): readonly Variable[] =>
  planLayers(description).flatMap((layer) => layer.variables);

/** Those that the optimizer changes. */
export const trainedVariables = (description: NetworkDescription): readonly Variable[] =>
  variables(description).filter(({ trained }) => trained);

/** Decoupled weight decay shrinks kernels only: biases and normalization have no need of it (Loshchilov and Hutter's own practice). */
export const decays = ({ fan }: Variable): boolean => fan !== null;

export function parameterCount(description: NetworkDescription): number {
  return variables(description).reduce((sum, { shape }) => sum + elements(shape), 0);
}

import { PawlabError } from '../../contract/errors.ts';
import { elements } from '../models/shapes.ts';
import type { Variable } from '../models/variables.ts';
import type { NamedTensor, NetworkState } from '../ports.ts';

/** The values of one variable. */
export interface ParameterValues {
  readonly weight: Float32Array;
  readonly m: Float32Array;
  readonly v: Float32Array;
}

/** A state in the order of the variables. Throws PawlabError `state-mismatch` where names or shapes aren't theirs. */
export function stateValues(variables: readonly Variable[], state: NetworkState): readonly ParameterValues[] {
  if (!Number.isInteger(state.step) || state.step < 0) throw mismatch(`its step is ${state.step}`);
  const weights = named('weights', state.weights, variables.length);
  const moments = named('moments', state.moments, 2 * variables.length);
  return variables.map(({ name, shape }) => ({
    weight: take(weights, name, shape),
    m: take(moments, `${name}/m`, shape),
    v: take(moments, `${name}/v`, shape),
  }));
}

/** Given weights with moments at zero. Throws as `stateValues`. */
export function freshValues(
  variables: readonly Variable[],
  weights: readonly NamedTensor[],
): readonly ParameterValues[] {
  const byName = named('weights', weights, variables.length);
  return variables.map(({ name, shape }) => ({
    weight: take(byName, name, shape),
    m: new Float32Array(elements(shape)),
    v: new Float32Array(elements(shape)),
  }));
}

function named(what: string, tensors: readonly NamedTensor[], count: number): ReadonlyMap<string, NamedTensor> {
  if (tensors.length !== count) throw mismatch(`it has ${tensors.length} ${what}, not ${count}`);
  return new Map(tensors.map((tensor) => [tensor.name, tensor]));
}

function take(tensors: ReadonlyMap<string, NamedTensor>, name: string, shape: readonly number[]): Float32Array {
  const tensor = tensors.get(name);
  if (tensor === undefined) throw mismatch(`it has no ${name}`);
  const fits = tensor.shape.join() === shape.join() && tensor.values.length === elements(shape);
  if (!fits) throw mismatch(`${name} is ${tensor.shape.join(' x ')}, not ${shape.join(' x ')}`);
  return tensor.values;
}

const mismatch = (why: string): PawlabError =>
  new PawlabError(
    'state-mismatch',
    `The stored state doesn't belong to this network: ${why}.`,
    'Use the state of a run with the same preset, picture size and classes.',
  );

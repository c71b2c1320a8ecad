import { PawlabError } from '../../contract/errors.ts';
import type { NetworkDescription, Optimizer } from '../models/description.ts';
import { elements, type Shape } from '../models/shapes.ts';
import { trainedVariables, variables, type Variable } from '../models/variables.ts';
import type { NamedTensor, NetworkState } from '../ports.ts';

/** What an optimizer keeps of each trained variable, by the ending of its name. */
export function slotsOf(optimizer: Optimizer): readonly string[] {
  switch (optimizer.type) {
    case 'adam':
    case 'adamW':
      return ['m', 'v'];
    case 'sgd':
      return ['velocity'];
  }
}

export interface TensorSpec {
  readonly name: string;
  readonly shape: Shape;
}

/** The names and shapes of all that a network's state holds, in order. */
export interface StateSpec {
  readonly weights: readonly Variable[];
  readonly moments: readonly TensorSpec[];
  readonly averages: readonly TensorSpec[];
}

export function stateSpec(description: NetworkDescription): StateSpec {
  const trained = trainedVariables(description);
  const ending = (slot: string): TensorSpec[] => trained.map(({ name, shape }) => ({ name: `${name}/${slot}`, shape }));
  return {
    weights: variables(description),
    moments: slotsOf(description.optimizer).flatMap(ending),
    averages: description.averageDecay === null ? [] : ending('average'),
  };
}

/** The state of a new network: the given weights, moments at zero, averages at the weights. Throws PawlabError `state-mismatch`. */
export function freshState(
  description: NetworkDescription,
  weights: readonly NamedTensor[],
  seed: number,
): NetworkState {
  const spec = stateSpec(description);
  const own = take('weights', spec.weights, weights);
  return {
    weights: own,
    moments: spec.moments.map((moment) => ({ ...moment, values: new Float32Array(elements(moment.shape)) })),
    averages: spec.averages.length === 0 ? [] : averagesAt(spec.weights, own),
    step: 0,
    seed,
  };
}

const averagesAt = (specs: readonly Variable[], weights: readonly NamedTensor[]): NamedTensor[] =>
  weights
    .filter((_, at) => specs[at]?.trained)
    .map((tensor) => ({ ...tensor, name: `${tensor.name}/average`, values: tensor.values.slice() }));

/** The state in the order of `stateSpec`. Throws PawlabError `state-mismatch` where names or shapes aren't the network's own. */
export function ownState(description: NetworkDescription, state: NetworkState): NetworkState {
  if (!Number.isInteger(state.step) || state.step < 0) throw mismatch(`its step is ${state.step}`);
  if (!Number.isInteger(state.seed) || state.seed < 0 || state.seed >= 2 ** 31) {
    throw mismatch(`its seed is ${state.seed}`);
  }
  const spec = stateSpec(description);
  return {
    weights: take('weights', spec.weights, state.weights),
    moments: take('moments', spec.moments, state.moments),
    averages: take('averages', spec.averages, state.averages),
    step: state.step,
    seed: state.seed,
  };
}

/** The weights that answer: the averages where they are kept, under the names of the weights. */
export function answeringWeights({
  weights,
  averages,
}: Pick<NetworkState, 'weights' | 'averages'>): readonly NamedTensor[] {
  const byName = new Map(averages.map((average) => [average.name, average.values]));
  return weights.map((weight) => ({ ...weight, values: byName.get(`${weight.name}/average`) ?? weight.values }));
}

function take(what: string, specs: readonly TensorSpec[], tensors: readonly NamedTensor[]): readonly NamedTensor[] {
  if (tensors.length !== specs.length) throw mismatch(`it has ${tensors.length} ${what}, not ${specs.length}`);
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  return specs.map(({ name, shape }) => {
    const tensor = byName.get(name);
    if (tensor === undefined) throw mismatch(`it has no ${name}`);
    const fits = tensor.shape.join() === shape.join() && tensor.values.length === elements(shape);
    if (!fits) throw mismatch(`${name} is ${tensor.shape.join(' x ')}, not ${shape.join(' x ')}`);
    return tensor;
  });
}

const mismatch = (why: string): PawlabError =>
  new PawlabError(
    'state-mismatch',
    `The stored state doesn't belong to this network: ${why}.`,
    'Use the state of a run with the same preset, picture size and classes.',
  );

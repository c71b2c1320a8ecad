import type { NamedTensor } from '../ports.ts';
import { random } from '../random.ts';
import type { NetworkDescription } from './description.ts';
import { elements } from './shapes.ts';
import { variables, type Variable } from './variables.ts';

/**
 * The weights that training starts from, the same for the same seed on every device: kernels Glorot uniform in
 * ±sqrt(6 / (inputs + outputs)) (Glorot and Bengio 2010, the default of Keras's layers), biases zero, normalization neutral.
 */
export function initialWeights(description: NetworkDescription, seed: number): readonly NamedTensor[] {
  return variables(description).map((variable) => ({
    name: variable.name,
    shape: variable.shape,
    values: initialValues(variable, seed),
  }));
}

/** A stream for each variable, so that a layer added elsewhere leaves the others' values as they are. */
function initialValues({ name, shape, fan, initial }: Variable, seed: number): Float32Array {
  const values = new Float32Array(elements(shape));
  if (fan === null) return values.fill(initial);
  const limit = Math.sqrt(6 / (fan.in + fan.out));
  const source = random(seed, 'weights', name);
  return values.map(() => source.uniform(-limit, limit));
}

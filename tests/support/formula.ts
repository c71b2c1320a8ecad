import type { NetworkDescription } from '../../src/engine/models/description.ts';
import { elements } from '../../src/engine/models/shapes.ts';
import { variables, type Variable } from '../../src/engine/models/variables.ts';
import type { Batch, NamedTensor } from '../../src/engine/ports.ts';

/** Numbers in [0, 1) with 32 bits, the same as `uniform` of keras_fixtures.py gives. */
export function uniform(salt: number, count: number): Float64Array {
  const start = Math.imul(salt, 0x9e3779b1) >>> 0;
  return new Float64Array(count).map((_, at) => {
    let state = (at + start) >>> 0;
    state = Math.imul(state ^ (state >>> 16), 0x85ebca6b);
    state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35);
    return ((state ^ (state >>> 16)) >>> 0) / 2 ** 32;
  });
}

/** Kernels in Glorot's range, biases in ±0.05, normalization within 0.3 of neutral, as keras_fixtures.py and keras_layers.py. */
export function formulaWeights(description: NetworkDescription): readonly NamedTensor[] {
  return variables(description).map((variable, at) => {
    const { name, shape, initial } = variable;
    const limit = formulaLimit(variable);
    const values = Float32Array.from(uniform(at + 1, elements(shape)), (value) => initial + (2 * value - 1) * limit);
    return { name, shape, values };
  });
}

function formulaLimit({ name, fan }: Variable): number {
  if (fan !== null) return Math.sqrt(6 / (fan.in + fan.out));
  return name.endsWith('/bias') ? 0.05 : 0.3;
}

/** Noise, as keras_fixtures.py makes it. */
export function formulaBatch(description: NetworkDescription, step: number, samples: number): Batch {
  const { height, width } = description.input;
  const pictures = Uint8Array.from(uniform(100 + step, samples * height * width * 3), (value) =>
    Math.floor(value * 256),
  );
  const labels = Uint16Array.from(uniform(200 + step, samples), (value) => Math.floor(value * description.classes));
  return { pictures, labels };
}

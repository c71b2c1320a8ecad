import { dropoutSeed } from '../networks/dropout.ts';
import type { TensorValues } from '../ports.ts';
import type { GraphBuilder, Ref } from './builder.ts';
import type { DataType, Sides } from './saved-model.ts';
import type { StepInputs } from './step-inputs.ts';

/** The placeholders that a step's graph really has, and what they are fed with. */
export class StepFeeds {
  readonly #graph: GraphBuilder;
  readonly #feeds = new Map<string, { readonly ref: Ref; readonly valuesOf: (inputs: StepInputs) => TensorValues }>();

  constructor(graph: GraphBuilder) {
    this.#graph = graph;
  }

  scalar(name: string, numberOf: (inputs: StepInputs) => number): Ref {
    return this.tensor(name, 'float32', [], (inputs) => scalarValues(numberOf(inputs)));
  }

  seed(): Ref {
    return this.tensor('seed', 'int32', [2], ({ seed, step }) => {
      return { dtype: 'int32', shape: [2], values: Int32Array.from(dropoutSeed(seed, 0, step)) };
    });
  }

  tensor(name: string, dtype: DataType, shape: Sides, valuesOf: (inputs: StepInputs) => TensorValues): Ref {
    const known = this.#feeds.get(name);
    if (known !== undefined) return known.ref;
    const ref = this.#graph.placeholder(`feeds/${name}`, dtype, shape);
    this.#feeds.set(name, { ref, valuesOf });
    return ref;
  }

  values(inputs: StepInputs): Readonly<Record<string, TensorValues>> {
    return Object.fromEntries([...this.#feeds.values()].map(({ ref, valuesOf }) => [ref, valuesOf(inputs)]));
  }
}

const scalarValues = (value: number): TensorValues => ({
  dtype: 'float32',
  shape: [],
  values: Float32Array.of(value),
});

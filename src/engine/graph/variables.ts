import type { StateSpec, TensorSpec } from '../networks/state.ts';
import type { NamedTensor, TensorValues } from '../ports.ts';
import type { GraphBuilder, Ref } from './builder.ts';

/** The network's state as variables of the graph. */
export class GraphVariables {
  readonly #graph: GraphBuilder;
  readonly #specs: readonly TensorSpec[];
  readonly #handles: ReadonlyMap<string, Ref>;

  constructor(graph: GraphBuilder, spec: StateSpec) {
    this.#graph = graph;
    this.#specs = [...spec.weights, ...spec.moments, ...spec.averages];
    this.#handles = new Map(
      this.#specs.map(({ name, shape }) => [name, graph.variable(`variables/${name}`, shape)] as const),
    );
  }

  handle(name: string): Ref {
    const handle = this.#handles.get(name);
    if (handle === undefined) throw new Error(`There is no variable ${name}.`);
    return handle;
  }

  has(name: string): boolean {
    return this.#handles.has(name);
  }

  /** Values to fetch, in the order of the state. */
  reads(): readonly Ref[] {
    const graph = this.#graph;
    return this.#specs.map(({ name }) => graph.float('Identity', graph.read(this.handle(name))));
  }

  /** Sets all variables to what is fed. */
  assignment(): Assignment {
    const graph = this.#graph;
    const names = this.#specs.map(({ name }) => name);
    const feeds = this.#specs.map(({ name, shape }) => graph.placeholder(`assign/${name}`, 'float32', shape));
    const assigned = names.map((name, at) => assign(graph, this.handle(name), feeds[at] ?? ''));
    const done = graph.node('Identity', [graph.scalar(1)], { T: { type: 'float32' } }, { after: assigned });
    return {
      done,
      values: (state) => {
        const byName = new Map(state.map((tensor) => [tensor.name, tensor]));
        return Object.fromEntries(names.map((name, at) => [feeds[at] ?? '', feedOf(byName.get(name))]));
      },
    };
  }
}

export interface Assignment {
  /** The value to fetch. */
  readonly done: Ref;
  /** The feeds: every tensor of a state. */
  values(state: readonly NamedTensor[]): Readonly<Record<string, TensorValues>>;
}

/** A copy is assigned: a feed lies in the caller's own memory, which the optimizer would write into. */
function assign(graph: GraphBuilder, variable: Ref, feed: Ref): Ref {
  const copy = graph.float('DeepCopy', feed);
  return graph.node('AssignVariableOp', [variable, copy], { dtype: { type: 'float32' } });
}

function feedOf(tensor: NamedTensor | undefined): TensorValues {
  if (tensor === undefined) throw new Error('The state lacks a tensor.');
  return { dtype: 'float32', shape: tensor.shape, values: tensor.values };
}

/** The same value for all who ask for a name. */
export function readOnce(read: (name: string) => Ref): (name: string) => Ref {
  const values = new Map<string, Ref>();
  return (name) => {
    const value = values.get(name) ?? read(name);
    values.set(name, value);
    return value;
  };
}

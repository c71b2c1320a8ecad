import {
  savedModel,
  type Attribute,
  type DataType,
  type GraphNode,
  type Sides,
  type Signature,
} from './saved-model.ts';

/** A value in a graph: `node`, or `node:1` for another output than the first. */
export type Ref = string;

export type Attributes = Readonly<Record<string, Attribute>>;

export const float32: Attribute = { type: 'float32' };
export const int32: Attribute = { type: 'int32' };

/** Puts a graph together. Nodes are named after the scope that they are made in and their operation. */
export class GraphBuilder {
  readonly #nodes = new Map<string, GraphNode>();
  readonly #constants = new Map<string, Ref>();
  #scope = '';

  /** What `make` makes is named `name/...`, so that TensorFlow's messages say where a value is wrong. */
  scope<Made>(name: string, make: () => Made): Made {
    const outer = this.#scope;
    this.#scope = `${outer}${nodeName(name)}/`;
    try {
      return make();
    } finally {
      this.#scope = outer;
    }
  }

  /** `after`: nodes that have to be computed before. Returns the first output. */
  node(operation: string, inputs: readonly Ref[], attributes: Attributes, options: NodeOptions = {}): Ref {
    const name = this.#unused(`${this.#scope}${nodeName(options.name ?? operation)}`);
    const waits = (options.after ?? []).map((ref) => `^${nodeOf(ref)}`);
    this.#nodes.set(name, { name, operation, inputs: [...inputs, ...waits], attributes });
    return name;
  }

  /** An operation on 32-bit floats whose only attribute is their type. */
  float(operation: string, ...inputs: readonly Ref[]): Ref {
    return this.node(operation, inputs, { T: float32 });
  }

  /** A 32-bit float without sides; the same number is kept once. */
  scalar(value: number): Ref {
    return this.#shared(`float ${Object.is(value, -0) ? '-0' : value}`, () => this.floats([], Float32Array.of(value)));
  }

  floats(shape: Sides, values: Float32Array): Ref {
    return this.node('Const', [], { dtype: float32, value: { tensor: { dtype: 'float32', shape, values } } });
  }

  /** A list of 32-bit whole numbers; the same list is kept once. */
  integers(...values: readonly number[]): Ref {
    const tensor = { dtype: 'int32', shape: [values.length], values: Int32Array.from(values) } as const;
    return this.#shared(`int ${values.join()}`, () => this.node('Const', [], { dtype: int32, value: { tensor } }));
  }

  /** A 32-bit whole number without sides. */
  integer(value: number): Ref {
    const tensor = { dtype: 'int32', shape: [], values: Int32Array.of(value) } as const;
    return this.#shared(`one int ${value}`, () => this.node('Const', [], { dtype: int32, value: { tensor } }));
  }

  /** What each run is fed with. TensorFlow doesn't hold feeds to the shape. */
  placeholder(name: string, dtype: DataType, shape: Sides): Ref {
    return this.node('Placeholder', [], { dtype: { type: dtype }, shape: { shape } }, { name });
  }

  /** A variable of 32-bit floats, empty until it is assigned. All without a `shared_name` of their own would be one. */
  variable(name: string, shape: Sides): Ref {
    const unique = this.#unused(`${this.#scope}${nodeName(name)}`);
    return this.node('VarHandleOp', [], { dtype: float32, shape: { shape }, shared_name: { text: unique } }, { name });
  }

  read(variable: Ref, after: readonly Ref[] = []): Ref {
    return this.node('ReadVariableOp', [variable], { dtype: float32 }, { after });
  }

  /** The saved_model.pb with what `fetches` need, nothing else. */
  finish(fetches: readonly Ref[], signatures: readonly Signature[] = []): Uint8Array {
    const needed = new Set<string>();
    const waiting = fetches.map(nodeOf);
    for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
      if (needed.has(name)) continue;
      needed.add(name);
      waiting.push(...(this.#nodes.get(name)?.inputs ?? missing(name)).map(nodeOf));
    }
    return savedModel(
      [...this.#nodes.values()].filter(({ name }) => needed.has(name)),
      signatures,
    );
  }

  #unused(name: string): string {
    let unused = name;
    for (let at = 1; this.#nodes.has(unused); at++) unused = `${name}_${at}`;
    return unused;
  }

  #shared(key: string, make: () => Ref): Ref {
    const ref = this.#constants.get(key) ?? this.#outside(make);
    this.#constants.set(key, ref);
    return ref;
  }

  /** A shared constant belongs to no layer. */
  #outside(make: () => Ref): Ref {
    const outer = this.#scope;
    this.#scope = 'constants/';
    const ref = make();
    this.#scope = outer;
    return ref;
  }
}

interface NodeOptions {
  readonly name?: string;
  readonly after?: readonly Ref[];
}

function missing(name: string): never {
  throw new Error(`The graph has no node ${name}.`);
}

/** The node of `node:1` or `^node`. */
const nodeOf = (ref: Ref): string => ref.replace(/^\^/, '').replace(/:\d+$/, '');

/** Letters, digits and _./- only, a letter or digit first: TensorFlow's rule. Two names may become one: nodes are numbered then. */
const nodeName = (name: string): string => name.replace(/[^A-Za-z0-9_./-]/g, '_').replace(/^[^A-Za-z0-9.]/, 'x$&');

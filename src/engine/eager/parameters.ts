import { keep, tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { Variable } from '../models/variables.ts';
import type { NamedTensor } from '../ports.ts';
import type { Kernels } from './kernels.ts';
import type { ParameterValues } from './state.ts';

/** A variable's tensors: its value and Adam's running means of its gradient and of the gradient's square. */
export interface Parameter {
  readonly weight: Tensor;
  readonly m: Tensor;
  readonly v: Tensor;
}

/** All that a network has learned, on the device. */
export class Parameters {
  readonly #kernels: Kernels;
  readonly #variables: readonly Variable[];
  /** In the variables' order. */
  #tensors = new Map<string, Parameter>();

  constructor(kernels: Kernels, variables: readonly Variable[], values: readonly ParameterValues[]) {
    this.#kernels = kernels;
    this.#variables = variables;
    this.write(values);
  }

  get(name: string): Parameter {
    const parameter = this.#tensors.get(name);
    if (parameter === undefined) throw new Error(`The network has no ${name}, or it was disposed.`);
    return parameter;
  }

  write(values: readonly ParameterValues[]): void {
    this.#replace((_, at) => {
      const { weight, m, v } = values[at] ?? { weight: [], m: [], v: [] };
      const upload = (numbers: ArrayLike<number>): Tensor =>
        // A copy: the device may read the array as late as at the first use.
        tensor(Float32Array.from(numbers), [...(this.#variables[at]?.shape ?? [])]);
      return { weight: upload(weight), m: upload(m), v: upload(v) };
    });
  }

  /** All at once: where computing one of them fails, every parameter is as it was. */
  update(next: (old: Parameter, name: string) => Parameter): void {
    this.#replace((name) => next(this.get(name), name));
  }

  async read(): Promise<{ readonly weights: readonly NamedTensor[]; readonly moments: readonly NamedTensor[] }> {
    const part = (which: keyof Parameter, suffix: string): Promise<NamedTensor[]> =>
      Promise.all(
        this.#variables.map(({ name, shape }) => readTensor(`${name}${suffix}`, shape, this.get(name)[which])),
      );
    const [weights, m, v] = await Promise.all([part('weight', ''), part('m', '/m'), part('v', '/v')]);
    return { weights, moments: [...m, ...v] };
  }

  dispose(): void {
    const tensors = this.#tensors;
    this.#tensors = new Map();
    for (const { weight, m, v } of tensors.values()) for (const part of [weight, m, v]) part.dispose();
  }

  #replace(make: (name: string, at: number) => Parameter): void {
    const made = new Map<string, Parameter>();
    this.#kernels.scoped(() => {
      for (const [at, { name }] of this.#variables.entries()) made.set(name, make(name, at));
      for (const { weight, m, v } of made.values()) for (const part of [weight, m, v]) keep(part);
    });
    this.dispose();
    this.#tensors = made;
  }
}

/** Reads a tensor back as the caller's own copy. */
export async function readTensor(name: string, shape: readonly number[], from: Tensor): Promise<NamedTensor> {
  return { name, shape: [...shape], values: new Float32Array(await from.data()) };
}

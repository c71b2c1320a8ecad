import { tensor, type Tensor } from '@tensorflow/tfjs-core';
import type { NamedTensor, NetworkState } from '../ports.ts';
import { dispose, type Kernels, type Tensors } from './kernels.ts';

/** All that a network has learned, on the device, by the names of its state. */
export class Store {
  readonly #kernels: Kernels;
  #tensors: Tensors = new Map();

  constructor(kernels: Kernels, state: NetworkState) {
    this.#kernels = kernels;
    this.write(state);
  }

  get(name: string): Tensor {
    const found = this.#tensors.get(name);
    if (found === undefined) throw new Error(`The network has no ${name}, or it was disposed.`);
    return found;
  }

  write({ weights, moments, averages }: NetworkState): void {
    this.#replace(() => new Map([...weights, ...moments, ...averages].map((named) => [named.name, upload(named)])));
  }

  /** The tensors that `next` gives take the places of those of their names, all at once: where it fails, all is as it was. */
  update(next: () => Tensors): void {
    this.#replace(next);
  }

  async read(specs: readonly { readonly name: string; readonly shape: readonly number[] }[]): Promise<NamedTensor[]> {
    return Promise.all(specs.map(({ name, shape }) => readTensor(name, shape, this.get(name))));
  }

  dispose(): void {
    dispose(this.#tensors);
    this.#tensors = new Map();
  }

  #replace(make: () => Tensors): void {
    const made = this.#kernels.kept(make);
    const old = this.#tensors;
    this.#tensors = new Map([...old, ...made]);
    for (const name of made.keys()) old.get(name)?.dispose();
  }
}

/** A copy: the device may read the array as late as at the first use. */
const upload = ({ shape, values }: NamedTensor): Tensor => tensor(Float32Array.from(values), [...shape]);

/** Reads a tensor back as the caller's own copy. */
export async function readTensor(name: string, shape: readonly number[], from: Tensor): Promise<NamedTensor> {
  return { name, shape: [...shape], values: new Float32Array(await from.data()) };
}

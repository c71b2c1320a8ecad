import type { Tensor } from '@tensorflow/tfjs-core';
import type { ValueId } from '../models/operations.ts';
import type { Kernels } from './kernels.ts';

/** The loss's gradients by values of a pass, on their way from the operations that take a value to the one that made it. */
export class ValueGradients {
  readonly #kernels: Kernels;
  readonly #gradients = new Map<ValueId, Tensor>();
  #replaced: Tensor[] = [];

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
  }

  /** Adds to what is there. One tensor may be given for several values; none is freed. */
  add(value: ValueId, gradient: Tensor): void {
    const before = this.#gradients.get(value);
    if (before === undefined) {
      this.#gradients.set(value, gradient);
      return;
    }
    this.#gradients.set(value, this.#kernels.of('Add', before, gradient));
    this.#replaced.push(before);
  }

  take(value: ValueId): Tensor | undefined {
    const gradient = this.#gradients.get(value);
    this.#gradients.delete(value);
    return gradient;
  }

  /** Frees these tensors and those that sums took the place of, unless they are the gradient by a value that is to come. */
  release(gradients: readonly Tensor[]): void {
    const held = new Set(this.#gradients.values());
    const unused = new Set([...gradients, ...this.#replaced].filter((gradient) => !held.has(gradient)));
    for (const gradient of unused) gradient.dispose();
    this.#replaced = [];
  }
}

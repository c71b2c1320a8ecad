import type { Tensor } from '@tensorflow/tfjs-core';
import type { ValueId } from '../models/operations.ts';
import type { Kernels } from './kernels.ts';

/** The loss's gradients by values of a pass, on their way from the operations that take a value to the one that made it. */
export class ValueGradients {
  readonly #kernels: Kernels;
  readonly #gradients = new Map<ValueId, Tensor>();

  constructor(kernels: Kernels) {
    this.#kernels = kernels;
  }

  /** Adds to what is there. One tensor may be given for several values. */
  add(value: ValueId, gradient: Tensor): void {
    const before = this.#gradients.get(value);
    if (before === undefined) {
      this.#gradients.set(value, gradient);
      return;
    }
    this.#gradients.set(value, this.#kernels.of('Add', before, gradient));
    this.release(before);
    this.release(gradient);
  }

  take(value: ValueId): Tensor | undefined {
    const gradient = this.#gradients.get(value);
    this.#gradients.delete(value);
    return gradient;
  }

  /** Frees the tensor, unless it is the gradient by another value too. */
  release(gradient: Tensor): void {
    if (![...this.#gradients.values()].includes(gradient)) gradient.dispose();
  }
}

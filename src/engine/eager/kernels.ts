import { engine, getBackend, getKernel, keep, setBackend, tidy } from '@tensorflow/tfjs-core';
import type { NamedAttrMap, NamedTensorMap, Tensor, TensorContainer } from '@tensorflow/tfjs-core';

/** Tensors by name. */
export type Tensors = ReadonlyMap<string, Tensor>;

/** The kernels of one tfjs backend, called without tfjs's own checks and gradient tape. */
export class Kernels {
  readonly backend: string;
  /**
   * Where the filter's gradient has no kernel (WebAssembly), gradients are composed of convolutions and transposes, and
   * so is what has a kernel there but a slow one.
   */
  readonly composed: boolean;

  constructor(backend: string) {
    this.backend = backend;
    this.composed = !this.has('Conv2DBackpropFilter');
  }

  has(name: string): boolean {
    // tfjs types the result as always there.
    return (getKernel(name, this.backend) as unknown) !== undefined;
  }

  run(name: string, inputs: NamedTensorMap, attributes: NamedAttrMap = {}): Tensor {
    return engine().runKernel(name, inputs, attributes);
  }

  /** Of two tensors, by `Add`, `Sub`, `Multiply`, …: the smaller shape is repeated to fit the larger one. */
  of(name: string, a: Tensor, b: Tensor): Tensor {
    return this.run(name, { a, b });
  }

  /** Runs `work` on this backend and frees all tensors made in it but those it returns. */
  scoped<T extends TensorContainer>(work: () => T): T {
    // An initialized backend is set before setBackend returns; its promise is for those that start with the call.
    if (getBackend() !== this.backend) void setBackend(this.backend);
    return tidy(work);
  }

  /** As `scoped`, for tensors by name, which stay until they are disposed of. */
  kept(work: () => Tensors): Tensors {
    let made: Tensors = new Map();
    this.scoped(() => {
      made = work();
      for (const tensor of made.values()) keep(tensor);
    });
    return made;
  }
}

export function dispose(tensors: Tensors): void {
  for (const tensor of tensors.values()) tensor.dispose();
}

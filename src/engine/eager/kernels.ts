import { engine, getBackend, getKernel, setBackend, tidy } from '@tensorflow/tfjs-core';
import type { NamedAttrMap, NamedTensorMap, Tensor, TensorContainer } from '@tensorflow/tfjs-core';

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

  /** Runs `work` on this backend and frees all tensors made in it but those it returns. */
  scoped<T extends TensorContainer>(work: () => T): T {
    // An initialized backend is set before setBackend returns; its promise is for those that start with the call.
    if (getBackend() !== this.backend) void setBackend(this.backend);
    return tidy(work);
  }
}

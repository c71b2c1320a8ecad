/**
 * A network as plain data: the same description is read by every executor, stored with the run and shown in the window.
 * Pictures enter as 8-bit RGB, height x width x 3; `rescaling` turns them into what the network computes with.
 */
export type Activation = 'linear' | 'relu' | 'sigmoid' | 'softmax';

export type Layer =
  | { readonly type: 'rescaling'; readonly name: string; readonly scale: number }
  | {
      readonly type: 'conv2d';
      readonly name: string;
      readonly filters: number;
      readonly kernelSize: number;
      readonly strides: number;
      readonly padding: 'valid' | 'same';
      readonly activation: Activation;
    }
  | { readonly type: 'maxPool'; readonly name: string; readonly size: number }
  | { readonly type: 'flatten'; readonly name: string }
  | { readonly type: 'dense'; readonly name: string; readonly units: number; readonly activation: Activation };

/** Binary: one sigmoid output, class 1 at 1. Categorical: one softmax output per class. */
export type Loss = 'binaryCrossEntropy' | 'categoricalCrossEntropy';

/** Adam as Keras computes it: epsilon is added to the square root of the uncorrected second moment. */
export interface Adam {
  readonly type: 'adam';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

export interface NetworkDescription {
  readonly preset: string;
  /** Pixels. */
  readonly input: { readonly height: number; readonly width: number };
  /** In order, first to last. The last layer is dense with the loss's activation. */
  readonly layers: readonly Layer[];
  readonly classes: number;
  readonly loss: Loss;
  readonly optimizer: Adam;
}

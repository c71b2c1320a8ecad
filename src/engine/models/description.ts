/**
 * A network as plain data: the same description is read by every executor, stored with the run and shown in the window.
 * Pictures enter as 8-bit RGB, height x width x 3; `rescaling` turns them into what the network computes with.
 */
export type Activation = 'linear' | 'relu' | 'relu6' | 'sigmoid' | 'swish' | 'softmax';

export type Padding = 'valid' | 'same';

interface Named {
  /** Unlike any other layer's. */
  readonly name: string;
  /** The layers whose outputs it takes, all of them before it; left out: the layer just before, the pictures for the first. */
  readonly inputs?: readonly string[];
}

/** Squares of `size` pixels, or kernels, moved by `strides`. `same` pads as TensorFlow does: the odd pixel goes after. */
interface Window {
  readonly strides: number;
  readonly padding: Padding;
}

export interface RescalingLayer extends Named {
  readonly type: 'rescaling';
  /** x * scale + offset. */
  readonly scale: number;
  readonly offset: number;
}

export interface ZeroPaddingLayer extends Named {
  readonly type: 'zeroPadding';
  /** Rows and columns of zeros. */
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

export interface Conv2DLayer extends Named, Window {
  readonly type: 'conv2d';
  readonly filters: number;
  readonly kernelSize: number;
  readonly useBias: boolean;
  readonly activation: Activation;
}

/** One kernel for each channel. */
export interface DepthwiseConv2DLayer extends Named, Window {
  readonly type: 'depthwiseConv2d';
  readonly kernelSize: number;
  readonly useBias: boolean;
  readonly activation: Activation;
}

/** A depthwise convolution without bias, then a 1 x 1 convolution. */
export interface SeparableConv2DLayer extends Named, Window {
  readonly type: 'separableConv2d';
  readonly filters: number;
  readonly kernelSize: number;
  readonly useBias: boolean;
  readonly activation: Activation;
}

export interface DenseLayer extends Named {
  readonly type: 'dense';
  readonly units: number;
  readonly useBias: boolean;
  readonly activation: Activation;
}

/** `averagePool` leaves padding out of its means, as Keras does. */
export interface PoolLayer extends Named, Window {
  readonly type: 'maxPool' | 'averagePool';
  readonly size: number;
}

/** As Keras 3: batch statistics in training, moving averages of them otherwise; the moving variance is of the population. */
export interface BatchNormalizationLayer extends Named {
  readonly type: 'batchNormalization';
  /** How much of the moving averages stays at each step, 0 to 1. */
  readonly momentum: number;
  readonly epsilon: number;
}

export interface DropoutLayer extends Named {
  readonly type: 'dropout';
  /** Share of values set to zero in training, 0 up to 1 (excluded); the others grow by 1 / (1 - rate). */
  readonly rate: number;
}

export interface ActivationLayer extends Named {
  readonly type: 'activation';
  readonly activation: Activation;
}

/** `add` takes inputs of one shape; `concatenate` joins them along the channels. */
export interface PlainLayer extends Named {
  readonly type: 'flatten' | 'globalAveragePool' | 'add' | 'concatenate';
}

export type Layer =
  | RescalingLayer
  | ZeroPaddingLayer
  | Conv2DLayer
  | DepthwiseConv2DLayer
  | SeparableConv2DLayer
  | DenseLayer
  | PoolLayer
  | BatchNormalizationLayer
  | DropoutLayer
  | ActivationLayer
  | PlainLayer;

/** Binary: one sigmoid output, class 1 at 1. Categorical: one softmax output per class. */
export interface LossDescription {
  readonly type: 'binaryCrossEntropy' | 'categoricalCrossEntropy';
  /** 0 up to 1 (excluded): how much of the truth is spread evenly over the classes, as Keras. */
  readonly labelSmoothing: number;
  /** Factors of the loss by the true class, in training only; null: all 1. */
  readonly classWeights: readonly number[] | null;
}

/** Kingma and Ba 2015. Epsilon is added to the square root of the uncorrected second moment, as Keras and TensorFlow do. */
export interface Adam {
  readonly type: 'adam';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

/** Adam with decoupled decay (Loshchilov and Hutter 2019): kernels shrink by learning rate * weightDecay a step. */
export interface AdamW {
  readonly type: 'adamW';
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
  readonly weightDecay: number;
}

/** As Keras: velocity = momentum * velocity - learning rate * gradient. */
export interface StochasticGradientDescent {
  readonly type: 'sgd';
  readonly momentum: number;
  readonly nesterov: boolean;
}

export type Optimizer = Adam | AdamW | StochasticGradientDescent;

export interface NetworkDescription {
  readonly preset: string;
  /** Pixels. */
  readonly input: { readonly height: number; readonly width: number };
  /** In order, first to last. The last layer is dense with the loss's activation. */
  readonly layers: readonly Layer[];
  readonly classes: number;
  readonly loss: LossDescription;
  readonly optimizer: Optimizer;
  /** Largest Euclidean norm of all gradients together, longer ones are shortened; null: as they are. */
  readonly clipNorm: number | null;
  /** How much of the moving average of the weights stays at each step; the average then answers. null: no average. */
  readonly averageDecay: number | null;
}

import type { Operation, OperationOf, OperationType } from '../models/operations.ts';
import type { Kernels } from './kernels.ts';
import type { EagerOperation } from './operation.ts';
import { add } from './operations/add.ts';
import { averagePool } from './operations/average-pool.ts';
import { bias } from './operations/bias.ts';
import { concatenate } from './operations/concatenate.ts';
import { convolution } from './operations/convolution.ts';
import { depthwiseConvolution } from './operations/depthwise-convolution.ts';
import { dropout } from './operations/dropout.ts';
import { flatten } from './operations/flatten.ts';
import { globalAverage } from './operations/global-average.ts';
import { maxPool } from './operations/max-pool.ts';
import { normalization } from './operations/normalization.ts';
import { pad } from './operations/pad.ts';
import { product } from './operations/product.ts';
import { relu } from './operations/relu.ts';
import { relu6 } from './operations/relu6.ts';
import { rescale } from './operations/rescale.ts';
import { sigmoid } from './operations/sigmoid.ts';
import { softmax } from './operations/softmax.ts';
import { swish } from './operations/swish.ts';

type Registry = {
  readonly [Type in OperationType]: (kernels: Kernels, operation: OperationOf<Type>) => EagerOperation;
};

const registry: Registry = {
  add,
  averagePool,
  bias,
  concatenate,
  convolution,
  depthwiseConvolution,
  dropout,
  flatten,
  globalAverage,
  maxPool,
  normalization,
  pad,
  product,
  relu,
  relu6,
  rescale,
  sigmoid,
  softmax,
  swish,
};

/** What computes an operation on a device. */
export const eagerOperation = (kernels: Kernels, operation: Operation): EagerOperation =>
  make(kernels, operation.type, operation);

const make = <Type extends OperationType>(kernels: Kernels, type: Type, operation: OperationOf<Type>): EagerOperation =>
  registry[type](kernels, operation);

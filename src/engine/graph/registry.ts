import { PawlabError } from '../../contract/errors.ts';
import type { Operation, OperationType } from '../models/operations.ts';
import type { Input, Pass, Place, Placed } from './operation.ts';
import { placeRelu, placeRelu6, placeSigmoid, placeSoftmax, placeSwish } from './operations/activations.ts';
import { placeBias } from './operations/bias.ts';
import { placeConvolution } from './operations/convolution.ts';
import { placeDepthwiseConvolution } from './operations/depthwise-convolution.ts';
import { placeDropout } from './operations/dropout.ts';
import { placeFlatten } from './operations/flatten.ts';
import { placeAdd, placeConcatenate } from './operations/joins.ts';
import { placeNormalization } from './operations/normalization.ts';
import { placePad } from './operations/pad.ts';
import { placeAveragePool, placeGlobalAverage, placeMaxPool } from './operations/pools.ts';
import { placeProduct } from './operations/product.ts';
import { placeRescale } from './operations/rescale.ts';

/** What the graph executor can compute. */
export type Registry = { readonly [Type in OperationType]?: Place<Type> };

export const registry: Registry = {
  rescale: placeRescale,
  pad: placePad,
  convolution: placeConvolution,
  depthwiseConvolution: placeDepthwiseConvolution,
  product: placeProduct,
  bias: placeBias,
  maxPool: placeMaxPool,
  averagePool: placeAveragePool,
  globalAverage: placeGlobalAverage,
  flatten: placeFlatten,
  normalization: placeNormalization,
  add: placeAdd,
  concatenate: placeConcatenate,
  relu: placeRelu,
  relu6: placeRelu6,
  sigmoid: placeSigmoid,
  swish: placeSwish,
  softmax: placeSoftmax,
  dropout: placeDropout,
};

/** Throws PawlabError `layer-unsupported`, naming the layer of the first operation that isn't in the registry. */
export function checkOperations(known: Registry, operations: readonly Operation[]): void {
  const unknown = operations.find(({ type }) => known[type] === undefined);
  if (unknown === undefined) return;
  throw new PawlabError(
    'layer-unsupported',
    `The graph executor can't compute the layer ${unknown.layer} (${unknown.type}).`,
    'Use the executor eager, or auto.',
  );
}

// The type parameter ties the operation to its entry.
// eslint-disable-next-line @typescript-eslint/no-unnecessary-type-parameters
export function placeOperation<Type extends OperationType>(
  known: Registry,
  pass: Pass,
  operation: Extract<Operation, { readonly type: Type }>,
  inputs: readonly [Input, ...Input[]],
): Placed {
  const place: Place<Type> | undefined = known[operation.type];
  if (place === undefined) throw new Error(`${operation.type} is not in the registry.`);
  return place(pass, operation, inputs);
}

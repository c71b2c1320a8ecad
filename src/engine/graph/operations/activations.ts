import { float32, int32 } from '../builder.ts';
import type { Place } from '../operation.ts';

/** Where the output is 0 its gradient is 0, so the input needn't be kept. */
const rectifier =
  <Type extends 'relu' | 'relu6'>(operation: 'Relu' | 'Relu6'): Place<Type> =>
  ({ graph }, _, [input]) => {
    const rectified = graph.float(operation, input.value);
    return {
      output: rectified,
      gradient: (output) => ({ inputs: [graph.float(`${operation}Grad`, output, rectified)] }),
    };
  };

export const placeRelu: Place<'relu'> = rectifier('Relu');
export const placeRelu6: Place<'relu6'> = rectifier('Relu6');

export const placeSigmoid: Place<'sigmoid'> = ({ graph }, _, [input]) => {
  const sigmoid = graph.float('Sigmoid', input.value);
  return {
    output: sigmoid,
    gradient: (output) => ({ inputs: [graph.float('SigmoidGrad', sigmoid, output)] }),
  };
};

/** x * sigmoid(x). */
export const placeSwish: Place<'swish'> = ({ graph }, _, [input]) => {
  const sigmoid = graph.float('Sigmoid', input.value);
  return {
    output: graph.float('Mul', input.value, sigmoid),
    gradient(output) {
      const throughSigmoid = graph.float('SigmoidGrad', sigmoid, graph.float('Mul', output, input.value));
      return { inputs: [graph.float('AddV2', graph.float('Mul', output, sigmoid), throughSigmoid)] };
    },
  };
};

/** Over the channels or units. */
export const placeSoftmax: Place<'softmax'> = ({ graph }, _, [input]) => {
  const softmax = graph.float('Softmax', input.value);
  return {
    output: softmax,
    // s * (g - sum of s * g)
    gradient(output) {
      const products = graph.float('Mul', output, softmax);
      const sum = { T: float32, Tidx: int32, keep_dims: { bool: true } };
      const sums = graph.node('Sum', [products, graph.integers(-1)], sum);
      return { inputs: [graph.float('Mul', softmax, graph.float('Sub', output, sums))] };
    },
  };
};

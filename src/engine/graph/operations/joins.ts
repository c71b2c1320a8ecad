import { float32, int32, type Ref } from '../builder.ts';
import type { Input, Place } from '../operation.ts';

export const placeAdd: Place<'add'> = ({ graph }, _, inputs) => ({
  output: graph.node('AddN', inputs.map(valueOf), { T: float32, N: { int: inputs.length } }),
  gradient: (output) => ({ inputs: inputs.map(() => output) }),
});

/** Along the channels. */
export const placeConcatenate: Place<'concatenate'> = ({ graph }, _, inputs) => {
  const axis = graph.integer(inputs[0].shape.length);
  const count = { int: inputs.length };
  return {
    output: graph.node('ConcatV2', [...inputs.map(valueOf), axis], { T: float32, Tidx: int32, N: count }),
    gradient(output) {
      const sizes = graph.integers(...inputs.map(({ shape }) => shape.at(-1) ?? 0));
      const split = graph.node('SplitV', [output, sizes, axis], { T: float32, Tlen: int32, num_split: count });
      return { inputs: inputs.map((_, at) => `${split}:${at}`) };
    },
  };
};

const valueOf = ({ value }: Input): Ref => value;

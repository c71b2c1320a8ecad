import { float32, int32 } from '../builder.ts';
import type { Place } from '../operation.ts';

export const placePad: Place<'pad'> = ({ graph }, { top, bottom, left, right }, [input]) => {
  const sides = Int32Array.of(0, 0, top, bottom, left, right, 0, 0);
  const paddings = graph.node('Const', [], {
    dtype: int32,
    value: { tensor: { dtype: 'int32', shape: [4, 2], values: sides } },
  });
  return {
    output: graph.node('Pad', [input.value, paddings], { T: float32, Tpaddings: int32 }),
    gradient(output) {
      const [begin, size] = [graph.integers(0, top, left, 0), graph.integers(-1, ...input.shape)];
      return { inputs: [graph.node('Slice', [output, begin, size], { T: float32, Index: int32 })] };
    },
  };
};

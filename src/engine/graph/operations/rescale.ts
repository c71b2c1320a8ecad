import type { Place } from '../operation.ts';

export const placeRescale: Place<'rescale'> = ({ graph }, { scale, offset }, [input]) => {
  const times = (value: string): string => (scale === 1 ? value : graph.float('Mul', value, graph.scalar(scale)));
  const scaled = times(input.value);
  return {
    output: offset === 0 ? scaled : graph.float('AddV2', scaled, graph.scalar(offset)),
    gradient: (output) => ({ inputs: [times(output)] }),
  };
};

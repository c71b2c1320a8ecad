import type { Place } from '../operation.ts';

export const placeBias: Place<'bias'> = (pass, { bias }, [input]) => ({
  output: pass.graph.float('BiasAdd', input.value, pass.read(bias)),
  gradient: (output) => ({ inputs: [output], variables: { [bias]: pass.graph.float('BiasAddGrad', output) } }),
});

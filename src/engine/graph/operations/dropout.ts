import { saltFactor } from '../../networks/dropout.ts';
import { float32, int32, type Ref } from '../builder.ts';
import type { Pass, Place, Training } from '../operation.ts';
import { shapeOf } from './sliding.ts';

/** In training, `rate` of the values become 0 and the others grow by 1 / (1 - rate); otherwise all stay. */
export const placeDropout: Place<'dropout'> = (pass, { rate, salt }, [input]) => {
  if (pass.training === null) return { output: input.value, gradient: (output) => ({ inputs: [output] }) };
  const { graph } = pass;
  const drawn = draw(pass, pass.training, input.value, salt);
  const kept = graph.float('GreaterEqual', drawn, graph.scalar(rate));
  const ones = graph.node('Cast', [kept], { SrcT: { type: 'bool' }, DstT: float32 });
  const factors = graph.float('Mul', ones, graph.scalar(1 / (1 - rate)));
  return {
    output: graph.float('Mul', input.value, factors),
    gradient: (output) => ({ inputs: [graph.float('Mul', output, factors)] }),
  };
};

/** A number in [0, 1) for each value. The seed is `dropoutSeed`'s, whose salt is added here, wrapping around as there. */
function draw({ graph }: Pass, step: Training, value: Ref, salt: number): Ref {
  const own = graph.integers(Math.imul(salt, saltFactor), 0);
  const salted = graph.node('AddV2', [step.seed(), own], { T: int32 });
  return graph.node('StatelessRandomUniform', [shapeOf(graph, value), salted], {
    T: int32,
    Tseed: int32,
    dtype: float32,
  });
}

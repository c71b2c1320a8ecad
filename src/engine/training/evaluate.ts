import type { Breathe, Network, StopSignal } from '../ports.ts';
import { batches, type Samples, type TransformOf } from './samples.ts';
import { add, emptyTally, means } from './tally.ts';

/** Pictures per call when nothing is learned: larger than a training batch, there is no gradient to keep. */
const evaluationBatch = 128;

const asItIs: TransformOf = () => null;

/** Mean loss and accuracy over all samples; null where the signal stopped it midway. */
export async function evaluate(
  network: Network,
  samples: Samples,
  signal: StopSignal,
  breathe: Breathe,
): Promise<{ readonly loss: number; readonly accuracy: number } | null> {
  const everything = Array.from({ length: samples.labels.length }, (_, index) => index);
  const tally = emptyTally();
  for await (const batch of batches(samples, everything, evaluationBatch, asItIs)) {
    if (signal.aborted) return null;
    add(tally, await network.evaluate(batch));
    await breathe();
  }
  return means(tally);
}

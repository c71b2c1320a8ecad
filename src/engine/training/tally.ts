import type { BatchResult } from '../ports.ts';

/** Sums over batches, from which an epoch's means come. Plain numbers, so that a checkpoint can hold them. */
export interface Tally {
  samples: number;
  lossSum: number;
  correct: number;
}

export const emptyTally = (): Tally => ({ samples: 0, lossSum: 0, correct: 0 });

export function add(tally: Tally, result: BatchResult): void {
  tally.samples += result.samples;
  tally.lossSum += result.lossSum;
  tally.correct += result.correct;
}

/** Mean loss and share of right answers. */
export function means({ samples, lossSum, correct }: Tally): { loss: number; accuracy: number } {
  return { loss: lossSum / samples, accuracy: correct / samples };
}

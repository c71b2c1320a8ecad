import assert from 'node:assert/strict';
import type { Loss, Truth } from '../../src/engine/networks/losses/loss.ts';

/** The score's gradient by each logit is the mean loss's central difference. */
export function assertLossGradient(loss: Loss, logits: Float32Array, truth: Truth): void {
  const step = 2 ** -10;
  const meanLoss = (at: number, by: number): number => {
    const moved = logits.slice();
    moved[at] = (moved[at] ?? 0) + by;
    return loss.score(moved, truth).lossSum / truth.labels.length;
  };
  for (const [at, value] of loss.score(logits, truth).gradient.entries()) {
    const difference = (meanLoss(at, step) - meanLoss(at, -step)) / (2 * step);
    assert.ok(Math.abs(difference - value) < 2e-6, `logit ${at}: gradient ${value}, difference ${difference}`);
  }
}

/** The best epoch by each measure, the earliest of equals: on the test set where there is one, else on training. */
export interface Best {
  accuracy: number;
  accuracyEpoch: number;
  loss: number;
  lossEpoch: number;
}

/** Before the first epoch. Epoch 0 is none; the loss is a number (not infinity) so that JSON holds it. */
export const noBest = (): Best => ({ accuracy: -1, accuracyEpoch: 0, loss: Number.MAX_VALUE, lossEpoch: 0 });

/** Enters an epoch's result; says by which measures it is the best so far. */
export function enter(
  best: Best,
  epoch: number,
  result: { readonly loss: number; readonly accuracy: number },
): { readonly bestAccuracy: boolean; readonly bestLoss: boolean } {
  const bestAccuracy = result.accuracy > best.accuracy;
  const bestLoss = result.loss < best.loss;
  if (bestAccuracy) Object.assign(best, { accuracy: result.accuracy, accuracyEpoch: epoch });
  if (bestLoss) Object.assign(best, { loss: result.loss, lossEpoch: epoch });
  return { bestAccuracy, bestLoss };
}

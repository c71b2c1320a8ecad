import type { Settings } from '../../../contract/settings.ts';

/** What reduce-on-plateau knows. Plain numbers, so that a checkpoint can hold them. */
export interface Plateau {
  /** What the base learning rate is multiplied by. */
  factor: number;
  /** The loss that has to be beaten. */
  best: number;
  /** Epochs since it was. */
  waited: number;
}

/** Before the first epoch; the loss is a number (not infinity) so that JSON holds it. */
export const noPlateau = (): Plateau => ({ factor: 1, best: Number.MAX_VALUE, waited: 0 });

/** A smaller gain counts as none (Keras's min_delta). */
const leastGain = 1e-4;

/**
 * Enters the loss of an epoch, on the test set where there is one. Keras's ReduceLROnPlateau, without cooldown: after
 * `plateauPatience` epochs without a gain the learning rate falls by `plateauFactor`.
 */
export function observe(
  plateau: Plateau,
  loss: number,
  { schedule, plateauFactor, plateauPatience }: Pick<Settings, 'schedule' | 'plateauFactor' | 'plateauPatience'>,
): void {
  if (schedule !== 'plateau') return;
  if (loss < plateau.best - leastGain) {
    Object.assign(plateau, { best: loss, waited: 0 });
    return;
  }
  plateau.waited += 1;
  if (plateau.waited < plateauPatience) return;
  Object.assign(plateau, { factor: plateau.factor * plateauFactor, waited: 0 });
}

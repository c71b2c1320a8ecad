import type { Settings } from '../../contract/settings.ts';
import { balancedWeights } from './class-weights.ts';
import type { NetworkDescription, Optimizer } from './description.ts';
import { describePreset } from './presets.ts';

/** What a network depends on besides its settings. */
export interface Classes {
  /** How many, from 2. */
  readonly classes: number;
  /** Training samples of each; null where nothing is learned. */
  readonly counts: readonly number[] | null;
}

/** The preset's network with what the settings say of loss and optimizer. */
export function describeNetwork(settings: Settings, { classes, counts }: Classes): NetworkDescription {
  const preset = describePreset(settings.preset, { classes, size: settings.pictureSize });
  const balanced = settings.classWeights === 'balanced' && counts !== null;
  return {
    ...preset,
    loss: {
      ...preset.loss,
      labelSmoothing: settings.labelSmoothing,
      classWeights: balanced ? balancedWeights(counts) : null,
    },
    optimizer: describeOptimizer(settings),
    clipNorm: settings.clipNorm || null,
    averageDecay: settings.averageDecay || null,
  };
}

/** Keras 3's defaults, of Adam and of AdamW. */
const moments = { beta1: 0.9, beta2: 0.999, epsilon: 1e-7 };

function describeOptimizer({ optimizer, weightDecay, momentum, nesterov }: Settings): Optimizer {
  switch (optimizer) {
    case 'adam':
      return { type: 'adam', ...moments };
    case 'adamW':
      return { type: 'adamW', ...moments, weightDecay };
    case 'sgd':
      return { type: 'sgd', momentum, nesterov };
  }
}

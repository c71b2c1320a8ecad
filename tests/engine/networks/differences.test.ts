import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Executor } from '../../../src/contract/devices.ts';
import type { NetworkDescription } from '../../../src/engine/models/description.ts';
import type { Device, NamedTensor } from '../../../src/engine/ports.ts';
import { networkFor, onEachExecutor } from '../../support/devices.ts';
import { formulaBatch, formulaWeights } from '../../support/formula.ts';
import { kerasCases } from '../../support/keras.ts';

const samples = 4;
/** How far a variable moves along its gradient, as a whole. */
const step = 2 ** -8;

test("each variable's gradient is the loss's slope along it, by central differences", (t) =>
  onEachExecutor(t, async (device, executor, t) => {
    for (const { name, description } of kerasCases()) {
      await t.test(name, (t) => compare(t, device, executor, smooth(description)));
    }
    const [dropped] = kerasCases((name) => name === 'convolution, valid');
    assert.ok(dropped);
    await t.test('dropout', (t) => compare(t, device, executor, withDropout(smooth(dropped.description))));
  }));

/**
 * The same network without kinks between the two points that are compared: where relu, relu6 or max pooling bends, a
 * difference isn't the slope. Their gradients are compared with Keras's; here sigmoid and means take their places.
 */
function smooth(description: NetworkDescription): NetworkDescription {
  const layers = description.layers.map((layer) => {
    if (layer.type === 'maxPool') return { ...layer, type: 'averagePool' as const };
    if (!('activation' in layer) || !layer.activation.startsWith('relu')) return layer;
    return { ...layer, activation: 'sigmoid' as const };
  });
  return { ...description, layers };
}

function withDropout(description: NetworkDescription): NetworkDescription {
  const last = description.layers.at(-1);
  assert.ok(last);
  const dropout = { type: 'dropout', name: 'dropout', rate: 0.4 } as const;
  return { ...description, layers: [...description.layers.slice(0, -1), dropout, last] };
}

async function compare(
  t: TestContext,
  device: Device,
  executor: Executor,
  description: NetworkDescription,
): Promise<void> {
  const network = networkFor(t, device, description, formulaWeights(description), { executor, seed: 5 });
  const batch = formulaBatch(description, 0, samples);
  const state = await network.readState();
  const lossWith = async (weights: readonly NamedTensor[]): Promise<number> => {
    await network.writeState({ ...state, weights });
    return (await network.trainStep(batch, 0)).lossSum / samples;
  };
  for (const { name, values } of await network.gradients(batch)) {
    const norm = Math.hypot(...values);
    // Of a bias before normalization nothing but rounding is left.
    if (norm < 1e-4) continue;
    const along = (by: number): NamedTensor[] =>
      state.weights.map((tensor) =>
        tensor.name === name
          ? { ...tensor, values: tensor.values.map((value, at) => value + (by * (values[at] ?? 0)) / norm) }
          : tensor,
      );
    const slope = ((await lossWith(along(step))) - (await lossWith(along(-step)))) / (2 * step);
    // The losses are known to about 2e-7, their difference's quotient to 5e-5.
    const tolerance = 1e-3 * norm + 5e-5;
    assert.ok(Math.abs(slope - norm) <= tolerance, `${name}: gradient ${norm}, slope ${slope}`);
  }
}

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { defaultSettings } from '../../../src/contract/settings.ts';
import { describeNetwork } from '../../../src/engine/models/describe.ts';
import type { NetworkDescription } from '../../../src/engine/models/description.ts';
import { initialWeights } from '../../../src/engine/models/initializers.ts';
import { noise } from '../../../src/engine/training/noise.ts';
import { prepareNetwork } from '../../../src/engine/training/prepare-network.ts';
import { networkFor, onEachExecutor } from '../../support/devices.ts';

const settings = { ...defaultSettings, pictureSize: 16, averageDecay: 0.9 };
const tutorial = describeNetwork(settings, { classes: 3, counts: null });

/** With what a step changes besides trained weights: batch statistics, and dropout's place in its stream. */
const description: NetworkDescription = {
  ...tutorial,
  layers: [
    ...tutorial.layers.slice(0, 2),
    { type: 'batchNormalization', name: 'normalization', momentum: 0.9, epsilon: 1e-3 },
    { type: 'dropout', name: 'dropout', rate: 0.5 },
    ...tutorial.layers.slice(2),
  ],
};

const batch = noise(description, 8);

test('the network is as it was, bit for bit, and trains on as it would have', async (t) => {
  await onEachExecutor(t, async (device, executor, t) => {
    const make = (): ReturnType<typeof networkFor> =>
      networkFor(t, device, description, initialWeights(description, 1), { executor, seed: 7 });
    const [prepared, other] = [make(), make()];
    for (const network of [prepared, other]) await network.trainStep(batch, 0.001);
    const before = await prepared.readState();
    await prepareNetwork(prepared, 4);
    assert.deepEqual(await prepared.readState(), before);
    assert.equal(before.step, 1);
    assert.deepEqual(await prepared.trainStep(batch, 0.001), await other.trainStep(batch, 0.001));
    assert.deepEqual(await prepared.readState(), await other.readState());
  });
});

test('weights that give no finite loss are left for the first step to tell', async (t) => {
  await onEachExecutor(t, async (device, executor, t) => {
    const weights = initialWeights(tutorial, 1).map((tensor) => ({ ...tensor, values: tensor.values.map(() => NaN) }));
    const network = networkFor(t, device, tutorial, weights, { executor });
    await prepareNetwork(network, 4);
    await assert.rejects(network.trainStep(noise(tutorial, 4), 0.001), { code: 'loss-not-finite', message: /step 1;/ });
  });
});

test('what else goes wrong is told as it is', async (t) => {
  await onEachExecutor(t, async (device, executor, t) => {
    const network = networkFor(t, device, tutorial, initialWeights(tutorial, 1), { executor });
    const broken = { ...network, description: tutorial, trainStep: () => Promise.reject(new Error('no memory')) };
    broken.readState = () => network.readState();
    await assert.rejects(prepareNetwork(broken, 4), /no memory/);
  });
});

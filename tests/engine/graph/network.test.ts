import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createGraphNetwork, type GraphNetwork } from '../../../src/engine/graph/network.ts';
import { registry } from '../../../src/engine/graph/registry.ts';
import type { Optimizer } from '../../../src/engine/models/description.ts';
import type { LoadGraph } from '../../../src/engine/ports.ts';
import { formulaBatch, formulaWeights } from '../../support/formula.ts';
import { graphLoaderFor, graphNetworkFor } from '../../support/graphs.ts';
import { smallNetwork } from '../../support/small-network.ts';

const batch = (step: number) => formulaBatch(smallNetwork, step, 8);

async function steps(network: GraphNetwork, from: number, to: number): Promise<readonly number[]> {
  const losses: number[] = [];
  for (let step = from; step < to; step++) losses.push((await network.trainStep(batch(step), 0.01)).lossSum);
  return losses;
}

test('the same seed gives the same bits, another seed others', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const [one, two, other] = [7, 7, 8].map((seed) => graphNetworkFor(t, loader, smallNetwork, { seed }));
  assert.ok(one && two && other);
  assert.deepEqual(await steps(one, 0, 12), await steps(two, 0, 12));
  assert.deepEqual(await one.readState(), await two.readState());
  assert.notDeepEqual(
    await steps(other, 0, 12),
    await steps(graphNetworkFor(t, loader, smallNetwork, { seed: 7 }), 0, 12),
  );
});

const optimizers: readonly Optimizer[] = [smallNetwork.optimizer, { type: 'sgd', momentum: 0.9, nesterov: true }];

test('stopped at any step, read, and written into a new session, it goes on to the bit', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  for (const optimizer of optimizers) {
    const description = { ...smallNetwork, optimizer };
    const whole = graphNetworkFor(t, loader, description, { seed: 3 });
    const losses = await steps(whole, 0, 8);
    for (const stop of [0, 1, 5]) {
      const before = graphNetworkFor(t, loader, description, { seed: 3 });
      await steps(before, 0, stop);
      const after = graphNetworkFor(t, loader, description, { seed: 99 });
      await after.writeState(await before.readState());
      assert.deepEqual(await steps(after, stop, 8), losses.slice(stop));
      assert.deepEqual(await after.readState(), await whole.readState());
      assert.deepEqual(await after.predict(batch(9).pictures), await whole.predict(batch(9).pictures));
    }
  }
});

test('a state that was read or given stays as it is while training goes on', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const weights = formulaWeights(smallNetwork);
  const network = graphNetworkFor(t, loader, smallNetwork, { weights });
  await steps(network, 0, 2);
  assert.deepEqual(weights, formulaWeights(smallNetwork));
  const state = await network.readState();
  const kept = structuredClone(state);
  await steps(network, 2, 4);
  await network.writeState(state);
  await steps(network, 2, 4);
  assert.deepEqual(state, kept);
});

test('a loss or gradient that is no number names the step and changes nothing', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const network = graphNetworkFor(t, loader, smallNetwork, { seed: 3 });
  await steps(network, 0, 3);
  const good = await network.readState();
  const kernel = good.weights.find(({ name }) => name === 'head/kernel');
  assert.ok(kernel);
  for (const bad of [Number.NaN, Number.POSITIVE_INFINITY]) {
    const weights = good.weights.map((weight) =>
      weight === kernel ? { ...weight, values: weight.values.with(0, bad) } : weight,
    );
    await network.writeState({ ...good, weights });
    const before = await network.readState();
    await assert.rejects(network.trainStep(batch(3), 0.01), {
      code: 'loss-not-finite',
      message: 'The loss or its gradient is no longer a number in step 4; the weights of step 3 were kept.',
    });
    assert.deepEqual(await network.readState(), before);
  }
  await network.writeState(good);
  assert.equal((await network.trainStep(batch(3), 0.01)).samples, 8);
  assert.equal((await network.readState()).step, 4);
});

test('what does not fit is refused before TensorFlow sees it', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const network = graphNetworkFor(t, loader, smallNetwork);
  const before = await network.readState();
  const { pictures, labels } = batch(0);
  const wrong = [
    { pictures: new Uint8Array(0), labels: new Uint16Array(0) },
    { pictures: pictures.subarray(1), labels },
    { pictures: new Uint8Array(8 * 32 * 32 * 3 + 3), labels },
    { pictures, labels: labels.subarray(1) },
    { pictures, labels: new Uint16Array(9) },
    { pictures, labels: labels.with(2, 3) },
  ];
  for (const given of wrong) {
    await assert.rejects(network.trainStep(given, 0.01), RangeError);
    await assert.rejects(network.evaluate(given), RangeError);
    await assert.rejects(network.gradients(given), RangeError);
  }
  await assert.rejects(network.predict(new Uint8Array(0)), RangeError);
  for (const rate of [-0.1, Number.NaN, Number.POSITIVE_INFINITY, 1e39]) {
    await assert.rejects(network.trainStep(batch(0), rate), RangeError);
  }
  // As JavaScript may pass them.
  const floats = Float32Array.from(pictures) as unknown as Uint8Array;
  await assert.rejects(network.predict(floats), TypeError);
  await assert.rejects(network.writeState({ ...before, weights: before.weights.slice(1) }), { code: 'state-mismatch' });
  assert.deepEqual(await network.readState(), before);
});

test('dropout, class weights and batch statistics count in training only', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const network = graphNetworkFor(t, loader, smallNetwork);
  const [once, again] = [await network.evaluate(batch(0)), await network.evaluate(batch(0))];
  assert.deepEqual(once, again);
  const before = await network.readState();
  const gradients = await network.gradients(batch(0));
  assert.deepEqual(gradients, await network.gradients(batch(0)));
  assert.deepEqual(await network.readState(), before);
  assert.notEqual((await network.trainStep(batch(0), 0)).lossSum, once.lossSum);
});

const never: LoadGraph = () => {
  throw new Error('No graph should be loaded.');
};

test('an operation that the graph does not know is told by its layer, before anything is loaded', () => {
  const known = Object.fromEntries(Object.entries(registry).filter(([type]) => type !== 'swish'));
  const layers = smallNetwork.layers.map((layer) =>
    layer.type === 'dense' && layer.name === 'hidden' ? { ...layer, activation: 'swish' as const } : layer,
  );
  const description = { ...smallNetwork, layers };
  assert.throws(() => createGraphNetwork(never, description, formulaWeights(description), 0, known), {
    code: 'layer-unsupported',
    message: "The graph executor can't compute the layer hidden (swish).",
  });
});

test('a network that does not end as its loss wants it is refused', () => {
  const description = { ...smallNetwork, loss: { ...smallNetwork.loss, type: 'binaryCrossEntropy' as const } };
  assert.throws(() => createGraphNetwork(never, description, formulaWeights(description), 0), RangeError);
});

test('layers may be called anything', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const names = new Map([
    ['conv', 'Faltung, 1:ä'],
    ['normalization', '^norm'],
    ['hidden', 'Faltung, 1:ö'],
  ]);
  const layers = smallNetwork.layers.map((layer) => ({ ...layer, name: names.get(layer.name) ?? layer.name }));
  const renamed = graphNetworkFor(t, loader, { ...smallNetwork, layers });
  assert.deepEqual(await steps(renamed, 0, 2), await steps(graphNetworkFor(t, loader, smallNetwork), 0, 2));
});

test('the average of the weights answers', async (t) => {
  const loader = await graphLoaderFor(t);
  if (loader === null) return;
  const network = graphNetworkFor(t, loader, smallNetwork);
  await steps(network, 0, 1);
  const { weights, averages } = await network.readState();
  // At the first step 2/11 of the first weights stay.
  const name = 'hidden/kernel';
  const start = formulaWeights(smallNetwork).find((weight) => weight.name === name)?.values[0] ?? Number.NaN;
  const now = weights.find((weight) => weight.name === name)?.values[0] ?? Number.NaN;
  const average = averages.find((tensor) => tensor.name === `${name}/average`)?.values[0] ?? Number.NaN;
  assert.ok(Math.abs(average - (start * 2 + now * 9) / 11) < 1e-7);
  const plain = graphNetworkFor(
    t,
    loader,
    { ...smallNetwork, averageDecay: null },
    {
      weights: weights.map((weight) => ({
        ...weight,
        values: averages.find((tensor) => tensor.name === `${weight.name}/average`)?.values ?? weight.values,
      })),
    },
  );
  assert.deepEqual(await network.predict(batch(1).pictures), await plain.predict(batch(1).pictures));
});

import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import { engine } from '@tensorflow/tfjs-core';
import type { NetworkDescription } from '../../../src/engine/models/description.ts';
import { initialWeights } from '../../../src/engine/models/initializers.ts';
import { describePreset } from '../../../src/engine/models/presets.ts';
import type { Batch, Device, NamedTensor, Network, NetworkState } from '../../../src/engine/ports.ts';
import { anyDevice, deviceFor, networkFor, onEachDevice } from '../../support/devices.ts';
import { formulaBatch, formulaWeights } from '../../support/formula.ts';
import { kerasCases, kerasFixture } from '../../support/keras.ts';

const learningRate = 0.001;
const tutorial = describePreset('tutorial', { classes: 2, size: 64 });
const small = describePreset('tutorial', { classes: 2, size: 16 });

test('the tutorial network computes what Keras computes', (t) =>
  onEachDevice(t, (device, t) => compareWithKeras(t, device, 'tutorial')));

test('three classes with softmax compute what Keras computes', (t) =>
  onEachDevice(t, (device, t) => compareWithKeras(t, device, 'three-classes')));

async function compareWithKeras(t: TestContext, device: Device, name: 'tutorial' | 'three-classes'): Promise<void> {
  const keras = kerasFixture(name);
  const description = describePreset('tutorial', keras);
  const network = networkFor(t, device, description, formulaWeights(description));
  const batch = formulaBatch(description, 0, keras.batch);

  closeTo([...(await network.predict(batch.pictures))], keras.outputs, 1e-5, 'outputs');
  const { lossSum } = await network.evaluate(batch);
  closeTo([lossSum / keras.batch], keras.losses.slice(0, 1), 1e-5, 'loss');
  for (const [at, { name, shape, values }] of (await network.gradients(batch)).entries()) {
    const expected = keras.gradients[at];
    assert.ok(expected);
    assert.deepEqual(shape, expected.shape, name);
    closeTo(expected.positions?.map((position) => values[position]) ?? [...values], expected.values, 1e-5, name);
    closeTo([Math.hypot(...chunkNorms(values))], [expected.norm], 1e-5, `norm of ${name}`);
  }
  const losses = await train(network, keras.losses.length, (step) => formulaBatch(description, step, keras.batch));
  closeTo(losses, keras.losses, 1e-4, 'losses of Adam steps');
}

/** Euclidean norms of pieces, whose norm is that of the whole. */
function chunkNorms(values: Float32Array): number[] {
  const chunk = 4096;
  return Array.from({ length: Math.ceil(values.length / chunk) }, (_, at) =>
    Math.hypot(...values.subarray(at * chunk, (at + 1) * chunk)),
  );
}

function closeTo(
  actual: readonly (number | undefined)[],
  expected: readonly number[],
  tolerance: number,
  what: string,
): void {
  assert.equal(actual.length, expected.length, what);
  const worst = Math.max(...expected.map((value, at) => Math.abs((actual[at] ?? Number.NaN) - value)));
  assert.ok(worst <= tolerance, `${what}: off by ${worst}`);
}

/** Mean loss of each step. */
async function train(network: Network, steps: number, batchOf: (step: number) => Batch): Promise<number[]> {
  const losses: number[] = [];
  for (let step = 0; step < steps; step++) {
    const { lossSum, samples } = await network.trainStep(batchOf(step), learningRate);
    losses.push(lossSum / samples);
  }
  return losses;
}

/** Pictures that tell their class: those of class 0 are half as bright. */
function learnable(description: NetworkDescription, step: number, samples: number): Batch {
  const { pictures, labels } = formulaBatch(description, step, samples);
  const size = pictures.length / samples;
  const shaded = pictures.map((value, at) => (labels[Math.floor(at / size)] === 1 ? value : value * 0.5));
  return { pictures: shaded, labels };
}

test('WebAssembly trains as TensorFlow does, for 20 steps', async (t) => {
  const tensorflow = await deviceFor(t, 'tensorflow');
  const wasm = await deviceFor(t, 'wasm');
  if (tensorflow === null || wasm === null) return;
  const losses = async (device: Device): Promise<number[]> =>
    train(networkFor(t, device, tutorial, initialWeights(tutorial, 1)), 20, (step) => learnable(tutorial, step, 16));
  closeTo(await losses(wasm), await losses(tensorflow), 1e-3, 'losses');
});

test('training lowers the loss and learns what tells the classes apart', (t) =>
  onEachDevice(t, async (device, t) => {
    const network = networkFor(t, device, small, initialWeights(small, 1));
    const losses = await train(network, 60, (step) => learnable(small, step, 32));
    assert.ok((losses.at(-1) ?? 1) < 0.5 * (losses[0] ?? 0), `from ${losses[0]} to ${losses.at(-1)}`);
    const { correct } = await network.evaluate(learnable(small, 1000, 64));
    assert.ok(correct >= 58, `${correct} of 64`);
  }));

test('the same seed gives the same losses bit for bit', (t) =>
  onEachDevice(t, async (device, t) => {
    const losses = (): Promise<number[]> =>
      train(networkFor(t, device, small, initialWeights(small, 7)), 5, (step) => learnable(small, step, 8));
    assert.deepEqual(await losses(), await losses());
  }));

test('no call leaves tensors behind', (t) =>
  onEachDevice(t, async (device) => {
    const before = [device.tensorCount(), dataCount(device)];
    const network = await device.createNetwork(small, initialWeights(small, 1), { seed: 0, executor: 'eager' });
    const alive = [device.tensorCount(), dataCount(device)];
    const batch = formulaBatch(small, 0, 5);
    for (let round = 0; round < 2; round++) {
      await network.trainStep(batch, learningRate);
      await network.evaluate(batch);
      await network.predict(batch.pictures);
      await network.writeState(await network.readState());
      assert.deepEqual([device.tensorCount(), dataCount(device)], alive);
    }
    network.dispose();
    assert.deepEqual([device.tensorCount(), dataCount(device)], before);
  }));

/** What the backend itself still holds, which would also tell of a kernel's own leak. */
const dataCount = (device: Device): number => engine().findBackend(device.id).numDataIds();

test('the state of a network makes another one go on exactly', (t) =>
  onEachDevice(t, async (device, t) => {
    const batchOf = (step: number): Batch => learnable(small, step, 8);
    const first = networkFor(t, device, small, initialWeights(small, 1));
    await train(first, 3, batchOf);
    const state = await first.readState();
    assert.equal(state.step, 3);
    const uninterrupted = await train(first, 3, (step) => batchOf(3 + step));

    const second = networkFor(t, device, small, initialWeights(small, 2));
    await second.writeState(state);
    assert.deepEqual(await second.readState(), state);
    assert.deepEqual(await train(second, 3, (step) => batchOf(3 + step)), uninterrupted);
    assert.deepEqual(await second.readState(), await first.readState());
  }));

test('a state that was read does not change with the network, nor the network with it', async (t) => {
  const network = networkFor(t, await anyDevice(), small, initialWeights(small, 1));
  const batch = formulaBatch(small, 0, 4);
  const before = await network.readState();
  const copy = structuredClone(before);
  await network.trainStep(batch, learningRate);
  assert.deepEqual(before, copy);
  await network.writeState(before);
  for (const { values } of [...before.weights, ...before.moments]) values.fill(0);
  assert.deepEqual(await network.readState(), copy);
});

test('the names of a state are those of the layers', async (t) => {
  const network = networkFor(t, await anyDevice(), small, initialWeights(small, 1));
  const { weights, moments } = await network.readState();
  assert.deepEqual(
    weights.map(({ name }) => name),
    ['conv2d_1/kernel', 'conv2d_1/bias', 'conv2d_2/kernel', 'conv2d_2/bias', 'dense_1/kernel', 'dense_1/bias'].concat([
      'dense_2/kernel',
      'dense_2/bias',
    ]),
  );
  assert.deepEqual(
    moments.map(({ name }) => name).toSorted(),
    weights.flatMap(({ name }) => [`${name}/m`, `${name}/v`]).toSorted(),
  );
});

test('a state of another network is refused and changes nothing', async (t) => {
  const network = networkFor(t, await anyDevice(), small, initialWeights(small, 1));
  const state = await network.readState();
  const [first, ...others] = state.weights;
  assert.ok(first);
  const wrong: Record<string, NetworkState> = {
    'a weight missing': { ...state, weights: others },
    'another name': { ...state, weights: [{ ...first, name: 'conv2d_9/kernel' }, ...others] },
    'another shape': { ...state, weights: [{ ...first, shape: [3, 3, 32, 3] }, ...others] },
    'values cut off': { ...state, weights: [{ ...first, values: first.values.slice(1) }, ...others] },
    'a moment twice': { ...state, moments: state.moments.map((moment) => state.moments[0] ?? moment) },
    'half a step': { ...state, step: 0.5 },
  };
  for (const [what, bad] of Object.entries(wrong)) {
    await assert.rejects(network.writeState(bad), { name: 'PawlabError', code: 'state-mismatch' }, what);
  }
  assert.deepEqual(await network.readState(), state);
});

test('initial weights of another network are refused', async () => {
  const device = await anyDevice();
  const before = device.tensorCount();
  await assert.rejects(device.createNetwork(tutorial, initialWeights(small, 1), { seed: 0, executor: 'eager' }), {
    code: 'state-mismatch',
  });
  assert.equal(device.tensorCount(), before);
});

test('a loss that is no number stops the step before the weights change', (t) =>
  onEachDevice(t, async (device, t) => {
    const network = networkFor(t, device, small, initialWeights(small, 1));
    const batch = formulaBatch(small, 0, 4);
    await network.trainStep(batch, learningRate);
    const state = await network.readState();
    const broken = { ...state, weights: state.weights.map(withNaN) };
    await network.writeState(broken);
    const alive = device.tensorCount();
    await assert.rejects(network.trainStep(batch, learningRate), { name: 'PawlabError', code: 'loss-not-finite' });
    assert.deepEqual(await network.readState(), broken);
    assert.equal(device.tensorCount(), alive);
  }));

const withNaN = (tensor: NamedTensor): NamedTensor =>
  tensor.name === 'dense_2/bias' ? { ...tensor, values: tensor.values.map(() => Number.NaN) } : tensor;

test('gradients that are no numbers stop the step too, before averages of batch statistics move', (t) =>
  onEachDevice(t, async (device, t) => {
    const [normalized] = kerasCases((name) => name === 'normalization');
    assert.ok(normalized);
    const { description } = normalized;
    // Logits of 1e30 have a finite loss, but the square of their gradient is beyond float32.
    const weights = formulaWeights(description).map((tensor) =>
      tensor.name === 'head/kernel' ? { ...tensor, values: tensor.values.map((value) => value * 1e30) } : tensor,
    );
    const network = networkFor(t, device, description, weights);
    const batch = formulaBatch(description, 0, 4);
    assert.ok(Number.isFinite((await network.evaluate(batch)).lossSum));
    const state = await network.readState();
    await assert.rejects(network.trainStep(batch, learningRate), { name: 'PawlabError', code: 'loss-not-finite' });
    assert.deepEqual(await network.readState(), state);
  }));

test('feeds that do not fit are refused', async (t) => {
  const network = networkFor(t, await anyDevice(), small, initialWeights(small, 1));
  const { pictures, labels } = formulaBatch(small, 0, 2);
  const bad: Batch[] = [
    { pictures: pictures.subarray(1), labels },
    { pictures, labels: labels.subarray(1) },
    { pictures, labels: Uint16Array.of(0, 2) },
    { pictures: new Uint8Array(), labels: new Uint16Array() },
  ];
  for (const batch of bad) {
    await assert.rejects(network.trainStep(batch, learningRate), RangeError);
    await assert.rejects(network.evaluate(batch), RangeError);
  }
  await assert.rejects(network.predict(pictures.subarray(1)), RangeError);
});

test('a learning rate that is none is refused and changes nothing', async (t) => {
  const network = networkFor(t, await anyDevice(), small, initialWeights(small, 1));
  const before = await network.readState();
  for (const rate of [-0.1, Number.NaN, Number.POSITIVE_INFINITY, 1e39]) {
    await assert.rejects(network.trainStep(formulaBatch(small, 0, 2), rate), RangeError);
  }
  assert.deepEqual(await network.readState(), before);
});

test('evaluating a batch gives the sums of its parts', async (t) => {
  const network = networkFor(t, await anyDevice(), small, initialWeights(small, 1));
  const { pictures, labels } = formulaBatch(small, 0, 6);
  const size = pictures.length / 6;
  const part = (from: number, to: number): Promise<{ lossSum: number; correct: number; samples: number }> =>
    network.evaluate({ pictures: pictures.subarray(from * size, to * size), labels: labels.subarray(from, to) });
  const [whole, head, tail] = [await part(0, 6), await part(0, 2), await part(2, 6)];
  assert.equal(whole.samples, 6);
  assert.equal(whole.correct, head.correct + tail.correct);
  closeTo([whole.lossSum], [head.lossSum + tail.lossSum], 1e-5, 'loss');
});

test('networks on two devices take turns in one process', async (t) => {
  const tensorflow = await deviceFor(t, 'tensorflow');
  const wasm = await deviceFor(t, 'wasm');
  if (tensorflow === null || wasm === null) return;
  const networks = [tensorflow, wasm].map((device) => networkFor(t, device, small, initialWeights(small, 1)));
  const steps = (step: number): Promise<unknown[]> =>
    Promise.all(networks.map((network) => network.trainStep(learnable(small, step, 4), learningRate)));
  for (let step = 0; step < 3; step++) await steps(step);
  const [one, other] = await Promise.all(networks.map((network) => network.predict(learnable(small, 9, 4).pictures)));
  closeTo([...(one ?? [])], [...(other ?? [])], 1e-4, 'predictions');
});

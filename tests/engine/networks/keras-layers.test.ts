import assert from 'node:assert/strict';
import { test, type TestContext } from 'node:test';
import type { Executor } from '../../../src/contract/devices.ts';
import type { DifferentiableNetwork } from '../../../src/engine/networks/differentiable.ts';
import type { Device, NamedTensor } from '../../../src/engine/ports.ts';
import { networkFor, onEachExecutor } from '../../support/devices.ts';
import { formulaBatch, formulaWeights } from '../../support/formula.ts';
import { kerasCases, sampledValues, type KerasCase, type KerasTensor } from '../../support/keras.ts';

test('every layer, loss and optimizer computes what Keras computes', (t) =>
  onEachExecutor(t, async (device, executor, t) => {
    for (const of of kerasCases()) await t.test(of.name, (t) => compare(t, device, executor, of));
  }));

async function compare(t: TestContext, device: Device, executor: Executor, of: KerasCase): Promise<void> {
  const { description, samples } = of;
  const network = networkFor(t, device, description, formulaWeights(description), { executor });
  const first = formulaBatch(description, 0, samples);
  closeTo([...(await network.predict(first.pictures))], of.outputs, 'outputs');
  closeTensors(await network.gradients(first), of.gradients, 'gradient', 2e-4);
  const losses: number[] = [];
  for (let step = 0; step < of.losses.length; step++) {
    losses.push(await meanLoss(network, of, step));
    if (step === 0) closeTensors(await movingOf(network, of), of.moving, 'moving average', 2e-4);
  }
  closeTo(losses, of.losses, 'losses');
  const { weights } = await network.readState();
  closeTensors(weights, of.weights, 'weight', 1e-3);
  closeTo([...(await network.predict(first.pictures))], of.outputsAfter, 'outputs after training', 1e-3);
}

async function meanLoss(network: DifferentiableNetwork, of: KerasCase, step: number): Promise<number> {
  const batch = formulaBatch(of.description, step, of.samples);
  const { lossSum } = await network.trainStep(batch, of.learningRate);
  return lossSum / of.samples;
}

async function movingOf(network: DifferentiableNetwork, of: KerasCase): Promise<NamedTensor[]> {
  const { weights } = await network.readState();
  return weights.filter(({ name }) => of.moving.some((moving) => moving.name === name));
}

/** Relative to the largest value of each tensor. */
function closeTensors(
  actual: readonly NamedTensor[],
  expected: readonly KerasTensor[],
  what: string,
  tolerance: number,
): void {
  assert.deepEqual(
    actual.map(({ name, shape }) => ({ name, shape })),
    expected.map(({ name, shape }) => ({ name, shape: [...shape] })),
  );
  for (const [at, { name, values }] of expected.entries()) {
    const own = sampledValues(actual[at]?.values ?? new Float32Array(), at + 1);
    closeTo(own, values, `${what} of ${name}`, tolerance);
  }
}

function closeTo(actual: readonly number[], expected: readonly number[], what: string, tolerance = 1e-4): void {
  assert.equal(actual.length, expected.length, what);
  // A gradient that is nothing but rounding (of a bias before normalization) has no relative error.
  const scale = Math.max(1e-3, ...expected.map(Math.abs));
  const worst = Math.max(...expected.map((value, at) => Math.abs((actual[at] ?? Number.NaN) - value)));
  assert.ok(worst <= tolerance * scale, `${what}: off by ${worst}, ${worst / scale} of the largest`);
}

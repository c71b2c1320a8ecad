import assert from 'node:assert/strict';
import { test } from 'node:test';
import { engine, type NamedAttrMap, type NamedTensorMap, type Tensor } from '@tensorflow/tfjs-core';
import { Kernels } from '../../../src/engine/eager/kernels.ts';
import { EagerNetwork } from '../../../src/engine/eager/network.ts';
import type { NetworkDescription } from '../../../src/engine/models/description.ts';
import { freshState } from '../../../src/engine/networks/state.ts';
import type { DifferentiableNetwork } from '../../../src/engine/networks/differentiable.ts';
import type { Device } from '../../../src/engine/ports.ts';
import { networkFor, onEachDevice } from '../../support/devices.ts';
import { formulaBatch, formulaWeights } from '../../support/formula.ts';
import { kerasCases } from '../../support/keras.ts';

/** Tensors, and what the backend itself still holds, which would also tell of a kernel's own leak. */
const held = (device: Device): readonly number[] => [
  device.tensorCount(),
  engine().findBackend(device.id).numDataIds(),
];

test('no layer, optimizer or average leaves tensors behind', (t) =>
  onEachDevice(t, async (device, t) => {
    for (const { name, description: plain } of kerasCases()) {
      const description = { ...plain, averageDecay: 0.9 };
      const network = networkFor(t, device, description, formulaWeights(description));
      const before = held(device);
      await useAll(network, description);
      assert.deepEqual(held(device), before, name);
    }
  }));

async function useAll(network: DifferentiableNetwork, description: NetworkDescription): Promise<void> {
  const batch = formulaBatch(description, 0, 3);
  await network.trainStep(batch, 0.01);
  await network.gradients(batch);
  await network.evaluate(batch);
  await network.predict(batch.pictures);
}

test('a call that fails, wherever it does, frees what it made and changes nothing', (t) =>
  onEachDevice(t, async (device) => {
    const [residual] = kerasCases((name) => name === 'deep residual');
    assert.ok(residual);
    const { description } = residual;
    const kernels = new FailingKernels(device.id);
    const network = new EagerNetwork(kernels, description, freshState(description, formulaWeights(description), 1));
    const state = await network.readState();
    const before = held(device);
    const batch = formulaBatch(description, 0, 3);
    for (const call of [() => network.trainStep(batch, 0.01), () => network.predict(batch.pictures)]) {
      for (let at = 0; await failsAt(kernels, at, call); at += 7) {
        assert.deepEqual(held(device), before, `kernel ${at}`);
        assert.deepEqual(await network.readState(), state, `kernel ${at}`);
      }
      await network.writeState(state);
    }
    network.dispose();
  }));

/** The device's kernels, until they are told to fail. */
class FailingKernels extends Kernels {
  left = Infinity;

  override run(name: string, inputs: NamedTensorMap, attributes?: NamedAttrMap): Tensor {
    if (this.left-- <= 0) throw new Error('no memory left');
    return super.run(name, inputs, attributes);
  }
}

/** Whether the call failed at its kernel number `at`, which it does where it runs as many. */
async function failsAt(kernels: FailingKernels, at: number, call: () => Promise<unknown>): Promise<boolean> {
  kernels.left = at;
  try {
    await call();
    return false;
  } catch (error) {
    assert.ok(error instanceof Error && error.message === 'no memory left', String(error));
    return true;
  } finally {
    kernels.left = Infinity;
  }
}

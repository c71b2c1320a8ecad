import type { TestContext } from 'node:test';
import { createDevices } from '../../src/adapters/devices/devices.ts';
import type { NetworkDescription } from '../../src/engine/models/description.ts';
import { createEagerNetwork, type EagerNetwork } from '../../src/engine/eager/network.ts';
import { deviceIds, type DeviceId } from '../../src/contract/devices.ts';
import type { Device, NamedTensor } from '../../src/engine/ports.ts';

const devices = createDevices({ createNetwork: createEagerNetwork });

const whyNot: Readonly<Record<DeviceId, string | null>> = {
  tensorflow: process.env['PAWLAB_TENSORFLOW'] ? null : 'native TensorFlow is not set up (PAWLAB_TENSORFLOW)',
  wasm: null,
};

/** The device; null where it isn't on this machine, which then is the test's reason to be skipped. */
export async function deviceFor(t: TestContext, id: DeviceId): Promise<Device | null> {
  const reason = whyNot[id];
  if (reason === null) return devices.open(id);
  t.skip(reason);
  return null;
}

/** Native TensorFlow where it is, else WebAssembly, which is everywhere. */
export const anyDevice = (): Promise<Device> => devices.open(whyNot.tensorflow === null ? 'tensorflow' : 'wasm');

/** Runs a sub-test on each device, skipping those that aren't on this machine. */
export async function onEachDevice(
  t: TestContext,
  check: (device: Device, t: TestContext) => Promise<void>,
): Promise<void> {
  for (const id of deviceIds) {
    await t.test(id, async (t) => {
      const device = await deviceFor(t, id);
      if (device !== null) await check(device, t);
    });
  }
}

/** A network that is disposed when the test ends. */
export function networkFor(
  t: TestContext,
  device: Device,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
): EagerNetwork {
  const network = createEagerNetwork(device.id, description, weights);
  t.after(() => network.dispose());
  return network;
}

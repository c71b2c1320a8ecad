import type { TestContext } from 'node:test';
import { createDevices } from '../../src/adapters/devices/devices.ts';
import { deviceIds, type DeviceId, type Executor } from '../../src/contract/devices.ts';
import { createEagerNetwork } from '../../src/engine/eager/network.ts';
import { createGraphNetwork } from '../../src/engine/graph/network.ts';
import type { NetworkDescription } from '../../src/engine/models/description.ts';
import type { DifferentiableNetwork } from '../../src/engine/networks/differentiable.ts';
import type { CreateNetwork, Device, NamedTensor } from '../../src/engine/ports.ts';

type Make<Means> = (...given: Parameters<CreateNetwork<Means>>) => DifferentiableNetwork;

/** What came of the last call: devices hand networks on behind their port, which shows no gradients. */
let last: { readonly network: DifferentiableNetwork } | { readonly error: unknown } | null = null;

function remembering<Means>(make: Make<Means>): Make<Means> {
  return (...given) => {
    try {
      const network = make(...given);
      last = { network };
      return network;
    } catch (error) {
      last = { error };
      throw error;
    }
  };
}

const devices = createDevices({ eager: remembering(createEagerNetwork), graph: remembering(createGraphNetwork) });

const whyNot: Readonly<Record<DeviceId, string | null>> = {
  tensorflow: process.env['PAWLAB_TENSORFLOW'] ? null : 'native TensorFlow is not set up (PAWLAB_TENSORFLOW)',
  webgpu: 'WebGPU is tested by itself, in a process with a software adapter',
  wasm: null,
};

/** Those that tests of networks run on. */
const tested = deviceIds.filter((id) => id !== 'webgpu');

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
  for (const id of tested) {
    await t.test(id, async (t) => {
      const device = await deviceFor(t, id);
      if (device !== null) await check(device, t);
    });
  }
}

/** Runs a sub-test for each device and each of its executors. */
export const onEachExecutor = (
  t: TestContext,
  check: (device: Device, executor: Executor, t: TestContext) => Promise<void>,
): Promise<void> =>
  onEachDevice(t, async (device, t) => {
    for (const executor of device.executors) await t.test(executor, (t) => check(device, executor, t));
  });

export interface TestNetworkOptions {
  readonly executor?: Executor;
  readonly seed?: number;
}

/** A network, eager unless said otherwise, that is disposed when the test ends. Throws what making it threw. */
export function networkFor(
  t: TestContext,
  device: Device,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
  { executor = 'eager', seed = 0 }: TestNetworkOptions = {},
): DifferentiableNetwork {
  last = null;
  const promise = device.createNetwork(description, weights, { executor, seed });
  // Told below: the network is made before the promise is returned.
  promise.catch(() => undefined);
  const made = last as typeof last | { readonly network: DifferentiableNetwork } | { readonly error: unknown };
  if (made === null) throw new Error(`${device.name} made no network.`);
  if ('error' in made) throw made.error;
  t.after(() => made.network.dispose());
  return made.network;
}

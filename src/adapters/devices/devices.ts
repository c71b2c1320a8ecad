import type { DeviceId } from '../../contract/devices.ts';
import type { Device, Devices } from '../../engine/ports.ts';
import { openTensorFlow } from './tensorflow.ts';
import { tfjsDevice, type Backend, type CreateNetwork } from './tfjs-device.ts';
import { openWebAssembly } from './wasm.ts';

const backends: Readonly<Record<DeviceId, () => Promise<Backend>>> = {
  tensorflow: openTensorFlow,
  wasm: openWebAssembly,
};

/** The devices of this machine. `createNetwork` is the engine's executor, which an adapter can't import. */
export function createDevices({ createNetwork }: { readonly createNetwork: CreateNetwork }): Devices {
  const opened = new Map<DeviceId, Promise<Device>>();
  return {
    open(id) {
      const device = opened.get(id) ?? backends[id]().then((backend) => tfjsDevice(id, backend, createNetwork));
      opened.set(id, device);
      return device;
    },
  };
}

import type { DeviceId } from '../../contract/devices.ts';
import type { Device, Devices } from '../../engine/ports.ts';
import { openTensorFlow } from './tensorflow.ts';
import { tfjsDevice, type Backend, type ExecutorsOfEngine } from './tfjs-device.ts';
import { openWebAssembly } from './wasm.ts';
import { openWebGpu } from './webgpu.ts';

const backends: Readonly<Record<DeviceId, () => Promise<Backend>>> = {
  tensorflow: openTensorFlow,
  webgpu: openWebGpu,
  wasm: openWebAssembly,
};

/** The devices of this machine, with the engine's executors. */
export function createDevices(engine: ExecutorsOfEngine): Devices {
  const opened = new Map<DeviceId, Promise<Device>>();
  return {
    open(id) {
      const device = opened.get(id) ?? backends[id]().then((backend) => tfjsDevice(id, backend, engine));
      opened.set(id, device);
      return device;
    },
  };
}

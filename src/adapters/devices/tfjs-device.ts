import { memory } from '@tensorflow/tfjs-core';
import type { DeviceId } from '../../contract/devices.ts';
import type { NetworkDescription } from '../../engine/models/description.ts';
import type { Device, NamedTensor, Network } from '../../engine/ports.ts';
import { guardMemory, memoryError } from './memory-guard.ts';

/** Makes a network on a tfjs backend, given by its name, that is ready for use. */
export type CreateNetwork = (
  backend: string,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
) => Network;

/** What opening a backend of tfjs finds out about it, as `Device` has it. */
export interface Backend {
  readonly name: string;
  readonly origin: string;
  readonly noGpu: string | null;
  readonly versions: Readonly<Record<string, string>>;
}

/** A device that is one of tfjs's backends, registered under the device's id. */
export function tfjsDevice(id: DeviceId, backend: Backend, createNetwork: CreateNetwork): Device {
  return {
    ...backend,
    id,
    // A promise from the first line on: what createNetwork throws rejects it.
    createNetwork: async (description, weights) => {
      try {
        return await Promise.resolve(guardMemory(createNetwork(id, description, weights), backend.name));
      } catch (error) {
        throw memoryError(error, backend.name, 'holding the network');
      }
    },
    tensorCount: () => memory().numTensors,
  };
}

import { memory } from '@tensorflow/tfjs-core';
import type { DeviceId } from '../../contract/devices.ts';
import { PawlabError } from '../../contract/errors.ts';
import type { NetworkDescription } from '../../engine/models/description.ts';
import type {
  CreateEagerNetwork,
  CreateGraphNetwork,
  Device,
  NamedTensor,
  Network,
  NetworkOptions,
} from '../../engine/ports.ts';
import type { GraphLoader } from './graph-session.ts';
import { guardMemory, memoryError } from './memory-guard.ts';

/** The engine's executors, which an adapter can't import. */
export interface ExecutorsOfEngine {
  readonly eager: CreateEagerNetwork;
  readonly graph: CreateGraphNetwork;
}

/** What opening a backend of tfjs finds out about it, as `Device` has it. */
export interface Backend {
  readonly name: string;
  readonly origin: string;
  readonly noGpu: string | null;
  readonly software: boolean;
  readonly versions: Readonly<Record<string, string>>;
  /** null: it runs no graphs. */
  readonly graphs: GraphLoader | null;
}

/** A device that is one of tfjs's backends, registered under the device's id. */
export function tfjsDevice(id: DeviceId, backend: Backend, engine: ExecutorsOfEngine): Device {
  const { name, origin, noGpu, software, versions, graphs } = backend;
  const device: Device = {
    id,
    name,
    origin,
    noGpu,
    software,
    versions,
    executors: graphs === null ? ['eager'] : ['graph', 'eager'],
    // A promise from the first line on: what making a network throws rejects it.
    createNetwork: async (...asked) => {
      try {
        return await Promise.resolve(guardMemory(makeNetwork(device, graphs, engine, ...asked), name));
      } catch (error) {
        throw memoryError(error, name, 'holding the network');
      }
    },
    tensorCount: () => memory().numTensors + (graphs?.tensorCount() ?? 0),
  };
  return device;
}

function makeNetwork(
  device: Device,
  graphs: GraphLoader | null,
  engine: ExecutorsOfEngine,
  description: NetworkDescription,
  weights: readonly NamedTensor[],
  { seed, executor, onFallback }: NetworkOptions,
): Network {
  if (executor === 'graph' && graphs === null) {
    throw new PawlabError('executor-unavailable', `${device.name} runs no graphs.`, 'Use the executor eager, or auto.');
  }
  if (executor !== 'eager' && graphs !== null) {
    try {
      return engine.graph(graphs.load, description, weights, seed);
    } catch (error) {
      const unknown = error instanceof PawlabError && error.code === 'layer-unsupported';
      if (executor === 'graph' || !unknown) throw error;
      onFallback?.(error.message);
    }
  }
  return engine.eager(device.id, description, weights, seed);
}
